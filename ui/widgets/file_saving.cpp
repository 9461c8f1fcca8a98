// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/file_saving.h"

#include "app/base/when_done.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>
#include <QtConcurrentRun>

namespace ui {

QString writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return file.errorString();
}

void tellFailedWriting(const QString &path, const QString &failure, QWidget *parent)
{
    if (failure.isEmpty())
        return;
    const QString text = QCoreApplication::translate("ui::FileSaving", "%1 cannot be written: %2")
                             .arg(path, failure);
    auto *box = new QMessageBox(QMessageBox::Warning, parent->window()->windowTitle(), text,
                                QMessageBox::Ok, parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void saveFileAs(const QByteArray &bytes, const QString &proposedName, const QString &title,
                QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(proposedName);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent, [bytes, parent](const QString &path) {
            app::whenDone(QtConcurrent::run([path, bytes] { return writeWholeFile(path, bytes); }),
                          parent, [path, parent](const QString &failure) {
                              tellFailedWriting(path, failure, parent);
                          });
        });
    dialog->open();
}

} // namespace ui
