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

/// Those that lie in [from, to) of a text.
QList<FindQuery::Match> FindQuery::matchesBetween(const QString &in, qsizetype from,
                                                  qsizetype to) const
{
    QList<Match> found;
    if (text.isEmpty() || to - from < text.size())
        return found;
    const QString where = withSpaces(in);
    const QString wanted = withSpaces(text);
    const Qt::CaseSensitivity sensitivity = matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = where.indexOf(wanted, from, sensitivity);
         at >= 0 && at + wanted.size() <= to;) {
        const bool counts = !wholeWords || isWordAt(where, at, wanted.size());
        if (counts)
            found.append({int(at), int(wanted.size())});
        at = where.indexOf(wanted, at + (counts ? wanted.size() : 1), sensitivity);
    }
    return found;
}

QList<FindQuery::Match> FindQuery::matches(const QString &in) const
{
    return matchesBetween(in, 0, in.size());
}

FindQuery::Match FindQuery::matchAcross(const QString &before, const QString &after) const
{
    const QString left = before.right(reach());
    const QString window = left + after.left(reach());
    const qsizetype first = qMax<qsizetype>(0, left.size() - text.size() + 1);
    const qsizetype last = qMin(window.size(), left.size() + text.size() - 1);
    const QString where = withSpaces(window);
    const QString wanted = withSpaces(text);
    const Qt::CaseSensitivity sensitivity = matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype start = where.indexOf(wanted, first, sensitivity);
         start >= 0 && start < left.size() && start + wanted.size() <= last;
         start = where.indexOf(wanted, start + 1, sensitivity)) {
        if (!wholeWords || isWordAt(where, start, wanted.size()))
            return {int(start - left.size()), int(wanted.size())};
    }
    return {};
}

int FindQuery::reachesInto(const Piece &piece) const
{
    if (piece.before.isEmpty())
        return 0;
    const Match across = matchAcross(piece.before, piece.text + piece.after);
    return qMin(across.start + across.length, int(piece.text.size()));
}

QList<FindQuery::Match> FindQuery::matches(const Piece &in) const
{
    if (text.isEmpty() || (in.before.isEmpty() && in.after.isEmpty()))
        return matches(in.text);
    const int size = int(in.text.size());
    const Match across = in.after.isEmpty() ? Match{} : matchAcross(in.before + in.text, in.after);
    const int from = reachesInto(in);
    const int start = size + across.start;
    const bool crosses = across.length > 0 && start >= from;

    const QString whole = in.before + in.text + in.after.left(1);
    const qsizetype shift = in.before.size();
    QList<Match> found = matchesBetween(whole, shift + from, shift + (crosses ? start : size));
    for (Match &match : found)
        match.start -= int(shift);
    if (crosses)
        found.append({start, across.length});
    return found;
}

} // namespace ui
