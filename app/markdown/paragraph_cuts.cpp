// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/paragraph_cuts.h"

namespace app {

namespace {

QByteArrayView withoutEnd(QByteArrayView line)
{
    while (!line.isEmpty() && (line.back() == '\n' || line.back() == '\r'))
        line.chop(1);
    return line;
}

/// A line like `|:--|---|` makes a table of the line before it.
bool mayDelimitTable(QByteArrayView line)
{
    return std::all_of(line.begin(), line.end(),
                       [](char c) { return QByteArrayView("|:- \t\r\n").contains(c); });
}

bool canCutBetween(QByteArrayView line, QByteArrayView next)
{
    return !withoutEnd(line).endsWith('\\') && !mayDelimitTable(next);
}

qsizetype runLength(QByteArrayView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return end - at;
}

/// Behind the code span that starts at `at`; -1 if no run of backticks closes it.
qsizetype endOfCode(QByteArrayView text, qsizetype at)
{
    const qsizetype length = runLength(text, at);
    for (qsizetype i = text.indexOf('`', at + length); i >= 0;) {
        const qsizetype here = runLength(text, i);
        if (here == length)
            return i + here;
        i = text.indexOf('`', i + here);
    }
    return -1;
}

bool isWord(QByteArrayView text, qsizetype at)
{
    return at >= 0 && at < text.size()
           && (uchar(text[at]) >= 0x80 || std::isalnum(uchar(text[at])) != 0);
}

} // namespace

bool leavesNothingOpen(QByteArrayView text)
{
    int stars = 0;
    int underscores = 0;
    int tildes = 0;
    int dollars = 0;
    int brackets = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        switch (text[i]) {
        case '\\':
            ++i;
            break;
        case '`':
            i = endOfCode(text, i) - 1;
            if (i < 0)
                return false;
            break;
        case '*':
            ++stars;
            break;
        case '_':
            underscores += !isWord(text, i - 1) || !isWord(text, i + 1);
            break;
        case '~':
            ++tildes;
            break;
        case '$':
            ++dollars;
            break;
        case '[':
            ++brackets;
            break;
        case ']':
            brackets = qMax(0, brackets - 1);
            break;
        default:
            break;
        }
    }
    return stars % 2 == 0 && underscores % 2 == 0 && tildes % 2 == 0 && dollars % 2 == 0
           && brackets == 0;
}

bool endsInHardBreak(QByteArrayView line)
{
    return withoutEnd(line).endsWith("  ");
}

QList<int> paragraphCuts(const QList<QByteArrayView> &lines)
{
    QList<int> cuts;
    QByteArrayView piece;
    for (int i = 0; i + 1 < lines.size(); ++i) {
        // The lines stand one behind the other in one text.
        piece = piece.isEmpty() ? lines[i]
                                : QByteArrayView(piece.data(), piece.size() + lines[i].size());
        if (piece.size() < paragraph_pieces::kBytes || !canCutBetween(lines[i], lines[i + 1]))
            continue;
        if (piece.size() < paragraph_pieces::kMostBytes && !leavesNothingOpen(piece))
            continue;
        cuts.append(i + 1);
        piece = {};
    }
    return cuts;
}

} // namespace app
