// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/delta_reader.h"

#include "app/openai/content_reader.h"
#include "app/openai/error_body.h"
#include "app/openai/json_reader.h"
#include "app/openai/logprobs_reader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kMostChoices = 128;
constexpr qsizetype kLongestUsage = 64 * 1024;
constexpr qsizetype kLongestError = 1024 * 1024;
constexpr qsizetype kMostQuoted = 2000;
constexpr qsizetype kMostImages = 64; ///< beside one answer
constexpr QByteArrayView kCloseTag("</think>");

/// The members of these names of all objects of a list; false where it is none.
bool readTexts(JsonReader &reader, std::initializer_list<QByteArrayView> names, QByteArray &into)
{
    if (!reader.enterArray())
        return false;
    while (reader.nextElement()) {
        if (!reader.enterObject()) {
            reader.skip();
            continue;
        }
        for (QByteArrayView key; reader.nextKey(key);) {
            if (std::find(names.begin(), names.end(), key) != names.end())
                into.append(reader.readString());
            else
                reader.skip();
        }
    }
    return true;
}

/// The text of a `reasoning_details` list; encrypted entries have none.
void readReasoningDetails(JsonReader &reader, QByteArray &into)
{
    if (!readTexts(reader, {"text", "summary"}, into))
        reader.skip();
}

/// What the server said in its error, as an object that is one.
QJsonObject errorObject(QByteArrayView json)
{
    if (json.size() <= kLongestError) {
        const auto object = QJsonDocument::fromJson(json.toByteArray()).object();
        if (!object.isEmpty())
            return object;
    }
    return {{u"error"_s, QString::fromUtf8(json.first(std::min(json.size(), kMostQuoted)))}};
}

QString shortText(QByteArrayView text)
{
    return QString::fromUtf8(text.first(std::min(text.size(), kLongestName)));
}

} // namespace

DeltaReader::DeltaReader(Completion &into, const Options &options)
    : m_into(into), m_reasoningField(options.reasoningField.toUtf8()),
      m_modelThinks(options.modelThinks)
{
}

DeltaReader::Verdict DeltaReader::read(QByteArrayView type, QByteArrayView data)
{
    const QByteArrayView trimmed = data.trimmed();
    if (trimmed == "[DONE]")
        return Verdict::Done;
    if (type == "error")
        return fail(errorObject(trimmed));
    const Verdict verdict = readChunk(trimmed);
    if (verdict == Verdict::Malformed)
        ++m_into.malformedEvents;
    return verdict;
}

DeltaReader::Verdict DeltaReader::readWhole(QByteArrayView body)
{
    m_isWhole = true;
    return readChunk(body.trimmed());
}

DeltaReader::Verdict DeltaReader::fail(const QJsonObject &object)
{
    m_error = errorFromObject(object);
    return Verdict::Failed;
}

// Looked through as a whole first: half of a broken chunk must not be taken.
DeltaReader::Verdict DeltaReader::readChunk(QByteArrayView data)
{
    if (!isWholeObject(data))
        return Verdict::Malformed;
    m_sawError = false;
    JsonReader reader(data);
    QByteArrayView key;
    for (bool more = reader.enterObject(); more && reader.nextKey(key);)
        readMember(key, reader);
    if (m_error)
        return Verdict::Failed;
    if (!m_sawError)
        return Verdict::Understood;
    const QJsonObject object = errorObject(data);
    return isErrorObject(object) ? fail(object) : Verdict::Understood;
}

void DeltaReader::readMember(QByteArrayView key, JsonReader &reader)
{
    if (key == "choices") {
        readChoices(reader);
    } else if (key == "usage") {
        readUsage(reader.skip());
    } else if (key == "model") {
        const QByteArrayView model = reader.readString();
        if (!model.isEmpty() && model != m_lastModel) {
            m_lastModel = model.toByteArray();
            m_into.model = shortText(m_lastModel);
        }
    } else if (key == "id") {
        const QByteArrayView id = reader.readString();
        if (m_into.responseId.isEmpty())
            m_into.responseId = shortText(id);
    } else if (key == "system_fingerprint") {
        const QByteArrayView fingerprint = reader.readString();
        if (m_into.fingerprint.isEmpty())
            m_into.fingerprint = shortText(fingerprint);
    } else if (key == "service_tier") {
        if (reader.kind() == JsonReader::Kind::String)
            m_into.serviceTier = shortText(reader.readString());
        else
            reader.skip();
    } else if (key == "object") {
        m_sawError |= reader.readString() == "error";
    } else if (key == "error" || key == "error_message" || key == "detail" || key == "message") {
        m_sawError |= reader.kind() != JsonReader::Kind::Null;
        reader.skip();
    } else {
        reader.skip();
    }
}

