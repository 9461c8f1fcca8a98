// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/chat/round_votes.h"
#include "ui/widgets/ground.h"

#include <QElapsedTimer>
#include <QKeySequence>
#include <QList>

class QPushButton;
class QShortcut;

namespace ui {

class FlatButton;
class FlowLayout;
class ThemedLabel;

/// Below the lanes, once two of them or more have answered the newest round: which answer is
/// better, and which one to go on with. A vote can be given again while its round is the newest
/// one; the last one counts. A blind one is locked: then it says who was who. Hidden while there is
/// nothing to compare.
class RoundBar : public Ground
{
    Q_OBJECT
public:
    explicit RoundBar(const Theme &theme, QWidget *parent = nullptr);
    ~RoundBar() override;

    void setChat(app::ChatPtr chat);

signals:
    void goOnRequested(app::LaneId lane, app::MessageId reply);
    void judgeRequested(app::RoundId round);
    void jsonTableRequested(app::RoundId round);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A way to vote: for an answer, for all of them, for none.
    struct Choice
    {
        app::VoteOutcome outcome = app::VoteOutcome::Tie;
        app::LaneId winner;
        QString text;
        QString toolTip;
        QKeySequence keys;

        bool operator==(const Choice &) const = default;
    };

    void refresh();
    void rebuild(const QList<Choice> &choices);
    void refreshCost();
    [[nodiscard]] QList<Choice> choices() const;
    [[nodiscard]] bool isGiven(const Choice &choice) const;
    [[nodiscard]] const app::Vote *lockedVote() const;
    [[nodiscard]] static QString lockedText(const app::Vote &vote);
    void vote(qsizetype choice);
    void showGoOnMenu();

    app::ChatPtr m_chat;
    FlowLayout *m_layout;
    ThemedLabel *m_question;
    FlatButton *m_goOn;
    FlatButton *m_judge;
    FlatButton *m_table; ///< where answers are JSON
    ThemedLabel *m_cost;
    app::RoundId m_round;
    QList<app::RoundAnswer> m_answers;
    QList<Choice> m_choices;
    QList<QPushButton *> m_buttons; ///< as many as choices
    QList<QShortcut *> m_shortcuts; ///< likewise
    QElapsedTimer m_sinceShown;
};

} // namespace ui
