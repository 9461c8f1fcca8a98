// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer.h"

#include "app/base/when_done.h"
#include "ui/composer/attachment_strip.h"
#include "ui/composer/composer_card.h"
#include "ui/composer/prompt_edit.h"
#include "ui/composer/queue_list.h"
#include "ui/widgets/flat_button.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
/// A clipboard or a drop can hold hundreds of files; more than this is a slip of the hand.
constexpr int kMostImages = 20;
} // namespace

Composer::Composer(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    build();
    connect(m_edit, &PromptEdit::sendRequested, this, &Composer::send);
    connect(m_edit, &PromptEdit::editLastRequested, this, &Composer::editLastRequested);
    connect(m_edit, &PromptEdit::imagesOffered, this, &Composer::attach);
    connect(m_edit, &PromptEdit::textChanged, this, &Composer::announceDraft);
    connect(m_strip, &AttachmentStrip::imagesChanged, this, &Composer::announceDraft);
    connect(m_queue, &QueueList::removeRequested, this, &Composer::removeQueuedRequested);
    connect(m_queue, &QueueList::sendRequested, this, &Composer::sendQueuedRequested);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { m_card->setHighlighted(now == m_edit); });
    connect(&m_theme, &Theme::changed, this, &Composer::refreshLook);
    refreshLook();
    refreshButtons();
}

Composer::~Composer() = default;

void Composer::build()
{
    m_card = new ComposerCard(m_theme, this);
    m_queue = new QueueList(m_theme, m_card);
    m_strip = new AttachmentStrip(m_theme, m_card);
    m_edit = new PromptEdit(m_card);
    m_edit->setAccessibleName(tr("Message"));
    m_problem = new QLabel(m_card);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(metrics::kStep3, 10, metrics::kStep3, metrics::kStep2);
    inside->setSpacing(metrics::kStep2);
    for (QWidget *part :
         {static_cast<QWidget *>(m_queue), static_cast<QWidget *>(m_strip),
          static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_problem), buildBottomRow()})
        inside->addWidget(part);

    m_outer = new QVBoxLayout(this);
    m_outer->setContentsMargins(metrics::kStep5, metrics::kStep3, metrics::kStep5, metrics::kStep3);
    m_outer->addWidget(m_card);
    setFocusProxy(m_edit);
}

QWidget *Composer::buildBottomRow()
{
    auto *row = new QWidget(m_card);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kStep2);

    m_addImage = new FlatButton(m_theme, u"plus"_s, tr("Image"), row);
    m_addImage->setTextRole(TextRole::Small);
    m_addImage->setToolTip(tr("Attach images; they can also be pasted or dropped here"));
    connect(m_addImage, &FlatButton::clicked, this, &Composer::chooseImages);

    m_stop = new QPushButton(tr("Stop"), row);
    m_stop->setToolTip(tr("Stop all replies of this conversation (Esc)"));
    connect(m_stop, &QPushButton::clicked, this, &Composer::stopRequested);

    m_send = new QPushButton(tr("Send"), row);
    m_send->setProperty("accent", true);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);

    layout->addWidget(m_addImage);
    layout->addStretch(1);
    layout->addWidget(m_stop);
    layout->addWidget(m_send);
    return row;
}

void Composer::setImageImporter(ImageImporter importer)
{
    m_importer = std::move(importer);
    m_addImage->setVisible(bool(m_importer));
}

void Composer::setThumbnailLoader(ThumbnailLoader loader)
{
    m_thumbnails = std::move(loader);
}

void Composer::setSendKey(app::SendKey key)
{
    m_edit->setSendKey(key);
    m_send->setToolTip(key == app::SendKey::Enter ? tr("Send (Enter; Shift+Enter breaks the line)")
                                                  : tr("Send (Ctrl+Enter; Enter breaks the line)"));
}

void Composer::setContentWidth(int pixels)
{
    m_contentWidth = pixels;
    m_card->setMaximumWidth(pixels > 0 ? pixels : QWIDGETSIZE_MAX);
    // Without an alignment the card takes all the room up to its maximum; with one it would shrink.
    resizeEvent(nullptr);
}

void Composer::setHint(const QString &hint)
{
    if (hint == m_edit->placeholderText())
        return;
    m_edit->setPlaceholderText(hint);
    m_edit->viewport()->update(); // Qt 6.4 paints only when a hint comes or goes
}

void Composer::setDraft(const app::Draft &draft)
{
    m_quiet = true;
    ++m_generation;
    m_edit->setPlainText(draft.text);
    m_edit->moveCursor(QTextCursor::End);
    QList<AttachedImage> images;
    for (const app::ImagePart &part : draft.images)
        images.append({part, {}});
    m_strip->setPending(0);
    m_strip->setImages(images);
    m_problem->hide();
    m_quiet = false;
    refreshButtons();
    if (!m_thumbnails)
        return;
    for (const app::ImagePart &part : draft.images) {
        app::whenDone(m_thumbnails(part.sha256), this,
                      [this, sha256 = part.sha256](const app::Result<QImage> &thumbnail) {
                          if (thumbnail)
                              m_strip->setThumbnail(sha256, *thumbnail);
                      });
    }
}

