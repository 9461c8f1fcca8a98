// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/call_panel.h"

#include "app/services.h"
#include "app/settings/settings.h"
#include "app/tools/tool_registry.h"
#include "ui/tools/call_card.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/separator.h"
#include "ui/wording/error_wording.h"

#include <QApplication>
#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {
using CallState = app::CallActivity::State;
constexpr std::chrono::milliseconds kSecond{1000};
/// What takes less would only flicker.
constexpr std::chrono::milliseconds kLong{300};
constexpr double kMostOfColumn = 0.6;
constexpr int kLeastCardsHeight = 120;
} // namespace

CallPanel::CallPanel(const Theme &theme, app::Services &services, app::ChatPtr chat,
                     app::LaneId lane, QWidget *parent)
    : Ground(theme, &Colours::transcript, parent), m_services(services), m_chat(std::move(chat)),
      m_lane(lane), m_open(new MessageBar(theme, this)), m_area(new QScrollArea(this))
{
    setAccessibleName(tr("Calls of tools"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(m_open);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto *content = new Ground(theme, &Colours::transcript, m_area);
    m_lines = new QVBoxLayout(content);
    m_lines->setContentsMargins(metrics::kStep3, metrics::kStep3, metrics::kStep3, metrics::kStep3);
    m_lines->setSpacing(metrics::kStep2);
    m_area->setWidget(content);
    layout->addWidget(m_area);
    content->installEventFilter(this);
    parent->installEventFilter(this);

    m_tick.setInterval(kSecond);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        for (CallCard *card : cards())
            card->tick();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(kLong);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        m_takesLong = true;
        refresh();
    });
    connect(m_open, &MessageBar::actionTriggered, this, &CallPanel::takeOpen);
    connect(m_open, &MessageBar::dismissed, this, [this] {
        m_dismissed = m_chat->openCalls(m_lane).reply;
        refresh();
    });
    const auto ours = [this](app::LaneId changed) {
        if (changed == m_lane)
            refresh();
    };
    connect(m_chat.get(), &app::Chat::callsChanged, this, ours);
    connect(m_chat.get(), &app::Chat::activityChanged, this, ours);
    connect(&m_chat->conversation(), &app::Conversation::pathChanged, this, ours);
    connect(m_chat.get(), &app::Chat::callsFailed, this,
            [this](app::LaneId failed, const app::Error &error) {
                if (failed != m_lane)
                    return;
                m_error = error;
                m_dismissed = {};
                refresh();
            });
    refresh();
}

CallPanel::~CallPanel() = default;

QList<CallCard *> CallPanel::cards() const
{
    QList<CallCard *> shown = m_cards;
    shown.removeAll(nullptr);
    return shown;
}

bool CallPanel::focusWaiting()
{
    for (CallCard *card : cards()) {
        if (!card->call().waitsForUser())
            continue;
        card->setFocus(Qt::ShortcutFocusReason);
        m_area->ensureWidgetVisible(card);
        return true;
    }
    return false;
}

void CallPanel::refresh()
{
    refreshCards();
    refreshOpen();
    setVisible(!cards().isEmpty() || !m_open->isHidden());
    fit();
}

void CallPanel::refreshCards()
{
    const QList<app::CallActivity> calls = m_chat->calls(m_lane);
    const app::MessageId reply =
        calls.isEmpty() ? app::MessageId() : m_chat->activity(m_lane).reply;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    if (reply != m_reply || calls.size() != m_cards.size()) {
        for (qsizetype i = 0; i < m_cards.size(); ++i)
            dropCard(i);
        m_cards = QList<CallCard *>(calls.size(), nullptr);
        m_reply = reply;
        m_takesLong = false;
        m_soon.stop();
    }
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const app::CallActivity &call = calls.at(i);
        if (call.state == CallState::Done)
            dropCard(i);
        else if (m_cards.at(i))
            m_cards.at(i)->showCall(call);
        else if (call.waitsForUser() || m_takesLong)
            addCard(i, call);
        else if (!m_soon.isActive())
            m_soon.start();
    }
    const bool isRunning = std::ranges::any_of(
        calls, [](const app::CallActivity &call) { return call.state == CallState::Running; });
    if (isRunning && !m_tick.isActive())
        m_tick.start();
    else if (!isRunning)
        m_tick.stop();
    if (hadFocus && !isAncestorOf(QApplication::focusWidget()) && !focusWaiting())
        emit focusLeft();
}

