// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/widgets/message_bar.h"

namespace ui {

/// Above the transcript of a lane that replays another one: how far it has come, the way to stop
/// it, and to go on where it came to a halt. Waved away it stays so until the lane moves on.
class ReplayBar : public MessageBar
{
    Q_OBJECT
public:
    ReplayBar(const Theme &theme, app::ChatPtr chat, app::LaneId lane, QWidget *parent = nullptr);
    ~ReplayBar() override;

private:
    void refresh();
    void act();
    [[nodiscard]] app::MessageId head() const;

    app::ChatPtr m_chat;
    app::LaneId m_lane;
    app::MessageId m_dismissed; ///< the head at which it was waved away
};

} // namespace ui
