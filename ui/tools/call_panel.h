// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/widgets/ground.h"

#include <QTimer>

class QScrollArea;
class QVBoxLayout;

namespace app {
struct Services;
}

namespace ui {

class CallCard;
class MessageBar;

/// At the end of a lane: a card for each call that its turn is making and that has no result yet,
/// and a sentence where calls were left unmade. Hidden while there is neither. It carries out what
/// the user decides.
class CallPanel : public Ground
{
    Q_OBJECT
public:
    /// `parent` is the lane's column: the panel takes at most a part of its height.
    CallPanel(const Theme &theme, app::Services &services, app::ChatPtr chat, app::LaneId lane,
              QWidget *parent);
    ~CallPanel() override;

    [[nodiscard]] QList<CallCard *> cards() const;
    /// The first card that waits for the user takes the focus; false where none does.
    bool focusWaiting();

signals:
    void focusLeft(); ///< the card that had it is gone, and no other one waits

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void refreshCards();
    void dropCard(qsizetype place);
    void addCard(qsizetype place, const app::CallActivity &call);
    [[nodiscard]] CallCard *makeCard(const app::CallActivity &call);
    void refreshOpen();
    void bindCard(CallCard &card, qsizetype place);
    void approve(CallCard &card, qsizetype place, const QByteArray &arguments,
                 app::AfterCall after);
    void takeOpen();
    void fit();

    app::Services &m_services;
    app::ChatPtr m_chat;
    app::LaneId m_lane;
    MessageBar *m_open;
    QScrollArea *m_area;
    QVBoxLayout *m_lines = nullptr;
    QList<CallCard *> m_cards; ///< by place in Chat::calls(); null: it is done
    app::MessageId m_reply; ///< whose calls the cards show
    app::MessageId m_dismissed; ///< the sentence about its calls was waved away
    std::optional<app::Error> m_error; ///< why they could not be made
    QTimer m_tick; ///< only while a call runs
    QTimer m_soon; ///< only while calls run that have no card yet
    bool m_takesLong = false;
};

} // namespace ui
