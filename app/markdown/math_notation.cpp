// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/math_notation.h"

#include "app/markdown/math_symbols.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kDeepestArgument = 8; ///< arguments in arguments
constexpr qsizetype kLongestFormula = 4000; ///< bytes

/// Reads a formula from left to right; gives up at the first thing that is more than a line.
class FormulaReader
{
public:
    explicit FormulaReader(QStringView latex) : m_latex(latex) { }

    [[nodiscard]] std::optional<MathRuns> read();

private:
    using Text = std::optional<QString>;

    bool readOne();
    bool readScript(MathRun::Place place);
    [[nodiscard]] Text command();
    [[nodiscard]] Text namedCommand(const QString &name);
    [[nodiscard]] Text argument();
    [[nodiscard]] Text rawArgument();
    [[nodiscard]] Text fraction();
    [[nodiscard]] Text root();
    [[nodiscard]] Text letters(const QString &alphabet);
    [[nodiscard]] Text accented(QChar mark);
    [[nodiscard]] static Text flat(QStringView latex, int depth);
    void add(const QString &text, MathRun::Place place = MathRun::Place::Line);
    void skipSpaces();
    [[nodiscard]] bool atEnd() const { return m_at >= m_latex.size(); }

    QStringView m_latex;
    qsizetype m_at = 0;
    int m_depth = 0;
    MathRuns m_runs;
};

bool needsBrackets(const QString &text)
{
    // One number, one name, one letter with its accent.
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return !c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate() && c != u'.' && c != u'′';
    });
}

QString bracketed(const QString &text)
{
    return needsBrackets(text) ? u'(' + text + u')' : text;
}

std::optional<MathRuns> FormulaReader::read()
{
    while (!atEnd()) {
        if (!readOne())
            return std::nullopt;
    }
    return m_runs.isEmpty() ? std::nullopt : std::optional(m_runs);
}

void FormulaReader::add(const QString &text, MathRun::Place place)
{
    if (text.isEmpty())
        return;
    if (!m_runs.isEmpty() && m_runs.constLast().place == place)
        m_runs.last().text += text;
    else
        m_runs.append({text, place});
}

void FormulaReader::skipSpaces()
{
    while (!atEnd() && m_latex[m_at].isSpace())
        ++m_at;
}

bool FormulaReader::readOne()
{
    const QChar c = m_latex[m_at];
    if (c == u'^' || c == u'_') {
        ++m_at;
        return readScript(c == u'^' ? MathRun::Place::Raised : MathRun::Place::Lowered);
    }
    if (c == u'\\') {
        const Text text = command();
        if (text)
            add(*text);
        return text.has_value();
    }
    if (c == u'{') {
        const Text text = argument();
        if (text)
            add(*text);
        return text.has_value();
    }
    if (c == u'}' || c == u'&' || c == u'%' || c == u'#' || c == u'$')
        return false;
    ++m_at;
    if (c.isSpace()) {
        skipSpaces();
        add(u" "_s);
    } else if (c == u'\'') {
        add(u"′"_s);
    } else if (c == u'-') {
        add(u"−"_s);
    } else if (c == u'*') {
        add(u"∗"_s);
    } else if (c == u'~') {
        add(u"\u00A0"_s);
    } else {
        add(QString(c));
    }
    return true;
}

bool FormulaReader::readScript(MathRun::Place place)
{
    skipSpaces();
    const Text text = argument();
    if (!text || text->isEmpty())
        return false;
    const bool mark = place == MathRun::Place::Raised && (*text == u"′"_s || *text == u"∘"_s);
    add(*text == u"∘"_s && mark ? u"°"_s : *text, mark ? MathRun::Place::Line : place);
    return true;
}

/// A formula within another one, which must be a single line of text.
FormulaReader::Text FormulaReader::flat(QStringView latex, int depth)
{
    if (depth > kDeepestArgument)
        return std::nullopt;
    FormulaReader reader(latex);
    reader.m_depth = depth;
    QString text;
    while (!reader.atEnd()) {
        if (!reader.readOne())
            return std::nullopt;
    }
    for (const MathRun &run : reader.m_runs) {
        if (run.place != MathRun::Place::Line)
            return std::nullopt;
        text += run.text;
    }
    return text.trimmed();
}

/// What stands in braces, or one character or command.
FormulaReader::Text FormulaReader::argument()
{
    skipSpaces();
    if (atEnd() || m_depth > kDeepestArgument)
        return std::nullopt;
    if (m_latex[m_at] == u'{') {
        const qsizetype start = m_at + 1;
        return rawArgument() ? flat(m_latex.sliced(start, m_at - 1 - start), m_depth + 1)
                             : std::nullopt;
    }
    if (m_latex[m_at] == u'\\') {
        ++m_depth;
        const Text text = command();
        --m_depth;
        return text;
    }
    const qsizetype size = m_latex[m_at].isHighSurrogate() && m_at + 1 < m_latex.size() ? 2 : 1;
    m_at += size;
    return flat(m_latex.sliced(m_at - size, size), m_depth + 1);
}

