// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/record_json.h"

#include "app/export/json_export.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kRecordVersion = 1;

QJsonArray headersToJson(const HeaderLines &headers)
{
    QJsonArray lines;
    for (const auto &[name, value] : headers)
        lines.append(QJsonArray{QString::fromUtf8(name), QString::fromUtf8(value)});
    return lines;
}

QJsonArray imagesToJson(const QList<RecordedImage> &images)
{
    const QJsonValue none = QJsonValue::Null;
    QJsonArray rows;
    for (const RecordedImage &image : images) {
        rows.append(QJsonObject{{u"number"_s, rows.size() + 1},
                                {u"sha256"_s, QString::fromLatin1(image.sha256)},
                                {u"mime_type"_s, image.mimeType},
                                {u"width"_s, image.width},
                                {u"height"_s, image.height},
                                {u"bytes"_s, image.bytes.size()},
                                {u"url"_s, image.url.isEmpty() ? none : QJsonValue(image.url)}});
    }
    return rows;
}

QJsonObject requestToJson(const RecordedRun &record)
{
    const auto &recipe = record.stored.recipe;
    const QJsonValue none = QJsonValue::Null;
    return {
        {u"method"_s, QString::fromLatin1(record.method)},
        {u"url"_s, record.url},
        {u"headers"_s, headersToJson(record.sent)},
        {u"is_address_of_now"_s, record.isAddressOfNow},
        {u"key_variable"_s, record.keyVariable.isEmpty() ? none : QJsonValue(record.keyVariable)},
        {u"exactness"_s, QString(exactnessName(record.exactness))},
        {u"body"_s,
         record.body.isEmpty() ? none : QJsonValue(QJsonDocument::fromJson(record.body).object())},
        {u"body_sha256"_s, recipe ? QJsonValue(QString::fromLatin1(recipe->bodySha256)) : none},
        {u"body_bytes"_s, recipe ? QJsonValue(recipe->bodyBytes) : none},
        {u"images"_s, imagesToJson(record.images)}};
}

QJsonObject responseToJson(const RecordedRun &record)
{
    QJsonArray reasons;
    for (const Message &reply : record.stored.replies)
        reasons.append(reply.finishReason.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                    : QJsonValue(reply.finishReason));
    const HeaderLines received =
        record.stored.exchange ? record.stored.exchange->received : HeaderLines();
    return {{u"headers"_s, headersToJson(received)},
            {u"finish_reasons"_s, reasons},
            {u"raw_bytes"_s, record.stored.rawBytes < 0 ? QJsonValue(QJsonValue::Null)
                                                        : QJsonValue(record.stored.rawBytes)}};
}

QJsonArray failuresToJson(const RecordedRun &record)
{
    const auto &exchange = record.stored.exchange;
    return exchange ? exchangeToJson(*exchange).value("failures"_L1).toArray() : QJsonArray();
}

} // namespace

QJsonObject recordJson(const RecordedRun &record)
{
    QJsonObject json = runJson(record.run());
    json.insert(u"format"_s, u"diptych-record"_s);
    json.insert(u"version"_s, kRecordVersion);
    json.insert(u"conversation"_s, QString::number(record.stored.conversation.value()));
    json.insert(u"failed_attempts"_s, failuresToJson(record));
    json.insert(u"request"_s, requestToJson(record));
    json.insert(u"response"_s, responseToJson(record));
    return json;
}

} // namespace app
