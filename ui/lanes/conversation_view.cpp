// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/conversation_view.h"

#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/composer/composer.h"
#include "ui/lanes/image_intake.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_header.h"
#include "ui/theme/theme.h"
#include "ui/transcript/transcript_style.h"
#include "ui/transcript/transcript_view.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/separator.h"

#include <QDropEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int kNarrowestLane = 300;
constexpr int kNarrowestSingleLane = 440;
} // namespace

ConversationView::ConversationView(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_editBar(new MessageBar(context.theme, this)),
      m_saveBar(new MessageBar(context.theme, this)), m_composer(new Composer(context.theme, this))
{
    build();
    bindComposer();
}

ConversationView::~ConversationView() = default;

void ConversationView::build()
{
    setAcceptDrops(true);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_saveBar);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(new Separator(m_context.theme, Qt::Horizontal, this));
    layout->addWidget(m_editBar);
    m_composerRow = new QHBoxLayout;
    m_composerRow->addWidget(m_composer);
    layout->addLayout(m_composerRow);
    connect(&m_context.theme, &Theme::changed, this, [this] {
        refreshWidth();
        update();
    });
    connect(m_editBar, &MessageBar::actionTriggered, this, &ConversationView::endEdit);
    connect(m_editBar, &MessageBar::dismissed, this, &ConversationView::endEdit);
}

void ConversationView::bindComposer()
{
    m_composer->setImageImporter(imageImporter(*m_context.services.store, this));
    m_composer->setThumbnailLoader(thumbnailLoader(*m_context.services.store, this));
    connect(m_composer, &Composer::sendRequested, this, &ConversationView::send);
    connect(m_composer, &Composer::stopRequested, this, [this] { m_chat->stopAll(); });
    connect(m_composer, &Composer::editLastRequested, this, &ConversationView::editLast);
    connect(m_composer, &Composer::draftChanged, this, [this](const app::Draft &draft) {
        // A prompt being rewritten is not the draft of the next one.
        if (m_chat && !m_edited)
            m_chat->setDraft(draft);
    });
    connect(m_composer, &Composer::removeQueuedRequested, this, [this](int index) {
        if (m_chat)
            m_chat->removeQueued(index);
    });
    connect(m_composer, &Composer::sendQueuedRequested, this, [this] {
        emit aboutToSend();
        m_chat->sendQueued();
    });
    app::Settings &settings = *m_context.services.settings;
    const auto takePreferences = [this, &settings] {
        m_composer->setSendKey(settings.preferences().sendKey);
        refreshWidth();
    };
    connect(&settings, &app::Settings::preferencesChanged, this, takePreferences);
    takePreferences();
}

void ConversationView::setConversation(app::ConversationPtr conversation, app::ChatPtr chat)
{
    if (m_chat) {
        disconnect(m_chat.get(), nullptr, this, nullptr);
        disconnect(m_conversation.get(), nullptr, this, nullptr);
    }
    m_edited = {};
    m_editBar->hide();
    m_saveBar->hide();
    m_conversation = std::move(conversation);
    m_chat = std::move(chat);
    m_active = {};
    rebuildColumns();
    followChat();
    m_composer->setDraft(m_conversation->draft());
    refreshComposer();
}

void ConversationView::followChat()
{
    connect(m_conversation.get(), &app::Conversation::lanesChanged, this, [this] {
        rebuildColumns();
        refreshComposer();
    });
    connect(m_chat.get(), &app::Chat::activityChanged, this, &ConversationView::refreshComposer);
    connect(m_chat.get(), &app::Chat::queueChanged, this, &ConversationView::refreshComposer);
    connect(m_chat.get(), &app::Chat::writeFailed, this, [this](const app::Error &error) {
        m_saveBar->showMessage(errorSentence(error, {}, {}).text, MessageBar::Tone::Danger);
    });
}

