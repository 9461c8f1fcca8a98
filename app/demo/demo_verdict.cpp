// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_verdict.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// The text between two lines of marks; null where they are not there.
QString partBetween(const QString &prompt, QLatin1StringView begin, QLatin1StringView end)
{
    const qsizetype mark = prompt.lastIndexOf(u"===== %1 ["_s.arg(begin));
    const qsizetype from = mark < 0 ? -1 : prompt.indexOf(u'\n', mark);
    const qsizetype to = prompt.lastIndexOf(u"===== %1 ["_s.arg(end));
    return from < 0 || to < from ? QString() : prompt.sliced(from, to - from);
}

int differentWords(const QString &text)
{
    static const QRegularExpression notInWords(u"[^\\w]+"_s,
                                               QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = text.toCaseFolded().split(notInWords, Qt::SkipEmptyParts);
    return int(QSet<QString>(words.begin(), words.end()).size());
}

int scoreOf(int words)
{
    return std::clamp(1 + words / 12, 1, 10);
}

} // namespace

std::optional<QString> demoVerdict(const QString &prompt)
{
    const QString first = partBetween(prompt, "Answer 1"_L1, "Answer 2"_L1);
    const QString second = partBetween(prompt, "Answer 2"_L1, "End"_L1);
    if (first.isNull() || second.isNull())
        return {};
    const int one = differentWords(first);
    const int other = differentWords(second);
    const bool isTie = one == other;
    const QJsonObject verdict{
        {u"winner"_s, isTie ? u"tie"_s : (one > other ? u"1"_s : u"2"_s)},
        {u"reason"_s,
         u"The demo cannot judge, so it counts: %1 different words in answer 1, %2 in answer 2."_s
             .arg(one)
             .arg(other)},
        {u"scores"_s, QJsonObject{{u"1"_s, scoreOf(one)}, {u"2"_s, scoreOf(other)}}}};
    return QString::fromUtf8(QJsonDocument(verdict).toJson(QJsonDocument::Compact));
}

} // namespace app
