// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

char16_t escapedCharacter(char c)
{
    switch (c) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default:
        return char16_t(uchar(c));
    }
}

} // namespace

QByteArray compactJson(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1).chopped(1);
}

QString unescapedJson(QByteArrayView inside)
{
    QString text;
    text.reserve(inside.size());
    // Keeps a character that is cut at the end to itself.
    QStringDecoder decoder(QStringDecoder::Utf8);
    qsizetype at = 0;
    while (at < inside.size()) {
        const qsizetype escape = inside.indexOf('\\', at);
        const qsizetype end = escape < 0 ? inside.size() : escape;
        text += decoder(inside.sliced(at, end - at));
        if (escape < 0 || escape + 1 >= inside.size())
            break;
        constexpr qsizetype kUnicodeEscape = 6;
        if (inside.at(escape + 1) != 'u') {
            text += QChar(escapedCharacter(inside.at(escape + 1)));
            at = escape + 2;
            continue;
        }
        if (escape + kUnicodeEscape > inside.size())
            break;
        text += QChar(inside.sliced(escape + 2, 4).toByteArray().toUShort(nullptr, 16));
        at = escape + kUnicodeEscape;
    }
    return text;
}

QString pointerStep(QString name)
{
    return name.replace("~"_L1, "~0"_L1).replace("/"_L1, "~1"_L1);
}

QStringList pointerSteps(const QString &pointer)
{
    if (!pointer.startsWith(u'/'))
        return {};
    QStringList steps = pointer.sliced(1).split(u'/');
    for (QString &step : steps)
        step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    return steps;
}

LinePlace linePlace(QByteArrayView utf8, qsizetype position)
{
    const QByteArrayView before = utf8.first(std::clamp<qsizetype>(position, 0, utf8.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {1 + std::count(before.begin(), before.end(), '\n'),
            1 + QString::fromUtf8(before.sliced(lineStart)).size()};
}

} // namespace app
