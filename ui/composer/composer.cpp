// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer.h"

#include "app/base/when_done.h"
#include "ui/composer/attachment_intake.h"
#include "ui/composer/attachment_strip.h"
#include "ui/composer/composer_card.h"
#include "ui/composer/prompt_edit.h"
#include "ui/composer/queue_list.h"
#include "ui/widgets/flat_button.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

Composer::Composer(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    build();
    connect(m_edit, &PromptEdit::sendRequested, this, &Composer::send);
    connect(m_edit, &PromptEdit::editLastRequested, this, &Composer::editLastRequested);
    bindImages();
    connect(m_edit, &PromptEdit::textChanged, this, &Composer::announceDraft);
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
    m_intake = new AttachmentIntake(m_theme, *m_strip);
    m_edit = new PromptEdit(m_card);
    m_edit->setAccessibleName(tr("Message"));
    for (QLabel **label : {&m_problem, &m_warnings}) {
        *label = new QLabel(m_card);
        (*label)->setTextFormat(Qt::PlainText);
        (*label)->setWordWrap(true);
        (*label)->hide();
    }

    auto *inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(metrics::kStep3, 10, metrics::kStep3, metrics::kStep2);
    inside->setSpacing(metrics::kStep2);
    for (QWidget *part : {static_cast<QWidget *>(m_queue), static_cast<QWidget *>(m_strip),
                          static_cast<QWidget *>(m_warnings), static_cast<QWidget *>(m_edit),
                          static_cast<QWidget *>(m_problem), buildBottomRow()})
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

    m_stop = new QPushButton(tr("Stop"), row);
    m_stop->setToolTip(tr("Stop all replies of this conversation (Esc)"));
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_edit->setFocus(); // the button goes, and its focus would go to the next one
        emit stopRequested();
    });

    m_send = new QPushButton(tr("Send"), row);
    m_send->setProperty("accent", true);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);

    m_tools = new QHBoxLayout;
    m_tools->addWidget(buildImageButton(row));
    layout->addLayout(m_tools);
    layout->addStretch(1);
    layout->addWidget(m_stop);
    layout->addWidget(m_send);
    return row;
}

void Composer::setImageImporter(ImageImporter importer)
{
    m_intake->setImporter(std::move(importer));
    m_addImage->setVisible(m_intake->hasImporter());
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
    m_sendsWhenReady = false;
    m_intake->forget();
    m_edit->setPlainText(draft.text);
    m_edit->moveCursor(QTextCursor::End);
    QList<AttachedImage> images;
    for (const app::ImagePart &part : draft.images)
        images.append({part, {}});
    m_strip->setImages(images);
    m_quiet = false;
    refreshButtons();
    if (!m_thumbnails)
        return;
    for (const app::ImagePart &part : draft.images) {
        if (!part.hasBytes())
            continue;
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

void Composer::addTool(QWidget *tool)
{
    m_tools->addWidget(tool);
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

void Composer::send()
{
    const app::Draft written = draft();
    const app::Prompt prompt{written.text, written.images};
    if (prompt.isEmpty())
        return;
    if (m_strip->pending() > 0) {
        m_intake->setProblem(tr("An image is still being prepared. Send again in a moment."));
        return;
    }
    emit sendRequested(prompt);
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
    m_warnings->setFont(m_theme.font(TextRole::Small));
    QPalette warning = palette();
    warning.setColor(QPalette::WindowText, m_theme.colours().warning);
    m_warnings->setPalette(warning);
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

} // namespace ui
