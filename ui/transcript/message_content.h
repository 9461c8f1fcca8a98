// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/streaming_document.h"
#include "ui/transcript/shown_message.h"
#include "ui/transcript/slice.h"

#include <QSet>

#include <vector>

namespace ui {

/// A shown message parsed and cut into slices. Made when it comes near the viewport, dropped when
/// it is far. Costs of an update follow what was appended.
class MessageContent
{
public:
    MessageContent(const TranscriptSource &source, ShownMessage shown);

    struct Change
    {
        int slice = 0; ///< the first one that is not what it was
        int characters = 0; ///< at the start of its text that still look as they did
    };
    /// Takes over what changed; `unfolded` holds the parts whose reasoning is open.
    Change update(const QSet<int> &unfolded);
    /// The same with all reasoning open.
    void updateUnfolded();

    [[nodiscard]] const std::vector<Slice> &slices() const { return m_slices; }
    /// Of the slice with that key, or where it would be.
    [[nodiscard]] int indexOf(const SliceKey &key) const;
    /// Of a part with text; empty for others.
    [[nodiscard]] app::Blocks blocks(int part) const;
    [[nodiscard]] int partCount() const { return int(m_parts.size()); }
    /// Of all parts, trimmed to what stands between two places.
    [[nodiscard]] app::Blocks blocksBetween(const SlicePosition &from,
                                            const SlicePosition &to) const;
    /// The reply is being written; the caret stands behind the last text.
    [[nodiscard]] bool isStreaming() const { return m_streaming; }
    [[nodiscard]] qint64 bytesParsed() const;

private:
    enum class Kind {
        Heading,
        Prompt,
        Line,
        Reasoning,
        Text,
        ToolCall,
        Images,
        Error,
        Notice,
        Footer,
    };
    /// What is to be shown now, as views into the messages.
    struct Segment
    {
        Kind kind = Kind::Text;
        QList<QByteArrayView> text;
        std::vector<Slice> own; ///< of everything but Markdown; keys not set yet
        bool complete = false;
        QList<qsizetype> joints = {}; ///< bytes of text before each piece that was added
    };
    /// Where a piece was added: the line of the source, and whether an empty one stands before it.
    struct Joint
    {
        int line = 0;
        bool isBehindBlank = false;
    };
    struct Part
    {
        Kind kind = Kind::Text;
        app::StreamingDocument document;
        app::Blocks plain; ///< of a prompt
        bool finished = false;
        bool open = true; ///< reasoning that is unfolded
        std::vector<Slice> own;
        QList<qsizetype> joints; ///< as in the segment
        QList<Joint> places;
    };

    [[nodiscard]] std::vector<Segment> segments(const QSet<int> &unfolded) const;
    void addReply(std::vector<Segment> &segments, const app::Message &message,
                  const QSet<int> &unfolded) const;
    [[nodiscard]] Segment reasoning(const app::ReasoningPart &part, const app::Message &message,
                                    bool open) const;
    [[nodiscard]] Segment toolCall(const app::ToolCallPart &call, int part, bool open) const;
    [[nodiscard]] int callNumber(const app::ToolCallPart &call) const;
    [[nodiscard]] static Segment images(const QList<SliceImage> &images);
    [[nodiscard]] Segment heading() const;
    [[nodiscard]] std::optional<Segment> error(const app::Message &last) const;
    [[nodiscard]] static Segment veiledError();
    [[nodiscard]] std::optional<Segment> leftOutLine() const;
    [[nodiscard]] std::optional<Segment> choicesLine() const;
    [[nodiscard]] QString reasoningFigures(const app::Message &message) const;
    [[nodiscard]] std::optional<Segment> emptyAnswer(const app::Message &last) const;
    [[nodiscard]] std::optional<Segment> silence(const app::Message &last) const;
    [[nodiscard]] QString otherModel(const app::Message &last) const;
    [[nodiscard]] QList<SliceItem> remedyItems(app::MessageId reply) const;
    [[nodiscard]] std::optional<Segment> restart(const app::Message &last) const;
    [[nodiscard]] std::optional<Segment> pieces(const app::Message &last) const;
    [[nodiscard]] QList<app::MessageId> choicesBeside() const;
    static void takeJoints(Part &part, const Segment &segment);
    [[nodiscard]] static SliceKey keyOf(const Joint &joint, const app::Blocks &blocks, int part);
    static void markAdded(std::vector<Slice> &slices, const Part &part, int number);
    [[nodiscard]] Segment footer(const app::Message &last) const;
    [[nodiscard]] QList<SliceItem> branchItems(app::MessageId message) const;

    [[nodiscard]] std::optional<SliceKey> feed(Part &part, int number,
                                               const Segment &segment) const;
    [[nodiscard]] static bool isWritten(const Part &part);
    void appendSlices(const Part &part, int number, std::optional<SliceKey> from);
    void completeImages(Slice &slice) const;

    const TranscriptSource &m_source;
    ShownMessage m_shown;
    std::vector<Part> m_parts;
    std::vector<Slice> m_slices;
    bool m_streaming = false;
};

} // namespace ui
