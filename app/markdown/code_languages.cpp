// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/code_languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct Alias
{
    const char *written;
    const char *name; ///< of lang.map
};

/// What models write behind a fence and lang.map does not know.
constexpr Alias kAliases[] = {
    {"c++", "cpp"},
    {"cuda", "cpp"},
    {"objective-c", "c"},
    {"objc", "c"},
    {"c#", "csharp"},
    {"dotnet", "csharp"},
    {"golang", "go"},
    {"python3", "python"},
    {"py3", "python"},
    {"ipython", "python"},
    {"rust", "rs"},
    {"jsx", "javascript"},
    {"mjs", "javascript"},
    {"node", "javascript"},
    {"jsonc", "json"},
    {"json5", "json"},
    {"svg", "xml"},
    {"console", "sh"},
    {"shellsession", "sh"},
    {"terminal", "sh"},
    {"zsh", "sh"},
    {"make", "makefile"},
    {"fortran90", "fortran"},
    {"ocaml", "caml"},
    {"vb", "vbscript"},
    {"scss", "css"},
    {"less", "css"},
    {"mysql", "sql"},
    {"postgresql", "sql"},
    {"sqlite", "sql"},
    {"delphi", "pascal"},
    {"elisp", "lisp"},
    {"clojure", "lisp"},
    {"common-lisp", "lisp"},
    {"ts", "typescript"},
    {"tsx", "typescript"},
    {"mts", "typescript"},
    {"cts", "typescript"},
    {"kt", "kotlin"},
    {"kts", "kotlin"},
    {"yml", "yaml"},
    {"docker", "dockerfile"},
    {"containerfile", "dockerfile"},
    {"ps1", "powershell"},
    {"psm1", "powershell"},
    {"pwsh", "powershell"},
    {"ps", "powershell"},
    {"cmakelists.txt", "cmake"},
    {"gradle", "groovy"},
    {"compose", "yaml"},
    {"docker-compose", "yaml"},
    {"cargo", "toml"},
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
    {"kts", "Kotlin"},
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
    {"ps1", "PowerShell"},
    {"pwsh", "PowerShell"},
    {"docker", "Dockerfile"},
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

/// What resources/highlight defines: the library has none of these.
constexpr const char *kOwnDefinitions[] = {"typescript", "kotlin",     "swift", "yaml", "toml",
                                           "dockerfile", "powershell", "cmake", "dart", "zig"};

} // namespace

QByteArray codeLanguageName(const QByteArray &written)
{
    const QByteArray name = written.toLower();
    const char *alias = find(kAliases, name);
    return alias ? QByteArray(alias) : name;
}

bool hasOwnDefinition(const QByteArray &name)
{
    return std::any_of(std::begin(kOwnDefinitions), std::end(kOwnDefinitions),
                       [&](const char *own) { return name == own; });
}

QString ownDefinitions()
{
    const QStringList places{
        QCoreApplication::applicationDirPath() + "/../share/diptych/highlight"_L1,
        QStringLiteral(DIPTYCH_HIGHLIGHT_SOURCE),
        QStandardPaths::locate(QStandardPaths::GenericDataLocation, u"diptych/highlight"_s,
                               QStandardPaths::LocateDirectory)};
    for (const QString &place : places) {
        if (!place.isEmpty() && QDir(place).exists())
            return QDir(place).canonicalPath();
    }
    return {};
}

QByteArray languageLabel(const QByteArray &language)
{
    const char *label = find(kLabels, language.toLower());
    return label ? QByteArray(label) : language;
}

} // namespace app
