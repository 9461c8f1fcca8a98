// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_json.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

QJsonValue millisecondsOrNull(qint64 milliseconds)
{
    return milliseconds < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(milliseconds);
}

} // namespace

QJsonObject timingsToJson(const Timings &timings)
{
    return {{u"headers_ms"_s, millisecondsOrNull(timings.headersMs)},
            {u"first_token_ms"_s, millisecondsOrNull(timings.firstTokenMs)},
            {u"total_ms"_s, millisecondsOrNull(timings.totalMs)}};
}

QJsonValue errorToJson(const std::optional<Error> &error)
{
    if (!error)
        return QJsonValue::Null;
    return QJsonObject{
        {u"kind"_s, errorKindName(error->kind)},
        {u"status"_s, error->status ? QJsonValue(error->status) : QJsonValue(QJsonValue::Null)},
        {u"message"_s, error->message}};
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace app