app::Draft Composer::draft() const
{
    app::Draft draft{m_edit->toPlainText(), {}};
    for (const AttachedImage &image : m_strip->images())
        draft.images.append(image.part);
    return draft;
}

void Composer::clear()
{
    setDraft({});
    announceDraft();
}

void Composer::setBusy(bool busy)
{
    m_busy = busy;
    m_queue->setHeld(!busy);
    refreshButtons();
}

void Composer::setQueue(const QList<app::Prompt> &queue)
{
    m_queue->setQueue(queue);
}

void Composer::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::chooseImages()
{
    // Not every home has one.
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto *dialog = new QFileDialog(
        this, tr("Attach images"), QFileInfo(pictures).isDir() ? pictures : QDir::homePath(),
        tr("Images (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff *.heic *.avif);;"
           "All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setViewMode(QFileDialog::List);
    if (!m_imageFolder.isEmpty())
        dialog->setDirectory(m_imageFolder);
    connect(dialog, &QFileDialog::filesSelected, this, [this, dialog](const QStringList &paths) {
        m_imageFolder = dialog->directory().path();
        QList<ImageSource> images;
        for (const QString &path : paths)
            images.append(ImageFile{path});
        attach(images);
        focusText();
    });
    dialog->open();
}

void Composer::attach(const QList<ImageSource> &images)
{
    m_problem->hide();
    if (!m_importer)
        return;
    const int room = kMostImages - int(m_strip->images().size()) - m_strip->pending();
    if (images.size() > room)
        showProblem(tr("A message takes at most %n image(s); the rest was left out.", nullptr,
                       kMostImages));
    for (const ImageSource &image : images.first(std::clamp<qsizetype>(room, 0, images.size())))
        attachOne(image);
}

void Composer::attachOne(const ImageSource &source)
{
    m_strip->setPending(m_strip->pending() + 1);
    refreshButtons();
    app::whenDone(m_importer(source), this,
                  [this, generation = m_generation](const app::Result<AttachedImage> &result) {
                      if (generation == m_generation)
                          attached(result);
                  });
}

void Composer::attached(const app::Result<AttachedImage> &result)
{
    m_strip->setPending(std::max(0, m_strip->pending() - 1));
    if (result)
        m_strip->append(*result);
    else
        showProblem(tr("The image could not be attached: %1").arg(result.error().message));
    refreshButtons();
}

void Composer::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
}

void Composer::send()
{
    const app::Draft written = draft();
    const app::Prompt prompt{written.text, written.images};
    if (prompt.isEmpty())
        return;
    if (m_strip->pending() > 0) {
        showProblem(tr("An image is still being prepared. Send again in a moment."));
        return;
    }
    emit sendRequested(prompt);
}

void Composer::announceDraft()
{
    refreshButtons();
    if (!m_quiet)
        emit draftChanged(draft());
}

void Composer::refreshButtons()
{
    const bool empty = m_edit->toPlainText().trimmed().isEmpty() && m_strip->images().isEmpty();
    m_stop->setVisible(m_busy);
    // While replies run, Send appears only with something to queue: Stop stands in its place.
    m_send->setVisible(!m_busy || !empty);
    m_send->setEnabled(!empty && m_strip->pending() == 0);
    m_send->setText(m_busy ? tr("Queue") : tr("Send"));
    m_stop->setProperty("accent", empty);
    m_stop->update();
}

void Composer::refreshGrowth()
{
    m_edit->setGrowthLimit(window()->height() / 3);
}

void Composer::refreshLook()
{
    m_edit->setFont(m_theme.font(TextRole::Body));
    m_problem->setFont(m_theme.font(TextRole::Small));
    QPalette problem = palette();
    problem.setColor(QPalette::WindowText, m_theme.colours().danger);
    m_problem->setPalette(problem);
    QPalette field = palette();
    field.setColor(QPalette::Base, Qt::transparent);
    field.setColor(QPalette::Text, m_theme.colours().text);
    field.setColor(QPalette::PlaceholderText, m_theme.colours().faint);
    m_edit->setPalette(field);
}

void Composer::resizeEvent(QResizeEvent *event)
{
    if (event)
        QWidget::resizeEvent(event);
    const int spare = m_contentWidth > 0 ? (width() - m_contentWidth) / 2 : 0;
    const int side = std::max(metrics::kStep5, spare);
    m_outer->setContentsMargins(side, metrics::kStep3, side, metrics::kStep3);
    refreshGrowth();
}

bool Composer::takes(const QMimeData &offered)
{
    return !PromptEdit::imagesIn(offered).isEmpty();
}

void Composer::attachFrom(const QMimeData &offered)
{
    attach(PromptEdit::imagesIn(offered));
}

} // namespace ui
