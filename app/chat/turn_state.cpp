// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/turn_state.h"

namespace app {

namespace {

/// A run that exists and has not brought a token.
std::optional<TurnState> beforeTheFirstToken(TurnEvent event)
{
    switch (event) {
    case TurnEvent::AttemptBegan:
        return TurnState::Connecting;
    case TurnEvent::RequestLeft:
        return TurnState::Waiting;
    case TurnEvent::AttemptFailed:
        return TurnState::RetryWait;
    case TurnEvent::ReasoningArrived:
        return TurnState::Thinking;
    case TurnEvent::TextArrived:
        return TurnState::Answering;
    case TurnEvent::RunFinished:
        return TurnState::Ended;
    case TurnEvent::CallsArrived:
        return TurnState::ToolsRunning;
    default:
        return {};
    }
}

std::optional<TurnState> afterTheFirstToken(TurnEvent event)
{
    switch (event) {
    case TurnEvent::ReasoningArrived:
        return TurnState::Thinking;
    case TurnEvent::TextArrived:
        return TurnState::Answering;
    case TurnEvent::RunFinished:
        return TurnState::Ended;
    case TurnEvent::CallsArrived:
        return TurnState::ToolsRunning;
    default:
        return {};
    }
}

std::optional<TurnState> beforeTheRun(TurnState state, TurnEvent event)
{
    switch (state) {
    case TurnState::Saving:
        if (event == TurnEvent::Saved)
            return TurnState::Preparing;
        if (event == TurnEvent::SaveFailed)
            return TurnState::Blocked;
        if (event == TurnEvent::CallsArrived)
            return TurnState::ToolsRunning;
        return {};
    case TurnState::Blocked:
        if (event == TurnEvent::SavingSkipped)
            return TurnState::Preparing;
        return {};
    case TurnState::Preparing:
        if (event == TurnEvent::Prepared)
            return TurnState::Queued;
        if (event == TurnEvent::CeilingMet)
            return TurnState::Withheld;
        if (event == TurnEvent::PreparationFailed)
            return TurnState::Ended;
        return {};
    case TurnState::Withheld:
        if (event == TurnEvent::Allowed)
            return TurnState::Queued;
        return {};
    default: // Queued
        if (event == TurnEvent::Granted)
            return TurnState::Connecting;
        return {};
    }
}

std::optional<TurnState> betweenTheRuns(TurnState state, TurnEvent event)
{
    if (event == TurnEvent::UserAwaited)
        return TurnState::ToolsPending;
    if (event == TurnEvent::UserDone)
        return TurnState::ToolsRunning;
    if (event == TurnEvent::ResultsArrived && state == TurnState::ToolsRunning)
        return TurnState::Saving;
    return {};
}

} // namespace

std::optional<TurnState> nextTurnState(TurnState state, TurnEvent event)
{
    if (event == TurnEvent::Stopped && state != TurnState::Ended)
        return TurnState::Ended;
    switch (state) {
    case TurnState::Saving:
    case TurnState::Blocked:
    case TurnState::Preparing:
    case TurnState::Withheld:
    case TurnState::Queued:
        return beforeTheRun(state, event);
    case TurnState::Connecting:
    case TurnState::Waiting:
    case TurnState::RetryWait:
        return beforeTheFirstToken(event);
    case TurnState::Thinking:
    case TurnState::Answering:
        return afterTheFirstToken(event);
    case TurnState::ToolsRunning:
    case TurnState::ToolsPending:
        return betweenTheRuns(state, event);
    case TurnState::Ended:
        return {};
    }
    return {};
}

} // namespace app