void DeltaReader::readUsage(QByteArrayView json)
{
    if (!json.startsWith('{') || json.size() > kLongestUsage)
        return;
    if (const auto usage = usageFromJson(QJsonDocument::fromJson(json.toByteArray()).object()))
        m_into.usage = usage;
}

void DeltaReader::readChoices(JsonReader &reader)
{
    if (!reader.enterArray()) {
        reader.skip();
        return;
    }
    while (reader.nextElement())
        readChoice(reader);
}

// The index may stand behind the delta.
void DeltaReader::readChoice(JsonReader &reader)
{
    if (!reader.enterObject()) {
        reader.skip();
        return;
    }
    qint64 index = 0;
    QByteArrayView delta;
    QByteArrayView logprobs;
    QString reason;
    for (QByteArrayView key; reader.nextKey(key);) {
        if (key == "index") {
            index = qint64(std::clamp(reader.readNumber().value_or(0), 0.0, 1e9));
        } else if (key == "delta" || key == "message") {
            if (const QByteArrayView object = reader.skip(); object.startsWith('{'))
                delta = object;
        } else if (key == "finish_reason") {
            reason = shortText(reader.readString());
        } else if (key == "usage") {
            readUsage(reader.skip());
        } else if (key == "logprobs") {
            logprobs = reader.skip();
        } else if (key == "error") {
            readChoiceError(reader);
        } else {
            reader.skip();
        }
    }
    const qsizetype at = choiceAt(index);
    if (at < 0)
        return;
    if (!delta.isEmpty())
        readDelta(delta, at);
    if (logprobs.startsWith('{') && index < token_limits::kChoices)
        readLogprobs(logprobs, m_into.choices[at].tokens);
    if (!reason.isEmpty())
        m_into.choices[at].finishReason = reason;
}

void DeltaReader::readChoiceError(JsonReader &reader)
{
    const JsonReader::Kind kind = reader.kind();
    const QByteArrayView error = reader.skip();
    if (kind == JsonReader::Kind::Object)
        m_error = errorFromObject(errorObject(error));
    else if (kind == JsonReader::Kind::String)
        m_error = errorFromObject(errorObject("{\"error\":" + error.toByteArray() + '}'));
}

qsizetype DeltaReader::choiceAt(qint64 index)
{
    QList<Choice> &choices = m_into.choices;
    qsizetype at = 0;
    while (at < choices.size() && choices[at].index < index)
        ++at;
    if (at < choices.size() && choices[at].index == index)
        return at;
    if (choices.size() == kMostChoices)
        return -1;
    choices.insert(at, Choice{.index = int(index)});
    m_states.insert(m_states.begin() + at, State{});
    m_states[size_t(at)].news.choice = int(index);
    return at;
}

void DeltaReader::readDelta(QByteArrayView delta, qsizetype choice)
{
    m_content.clear();
    for (QByteArray &reasoning : m_reasonings)
        reasoning.clear();
    const bool usual = m_reasoningField.isEmpty();
    JsonReader reader(delta);
    QByteArrayView key;
    for (bool more = reader.enterObject(); more && reader.nextKey(key);) {
        if (key == "content" || key == "refusal")
            readContent(reader, m_content);
        else if (usual ? key == "reasoning_content" : key == m_reasoningField)
            m_reasonings[0].append(reader.readString());
        else if (usual && key == "reasoning")
            m_reasonings[1].append(reader.readString());
        else if (usual && key == "reasoning_details")
            readReasoningDetails(reader, m_reasonings[2]);
        else if (key == "tool_calls")
            readToolCalls(reader, choice);
        else if (key == "images")
            readImages(reader, choice);
        else
            reader.skip();
    }
    for (const QByteArray &reasoning : m_reasonings) {
        if (reasoning.isEmpty())
            continue;
        addReasoning(reasoning, choice);
        break;
    }
    if (!m_content.isEmpty())
        addText(m_content, choice);
}

