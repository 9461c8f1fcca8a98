// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with a preset; how the window is built and what it shows is in presets_window.cpp.
#include "app/base/when_done.h"
#include "ui/presets/presets_window.h"
#include "ui/widgets/file_saving.h"
#include "ui/widgets/toast.h"
#include "ui/wording/error_wording.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kLongestPresetTold = 60;
} // namespace

void PresetsWindow::rename()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the preset"));
    dialog->setLabelText(tr("Name of the preset"));
    dialog->setTextValue(current());
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, name = current()](const QString &typed) {
                const QString wanted = typed.simplified().left(app::kLongestPresetName);
                if (wanted.isEmpty() || wanted == name)
                    return;
                if (m_presets.rename(name, wanted))
                    select(wanted);
                else
                    tell(tr("There is another preset named “%1”.")
                             .arg(shortened(wanted, kLongestPresetTold)));
            });
    dialog->open();
}

void PresetsWindow::remove()
{
    const app::Presets::Removed removed = m_presets.remove(current());
    if (removed.preset.name.isEmpty())
        return;
    m_toast->showMessage(
        tr("“%1” is deleted.").arg(shortened(removed.preset.name, kLongestPresetTold)), tr("Undo"),
        [this, removed] {
            m_presets.restore(removed);
            select(removed.preset.name);
        });
}

void PresetsWindow::askForFiles()
{
    auto *dialog =
        new QFileDialog(this, tr("Import presets"), {}, tr("Presets (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &PresetsWindow::import);
    dialog->open();
}

void PresetsWindow::import(const QStringList &paths)
{
    for (const QString &path : paths) {
        app::whenDone(m_presets.import(path), this, [this, path](const app::Result<QString> &name) {
            if (name)
                return select(*name);
            const QString file = shortened(QFileInfo(path).fileName(), kLongestPresetTold);
            tell(tr("“%1” cannot be imported: %2").arg(file, shortened(name.error().message)));
        });
    }
}

void PresetsWindow::exportCurrent()
{
    const app::Preset *preset = m_presets.find(current());
    if (!preset)
        return;
    const QString file = QString::fromLatin1(QUrl::toPercentEncoding(preset->name, " ", "."));
    saveFileAs(app::presetToJson(*preset), file + u".json"_s, tr("Export the preset"), this);
}

} // namespace ui