void CallPanel::dropCard(qsizetype place)
{
    CallCard *card = std::exchange(m_cards[place], nullptr);
    if (!card)
        return;
    // Qt would give the focus to whatever is next.
    if (card->isAncestorOf(QApplication::focusWidget()) || card->hasFocus())
        QApplication::focusWidget()->clearFocus();
    m_lines->removeWidget(card);
    card->hide();
    card->deleteLater(); // it may be the one whose button was pressed
}

/// In the order of the calls, whichever is shown first.
void CallPanel::addCard(qsizetype place, const app::CallActivity &call)
{
    const auto before = std::ranges::count_if(m_cards.first(place),
                                              [](const CallCard *card) { return card != nullptr; });
    CallCard *card = makeCard(call);
    m_cards[place] = card;
    bindCard(*card, place);
    m_lines->insertWidget(int(before), card);
    card->show();
}

CallCard *CallPanel::makeCard(const app::CallActivity &call)
{
    const app::Tool tool = call.tool.value_or(app::Tool());
    const auto check = [this, tool](const QByteArray &arguments) {
        return m_services.tools->checkArguments(tool, arguments);
    };
    return new CallCard(theme(), call, check, m_area->widget());
}

void CallPanel::bindCard(CallCard &card, qsizetype place)
{
    connect(&card, &CallCard::approved, this,
            [this, &card, place](const QByteArray &arguments, app::AfterCall after) {
                approve(card, place, arguments, after);
            });
    connect(&card, &CallCard::refused, this,
            [this, place](const QString &reason) { m_chat->refuseCall(m_lane, place, reason); });
    connect(&card, &CallCard::policyChosen, this,
            [this](const app::ToolRef &tool, app::ToolPolicy policy) {
                m_services.settings->setToolPolicy(tool, policy);
            });
    connect(&card, &CallCard::answered, this,
            [this, place](const QByteArray &text, app::CallRound::Answer kind) {
                m_chat->answerCall(m_lane, place, text, kind);
            });
    connect(&card, &CallCard::accepted, this,
            [this, place](const QByteArray &text) { m_chat->acceptResult(m_lane, place, text); });
    connect(&card, &CallCard::stopped, this, [this, place] { m_chat->stopCall(m_lane, place); });
}

void CallPanel::approve(CallCard &card, qsizetype place, const QByteArray &arguments,
                        app::AfterCall after)
{
    const app::Result<void> taken = m_chat->approveCall(m_lane, place, arguments, after);
    if (!taken)
        card.showProblem(tr("The arguments must be one JSON object. Correct them, or refuse the "
                            "call."));
}

/// What was left: the program ended, or the turn has called as often as it may.
void CallPanel::refreshOpen()
{
    const app::OpenCalls open = m_chat->openCalls(m_lane);
    if (!open.reply || m_chat->activity(m_lane).isBusy() || open.reply == m_dismissed)
        return m_open->hide();
    if (m_error) {
        return m_open->showMessage(errorSentence(*m_error, {}, {}).text, MessageBar::Tone::Danger,
                                   {tr("Try again")});
    }
    if (open.isLimitMet) {
        const int rounds = m_services.settings->preferences().toolRounds;
        return m_open->showMessage(
            tr("The model called tools %n times for this prompt and wants to go on. Nothing is "
               "called until you let it.",
               nullptr, rounds),
            MessageBar::Tone::Warning, {tr("Let it go on")});
    }
    if (open.count == 0) {
        return m_open->showMessage(tr("The calls have their results, but the model has not "
                                      "answered to them."),
                                   MessageBar::Tone::Plain, {tr("Go on")});
    }
    m_open->showMessage(tr("%n calls of the model were not made.", nullptr, open.count),
                        MessageBar::Tone::Plain, {tr("Go on")});
}

void CallPanel::takeOpen()
{
    m_error.reset();
    m_chat->makeOpenCalls(m_lane);
    refresh();
}

bool CallPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isColumn = watched == parentWidget() && event->type() == QEvent::Resize;
    const bool isContent = watched == m_area->widget() && event->type() == QEvent::LayoutRequest;
    if (isColumn || isContent)
        fit();
    return Ground::eventFilter(watched, event);
}

void CallPanel::fit()
{
    m_area->setVisible(!cards().isEmpty());
    if (cards().isEmpty())
        return;
    const int most = std::max(kLeastCardsHeight, int(parentWidget()->height() * kMostOfColumn));
    const int width = m_area->viewport()->width();
    const int wanted = m_lines->hasHeightForWidth() ? m_lines->heightForWidth(width)
                                                    : m_lines->sizeHint().height();
    // Else the area asks for the height of its narrowest width, where sentences are long.
    m_area->widget()->setMinimumHeight(wanted);
    m_area->setFixedHeight(std::min(wanted, most));
}

} // namespace ui
