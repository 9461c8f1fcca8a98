// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/shown_body.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kLongestShownText = 20'000;
constexpr qsizetype kLongestDataUrl = 200;
constexpr qsizetype kMostShownBytes = 1024 * 1024;

QString shownDataUrl(const QString &url, qsizetype comma)
{
    const QByteArray bytes = QByteArray::fromBase64(url.sliced(comma + 1).toLatin1());
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return url.first(comma + 1)
           + u"… (%1 bytes, sha256 %2)"_s.arg(QString::number(bytes.size()),
                                              QString::fromLatin1(sha256));
}

QString shownText(const QString &text)
{
    const qsizetype comma = text.startsWith("data:"_L1) ? text.indexOf(u',') : -1;
    if (comma > 0 && comma < kLongestDataUrl && text.size() > kLongestDataUrl)
        return shownDataUrl(text, comma);
    if (text.size() <= kLongestShownText)
        return text;
    return text.first(kLongestShownText)
           + u"… (%1 more characters)"_s.arg(text.size() - kLongestShownText);
}

QJsonValue shownValue(const QJsonValue &value)
{
    if (value.isString())
        return shownText(value.toString());
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray())
            items.append(shownValue(item));
        return items;
    }
    if (!value.isObject())
        return value;
    QJsonObject members = value.toObject();
    for (auto at = members.begin(); at != members.end(); ++at)
        at.value() = shownValue(at.value());
    return members;
}

} // namespace

QString shownBody(const RecordedRun &record)
{
    const QJsonValue shown = shownValue(QJsonDocument::fromJson(record.body).object());
    QByteArray text = QJsonDocument(shown.toObject()).toJson().trimmed();
    if (text.size() <= kMostShownBytes)
        return QString::fromUtf8(text);
    const qsizetype more = text.size() - kMostShownBytes;
    text.truncate(std::max<qsizetype>(text.lastIndexOf('\n', kMostShownBytes), 0));
    return QString::fromUtf8(text) + u"\n… (%1 more bytes)"_s.arg(more);
}

} // namespace app
