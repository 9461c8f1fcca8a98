// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/record_saving.h"

#include "app/base/when_done.h"
#include "ui/record/record_wording.h"
#include "ui/widgets/file_saving.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace ui {

namespace {

struct Written
{
    QString path;
    QString failure; ///< empty: all is there
};

Written writtenScript(const app::RecordedRun &record, app::ScriptLanguage language,
                      const QString &path)
{
    const auto script = app::requestScript(record, language, app::ScriptImages::Files);
    const QDir folder = QFileInfo(path).dir();
    QList<app::ScriptFile> files = script.files;
    files.append({QFileInfo(path).fileName(), script.text});
    for (const app::ScriptFile &file : std::as_const(files)) {
        const QString target = folder.filePath(file.name);
        // Another picture that happens to be called the same is somebody's.
        if (file.name != QFileInfo(path).fileName() && QFileInfo::exists(target)) {
            QFile there(target);
            if (!there.open(QIODevice::ReadOnly) || there.read(file.bytes.size() + 1) != file.bytes)
                return {target, QCoreApplication::translate(
                                    "ui::RecordSaving",
                                    "there is another file of that name; choose an empty folder")};
            continue;
        }
        const QString failure = writeWholeFile(target, file.bytes);
        if (!failure.isEmpty())
            return {target, failure};
    }
    return {path, {}};
}

} // namespace

void saveScript(const app::RecordedRun &record, app::ScriptLanguage language, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, scriptLanguageText(language));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(app::scriptFileName(language));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [record, language, parent](const QString &path) {
                         app::whenDone(QtConcurrent::run([record, language, path] {
                                           return writtenScript(record, language, path);
                                       }),
                                       parent, [parent](const Written &written) {
                                           tellFailedWriting(written.path, written.failure, parent);
                                       });
                     });
    dialog->open();
}

} // namespace ui
