// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace app {

/// Where a turn is. Ended is final; Blocked, Withheld and ToolsPending wait for the user.
enum class TurnState {
    Saving, ///< the prompt is being committed; nothing has left yet
    Blocked, ///< it could not be committed
    Preparing, ///< key, images, body
    Withheld, ///< it may pass a ceiling of spending
    Queued, ///< ready to leave, until the scheduler lets it
    Connecting,
    Waiting, ///< the request has left, no token yet
    RetryWait, ///< an attempt failed before the first token
    Thinking,
    Answering,
    ToolsRunning, ///< the calls of the reply are made; none of them waits for the user
    ToolsPending, ///< one of them does: approval, an answer by hand, a look at a result
    Ended,
};

/// What happens to a turn. While there is a generation, the user's stop comes as RunFinished: the
/// generation ends itself and says what came so far.
enum class TurnEvent {
    Saved,
    SaveFailed,
    SavingSkipped, ///< "send without saving"
    Prepared,
    PreparationFailed,
    CeilingMet, ///< prepared, and too dear
    Allowed, ///< by the user, or by a higher ceiling
    Granted, ///< the scheduler lets the first attempt begin
    AttemptBegan,
    RequestLeft,
    AttemptFailed, ///< and another one will follow
    ReasoningArrived,
    TextArrived,
    RunFinished,
    CallsArrived, ///< the run came to its end with calls to be made; or those of a reply that is
                  ///< there already are taken up
    UserAwaited, ///< by one of the calls at least
    UserDone, ///< by none of them any more
    ResultsArrived, ///< all of them, and the reply to them is planned
    Stopped, ///< by the user, while there was no generation
};

/// The whole machine as a function. Nothing: the event means nothing in that state, as when the
/// answer of a lookup comes after the stop.
[[nodiscard]] std::optional<TurnState> nextTurnState(TurnState state, TurnEvent event);

} // namespace app