/// What stands in braces as it was written.
FormulaReader::Text FormulaReader::rawArgument()
{
    skipSpaces();
    if (atEnd() || m_latex[m_at] != u'{')
        return std::nullopt;
    const qsizetype start = ++m_at;
    for (int open = 1; !atEnd(); ++m_at) {
        if (m_latex[m_at] == u'\\')
            ++m_at;
        else if (m_latex[m_at] == u'{')
            ++open;
        else if (m_latex[m_at] == u'}' && --open == 0)
            return m_latex.sliced(start, m_at++ - start).toString();
    }
    return std::nullopt;
}

FormulaReader::Text FormulaReader::command()
{
    const qsizetype start = ++m_at;
    while (!atEnd() && m_latex[m_at].isLetter() && m_latex[m_at].unicode() < 0x80)
        ++m_at;
    if (m_at > start)
        return namedCommand(m_latex.sliced(start, m_at - start).toString());
    if (atEnd())
        return std::nullopt;
    const QChar c = m_latex[m_at++];
    if (QStringView(u"{}_%$#&").contains(c))
        return QString(c);
    if (c == u'|')
        return u"‖"_s;
    if (c == u'!')
        return QString();
    if (c == u',' || c == u';' || c == u':' || c == u' ' || c == u'>')
        return u"\u2009"_s;
    return std::nullopt;
}

FormulaReader::Text FormulaReader::namedCommand(const QString &name)
{
    const QByteArray latin = name.toLatin1();
    if (latin == "frac" || latin == "dfrac" || latin == "tfrac")
        return fraction();
    if (latin == "sqrt")
        return root();
    if (latin == "text" || latin == "mathrm" || latin == "textbf" || latin == "textit"
        || latin == "operatorname" || latin == "mbox")
        return rawArgument();
    if (latin == "mathbf" || latin == "mathit" || latin == "boldsymbol" || latin == "mathsf"
        || latin == "bm")
        return argument();
    if (latin == "mathbb" || latin == "mathcal" || latin == "mathscr" || latin == "mathfrak")
        return letters(name);
    if (latin == "quad" || latin == "qquad")
        return u"\u2003"_s;
    if (latin == "left" || latin == "right" || latin == "big" || latin == "Big" || latin == "bigl"
        || latin == "bigr" || latin == "Bigl" || latin == "Bigr" || latin == "displaystyle"
        || latin == "limits" || latin == "nolimits") {
        if ((latin == "left" || latin == "right") && !atEnd() && m_latex[m_at] == u'.')
            ++m_at; // a bracket that is not there
        return QString();
    }
    if (latin == "pmod")
        if (const Text modulus = argument())
            return u" (mod "_s + *modulus + u')';
    if (const QChar mark = mathAccent(latin); !mark.isNull())
        return accented(mark);
    const QString symbol = mathSymbol(latin);
    return symbol.isEmpty() ? Text() : symbol;
}

FormulaReader::Text FormulaReader::fraction()
{
    const Text above = argument();
    const Text below = above ? argument() : std::nullopt;
    if (!below || above->contains(u'⁄') || below->contains(u'⁄'))
        return std::nullopt;
    // Fonts draw the slash of a fraction close to its numbers, and into anything else.
    const auto isNumber = [](const QString &text) {
        return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
    };
    const QString around = isNumber(*above) && isNumber(*below) ? QString() : u"\u200A"_s;
    return bracketed(*above) + around + u'⁄' + around + bracketed(*below);
}

FormulaReader::Text FormulaReader::root()
{
    QString sign = u"√"_s;
    skipSpaces();
    if (!atEnd() && m_latex[m_at] == u'[') {
        const qsizetype close = m_latex.indexOf(u']', m_at);
        const QStringView degree =
            close < 0 ? QStringView() : m_latex.sliced(m_at + 1, close - m_at - 1);
        if (degree != u"3" && degree != u"4")
            return std::nullopt;
        sign = degree == u"3" ? u"∛"_s : u"∜"_s;
        m_at = close + 1;
    }
    const Text inside = argument();
    return inside ? Text(sign + bracketed(*inside)) : std::nullopt;
}

FormulaReader::Text FormulaReader::letters(const QString &alphabet)
{
    const Text inside = argument();
    if (!inside)
        return std::nullopt;
    QString text;
    for (const QChar c : *inside) {
        const QString letter = mathLetter(alphabet.toLatin1(), c);
        if (letter.isEmpty())
            return std::nullopt;
        text += letter;
    }
    return text;
}

FormulaReader::Text FormulaReader::accented(QChar mark)
{
    const Text letter = argument();
    const bool single = letter && letter->toUcs4().size() == 1;
    return single ? Text(*letter + mark) : std::nullopt;
}

} // namespace

std::optional<MathRuns> mathNotation(QByteArrayView latex)
{
    if (latex.size() > kLongestFormula)
        return std::nullopt;
    const QString text = QString::fromUtf8(latex).trimmed();
    return FormulaReader(text).read();
}

} // namespace app
