// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/code_saving.h"

#include "app/base/when_done.h"
#include "ui/transcript/transcript_words.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Ending
{
    const char *language;
    const char *ending;
};

constexpr Ending kEndings[] = {
    {"bash", "sh"},         {"c", "c"},         {"c#", "cs"},
    {"c++", "cpp"},         {"cc", "cpp"},      {"cpp", "cpp"},
    {"cs", "cs"},           {"csharp", "cs"},   {"css", "css"},
    {"csv", "csv"},         {"dart", "dart"},   {"diff", "diff"},
    {"fish", "fish"},       {"go", "go"},       {"golang", "go"},
    {"graphql", "graphql"}, {"h", "h"},         {"haskell", "hs"},
    {"hpp", "hpp"},         {"hs", "hs"},       {"html", "html"},
    {"ini", "ini"},         {"java", "java"},   {"javascript", "js"},
    {"js", "js"},           {"json", "json"},   {"jsx", "jsx"},
    {"kotlin", "kt"},       {"kt", "kt"},       {"latex", "tex"},
    {"lua", "lua"},         {"markdown", "md"}, {"md", "md"},
    {"patch", "patch"},     {"perl", "pl"},     {"php", "php"},
    {"powershell", "ps1"},  {"ps1", "ps1"},     {"py", "py"},
    {"python", "py"},       {"python3", "py"},  {"r", "R"},
    {"rb", "rb"},           {"rs", "rs"},       {"ruby", "rb"},
    {"rust", "rs"},         {"scala", "scala"}, {"scss", "scss"},
    {"sh", "sh"},           {"shell", "sh"},    {"sql", "sql"},
    {"svg", "svg"},         {"swift", "swift"}, {"tex", "tex"},
    {"toml", "toml"},       {"ts", "ts"},       {"tsx", "tsx"},
    {"typescript", "ts"},   {"xml", "xml"},     {"yaml", "yaml"},
    {"yml", "yml"},         {"zig", "zig"},     {"zsh", "zsh"},
};

/// Languages whose files have a name of their own.
constexpr Ending kNames[] = {
    {"cmake", "CMakeLists.txt"}, {"docker", "Dockerfile"}, {"dockerfile", "Dockerfile"},
    {"make", "Makefile"},        {"makefile", "Makefile"},
};

/// Empty, or why not.
QString writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return file.errorString();
}

} // namespace

QString proposedFileName(const QByteArray &language)
{
    const QByteArray written = language.toLower();
    for (const Ending &name : kNames) {
        if (written == name.language)
            return QString::fromLatin1(name.ending);
    }
    for (const Ending &known : kEndings) {
        if (written == known.language)
            return u"code."_s + QString::fromLatin1(known.ending);
    }
    return u"code.txt"_s;
}

void saveCodeAs(const QByteArray &code, const QByteArray &language, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, Transcript::tr("Save code"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(proposedFileName(language));
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent, [code, parent](const QString &path) {
            const QFuture<QString> written = QtConcurrent::run(writeFile, path, code + '\n');
            app::whenDone(written, parent, [path, parent](const QString &failure) {
                if (failure.isEmpty())
                    return;
                auto *box =
                    new QMessageBox(QMessageBox::Warning, Transcript::tr("Save code"),
                                    Transcript::tr("%1 cannot be written: %2").arg(path, failure),
                                    QMessageBox::Ok, parent);
                box->setTextFormat(Qt::PlainText);
                box->setAttribute(Qt::WA_DeleteOnClose);
                box->open();
            });
        });
    dialog->open();
}

} // namespace ui
