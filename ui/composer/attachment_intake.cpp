// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/attachment_intake.h"

#include "app/attachments/attachment_errors.h"
#include "app/attachments/image_workers.h"
#include "app/attachments/page_ranges.h"
#include "app/base/when_done.h"
#include "ui/attachments/pdf_dialog.h"
#include "ui/composer/attachment_strip.h"
#include "ui/wording/image_wording.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kMostProblems = 3;

QString fileNameOf(const ImageSource &source)
{
    const auto *file = std::get_if<ImageFile>(&source);
    return file ? QFileInfo(file->path).fileName() : QString();
}

} // namespace

AttachmentIntake::AttachmentIntake(const Theme &theme, AttachmentStrip &strip)
    : QObject(&strip), m_theme(theme), m_strip(strip)
{
}

AttachmentIntake::~AttachmentIntake() = default;

int AttachmentIntake::room() const
{
    return app::kMostImagesOfMessage - int(m_strip.images().size()) - int(m_tickets.size());
}

AttachmentIntake::Ticket *AttachmentIntake::ticket(int id)
{
    const auto found = std::ranges::find(m_tickets, id, &Ticket::id);
    return found == m_tickets.end() ? nullptr : &*found;
}

void AttachmentIntake::attach(const QList<ImageSource> &images)
{
    if (!m_importer)
        return;
    if (m_tickets.empty())
        clearProblems();
    const auto taken = std::clamp<qsizetype>(room(), 0, images.size());
    if (taken < images.size()) {
        addProblem(tr("%1 of %2 images were taken: a message holds %3 at most.")
                       .arg(taken)
                       .arg(images.size())
                       .arg(app::kMostImagesOfMessage));
    }
    for (const ImageSource &image : images.first(taken)) {
        m_tickets.push_back({++m_lastId, fileNameOf(image), {}});
        fetch(m_lastId, image);
    }
    refreshPending();
}

void AttachmentIntake::attachReady(const AttachedImage &image)
{
    if (m_tickets.empty())
        clearProblems();
    if (room() < 1) {
        addProblem(tr("A message holds %n image(s) at most.", nullptr, app::kMostImagesOfMessage));
        return;
    }
    m_tickets.push_back({++m_lastId, {}, image});
    flush();
}

void AttachmentIntake::forget()
{
    m_tickets.clear();
    m_pdfs.clear();
    clearProblems();
    refreshPending();
}

void AttachmentIntake::fetch(int id, const ImageSource &source)
{
    app::whenDone(
        m_importer(source), this,
        [this, id, source](const app::Result<AttachedImage> &image) { take(id, source, image); });
}

void AttachmentIntake::take(int id, const ImageSource &source,
                            const app::Result<AttachedImage> &image)
{
    Ticket *waiting = ticket(id);
    if (!waiting)
        return; // for an older draft
    const auto *file = std::get_if<ImageFile>(&source);
    if (!image && file && image.error().code == app::kImageIsPdfCode) {
        m_pdfs.append({id, file->path});
        askForPages();
        return;
    }
    waiting->image = image;
    flush();
}

void AttachmentIntake::askForPages()
{
    if (m_isAsking || m_pdfs.isEmpty())
        return;
    const PdfQuestion question = m_pdfs.takeFirst();
    // The place that the file holds is one of the pages'.
    auto *dialog = new PdfDialog(m_theme, question.path, room() + 1, m_strip.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_isAsking = true;
    connect(dialog, &PdfDialog::pagesChosen, this,
            [this, id = question.ticket](const app::PdfFile &file, const QList<int> &pages) {
                choosePages(id, file, pages);
            });
    connect(dialog, &PdfDialog::textTaken, this, &AttachmentIntake::textTaken);
    connect(dialog, &QDialog::finished, this, [this, id = question.ticket](int result) {
        m_isAsking = false;
        // With its pages chosen the ticket is theirs.
        if (result == QDialog::Rejected || ticket(id))
            drop(id);
        askForPages();
    });
    dialog->open();
}

void AttachmentIntake::choosePages(int id, const app::PdfFile &file, const QList<int> &pages)
{
    const auto place = std::ranges::find(m_tickets, id, &Ticket::id);
    if (place == m_tickets.end())
        return;
    std::vector<Ticket> tickets;
    for (const int page : pages)
        tickets.push_back({++m_lastId, app::pdfPageName(file, page), {}});
    m_tickets.insert(m_tickets.erase(place), tickets.begin(), tickets.end());
    for (qsizetype i = 0; i < pages.size(); ++i)
        fetch(tickets.at(std::size_t(i)).id, PdfPage{file, pages.at(i)});
    refreshPending();
}

void AttachmentIntake::drop(int id)
{
    std::erase_if(m_tickets, [id](const Ticket &each) { return each.id == id; });
    flush();
}

void AttachmentIntake::flush()
{
    while (!m_tickets.empty() && m_tickets.front().image) {
        const Ticket done = m_tickets.front();
        m_tickets.erase(m_tickets.begin());
        const app::Result<AttachedImage> &image = *done.image;
        if (!image) {
            addProblem(imageProblemText(image.error(), done.name));
            continue;
        }
        if (image->frames > 1 && m_notes.size() < kMostProblems) {
            m_notes.append(firstFrameText(done.name, image->frames));
            emit problemsChanged();
        }
        m_strip.append(*image);
    }
    refreshPending();
}

void AttachmentIntake::refreshPending()
{
    const int before = m_strip.pending();
    m_strip.setPending(int(m_tickets.size()));
    if (m_tickets.empty() && before > 0) {
        app::releaseImageMemory();
        emit settled();
    }
}

void AttachmentIntake::addProblem(const QString &sentence)
{
    if (m_problems.size() == kMostProblems)
        m_problems.append(tr("There were more problems."));
    else if (m_problems.size() < kMostProblems)
        m_problems.append(sentence);
    emit problemsChanged();
}

void AttachmentIntake::setProblem(const QString &sentence)
{
    m_problems = {sentence};
    emit problemsChanged();
}

void AttachmentIntake::clearProblems()
{
    if (m_problems.isEmpty() && m_notes.isEmpty())
        return;
    m_problems.clear();
    m_notes.clear();
    emit problemsChanged();
}

} // namespace ui
