// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/openai/completion.h"
#include "app/openai/think_splitter.h"
#include "app/openai/tool_call_assembler.h"

#include <QByteArrayView>

#include <array>
#include <vector>

namespace app {

class JsonReader;

/// What arrived for one choice since it was last taken.
struct ChoiceNews
{
    int choice = 0;
    QByteArray text;
    QByteArray reasoning;
    QList<int> toolCalls; ///< positions in Choice::toolCalls of those that grew
    /// What came as text before was reasoning: the choice is to be read again as a whole.
    bool reclassified = false;

    [[nodiscard]] bool isEmpty() const
    {
        return text.isEmpty() && reasoning.isEmpty() && toolCalls.isEmpty() && !reclassified;
    }
};

/// Reads the chunks of a streamed completion, or a whole one, into a Completion. Everything about a
/// chunk is optional; what is unknown is passed over. Knows the spellings of reasoning
/// (`reasoning_content`, `reasoning`, `reasoning_details`, `<think>` in the text): the first one
/// that says something counts, so that what comes in two spellings is not there twice. Pictures
/// come as data URLs in the text, as parts of type image_url, or in a list `images` beside the text
/// (as OpenRouter sends them); each becomes a Markdown image in the text.
class DeltaReader
{
public:
    struct Options
    {
        QString reasoningField = {}; ///< the only one that is read; empty: the usual ones
        bool modelThinks = false; ///< a lone `</think>` ends reasoning begun in the prompt
    };
    enum class Verdict {
        Understood,
        Malformed, ///< passed over and counted
        Failed, ///< the server said an error; see error()
        Done, ///< "[DONE]"
    };

    /// `into` outlives the reader, which alone changes it.
    DeltaReader(Completion &into, const Options &options);

    /// One event of a stream.
    Verdict read(QByteArrayView type, QByteArrayView data);
    /// A whole answer: like one chunk with `message` for `delta`.
    Verdict readWhole(QByteArrayView body);
    /// No more comes: tags half read are text, calls are completed.
    void finish();

    /// What is new since the last call.
    [[nodiscard]] std::vector<ChoiceNews> takeNews();
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Some choice has text, reasoning or a call.
    [[nodiscard]] bool hasOutput() const;
    /// Every choice that came has its finish reason; false without any.
    [[nodiscard]] bool isComplete() const;

private:
    struct State
    {
        ThinkSplitter splitter;
        ToolCallAssembler calls;
        QList<size_t> seenImages; ///< hashes of addresses in `images`, which may come again
        ChoiceNews news;
    };

    Verdict readChunk(QByteArrayView data);
    void readMember(QByteArrayView key, JsonReader &reader);
    void readChoices(JsonReader &reader);
    void readChoice(JsonReader &reader);
    void readChoiceError(JsonReader &reader);
    void readDelta(QByteArrayView delta, qsizetype choice);
    void readToolCalls(JsonReader &reader, qsizetype choice);
    void readImages(JsonReader &reader, qsizetype choice);
    void addText(QByteArrayView text, qsizetype choice);
    void splitAtLoneTag(qsizetype choice, qsizetype from);
    void addReasoning(QByteArrayView reasoning, qsizetype choice);
    void readUsage(QByteArrayView json);
    Verdict fail(const QJsonObject &object);
    /// The position of the choice with this index; -1 where there are too many.
    [[nodiscard]] qsizetype choiceAt(qint64 index);

    Completion &m_into;
    QByteArray m_reasoningField;
    bool m_modelThinks;
    std::vector<State> m_states; ///< beside Completion::choices
    std::optional<Error> m_error;
    bool m_sawError = false; ///< in the chunk being read
    bool m_isWhole = false; ///< no stream
    QByteArray m_lastModel;
    QByteArray m_content;
    std::array<QByteArray, 3> m_reasonings; ///< of one delta, by spelling
};

} // namespace app
