// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/waiting_calls_bar.h"

namespace ui {

WaitingCallsBar::WaitingCallsBar(const Theme &theme, QWidget *parent) : MessageBar(theme, parent)
{
    setDismissable(false);
    connect(this, &MessageBar::actionTriggered, this, &WaitingCallsBar::nextRequested);
}

WaitingCallsBar::~WaitingCallsBar() = default;

void WaitingCallsBar::setChat(app::ChatPtr chat)
{
    if (m_chat) {
        disconnect(m_chat.get(), nullptr, this, nullptr);
        disconnect(&m_chat->conversation(), nullptr, this, nullptr);
    }
    m_chat = std::move(chat);
    connect(m_chat.get(), &app::Chat::callsChanged, this, &WaitingCallsBar::refresh);
    connect(m_chat.get(), &app::Chat::activityChanged, this, &WaitingCallsBar::refresh);
    connect(&m_chat->conversation(), &app::Conversation::lanesChanged, this,
            &WaitingCallsBar::refresh);
    refresh();
}

void WaitingCallsBar::refresh()
{
    int waiting = 0;
    const QList<app::Lane> &lanes = m_chat->conversation().lanes();
    for (const app::Lane &lane : lanes)
        waiting += m_chat->waitingCalls(lane.id);
    if (waiting == 0 || lanes.size() < 2)
        return hide();
    showMessage(tr("%n calls wait for you.", nullptr, waiting), Tone::Plain, {tr("Show the next")});
}

} // namespace ui
