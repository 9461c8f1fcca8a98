// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/json_highlighter.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ui {

JsonHighlighter::JsonHighlighter(QTextDocument *document, const Theme &theme)
    : QSyntaxHighlighter(document), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    static const QRegularExpression tokens(
        uR"((?<key>"(?:[^"\\]|\\.)*"(?=\s*:))|(?<text>"(?:[^"\\]|\\.)*"?)|(?<number>-?\d[\d.eE+-]*)|(?<word>\b(?:true|false|null)\b))"_s);
    const Colours &colours = m_theme.colours();
    auto matches = tokens.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        QColor colour = colours.codeKeyword;
        if (match.hasCaptured(u"key"))
            colour = colours.codeFunction;
        else if (match.hasCaptured(u"text"))
            colour = colours.codeString;
        else if (match.hasCaptured(u"number"))
            colour = colours.codeNumber;
        setFormat(int(match.capturedStart()), int(match.capturedLength()), colour);
    }
}

} // namespace ui
