// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"

#include <QSet>

namespace app {

/// One way through one turn, from its first reply to an end. A turn branches where a run gave
/// several choices, or a continuation was asked for again.
struct TurnWay
{
    TurnId turn;
    LaneId lane;
    QList<MessageId> messages;
    bool isShown = false; ///< a lane's path goes through it, or it is a cell
};

/// Rounds whose turns are cells: no lane needs to go through them.
[[nodiscard]] bool isCellKind(RoundKind kind);

struct WayChoice
{
    RoundKind kind = RoundKind::Chat;
    /// Shown: what lanes show, and of a lane that went on with another answer its last one; of
    /// cells the newest of each.
    enum Extent { Shown, All } extent = Shown;
};

/// The ways through the turns of a round, lane by lane, cells in the order in which they began.
/// `turns`: the visible messages of each, the oldest first.
[[nodiscard]] QList<TurnWay> turnWays(const Conversation &conversation,
                                      const QList<QList<MessageId>> &turns,
                                      const QSet<MessageId> &onPath, const WayChoice &choice);

} // namespace app
