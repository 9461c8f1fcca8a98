// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/actions/actions.h"
#include "ui/lanes/view_context.h"

#include <QObject>

#include <optional>

class QMenu;

namespace ui {

class LaneBoard;
class Toast;

/// What can be done with a lane and its rounds, by the menu in its header and by keys: one table
/// for both. Board and toast outlive it.
class LaneCommands : public QObject
{
    Q_OBJECT
public:
    LaneCommands(const ViewContext &context, LaneBoard &board, Toast &toast,
                 QObject *parent = nullptr);
    ~LaneCommands() override;

    void setChat(app::ChatPtr chat);
    /// What is offered to be undone speaks of lanes by letters that they do not have any more.
    void dropUndo();

    /// The actions that are carried out here, each on one lane.
    [[nodiscard]] static const QList<ActionId> &all();
    /// Nothing where it is not offered.
    void carryOut(ActionId id, app::LaneId lane);
    [[nodiscard]] bool isOffered(ActionId id, app::LaneId lane) const;
    /// What would give a lane away while names are hidden, or show an answer that is held back; it
    /// is said why.
    [[nodiscard]] bool refuses(ActionId id);
    void fillMenu(QMenu &menu, app::LaneId lane);

    /// The answer need not be the last one of the lane.
    void retryRound(app::MessageId reply);
    void goOnWith(app::LaneId lane, app::MessageId reply);
    void moveTo(app::LaneId lane, int position);
    /// That a lane of that chat went on somewhere else, with the way back to where it was.
    void tellWentOn(const app::ChatPtr &chat, app::LaneId lane, app::MessageId before);
    /// The head of the lane moves back to what this piece continues; with undo.
    void dropPiece(app::LaneId lane, app::MessageId piece);
    /// A lane for each of the answers that its turn gave to one prompt, beside this one; with undo.
    void showChoices(app::LaneId lane, app::MessageId reply);

signals:
    void modelRequested(app::LaneId lane);
    void compareRequested(app::LaneId beside);
    void replayRequested(app::LaneId lane);
    void judgeRequested(app::RoundId round);
    void judgementsRequested();
    void jsonTableRequested(app::RoundId round);
    void callsRequested(app::RoundId round); ///< of tools, compared
    void thinkingRequested(app::RoundId round); ///< to be compared
    /// Into a window of its own, or out of it.
    void tearOutRequested(app::LaneId lane, bool out);
    /// Below this lane, with its settings.
    void sweepRequested(app::LaneId lane);
    void repeatsRequested(app::LaneId lane);
    void earlierSweepsRequested();
    void exportRequested(app::RoundId round);
    /// The lane is to take the focus.
    void laneRequested(app::LaneId lane);

private:
    [[nodiscard]] bool isUnderVeil(ActionId id) const;
    void switchBlindMode();
    void addLaneEntries(QMenu &menu, app::LaneId lane);
    void addEntry(QMenu &menu, ActionId id, app::LaneId lane);
    [[nodiscard]] std::optional<bool> isOn(ActionId id, app::LaneId lane) const;
    [[nodiscard]] bool isOnBoard(app::LaneId lane) const;
    void toggleLinkedScrolling();
    void remove(app::LaneId lane);
    void duplicate(app::LaneId lane);
    void toggleMaximised(app::LaneId lane);
    void step(app::LaneId from, int by);
    [[nodiscard]] app::MessageId lastReply(app::LaneId lane) const;
    [[nodiscard]] app::RoundId lastRound(app::LaneId lane) const;
    [[nodiscard]] int leftwards() const;

    ViewContext m_context;
    LaneBoard &m_board;
    Toast &m_toast;
    app::ChatPtr m_chat;
};

} // namespace ui
