// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/conversation_view.h"

#include "app/catalogue/catalogue.h"
#include "app/chat/blind_rounds.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/composer/composer.h"
#include "ui/composer/prompt_edit.h"
#include "ui/lanes/blind_bar.h"
#include "ui/lanes/image_intake.h"
#include "ui/lanes/image_receivers.h"
#include "ui/lanes/lane_board.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_commands.h"
#include "ui/lanes/lane_prompt.h"
#include "ui/lanes/linked_scrolling.h"
#include "ui/lanes/round_bar.h"
#include "ui/lanes/sweep_bar.h"
#include "ui/lanes/torn_out_lanes.h"
#include "ui/prompts/composer_prompts.h"
#include "ui/theme/theme.h"
#include "ui/tools/call_panel.h"
#include "ui/tools/waiting_calls_bar.h"
#include "ui/transcript/transcript_style.h"
#include "ui/transcript/transcript_view.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

app::Draft draftOf(const app::Message &message)
{
    app::Draft draft{QString::fromUtf8(app::textOf(message.parts)), {}};
    for (const app::Part &part : message.parts) {
        if (const auto *image = std::get_if<app::ImagePart>(&part))
            draft.images.append(*image);
    }
    return draft;
}

app::Draft joined(app::Draft first, const app::Draft &second)
{
    if (!first.text.isEmpty() && !second.text.isEmpty())
        first.text += u"\n\n"_s;
    first.text += second.text;
    first.images += second.images;
    return first;
}

} // namespace

