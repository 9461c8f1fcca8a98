// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/widgets/message_bar.h"

namespace ui {

/// Below the lanes: how many calls wait for the user, where that is easily missed, and the way to
/// the next one. Hidden while there is one lane, or nothing waits.
class WaitingCallsBar : public MessageBar
{
    Q_OBJECT
public:
    explicit WaitingCallsBar(const Theme &theme, QWidget *parent = nullptr);
    ~WaitingCallsBar() override;

    void setChat(app::ChatPtr chat);

signals:
    void nextRequested();

private:
    void refresh();

    app::ChatPtr m_chat;
};

} // namespace ui
