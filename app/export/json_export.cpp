// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/json_export.h"

#include "app/base/credentials.h"
#include "app/export/answer_figures.h"
#include "app/export/request_body.h"
#include "app/schema/json_text.h"
#include "app/store/record_names.h"

#include <QIODevice>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kJsonFormatVersion = 1;

/// Text: 63 bits do not fit into the numbers of other programs.
template <typename Id>
QJsonValue idValue(Id id)
{
    return id ? QJsonValue(QString::number(id.value())) : QJsonValue(QJsonValue::Null);
}

QJsonValue textValue(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

template <typename T>
QJsonValue knownValue(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue timeValue(qint64 ms)
{
    return ms < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(ms);
}

QJsonObject messageObject(const Message &message)
{
    QJsonArray parts;
    for (const Part &part : message.parts)
        parts.append(partToJson(part));
    return {{u"id"_s, idValue(message.id)},
            {u"parent"_s, idValue(message.parent)},
            {u"role"_s, QString(roleName(message.role))},
            {u"parts"_s, parts},
            {u"state"_s, QString(storedName(message.state))},
            {u"created_ms"_s,
             message.createdMs > 0 ? QJsonValue(message.createdMs) : QJsonValue(QJsonValue::Null)},
            {u"run"_s, idValue(message.run)},
            {u"choice"_s, message.choice},
            {u"continues_previous"_s, message.continues.isValid()},
            {u"edited"_s, message.edited},
            {u"finish_reason"_s, textValue(message.finishReason)}};
}

QJsonArray messageArray(const QList<Message> &messages)
{
    QJsonArray array;
    for (const Message &message : messages)
        array.append(messageObject(message));
    return array;
}

QJsonObject laneObject(const ExportedLane &lane)
{
    return {{u"id"_s, idValue(lane.lane.id)},
            {u"letter"_s, laneLetterText(lane.lane.letter)},
            {u"provider"_s, lane.lane.providerId},
            {u"provider_name"_s, textValue(lane.provider.name)},
            {u"base_url"_s, textValue(lane.provider.baseUrl.toString())},
            {u"model"_s, lane.lane.model},
            {u"parameters"_s, withoutCredentials(lane.lane.parameters.toJson())},
            {u"send_anyway"_s, QJsonArray::fromStringList(lane.lane.sendAnyway)},
            {u"extra_json"_s, withoutCredentials(lane.lane.extraJson)},
            {u"system_prompt"_s, textValue(lane.lane.systemPrompt)}};
}

QJsonObject answerObject(const ExportedAnswer &answer, bool withRuns)
{
    QJsonArray runs;
    for (const Run &run : answer.runs) {
        if (withRuns)
            runs.append(idValue(run.id));
    }
    return {{u"lane"_s, idValue(answer.lane)},
            {u"letter"_s, textValue(laneLetterText(answer.letter))},
            {u"turn"_s, idValue(answer.turn)},
            {u"provider"_s, textValue(answer.providerId)},
            {u"provider_name"_s, textValue(answer.providerName)},
            {u"model"_s, textValue(answer.model)},
            {u"coordinates"_s, answer.coordinates},
            {u"prompt"_s, answer.prompt},
            {u"shown"_s, answer.isShown},
            {u"status"_s, QString(answerStatus(answer))},
            {u"text"_s, QString::fromUtf8(answerText(answer))},
            {u"messages"_s, messageArray(answer.messages)},
            {u"runs"_s, runs}};
}

QJsonObject roundObject(const ExportedRound &round, bool withRuns)
{
    QJsonArray prompts;
    for (const ExportedPrompt &prompt : round.prompts)
        prompts.append(QJsonObject{{u"messages"_s, messageArray(prompt.messages)}});
    QJsonArray answers;
    for (const ExportedAnswer &answer : round.answers)
        answers.append(answerObject(answer, withRuns));
    QJsonValue vote = QJsonValue::Null;
    if (round.vote) {
        vote = QJsonObject{{u"outcome"_s, QString(storedName(*round.vote))},
                           {u"winner"_s, round.winner < 0 ? QJsonValue(QJsonValue::Null)
                                                          : QJsonValue(round.winner)}};
    }
    return {{u"id"_s, idValue(round.id)},
            {u"kind"_s, QString(storedName(round.kind))},
            {u"created_ms"_s, round.createdMs},
            {u"names_hidden"_s, round.isBlind},
            {u"prompts"_s, prompts},
            {u"answers"_s, answers},
            {u"vote"_s, vote}};
}

QJsonValue errorValue(const std::optional<Error> &error)
{
    if (!error)
        return QJsonValue::Null;
    return QJsonObject{{u"kind"_s, QString(errorKindName(error->kind))},
                       {u"message"_s, error->message},
                       {u"code"_s, textValue(error->code)},
                       {u"param"_s, textValue(error->param)}};
}

QJsonValue usageValue(const std::optional<Usage> &usage)
{
    if (!usage)
        return QJsonValue::Null;
    return QJsonObject{{u"prompt_tokens"_s, usage->promptTokens},
                       {u"completion_tokens"_s, usage->completionTokens},
                       {u"total_tokens"_s, usage->totalTokens},
                       {u"cached_tokens"_s, knownValue(usage->cachedTokens)},
                       {u"cache_write_tokens"_s, knownValue(usage->cacheWriteTokens)},
                       {u"reasoning_tokens"_s, knownValue(usage->reasoningTokens)}};
}

QJsonObject timingsObject(const Timings &timings)
{
    return {{u"connected"_s, timeValue(timings.connectedMs)},
            {u"headers"_s, timeValue(timings.headersMs)},
            {u"first_reasoning"_s, timeValue(timings.firstReasoningMs)},
            {u"first_token"_s, timeValue(timings.firstTokenMs)},
            {u"last_token"_s, timeValue(timings.lastTokenMs)},
            {u"total"_s, timeValue(timings.totalMs)}};
}

QJsonValue requestValue(const ExportedRequest &request, const QHash<QByteArray, QByteArray> &images)
{
    QJsonArray ids;
    for (const Message &message : request.path)
        ids.append(idValue(message.id));
    const auto rebuilt = rebuiltRequest(request, images);
    const QJsonValue none = QJsonValue::Null;
    QJsonArray sent;
    for (const QByteArray &sha256 : request.recipe.images)
        sent.append(QString::fromLatin1(sha256));
    return QJsonObject{
        {u"body"_s, rebuilt ? QJsonValue(rebuilt->body) : none},
        {u"is_exact"_s, rebuilt ? knownValue(rebuilt->isExact) : none},
        {u"body_without_messages"_s,
         rebuilt ? none : QJsonValue(withoutCredentials(request.recipe.body))},
        {u"system_prompt"_s, textValue(request.recipe.systemPrompt)},
        {u"messages"_s, request.isWhole ? QJsonValue(ids) : none},
        {u"images"_s, sent},
        {u"body_sha256"_s, textValue(QString::fromLatin1(request.recipe.bodySha256))},
        {u"body_bytes"_s, request.recipe.bodyBytes}};
}

/// Member by member and row by row: what is long is never twice in memory.
class JsonDocumentWriter
{
public:
    JsonDocumentWriter(QIODevice &out, const Exported &exported) : m_out(out), m_exported(exported)
    {
    }

    void write();

private:
    void member(const QByteArray &name, const QJsonValue &value);
    void beginList(const QByteArray &name);
    void item(const QJsonObject &object);
    void endList() { m_out.write("\n]"); }
    void writeRuns();
    void writeImages();

    QIODevice &m_out;
    const Exported &m_exported;
    bool m_isFirst = true;
};

void JsonDocumentWriter::member(const QByteArray &name, const QJsonValue &value)
{
    m_out.write((m_isFirst ? "{\n\"" : ",\n\"") + name + "\": " + compactJson(value));
    m_isFirst = false;
}

void JsonDocumentWriter::beginList(const QByteArray &name)
{
    m_out.write(",\n\"" + name + "\": [");
    m_isFirst = true;
}

void JsonDocumentWriter::item(const QJsonObject &object)
{
    m_out.write((m_isFirst ? "\n" : ",\n") + compactJson(object));
    m_isFirst = false;
}

void JsonDocumentWriter::write()
{
    const ConversationSummary &conversation = m_exported.conversation;
    member("format", u"diptych-export"_s);
    member("version", kJsonFormatVersion);
    member("program_version", m_exported.version);
    member("exported_ms", m_exported.exportedMs);
    member("scope", m_exported.wish.round ? u"round"_s : u"conversation"_s);
    member("with_branches", m_exported.wish.withBranches);
    member("conversation", QJsonObject{{u"id"_s, idValue(conversation.id)},
                                       {u"title"_s, conversation.title},
                                       {u"tags"_s, QJsonArray::fromStringList(conversation.tags)},
                                       {u"created_ms"_s, conversation.createdMs},
                                       {u"changed_ms"_s, conversation.changedMs}});
    beginList("lanes");
    for (const ExportedLane &lane : m_exported.lanes)
        item(laneObject(lane));
    endList();
    beginList("rounds");
    for (const ExportedRound &round : m_exported.rounds)
        item(roundObject(round, m_exported.wish.withRuns));
    endList();
    writeRuns();
    writeImages();
    m_out.write("\n}\n");
}

void JsonDocumentWriter::writeRuns()
{
    beginList("runs");
    QSet<RunId> written;
    for (const ExportedRound &round : m_exported.rounds) {
        for (const ExportedAnswer &answer : round.answers) {
            for (const Run &run : answer.runs) {
                if (!m_exported.wish.withRuns || written.contains(run.id))
                    continue;
                written.insert(run.id);
                QJsonObject object = runJson(run);
                const auto request = m_exported.requests.constFind(run.id);
                object.insert(u"request"_s, request == m_exported.requests.cend()
                                                ? QJsonValue(QJsonValue::Null)
                                                : requestValue(*request, m_exported.images));
                item(object);
            }
        }
    }
    endList();
}

void JsonDocumentWriter::writeImages()
{
    beginList("images");
    for (const ImagePart &image : exportedImages(m_exported)) {
        const QByteArray bytes = m_exported.images.value(image.sha256);
        QJsonObject told{{u"sha256"_s, QString::fromLatin1(image.sha256)},
                         {u"mime_type"_s, image.mimeType},
                         {u"width"_s, image.width},
                         {u"height"_s, image.height},
                         {u"bytes"_s, image.bytes},
                         {u"file_name"_s, textValue(image.fileName)},
                         {u"base64"_s, textValue(QString::fromLatin1(bytes.toBase64()))}};
        if (!image.hasBytes())
            told.insert(u"url"_s, image.url);
        item(told);
    }
    endList();
}

} // namespace

QJsonObject runJson(const Run &run)
{
    return {{u"id"_s, idValue(run.id)},
            {u"turn"_s, idValue(run.turn)},
            {u"lane"_s, idValue(run.lane)},
            {u"provider"_s, run.providerId},
            {u"provider_name"_s, textValue(run.providerName)},
            {u"model"_s, run.model},
            {u"model_answered"_s, textValue(run.modelAnswered)},
            {u"tier_asked"_s, textValue(run.tierAsked)},
            {u"tier_echoed"_s, knownValue(run.tierEchoed)},
            {u"status"_s, QString(runStatusName(run.status))},
            {u"http_status"_s,
             run.httpStatus > 0 ? QJsonValue(run.httpStatus) : QJsonValue(QJsonValue::Null)},
            {u"error"_s, errorValue(run.error)},
            {u"usage"_s, usageValue(run.usage)},
            {u"cost_usd"_s, knownValue(run.costUsd)},
            {u"cost_from"_s, !run.costUsd       ? QJsonValue(QJsonValue::Null)
                             : run.costComputed ? QJsonValue(u"prices"_s)
                                                : QJsonValue(u"server"_s)},
            {u"timings_ms"_s, timingsObject(run.timings)},
            {u"retries"_s, run.retries},
            {u"response_id"_s, textValue(run.responseId)},
            {u"started_ms"_s, run.startedMs},
            {u"program_version"_s, textValue(run.version)}};
}

void writeJsonExport(QIODevice &out, const Exported &exported)
{
    JsonDocumentWriter(out, exported).write();
}

} // namespace app