void ConversationView::rebuildColumns()
{
    // Columns of lanes that stay are kept: what the reader looks at does not move.
    QList<LaneColumn *> old = std::exchange(m_columns, {});
    for (const app::Lane &lane : m_conversation->lanes()) {
        const auto kept = std::find_if(old.begin(), old.end(), [&](const LaneColumn *column) {
            return column->laneId() == lane.id;
        });
        LaneColumn *column = kept != old.end() ? *kept : makeColumn(lane.id);
        old.removeOne(column);
        m_splitter->insertWidget(int(m_columns.size()), column);
        m_splitter->setStretchFactor(int(m_columns.size()), 1);
        m_columns.append(column);
    }
    placeOuterButtons();
    for (LaneColumn *column : std::as_const(old)) {
        column->hide();
        column->deleteLater(); // its menu may have asked for it
    }
    const bool several = m_columns.size() > 1;
    for (LaneColumn *column : std::as_const(m_columns)) {
        column->setAmongOthers(several);
        column->header().setCompareShown(column == m_columns.last());
        column->show();
    }
    m_splitter->setSizes(QList<int>(m_columns.size(), 10'000));
    refreshBest();
    refreshWidth();
    emit lanesChanged();
}

LaneColumn *ConversationView::makeColumn(app::LaneId lane)
{
    auto *column = new LaneColumn(m_context, m_conversation, m_chat, lane, m_splitter);
    column->installEventFilter(this);
    connect(column, &LaneColumn::modelRequested, this, &ConversationView::modelRequested);
    connect(column, &LaneColumn::compareRequested, this, &ConversationView::compareRequested);
    connect(column, &LaneColumn::providersRequested, this, &ConversationView::providersRequested);
    connect(column, &LaneColumn::timeoutsRequested, this, &ConversationView::timeoutsRequested);
    connect(column, &LaneColumn::figuresChanged, this, &ConversationView::refreshBest);
    connect(column, &LaneColumn::editRequested, this, &ConversationView::edit);
    connect(column, &LaneColumn::removeRequested, m_chat.get(), &app::Chat::removeLane);
    connect(column, &LaneColumn::imageActivated, this, &ConversationView::imageActivated);
    connect(column, &LaneColumn::zoomRequested, this, &ConversationView::zoomRequested);
    return column;
}

void ConversationView::setOuterButtons(QWidget *leading, QWidget *trailing)
{
    m_leading = leading;
    m_trailing = trailing;
    placeOuterButtons();
}

void ConversationView::placeOuterButtons()
{
    if (m_columns.isEmpty())
        return;
    for (LaneColumn *column : std::as_const(m_columns)) {
        column->header().setLeading(column == m_columns.first() ? m_leading : nullptr);
        column->header().setTrailing(column == m_columns.last() ? m_trailing : nullptr);
    }
}

int ConversationView::wantedWidth() const
{
    return m_columns.size() > 1 ? int(m_columns.size()) * kNarrowestLane : kNarrowestSingleLane;
}

void ConversationView::refreshBest()
{
    QList<LaneFigures> figures;
    for (const LaneColumn *column : std::as_const(m_columns))
        figures.append(column->figures());
    const QList<bool> firstToken = bestOf(figures, Figure::FirstToken);
    const QList<bool> speed = bestOf(figures, Figure::Speed);
    const QList<bool> cost = bestOf(figures, Figure::Cost);
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        m_columns.at(i)->setBest({firstToken.at(i), speed.at(i), cost.at(i)});
}

void ConversationView::refreshComposer()
{
    m_composer->setLaneCount(int(m_columns.size()));
    m_composer->setBusy(m_chat->isBusy());
    m_composer->setQueue(m_chat->queue());
}

void ConversationView::refreshWidth()
{
    const int zoom = m_context.services.settings->preferences().textZoomPercent;
    const bool single = m_columns.size() <= 1;
    m_composer->setContentWidth(single ? transcriptStyle(m_context.theme, zoom).readableWidth()
                                       : 0);
    // In line with the column of text, which is centred beside the scroll bar.
    const int bar = single ? style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0;
    m_composerRow->setContentsMargins(isRightToLeft() ? bar : 0, 0, isRightToLeft() ? 0 : bar, 0);
}

void ConversationView::send(const app::Prompt &prompt)
{
    if (!m_chat)
        return;
    emit aboutToSend();
    if (const app::MessageId edited = std::exchange(m_edited, {})) {
        m_editBar->hide();
        const app::Message *message = m_conversation->message(edited);
        if (message && message->role == app::Role::Assistant)
            m_chat->editAnswer(m_editedIn, edited, prompt.text);
        else
            m_chat->editPrompt(edited, prompt);
        m_composer->setDraft(m_conversation->draft());
        return;
    }
    m_chat->send(prompt);
    m_composer->clear();
    m_chat->setDraft({});
}

void ConversationView::stopOrCancel()
{
    if (m_edited)
        endEdit();
    else if (m_chat)
        m_chat->stopAll();
}

LaneColumn *ConversationView::activeColumn() const
{
    for (LaneColumn *column : m_columns) {
        if (column->laneId() == m_active)
            return column;
    }
    return m_columns.first();
}

TranscriptView &ConversationView::readTranscript() const
{
    for (const LaneColumn *column : m_columns) {
        if (column->isAncestorOf(window()->focusWidget()))
            return column->transcript();
    }
    return activeColumn()->transcript();
}

void ConversationView::setActiveLane(app::LaneId lane)
{
    m_active = lane;
}

void ConversationView::editLast()
{
    if (m_columns.isEmpty())
        return;
    const app::LaneId lane = activeColumn()->laneId();
    const QList<app::MessageId> &path = m_conversation->path(lane);
    for (auto it = path.crbegin(); it != path.crend(); ++it) {
        const app::Message *message = m_conversation->message(*it);
        if (message && message->role == app::Role::User)
            return edit(lane, *it);
    }
}

void ConversationView::edit(app::LaneId lane, app::MessageId id)
{
    const app::Message *message = m_conversation->message(id);
    if (!message)
        return;
    m_edited = id;
    m_editedIn = lane;
    app::Draft draft{QString::fromUtf8(app::textOf(message->parts)), {}};
    for (const app::Part &part : message->parts) {
        if (const auto *image = std::get_if<app::ImagePart>(&part))
            draft.images.append(*image);
    }
    m_composer->setDraft(draft);
    m_editBar->showMessage(message->role == app::Role::Assistant
                               ? tr("You are rewriting an answer. The model will take your words "
                                    "for its own; the answer it gave is kept beside it.")
                               : tr("You are rewriting an earlier prompt. Sending it starts a new "
                                    "branch; the old one is kept."),
                           MessageBar::Tone::Plain, {tr("Cancel")});
    focusComposer();
}

std::optional<ConversationView::Rewriting> ConversationView::rewriting() const
{
    if (!m_edited)
        return std::nullopt;
    return Rewriting{m_editedIn, m_edited, m_composer->draft()};
}

void ConversationView::resume(const Rewriting &rewriting)
{
    edit(rewriting.lane, rewriting.message);
    if (m_edited == rewriting.message)
        m_composer->setDraft(rewriting.written);
}

void ConversationView::endEdit()
{
    if (!m_edited)
        return;
    m_edited = {};
    m_editBar->hide();
    m_composer->setDraft(m_conversation->draft());
    focusComposer();
}

void ConversationView::focusComposer()
{
    m_composer->focusText();
}

void ConversationView::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_chat && Composer::takes(*event->mimeData()))
        event->acceptProposedAction();
}

void ConversationView::dropEvent(QDropEvent *event)
{
    m_composer->attachFrom(*event->mimeData());
    event->acceptProposedAction();
    focusComposer();
}

void ConversationView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshWidth();
}

bool ConversationView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::FocusIn) {
        if (const auto *column = qobject_cast<LaneColumn *>(watched)) {
            m_active = column->laneId();
            emit laneActivated(m_active);
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ConversationView::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_context.theme.colours().window);
}

} // namespace ui
