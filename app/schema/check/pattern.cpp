// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/check/pattern.h"

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Where PCRE means something else by the same letters: `$` also stands before a last line end
/// there, and `\uXXXX` is not known.
QString inPcre(const QString &pattern)
{
    QString out;
    bool inClass = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern.at(i);
        if (c == u'\\' && i + 1 < pattern.size()) {
            const QChar escaped = pattern.at(++i);
            if (escaped == u'u' && i + 4 < pattern.size()) {
                out += u"\\x{"_s + pattern.sliced(i + 1, 4) + u'}';
                i += 4;
            } else {
                out += c;
                out += escaped;
            }
            continue;
        }
        if (c == u'[')
            inClass = true;
        else if (c == u']')
            inClass = false;
        out += c == u'$' && !inClass ? u"(?!\\n)$"_s : QString(c);
    }
    return out;
}

} // namespace

Pattern::Pattern(const QString &pattern) : m_expression(inPcre(pattern))
{
}

bool Pattern::isIn(const QString &text) const
{
    const QRegularExpressionMatch match = m_expression.match(text);
    if (!match.isValid())
        throw std::runtime_error("pattern");
    return match.hasMatch();
}

} // namespace app