void DeltaReader::readToolCalls(JsonReader &reader, qsizetype choice)
{
    if (!reader.enterArray()) {
        reader.skip();
        return;
    }
    using Elements = ToolCallAssembler::Elements;
    State &state = m_states[size_t(choice)];
    while (reader.nextElement()) {
        const auto grown = state.calls.read(reader, m_into.choices[choice].toolCalls,
                                            m_isWhole ? Elements::Calls : Elements::Pieces);
        if (grown && !state.news.toolCalls.contains(*grown))
            state.news.toolCalls.append(*grown);
    }
}

void DeltaReader::readImages(JsonReader &reader, qsizetype choice)
{
    QList<size_t> &seen = m_states[size_t(choice)].seenImages;
    for (const QByteArray &image : readImageList(reader)) {
        const size_t hash = qHash(image);
        if (seen.contains(hash) || seen.size() == kMostImages)
            continue;
        seen.append(hash);
        m_content.append(image);
    }
}

void DeltaReader::addText(QByteArrayView text, qsizetype choice)
{
    State &state = m_states[size_t(choice)];
    Choice &into = m_into.choices[choice];
    const qsizetype before = into.text.size();
    if (state.splitter.isInText()) {
        into.text.append(text);
        state.news.text.append(text);
    } else {
        const qsizetype reasoned = into.reasoning.size();
        state.splitter.feed(text, into.text, into.reasoning);
        state.news.text.append(QByteArrayView(into.text).sliced(before));
        state.news.reasoning.append(QByteArrayView(into.reasoning).sliced(reasoned));
    }
    if (m_modelThinks && into.reasoning.isEmpty())
        splitAtLoneTag(choice, before);
}

// The chat template of some models opens the tag in the prompt, so that only its end is seen.
void DeltaReader::splitAtLoneTag(qsizetype choice, qsizetype from)
{
    Choice &into = m_into.choices[choice];
    const qsizetype at =
        into.text.indexOf(kCloseTag, std::max<qsizetype>(0, from - kCloseTag.size()));
    if (at < 0)
        return;
    into.reasoning = into.text.first(at);
    into.text = into.text.sliced(at + kCloseTag.size());
    while (into.text.startsWith('\n'))
        into.text.remove(0, 1);
    State &state = m_states[size_t(choice)];
    if (into.text.isEmpty())
        state.splitter.skipLineBreaks();
    ChoiceNews &news = state.news;
    news.reclassified = true;
    news.text = into.text;
    news.reasoning.clear();
}

void DeltaReader::addReasoning(QByteArrayView reasoning, qsizetype choice)
{
    m_into.choices[choice].reasoning.append(reasoning);
    m_states[size_t(choice)].news.reasoning.append(reasoning);
}

void DeltaReader::finish()
{
    for (qsizetype at = 0; at < m_into.choices.size(); ++at) {
        Choice &choice = m_into.choices[at];
        State &state = m_states[size_t(at)];
        const qsizetype text = choice.text.size();
        const qsizetype reasoning = choice.reasoning.size();
        state.splitter.finish(choice.text, choice.reasoning);
        state.news.text.append(QByteArrayView(choice.text).sliced(text));
        state.news.reasoning.append(QByteArrayView(choice.reasoning).sliced(reasoning));
        ToolCallAssembler::finish(choice.toolCalls, choice.index);
        choice.tokens.settle(choice.text);
    }
}

std::vector<ChoiceNews> DeltaReader::takeNews()
{
    std::vector<ChoiceNews> all;
    for (State &state : m_states) {
        if (state.news.isEmpty())
            continue;
        const int choice = state.news.choice;
        all.push_back(std::exchange(state.news, ChoiceNews{.choice = choice}));
    }
    return all;
}

bool DeltaReader::hasOutput() const
{
    return std::any_of(m_into.choices.begin(), m_into.choices.end(), [](const Choice &choice) {
        return !choice.text.isEmpty() || !choice.reasoning.isEmpty() || !choice.toolCalls.isEmpty();
    });
}

bool DeltaReader::isComplete() const
{
    const auto &choices = m_into.choices;
    return !choices.isEmpty()
           && std::all_of(choices.begin(), choices.end(),
                          [](const Choice &choice) { return !choice.finishReason.isEmpty(); });
}

} // namespace app
