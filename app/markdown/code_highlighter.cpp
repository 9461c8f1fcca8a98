// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/code_highlighter.h"

#include "app/base/log.h"
#include "app/markdown/code_languages.h"

#include <QMutex>

#include <srchilite/formatter.h>
#include <srchilite/formattermanager.h>
#include <srchilite/formatterparams.h>
#include <srchilite/langdefmanager.h>
#include <srchilite/langmap.h>
#include <srchilite/regexrulefactory.h>
#include <srchilite/sourcehighlighter.h>

namespace app {

struct CodeState
{
    srchilite::HighlightStatePtr current;
    srchilite::HighlightStateStack stack;
};

namespace {

struct ElementStyle
{
    const char *element;
    CodeStyle style;
};

/// The elements of source-highlight's language definitions.
constexpr ElementStyle kElementStyles[] = {
    {"keyword", CodeStyle::Keyword},
    {"preproc", CodeStyle::Keyword},
    {"type", CodeStyle::Type},
    {"usertype", CodeStyle::Type},
    {"classname", CodeStyle::Type},
    {"selector", CodeStyle::Type},
    {"string", CodeStyle::String},
    {"regexp", CodeStyle::String},
    {"specialchar", CodeStyle::String},
    {"value", CodeStyle::String},
    {"newfile", CodeStyle::String},
    {"comment", CodeStyle::Comment},
    {"todo", CodeStyle::Comment},
    {"difflines", CodeStyle::Comment},
    {"number", CodeStyle::Number},
    {"date", CodeStyle::Number},
    {"time", CodeStyle::Number},
    {"function", CodeStyle::Function},
    {"predef_func", CodeStyle::Function},
    {"property", CodeStyle::Function},
    {"variable", CodeStyle::Function},
    {"oldfile", CodeStyle::Keyword},
};

/// Notes what the library would print.
class StyleNote : public srchilite::Formatter
{
public:
    StyleNote(CodeStyle style, CodeRuns &runs) : m_style(style), m_runs(runs) { }
    void format(const std::string &text, const srchilite::FormatterParams *parameters) override
    {
        if (parameters && parameters->start >= 0)
            m_runs.append({parameters->start, int(text.size()), m_style});
    }

private:
    CodeStyle m_style;
    CodeRuns &m_runs;
};

/// Byte offsets of the library to UTF-16 units.
CodeRuns inUtf16(const CodeRuns &runs, const QByteArray &line)
{
    const bool ascii =
        std::none_of(line.begin(), line.end(), [](char c) { return uchar(c) >= 0x80; });
    if (ascii)
        return runs;
    CodeRuns result;
    const auto units = [&](int bytes) { return int(QString::fromUtf8(line.first(bytes)).size()); };
    for (const CodeRun &run : runs) {
        const int start = units(run.start);
        result.append({start, units(run.start + run.length) - start, run.style});
    }
    return result;
}

/// The library with its parsed language definitions. One per process: a definition takes some
/// milliseconds to build. Guarded by a mutex, because the library is not thread-safe.
class HighlightLibrary
{
public:
    HighlightedLines highlight(const QByteArray &language, const QList<QByteArray> &lines,
                               const CodeStatePtr &before);

private:
    srchilite::HighlightStatePtr mainState(const QByteArray &language);
    std::string fileOf(const QByteArray &name);
    QList<CodeRuns> colour(srchilite::SourceHighlighter &highlighter,
                           const QList<QByteArray> &lines);

