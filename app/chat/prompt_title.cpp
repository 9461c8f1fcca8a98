// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/prompt_title.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kLongest = 60;

QString firstLine(const QString &prompt)
{
    static const QRegularExpression leadingMarks(uR"(^(?:[#>*\-+]+\s+|`{3,}\S*)+)"_s);
    for (const QStringView line : QStringView(prompt).tokenize(u'\n', Qt::SkipEmptyParts)) {
        const QString text = line.toString().simplified().remove(leadingMarks).trimmed();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

qsizetype lastBoundaryWithin(const QString &text, QTextBoundaryFinder::BoundaryType type)
{
    QTextBoundaryFinder finder(type, text);
    finder.setPosition(kLongest);
    return finder.isAtBoundary() ? kLongest : std::max<qsizetype>(0, finder.toPreviousBoundary());
}

} // namespace

QString titleFromPrompt(const QString &prompt)
{
    const QString line = firstLine(prompt);
    if (line.size() <= kLongest)
        return line;
    qsizetype cut = lastBoundaryWithin(line, QTextBoundaryFinder::Word);
    if (cut < kLongest / 2) // one endless word
        cut = lastBoundaryWithin(line, QTextBoundaryFinder::Grapheme);
    return line.left(cut).trimmed() + u'…';
}

} // namespace app
