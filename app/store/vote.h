// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace app {

/// One of the answers between which a vote was given. It names what answered, so that a vote means
/// the same after its lane was changed or its conversation erased.
struct VoteSide
{
    TurnId turn;
    LaneId lane;
    int letter = 0; ///< under which it was shown: 0 = A
    QString providerId;
    QString providerName;
    QString model; ///< asked for
    QByteArray settings; ///< see settingsFingerprint(); equal ones answered under equal settings

    bool operator==(const VoteSide &) const = default;
};

enum class VoteOutcome {
    Winner, ///< one answer is better than each of the others
    Tie, ///< all are equally good
    AllBad, ///< none is of use; says nothing about which is better
};

/// What the user thinks of the answers of a round. A round has one vote. A blind one is locked: it
/// was given before the names showed, and another one for its round changes nothing.
struct Vote
{
    VoteId id;
    RoundId round;
    ConversationId conversation; ///< none: it was erased
    QList<VoteSide> sides; ///< in the order in which they were shown
    VoteOutcome outcome = VoteOutcome::Tie;
    int winner = -1; ///< its place in `sides`; −1 unless the outcome is Winner
    bool isBlind = false;
    QStringList tags; ///< of the conversation, when it was given
    qint64 votedMs = 0;

    bool operator==(const Vote &) const = default;
};

/// A round whose answers are shown under letters instead of names.
struct BlindRound
{
    RoundId round;
    QList<LaneId> lanes; ///< in the order shown: the first is A
    qint64 revealedMs = 0; ///< when the names showed; 0: they are hidden

    bool operator==(const BlindRound &) const = default;
};

} // namespace app
