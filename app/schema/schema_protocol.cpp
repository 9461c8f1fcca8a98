// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/schema_protocol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kLongestText = 500; ///< of a failure; names are data of a server

QString shortText(const QString &text)
{
    return text.size() > kLongestText ? text.first(kLongestText) + u'…' : text;
}

QJsonObject failureToJson(const SchemaFailure &failure)
{
    // A path is never cut: it has to be found again.
    return {{u"path"_s, failure.path.size() > 10 * kLongestText ? QString() : failure.path},
            {u"keyword"_s, failure.keyword},
            {u"detail"_s, shortText(failure.detail)},
            {u"message"_s, shortText(failure.message)}};
}

SchemaFailure failureFromJson(const QJsonObject &json)
{
    return {json["path"_L1].toString(), json["keyword"_L1].toString(), json["detail"_L1].toString(),
            json["message"_L1].toString()};
}

SchemaVerdict verdictFromJson(const QJsonObject &json)
{
    const int kind = json["kind"_L1].toInt(-1);
    const int reason = json["reason"_L1].toInt(-1);
    if (kind < 0 || kind > int(SchemaVerdict::Kind::NotChecked) || reason < 0
        || reason > int(NotCheckedReason::UnsupportedPattern))
        return SchemaVerdict::notChecked(NotCheckedReason::Crashed);
    SchemaVerdict verdict;
    verdict.kind = SchemaVerdict::Kind(kind);
    verdict.reason = NotCheckedReason(reason);
    verdict.detail = json["detail"_L1].toString();
    verdict.hasMore = json["more"_L1].toBool();
    const QJsonArray failures = json["failures"_L1].toArray();
    for (const QJsonValue &failure : failures)
        verdict.failures.append(failureFromJson(failure.toObject()));
    return verdict;
}

} // namespace

QByteArray numberBytes(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

quint32 numberAt(const char *bytes)
{
    return qFromBigEndian<quint32>(bytes);
}

QByteArray requestBytes(const SchemaRequest &request)
{
    QByteArray bytes;
    bytes.reserve(kRequestHeader + request.schema.size() + 4 + request.value.size());
    bytes += numberBytes(request.number);
    bytes += char(request.question);
    bytes += numberBytes(quint32(request.schema.size()));
    bytes += request.schema;
    bytes += numberBytes(quint32(request.value.size()));
    bytes += request.value;
    return bytes;
}

QByteArray verdictBytes(quint32 number, const SchemaVerdict &verdict)
{
    QJsonArray failures;
    for (const SchemaFailure &failure : verdict.failures)
        failures.append(failureToJson(failure));
    const QJsonObject json{{u"kind"_s, int(verdict.kind)},
                           {u"reason"_s, int(verdict.reason)},
                           {u"detail"_s, shortText(verdict.detail)},
                           {u"more"_s, verdict.hasMore},
                           {u"failures"_s, failures}};
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return numberBytes(number) + numberBytes(quint32(text.size())) + text;
}

std::optional<NumberedVerdict> takeVerdict(QByteArray &buffer)
{
    if (buffer.size() < kVerdictHeader)
        return std::nullopt;
    const quint32 number = numberAt(buffer.constData());
    const qsizetype length = numberAt(buffer.constData() + 4);
    if (length > kLargestVerdict)
        return NumberedVerdict{number, SchemaVerdict::notChecked(NotCheckedReason::Crashed)};
    if (buffer.size() < kVerdictHeader + length)
        return std::nullopt;
    const QByteArray text = buffer.sliced(kVerdictHeader, length);
    buffer.remove(0, kVerdictHeader + length);
    return NumberedVerdict{number, verdictFromJson(QJsonDocument::fromJson(text).object())};
}

} // namespace app
