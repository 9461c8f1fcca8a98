// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/find_query.h"

namespace ui {

namespace {

QString withSpaces(QString text)
{
    for (QChar &character : text) {
        if (character.isSpace())
            character = u' ';
    }
    return text;
}

bool isWordAt(const QString &text, qsizetype start, qsizetype length)
{
    const auto letter = [&](qsizetype at) {
        return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'_');
    };
    return !letter(start - 1) && !letter(start + length);
}

} // namespace

QList<FindQuery::Match> FindQuery::matches(const QString &in) const
{
    QList<Match> found;
    if (text.isEmpty() || in.size() < text.size())
        return found;
    const QString where = withSpaces(in);
    const QString wanted = withSpaces(text);
    const Qt::CaseSensitivity sensitivity = matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = where.indexOf(wanted, 0, sensitivity); at >= 0;) {
        const bool counts = !wholeWords || isWordAt(where, at, wanted.size());
        if (counts)
            found.append({int(at), int(wanted.size())});
        at = where.indexOf(wanted, at + (counts ? wanted.size() : 1), sensitivity);
    }
    return found;
}

} // namespace ui