ConversationView::ConversationView(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_board(new LaneBoard(context.theme, this)),
      m_commands(new LaneCommands(context, *m_board, *new Toast(context.theme, m_board), this)),
      m_linked(new LinkedScrolling(context, this)),
      m_tornOut(new TornOutLanes(context, *this, this)),
      m_blindBar(new BlindBar(context.theme, this)), m_roundBar(new RoundBar(context.theme, this)),
      m_sweepBar(new SweepBar(context.theme, this)),
      m_callsBar(new WaitingCallsBar(context.theme, this)),
      m_editBar(new MessageBar(context.theme, this)),
      m_saveBar(new MessageBar(context.theme, this)), m_composer(new Composer(context.theme, this))
{
    build();
    bindComposer();
    bindCommands();
    bindSweeps();
}

ConversationView::~ConversationView()
{
    // The focus goes away with the children, when the list of columns is gone already.
    disconnect(qApp, nullptr, this, nullptr);
}

void ConversationView::build()
{
    setAcceptDrops(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_saveBar);
    layout->addWidget(m_board, 1);
    layout->addWidget(new Separator(m_context.theme, Qt::Horizontal, this));
    layout->addWidget(m_callsBar);
    layout->addWidget(m_blindBar);
    layout->addWidget(m_roundBar);
    layout->addWidget(m_sweepBar);
    layout->addWidget(m_editBar);
    m_composerRow = new QHBoxLayout;
    m_composerRow->addWidget(m_composer);
    layout->addLayout(m_composerRow);
    connect(&m_context.theme, &Theme::changed, this, [this] {
        refreshWidth();
        update();
    });
    connect(m_callsBar, &WaitingCallsBar::nextRequested, this, &ConversationView::focusNextCall);
    connect(m_editBar, &MessageBar::actionTriggered, this, &ConversationView::endEdit);
    connect(m_editBar, &MessageBar::dismissed, this, &ConversationView::endEdit);
}

void ConversationView::bindComposer()
{
    new ComposerPrompts(m_context.theme, *m_context.services.prompts, *m_composer);
    equipComposer(*m_composer, m_context.services);
    connect(m_composer, &Composer::sendRequested, this, &ConversationView::send);
    connect(m_composer, &Composer::stopRequested, this, [this] { m_chat->stopAll(); });
    connect(m_composer, &Composer::editLastRequested, this, [this] {
        if (!m_columns.isEmpty())
            editLast(activeColumn()->laneId());
    });
    connect(m_composer, &Composer::draftChanged, this, [this](const app::Draft &draft) {
        // A prompt being rewritten is not the draft of the next one.
        if (m_chat && !m_edited)
            m_chat->setDraft(draft);
    });
    connect(m_composer, &Composer::removeQueuedRequested, this, [this](int index) {
        if (m_chat)
            m_chat->removeQueued(queuedFor(m_chat->queue(), {}).value(index, -1));
    });
    connect(m_composer, &Composer::sendQueuedRequested, this, [this] {
        emit aboutToSend();
        m_chat->sendQueued();
    });
    connect(m_context.services.catalogue.get(), &app::Catalogue::modelsChanged, this, [this] {
        if (m_chat)
            refreshComposer();
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
    if (m_edited)
        m_left.leave(rewriting(), m_conversation->id());
    m_edited = {};
    m_editBar->hide();
    m_saveBar->hide();
    m_conversation = std::move(conversation);
    m_chat = std::move(chat);
    m_active = {};
    m_commands->setChat(m_chat);
    m_roundBar->setChat(m_chat);
    m_blindBar->setChat(m_chat);
    m_sweepBar->setChat(m_chat);
    m_callsBar->setChat(m_chat);
    m_board->setMaximised(nullptr);
    for (LaneColumn *column : std::as_const(m_columns))
        m_tornOut->forget(*column); // they show the conversation before
    const app::BlindRound *veiled = m_conversation->veiledRound();
    m_veiled = veiled ? veiled->round : app::RoundId();
    m_sweepBar->setVeiled(veiled != nullptr);
    rebuildColumns();
    followChat();
    m_composer->setDraft(m_conversation->draft());
    refreshComposer();
    if (const auto left = m_left.leftIn(m_conversation->id()))
        edit(left->lane, left->message);
}

void ConversationView::followChat()
{
    connect(m_conversation.get(), &app::Conversation::lanesChanged, this, [this] {
        rebuildColumns();
        refreshComposer();
    });
    connect(m_conversation.get(), &app::Conversation::laneChanged, this,
            &ConversationView::refreshComposer);
    connect(m_conversation.get(), &app::Conversation::roundChanged, this,
            &ConversationView::takeVeil);
    connect(m_chat.get(), &app::Chat::activityChanged, this, &ConversationView::refreshComposer);
    connect(m_chat.get(), &app::Chat::queueChanged, this, &ConversationView::refreshComposer);
    connect(m_chat.get(), &app::Chat::writeFailed, this, [this](const app::Error &error) {
        m_saveBar->showMessage(errorSentence(error, {}, {}).text, MessageBar::Tone::Danger);
    });
}

void ConversationView::refreshComposer()
{
    const QList<app::LaneId> lanes = app::lanesFor(*m_conversation, {});
    const bool isBusy = std::any_of(lanes.begin(), lanes.end(), [this](app::LaneId lane) {
        return m_chat->activity(lane).state != app::LaneActivity::State::Idle;
    });
    m_composer->setHint(composerHint());
    m_composer->setEnabled(!lanes.isEmpty() || m_edited);
    m_composer->setBusy(isBusy);
    m_composer->setReceivers(imageReceivers(m_context.services, *m_conversation));
    m_composer->setQueue(promptsAt(m_chat->queue(), queuedFor(m_chat->queue(), {})));
}

/// Whom one writes to, by name where it is not everybody.
QString ConversationView::composerHint() const
{
    const QList<app::LaneId> lanes = app::lanesFor(*m_conversation, {});
    QStringList letters;
    for (const app::ShownLane &shown : app::shownLanes(*m_conversation)) {
        if (lanes.contains(shown.lane))
            letters.append(laneLetter(shown.letter));
    }
    const auto all = m_conversation->lanes().size();
    if (letters.isEmpty())
        return tr("Every lane is prompted alone.");
    if (letters.size() < all)
        //: %1: letters of lanes, as in "A, C".
        return tr("Write to %1…").arg(letters.join(u", "_s));
    if (all == 1)
        return tr("Write a message…");
    return all == 2 ? tr("Write to both models…")
                    : tr("Write to all %n models…", nullptr, int(all));
}

void ConversationView::refreshWidth()
{
    const int zoom = m_context.services.settings->preferences().textZoomPercent;
    const bool single = m_columns.size() <= 1 || m_board->maximised();
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
    const QList<app::MessageId> before = heads();
    if (m_edited) {
        sendRewritten(prompt);
    } else {
        m_chat->send(prompt);
        m_composer->clear();
        m_chat->setDraft({});
    }
    showSent(before);
}

QList<app::MessageId> ConversationView::heads() const
{
    QList<app::MessageId> all;
    for (const LaneColumn *column : m_columns)
        all.append(m_conversation->lane(column->laneId())->head);
    return all;
}

/// One's own prompt is in sight in every lane that got it, and its answer is followed.
void ConversationView::showSent(const QList<app::MessageId> &before)
{
    const QList<app::MessageId> after = heads();
    for (qsizetype i = 0; i < std::min(before.size(), after.size()); ++i) {
        if (before.at(i) != after.at(i))
            m_columns.at(i)->transcript().scrollToEnd();
    }
}

void ConversationView::sendRewritten(const app::Prompt &prompt)
{
    const app::MessageId edited = std::exchange(m_edited, {});
    m_editBar->hide();
    const app::Message *message = m_conversation->message(edited);
    const bool isAnswer = message && message->role == app::Role::Assistant;
    const bool isSent = isAnswer ? m_chat->editAnswer(m_editedIn, edited, prompt.text)
                                 : m_chat->editPrompt(edited, prompt);
    if (!isSent) {
        m_chat->setDraft(joined({prompt.text, prompt.images}, m_conversation->draft()));
        m_saveBar->showMessage(
            tr("The message that you were rewriting is in no lane any more. What you wrote is kept "
               "as a new prompt."));
    }
    m_composer->setDraft(m_conversation->draft());
}

void ConversationView::stopOrCancel()
{
    if (m_edited)
        endEdit();
    else if (m_board->maximised())
        m_board->setMaximised(nullptr);
    else if (m_chat)
        m_chat->stopAll();
}

void ConversationView::editLast(app::LaneId lane)
{
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
    if (m_edited)
        m_left.leave(rewriting());
    m_edited = id;
    m_editedIn = lane;
    m_composer->setEnabled(true);
    m_composer->setDraft(m_left.take(id).value_or(draftOf(*message)));
    m_editBar->showMessage(message->role == app::Role::Assistant
                               ? tr("You are rewriting an answer. The model will take your words "
                                    "for its own; the answer it gave is kept beside it.")
                               : tr("You are rewriting an earlier prompt. Sending it starts a new "
                                    "branch; the old one is kept."),
                           MessageBar::Tone::Plain, {tr("Cancel")});
    focusComposer();
}

Rewriting ConversationView::rewriting() const
{
    return {m_editedIn, m_edited, m_composer->draft()};
}

Rewritings ConversationView::rewritings() const
{
    Rewritings all = m_left;
    if (m_edited)
        all.leave(rewriting(), m_conversation->id());
    return all;
}

void ConversationView::setRewritings(const Rewritings &rewritings)
{
    m_left = rewritings;
}

void ConversationView::endEdit()
{
    if (!m_edited)
        return;
    m_edited = {};
    m_editBar->hide();
    m_composer->setDraft(m_conversation->draft());
    refreshComposer();
    focusComposer();
}

Composer &ConversationView::focusedComposer() const
{
    for (Composer *candidate : findChildren<Composer *>()) {
        if (candidate->isAncestorOf(QApplication::focusWidget()))
            return *candidate;
    }
    return *m_composer;
}

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    constexpr auto kOfKeys = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    const QString text = event->text();
    const bool isTyped = !text.isEmpty() && text.at(0).isPrint() && !(event->modifiers() & kOfKeys);
    if (!isTyped && !event->matches(QKeySequence::Paste))
        return QWidget::keyPressEvent(event);
    Composer &composer = composerOf(QApplication::focusWidget());
    if (!composer.isEnabled())
        return QWidget::keyPressEvent(event);
    composer.focusText();
    QApplication::sendEvent(&composer.edit(), event);
}

/// That of the lane where the widget is, if it is prompted alone; else the one for all.
Composer &ConversationView::composerOf(const QWidget *widget) const
{
    for (const LaneColumn *column : m_columns) {
        if (!column->isAncestorOf(widget))
            continue;
        if (auto *own = column->findChild<Composer *>())
            return *own;
    }
    return *m_composer;
}

void ConversationView::focusComposer()
{
    m_composer->focusText();
}

/// Beginning behind the lane that has the focus, so that repeating it walks through all of them.
void ConversationView::focusNextCall()
{
    const auto count = m_columns.size();
    qsizetype first = 0;
    for (qsizetype i = 0; i < count; ++i) {
        if (m_columns.at(i)->calls().isAncestorOf(QApplication::focusWidget()))
            first = i + 1;
    }
    for (qsizetype i = 0; i < count; ++i) {
        const LaneColumn *next = m_columns.at((first + i) % count);
        if (m_chat->waitingCalls(next->laneId()) == 0)
            continue;
        focusLane(next->laneId());
        next->calls().focusWaiting();
        return;
    }
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

/// Windows of lanes do not outlast the one they came from.
void ConversationView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        m_tornOut->putBackAll();
}

void ConversationView::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_context.theme.colours().window);
}

} // namespace ui
