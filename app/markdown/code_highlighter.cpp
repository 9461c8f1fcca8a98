// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/code_highlighter.h"

#include "app/base/log.h"

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

struct Alias
{
    const char *written;
    const char *name; ///< of lang.map
};

/// What models write behind a fence and lang.map does not know.
constexpr Alias kAliases[] = {
    {"c++", "cpp"},        {"cuda", "cpp"},         {"objective-c", "c"},     {"objc", "c"},
    {"c#", "csharp"},      {"dotnet", "csharp"},    {"golang", "go"},         {"python3", "python"},
    {"py3", "python"},     {"ipython", "python"},   {"rust", "rs"},           {"jsx", "javascript"},
    {"mjs", "javascript"}, {"node", "javascript"},  {"jsonc", "json"},        {"json5", "json"},
    {"svg", "xml"},        {"console", "sh"},       {"shellsession", "sh"},   {"terminal", "sh"},
    {"zsh", "sh"},         {"make", "makefile"},    {"fortran90", "fortran"}, {"ocaml", "caml"},
    {"vb", "vbscript"},    {"scss", "css"},         {"less", "css"},          {"mysql", "sql"},
    {"postgresql", "sql"}, {"sqlite", "sql"},       {"delphi", "pascal"},     {"elisp", "lisp"},
    {"clojure", "lisp"},   {"common-lisp", "lisp"},
};

constexpr Alias kLabels[] = {
    {"cpp", "C++"},
    {"c++", "C++"},
    {"cc", "C++"},
    {"c", "C"},
    {"h", "C"},
    {"hpp", "C++"},
    {"cs", "C#"},
    {"csharp", "C#"},
    {"py", "Python"},
    {"python", "Python"},
    {"python3", "Python"},
    {"js", "JavaScript"},
    {"javascript", "JavaScript"},
    {"ts", "TypeScript"},
    {"typescript", "TypeScript"},
    {"jsx", "JSX"},
    {"tsx", "TSX"},
    {"json", "JSON"},
    {"html", "HTML"},
    {"css", "CSS"},
    {"scss", "SCSS"},
    {"xml", "XML"},
    {"svg", "SVG"},
    {"yaml", "YAML"},
    {"yml", "YAML"},
    {"toml", "TOML"},
    {"sql", "SQL"},
    {"sh", "Shell"},
    {"bash", "Bash"},
    {"shell", "Shell"},
    {"zsh", "Zsh"},
    {"go", "Go"},
    {"golang", "Go"},
    {"rs", "Rust"},
    {"rust", "Rust"},
    {"rb", "Ruby"},
    {"ruby", "Ruby"},
    {"php", "PHP"},
    {"java", "Java"},
    {"kt", "Kotlin"},
    {"kotlin", "Kotlin"},
    {"swift", "Swift"},
    {"dart", "Dart"},
    {"zig", "Zig"},
    {"lua", "Lua"},
    {"r", "R"},
    {"hs", "Haskell"},
    {"haskell", "Haskell"},
    {"scala", "Scala"},
    {"perl", "Perl"},
    {"tex", "LaTeX"},
    {"latex", "LaTeX"},
    {"cmake", "CMake"},
    {"dockerfile", "Dockerfile"},
    {"makefile", "Makefile"},
    {"diff", "Diff"},
    {"markdown", "Markdown"},
    {"md", "Markdown"},
    {"text", "Text"},
    {"txt", "Text"},
    {"powershell", "PowerShell"},
    {"ini", "INI"},
    {"graphql", "GraphQL"},
};

template <size_t size>
const char *find(const Alias (&table)[size], const QByteArray &written)
{
    for (const Alias &alias : table) {
        if (written == alias.written)
            return alias.name;
    }
    return nullptr;
}

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
    HighlightedLines plain{QList<CodeRuns>(lines.size()), before};
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
        HighlightedLines result;
        result.lines = colour(highlighter, lines);
        result.stateAfter = std::make_shared<const CodeState>(
            CodeState{highlighter.getCurrentState(), *highlighter.getStateStack()});
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
    QByteArray name = language.toLower();
    if (const char *alias = find(kAliases, name))
        name = alias;
    const auto known = m_states.constFind(name);
    if (known != m_states.cend())
        return *known;
    if (!m_map) {
        m_map.emplace("lang.map");
        m_map->open();
    }
    srchilite::HighlightStatePtr state;
    const std::string file = m_map->getFileName(name.toStdString());
    // A definition of the same name is not looked for: the word comes from the model.
    if (!file.empty()) {
        m_states.insert(name, state); // if it cannot be read, it is not tried again
        state = m_definitions.getHighlightState(file);
    }
    m_states.insert(name, state);
    return state;
}

} // namespace

HighlightedLines highlightCode(const QByteArray &language, const QList<QByteArray> &lines,
                               const CodeStatePtr &stateBefore)
{
    static HighlightLibrary library;
    return library.highlight(language, lines, stateBefore);
}

QByteArray languageLabel(const QByteArray &language)
{
    const char *label = find(kLabels, language.toLower());
    return label ? QByteArray(label) : language;
}

} // namespace app
