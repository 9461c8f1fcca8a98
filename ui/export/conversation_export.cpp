// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/conversation_export.h"

#include "app/base/when_done.h"
#include "app/chat/round_votes.h"
#include "app/export/export_collection.h"
#include "app/export/export_job.h"
#include "app/export/paper_export.h"
#include "app/library/library.h"
#include "app/services.h"
#include "ui/export/export_wording.h"
#include "ui/export/print_preview.h"
#include "ui/widgets/file_saving.h"
#include "ui/wording/error_wording.h"

#include <QDir>
#include <QFileDialog>
#include <QtConcurrentRun>

namespace ui {

ConversationExport::ConversationExport(const Theme &theme, app::Services &services, QWidget *window)
    : QObject(window), m_theme(theme), m_services(services), m_window(window)
{
}

void ConversationExport::ask(const app::ConversationPtr &conversation, app::RoundId round)
{
    if (isEmpty(*conversation))
        return;
    ExportDialog::Choice proposed = m_last;
    proposed.isRound = round.isValid();
    const app::RoundId shown = round ? round : app::newestRound(*conversation);
    auto *dialog = new ExportDialog(m_theme, shown.isValid(), proposed, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, conversation, shown] {
        m_last = dialog->choice();
        askWhere(conversation, shown, m_last);
    });
    dialog->open();
}

void ConversationExport::askWhere(const app::ConversationPtr &conversation, app::RoundId round,
                                  const ExportDialog::Choice &choice)
{
    auto *dialog = new QFileDialog(m_window, tr("Export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(exportFileFilter(choice.format));
    dialog->setDefaultSuffix(app::exportFileEnding(choice.format));
    dialog->selectFile(app::exportFileName(conversation->summary().title, choice.format));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, conversation, round, choice](const QString &path) {
                write(conversation, round, choice, path);
            });
    dialog->open();
}

app::Exported ConversationExport::collect(const app::Conversation &conversation,
                                          const app::ExportWish &wish) const
{
    app::Exported exported = app::collectExport(conversation, m_services.providers(), wish);
    exported.exportedMs = m_services.clock->nowMs();
    return exported;
}

void ConversationExport::write(const app::ConversationPtr &conversation, app::RoundId round,
                               const ExportDialog::Choice &choice, const QString &path)
{
    const app::ExportWish wish{.round = choice.isRound ? round : app::RoundId(),
                               .withImages = choice.withImages,
                               .withRuns = choice.withRuns,
                               .withBranches = choice.withBranches};
    auto *job = new app::ExportJob(conversation, collect(*conversation, wish), choice.format,
                                   *m_services.store, this);
    connect(job, &app::ExportJob::done, this, [this, job, path](const QByteArray &bytes) {
        job->deleteLater();
        writeFile(path, bytes);
    });
    connect(job, &app::ExportJob::failed, this, [this, job](const app::Error &error) {
        job->deleteLater();
        tell(error);
    });
    job->start(exportWords());
}

void ConversationExport::writeFile(const QString &path, const QByteArray &bytes)
{
    app::whenDone(QtConcurrent::run([path, bytes] { return writeWholeFile(path, bytes); }), this,
                  [this, path](const QString &failure) {
                      const QString file = QDir::toNativeSeparators(path);
                      if (failure.isEmpty())
                          emit saved(tr("Exported to %1.").arg(file));
                      else
                          emit failed(tr("%1 cannot be written: %2").arg(file, failure));
                  });
}

void ConversationExport::print(const app::ConversationPtr &conversation)
{
    if (isEmpty(*conversation))
        return;
    const app::ExportWish wish{.withRuns = false};
    const app::ExportWords words = exportWords();
    auto *job = new app::ExportJob(conversation, collect(*conversation, wish),
                                   app::ExportFormat::Html, *m_services.store, this);
    const QString title = conversation->summary().title;
    connect(job, &app::ExportJob::done, this, [this, job, title](const QByteArray &html) {
        job->deleteLater();
        showPrintPreview(title, QString::fromUtf8(html), m_window);
    });
    connect(job, &app::ExportJob::failed, this, [this, job](const app::Error &error) {
        job->deleteLater();
        tell(error);
    });
    job->start([words](const app::Exported &exported) -> app::Result<QByteArray> {
        return app::paperHtml(exported, words, kWidestPaperImage).toUtf8();
    });
}

template <typename Then>
void ConversationExport::whenOpen(app::ConversationId id, Then then)
{
    app::whenDone(m_services.library->open(id), this,
                  [this, then](const app::Result<app::ConversationPtr> &conversation) {
                      if (conversation)
                          then(*conversation);
                      else
                          tell(conversation.error());
                  });
}

void ConversationExport::ask(app::ConversationId id, app::RoundId round)
{
    whenOpen(id,
             [this, round](const app::ConversationPtr &conversation) { ask(conversation, round); });
}

void ConversationExport::print(app::ConversationId id)
{
    whenOpen(id, [this](const app::ConversationPtr &conversation) { print(conversation); });
}

bool ConversationExport::isEmpty(const app::Conversation &conversation)
{
    const bool nothing = conversation.children({}).isEmpty();
    if (nothing)
        emit failed(tr("There is nothing in this conversation yet."));
    return nothing;
}

void ConversationExport::tell(const app::Error &error)
{
    emit failed(errorSentence(error, {}, {}).text);
}

} // namespace ui
