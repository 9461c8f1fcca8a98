// SPDX-License-Identifier: GPL-3.0-or-later
// New, deleted, imported and exported prompts; what is shown and edited is in prompts_window.cpp.
#include "app/base/when_done.h"
#include "app/library/starter_prompts.h"
#include "ui/prompts/prompt_editor.h"
#include "ui/prompts/prompt_wording.h"
#include "ui/prompts/prompts_window.h"
#include "ui/widgets/file_saving.h"
#include "ui/widgets/toast.h"
#include "ui/wording/error_wording.h"

#include <QFileDialog>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kLongestFileShown = 60;
} // namespace

void PromptsWindow::add(const app::SavedPrompt &prompt)
{
    flush();
    app::whenDone(m_prompts.save(prompt, {}), this, [this](const app::Result<QString> &id) {
        if (id)
            editName(*id);
        else
            tell(tr("The prompt cannot be saved: %1").arg(promptFailure(id.error())));
    });
}

void PromptsWindow::remove()
{
    if (m_current.isEmpty())
        return;
    flush();
    const QString id = std::exchange(m_current, QString());
    const int row = m_model.rowOf(id);
    const int next = row + 1 < m_model.rowCount() ? row + 1 : row - 1;
    m_wanted = next >= 0 ? m_model.entry(next).id : QString();
    app::whenDone(
        m_prompts.remove(id), this, [this, id](const app::Result<app::SavedPrompt> &gone) {
            if (!gone)
                return tell(
                    tr("The prompt cannot be deleted: %1").arg(promptFailure(gone.error())));
            const QString name = shortened(gone->name, kLongestFileShown);
            if (app::isStarterId(id)) {
                m_toast->showMessage(tr("“%1” is hidden.").arg(name), tr("Undo"), [this, id] {
                    m_wanted = id;
                    m_prompts.setStarterHidden(id, false);
                });
                return;
            }
            m_toast->showMessage(
                tr("“%1” is deleted.").arg(name), tr("Undo"), [this, prompt = *gone] {
                    app::SavedPrompt back = prompt;
                    back.name = m_prompts.freeName(prompt.name);
                    app::whenDone(m_prompts.save(back, {}), this,
                                  [this](const app::Result<QString> &saved) {
                                      if (saved)
                                          edit(*saved);
                                      else
                                          tell(tr("The prompt cannot be saved: %1")
                                                   .arg(promptFailure(saved.error())));
                                  });
                });
        });
}

void PromptsWindow::askForFiles()
{
    auto *dialog =
        new QFileDialog(this, tr("Import prompts"), {}, tr("Prompts (*.md *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &PromptsWindow::import);
    dialog->open();
}

void PromptsWindow::import(const QStringList &paths)
{
    flush();
    for (const QString &path : paths) {
        app::whenDone(m_prompts.import(path), this, [this, path](const app::Result<QString> &id) {
            if (id)
                return edit(*id);
            const QString file = shortened(QFileInfo(path).fileName(), kLongestFileShown);
            tell(tr("“%1” cannot be imported: %2").arg(file, promptFailure(id.error())));
        });
    }
}

void PromptsWindow::exportCurrent()
{
    const app::SavedPrompt prompt = m_editor->prompt();
    saveFileAs(app::promptToMarkdown(prompt), app::promptFileName(m_saved.name),
               tr("Export the prompt"), this);
}

} // namespace ui