    QMutex m_mutex;
    srchilite::RegexRuleFactory m_rules;
    srchilite::LangDefManager m_definitions{&m_rules};
    std::optional<srchilite::LangMap> m_map;
    QHash<QByteArray, srchilite::HighlightStatePtr> m_states;
};

HighlightedLines HighlightLibrary::highlight(const QByteArray &language,
                                             const QList<QByteArray> &lines,
                                             const CodeStatePtr &before)
{
    HighlightedLines plain{QList<CodeRuns>(lines.size()), before, before};
    const QMutexLocker lock(&m_mutex);
    // The library throws its own exceptions, and those of Boost.Regex for costly expressions.
    try {
        const srchilite::HighlightStatePtr main = mainState(language);
        if (!main)
            return plain;
        srchilite::SourceHighlighter highlighter(main);
        if (before) {
            highlighter.setCurrentState(before->current);
            *highlighter.getStateStack() = before->stack;
        }
        const auto state = [&] {
            return std::make_shared<const CodeState>(
                CodeState{highlighter.getCurrentState(), *highlighter.getStateStack()});
        };
        HighlightedLines result;
        const qsizetype last = qMax<qsizetype>(0, lines.size() - 1);
        result.lines = colour(highlighter, lines.first(last));
        result.stateBeforeLast = state();
        result.lines += colour(highlighter, lines.sliced(last));
        result.stateAfter = state();
        return result;
    } catch (const std::exception &exception) {
        qCWarning(logMarkdown, "source-highlight: %s", exception.what());
    } catch (...) {
        qCWarning(logMarkdown, "source-highlight failed");
    }
    return plain;
}

QList<CodeRuns> HighlightLibrary::colour(srchilite::SourceHighlighter &highlighter,
                                         const QList<QByteArray> &lines)
{
    CodeRuns runs;
    srchilite::FormatterManager formatters(
        srchilite::FormatterPtr(new StyleNote(CodeStyle::Plain, runs)));
    for (const ElementStyle &element : kElementStyles) {
        formatters.addFormatter(element.element,
                                srchilite::FormatterPtr(new StyleNote(element.style, runs)));
    }
    srchilite::FormatterParams parameters;
    highlighter.setFormatterManager(&formatters);
    highlighter.setFormatterParams(&parameters);
    highlighter.setOptimize(false);

    QList<CodeRuns> result;
    for (const QByteArray &line : lines) {
        runs.clear();
        parameters.start = 0;
        if (line.size() <= kLongestHighlightedLine)
            highlighter.highlightParagraph(line.toStdString());
        runs.removeIf([](const CodeRun &run) { return run.style == CodeStyle::Plain; });
        result.append(inUtf16(runs, line));
    }
    return result;
}

srchilite::HighlightStatePtr HighlightLibrary::mainState(const QByteArray &language)
{
    const QByteArray name = codeLanguageName(language);
    const auto known = m_states.constFind(name);
    if (known != m_states.cend())
        return *known;
    m_states.insert(name, {}); // if it cannot be read, it is not tried again
    srchilite::HighlightStatePtr state;
    if (hasOwnDefinition(name)) {
        state = m_definitions.getHighlightState(ownDefinitions().toStdString(),
                                                (name + ".lang").toStdString());
    } else if (const std::string file = fileOf(name); !file.empty()) {
        state = m_definitions.getHighlightState(file);
    }
    m_states.insert(name, state);
    return state;
}

/// By the library's own map. A definition of the same name is not looked for: the word comes from
/// the model.
std::string HighlightLibrary::fileOf(const QByteArray &name)
{
    if (!m_map) {
        m_map.emplace("lang.map");
        m_map->open();
    }
    return m_map->getFileName(name.toStdString());
}

} // namespace

bool isSameState(const CodeStatePtr &a, const CodeStatePtr &b)
{
    // Without a stack nothing is open: that is how code starts.
    const bool isStartA = !a || a->stack.empty();
    const bool isStartB = !b || b->stack.empty();
    if (isStartA || isStartB)
        return isStartA == isStartB;
    return a->current == b->current && a->stack == b->stack;
}

HighlightedLines highlightCode(const QByteArray &language, const QList<QByteArray> &lines,
                               const CodeStatePtr &stateBefore)
{
    static HighlightLibrary library;
    return library.highlight(language, lines, stateBefore);
}

} // namespace app
