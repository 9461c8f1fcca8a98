// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/widgets/ground.h"

namespace ui {

class FlatButton;

/// Below the lanes of a conversation that has sweeps or repeats: how many, how far the running ones
/// are, and the way back to them. Hidden where there are none.
class SweepBar : public Ground
{
    Q_OBJECT
public:
    explicit SweepBar(const Theme &theme, QWidget *parent = nullptr);
    ~SweepBar() override;

    void setChat(app::ChatPtr chat);
    /// Out of sight: the settings of a sweep can tell whose answers they resemble.
    void setVeiled(bool veiled);
    [[nodiscard]] FlatButton &button() const { return *m_button; }

signals:
    void requested(app::RoundId round);

private:
    void refresh();
    void fillMenu();
    [[nodiscard]] QString text(const QList<app::RoundId> &rounds) const;

    app::ChatPtr m_chat;
    FlatButton *m_button;
    bool m_isVeiled = false;
};

/// "Temperature × Top p · 14:02 · Why is the sky…".
[[nodiscard]] QString sweepLabel(const app::Conversation &conversation, app::RoundId round);

} // namespace ui
