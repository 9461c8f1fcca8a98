// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generation/exchange.h"

#include "app/base/credentials.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kMostHeaderLines = 100;
constexpr qsizetype kMostHeaderBytes = 32 * 1024;
/// Shorter ones are no keys, and may be part of any word.
constexpr qsizetype kShortestKey = 8;
constexpr char kKeyMark[] = "[key]";

QJsonArray linesToJson(const HeaderLines &lines)
{
    QJsonArray rows;
    for (const auto &[name, value] : lines)
        rows.append(QJsonArray{QString::fromUtf8(name), QString::fromUtf8(value)});
    return rows;
}

HeaderLines linesFromJson(const QJsonValue &json)
{
    HeaderLines lines;
    for (const QJsonValue &row : json.toArray())
        lines.append({row[0].toString().toUtf8(), row[1].toString().toUtf8()});
    return lines;
}

QJsonObject failureToJson(const FailedAttempt &failure)
{
    return {{u"at_ms"_s, failure.atMs},
            {u"wait_ms"_s, failure.waitMs},
            {u"kind"_s, QString(errorKindName(failure.reason.kind))},
            {u"status"_s, failure.reason.status},
            {u"message"_s, failure.reason.message},
            {u"code"_s, failure.reason.code}};
}

FailedAttempt failureFromJson(const QJsonValue &json)
{
    FailedAttempt failure;
    failure.atMs = json["at_ms"_L1].toInteger();
    failure.waitMs = json["wait_ms"_L1].toInteger();
    failure.reason.kind = errorKindFromName(json["kind"_L1].toString()).value_or(ErrorKind::Server);
    failure.reason.status = json["status"_L1].toInt();
    failure.reason.message = json["message"_L1].toString();
    failure.reason.code = json["code"_L1].toString();
    return failure;
}

} // namespace

HeaderLines shownHeaders(const HeaderLines &headers, const QByteArray &key)
{
    HeaderLines shown;
    qsizetype bytes = 0;
    for (const auto &[name, value] : headers) {
        const bool holdsKey = key.size() >= kShortestKey && value.contains(key);
        const QByteArray told =
            holdsKey || namesCredential(QString::fromLatin1(name)) ? kHiddenValue : value;
        bytes += name.size() + told.size();
        if (shown.size() >= kMostHeaderLines || bytes > kMostHeaderBytes)
            break;
        shown.append({name, told});
    }
    return shown;
}

QString shownUrl(const QUrl &url)
{
    QUrl shown = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    QUrlQuery query(shown);
    QList<std::pair<QString, QString>> items = query.queryItems(QUrl::FullyEncoded);
    const bool isOpen =
        std::ranges::none_of(items, [](const auto &item) { return namesCredential(item.first); });
    if (isOpen)
        return shown.toString(QUrl::FullyEncoded);
    for (auto &[name, value] : items) {
        if (namesCredential(name))
            value = QString::fromLatin1(kHiddenValue);
    }
    query.setQueryItems(items);
    shown.setQuery(query);
    return shown.toString(QUrl::FullyEncoded);
}

QString withoutKey(QString text, const QString &key)
{
    return key.size() < kShortestKey ? text : text.replace(key, QLatin1StringView(kKeyMark));
}

QByteArray withoutKey(QByteArray text, const QByteArray &key)
{
    return key.size() < kShortestKey ? text : text.replace(key, kKeyMark);
}

QJsonObject exchangeToJson(const Exchange &exchange)
{
    QJsonArray failures;
    for (const FailedAttempt &failure : exchange.failures)
        failures.append(failureToJson(failure));
    QJsonObject facts{{u"method"_s, QString::fromLatin1(exchange.method)},
                      {u"url"_s, exchange.url},
                      {u"sent"_s, linesToJson(exchange.sent)},
                      {u"received"_s, linesToJson(exchange.received)},
                      {u"failures"_s, failures}};
    if (!exchange.fingerprint.isEmpty())
        facts.insert("fingerprint"_L1, exchange.fingerprint);
    return facts;
}

Exchange exchangeFromJson(const QJsonObject &json)
{
    Exchange exchange;
    exchange.method = json["method"_L1].toString().toLatin1();
    exchange.url = json["url"_L1].toString();
    exchange.sent = linesFromJson(json["sent"_L1]);
    exchange.received = linesFromJson(json["received"_L1]);
    for (const QJsonValue &failure : json["failures"_L1].toArray())
        exchange.failures.append(failureFromJson(failure));
    exchange.fingerprint = json["fingerprint"_L1].toString();
    return exchange;
}

} // namespace app
