// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/omission.h"
#include "app/library/conversation.h"

namespace app {

// A replay asks the prompts of a lane again, one after the other, in a lane of its own. Its path is
// copies of the prompts, each with a new reply; each prompt is a round of kind Replay. All that
// must be remembered of it stands in the coordinates of its turns, so that it can go on after a
// restart.

/// What a request of a replay holds before its prompt.
enum class ReplayHistory {
    Original, ///< what was said in the lane that is replayed
    Own, ///< the new answers
};

/// What a turn of a replay remembers.
struct ReplayPlace
{
    MessageId prompt; ///< the one that is asked again
    MessageId end; ///< of the path that is replayed
    ReplayHistory history = ReplayHistory::Own;
    Omission omission; ///< what the model refused: left out from then on

    bool operator==(const ReplayPlace &) const = default;
};

[[nodiscard]] QJsonObject coordinatesOf(const ReplayPlace &place);
/// Nothing for coordinates of another kind.
[[nodiscard]] std::optional<ReplayPlace> replayPlace(const QJsonObject &coordinates);
[[nodiscard]] std::optional<ReplayPlace> replayPlace(const Conversation &conversation, TurnId turn);

struct ReplayProgress
{
    int answered = 0; ///< prompts that have come to an end, one cut off included
    int prompts = 0;
    ReplayHistory history = ReplayHistory::Own;

    [[nodiscard]] bool isDone() const { return answered == prompts; }
    bool operator==(const ReplayProgress &) const = default;
};

/// How far the replay has come that the path of a lane ends in; nothing where it ends elsewhere: no
/// replay, or one chatted on in it.
[[nodiscard]] std::optional<ReplayProgress> replayProgress(const Conversation &conversation,
                                                           LaneId lane);
/// The replay of that lane came to a halt with this reply: when it is asked again, or goes on, so
/// does the replay.
[[nodiscard]] bool haltsReplay(const Conversation &conversation, LaneId lane, MessageId reply);

/// The prompts of a path, the first one first.
[[nodiscard]] QList<MessageId> promptsOf(const Conversation &conversation, MessageId end);

/// The messages of the request that this turn makes for an answer to `answers`: the path to it, but
/// in a replay with the original history that one before the prompt.
[[nodiscard]] QList<MessageId> requestPath(const Conversation &conversation, TurnId turn,
                                           MessageId answers);

/// The round by which a message is read beside those of other lanes: its own, of a replay the one
/// that is replayed.
[[nodiscard]] RoundId pairedRound(const Conversation &conversation, const Message &message);

} // namespace app
