// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/diff_tokens.h"

#include <QTextBoundaryFinder>

#include <optional>

namespace app {

namespace {
/// The sign that opens or closes fenced code, where the line begins with three of it; else null.
QChar fenceSign(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    for (const QChar sign : {u'`', u'~'}) {
        if (trimmed.size() >= 3 && trimmed[0] == sign && trimmed[1] == sign && trimmed[2] == sign)
            return sign;
    }
    return {};
}

void addWords(QList<DiffToken> &tokens, QStringView text, qsizetype from, qsizetype to)
{
    if (from >= to)
        return;
    const QStringView part = text.sliced(from, to - from);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, part.data(), part.size());
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        if (!part.at(start).isSpace())
            tokens.append({from + start, from + end, false});
        start = end;
    }
}

template <typename Visit>
void forEachLine(QStringView text, const Visit &visit)
{
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype found = text.indexOf(u'\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        visit(start, end);
        start = end + 1;
    }
}
} // namespace

QList<DiffToken> wordTokens(QStringView text)
{
    QList<DiffToken> tokens;
    QChar fence;
    qsizetype prose = 0;
    forEachLine(text, [&](qsizetype start, qsizetype end) {
        const QStringView line = text.sliced(start, end - start);
        const QChar sign = fenceSign(line);
        if (fence.isNull() && sign.isNull())
            return;
        if (fence.isNull())
            addWords(tokens, text, prose, start);
        if (!line.trimmed().isEmpty())
            tokens.append({start, end, true});
        if (fence.isNull())
            fence = sign;
        else if (sign == fence)
            fence = QChar();
        prose = std::min(end + 1, text.size());
    });
    addWords(tokens, text, prose, text.size());
    return tokens;
}

QList<DiffToken> lineTokens(QStringView text)
{
    QList<DiffToken> tokens;
    forEachLine(text, [&](qsizetype start, qsizetype end) { tokens.append({start, end, true}); });
    return tokens;
}

} // namespace app
