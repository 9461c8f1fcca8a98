// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/finish_wording.h"

#include "ui/wording/error_wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class FinishWording
{
    Q_DECLARE_TR_FUNCTIONS(ui::FinishWording)
};

} // namespace

QString finishReasonText(const QString &reason)
{
    if (reason == "stop"_L1)
        return FinishWording::tr("stop", "finish reason");
    if (reason == "length"_L1)
        return FinishWording::tr("length", "finish reason");
    if (reason == "tool_calls"_L1 || reason == "function_call"_L1)
        return FinishWording::tr("tool calls", "finish reason");
    if (reason == "content_filter"_L1)
        return FinishWording::tr("filtered", "finish reason");
    if (reason == "error"_L1)
        return FinishWording::tr("error", "finish reason");
    return shortened(reason, 24);
}

QString finishReasonExplanation(const QString &reason)
{
    if (reason == "stop"_L1)
        return FinishWording::tr("The model came to its end.");
    if (reason == "length"_L1) {
        return FinishWording::tr("The answer reached the largest number of tokens it may have. "
                                 "“Continue” lets the model go on.");
    }
    if (reason == "tool_calls"_L1 || reason == "function_call"_L1)
        return FinishWording::tr("The model asks for tools to be run.");
    if (reason == "content_filter"_L1)
        return FinishWording::tr("The server held back the rest of the answer.");
    if (reason == "error"_L1)
        return FinishWording::tr("The server failed while it was answering.");
    return {};
}

QString messageStateText(app::MessageState state)
{
    switch (state) {
    case app::MessageState::Complete:
    case app::MessageState::Streaming:
        return {};
    case app::MessageState::CutOff:
        return FinishWording::tr("cut off");
    case app::MessageState::Interrupted:
        return FinishWording::tr("interrupted");
    case app::MessageState::Cancelled:
        return FinishWording::tr("stopped");
    case app::MessageState::Failed:
        return FinishWording::tr("failed");
    }
    return {};
}

QString runStatusText(app::RunStatus status)
{
    switch (status) {
    case app::RunStatus::Complete:
        return FinishWording::tr("complete");
    case app::RunStatus::CutOff:
        return FinishWording::tr("cut off");
    case app::RunStatus::Cancelled:
        return FinishWording::tr("stopped");
    case app::RunStatus::Failed:
        return FinishWording::tr("failed");
    }
    return {};
}

QString activityText(app::LaneActivity::State state)
{
    using State = app::LaneActivity::State;
    switch (state) {
    case State::Idle:
        return {};
    case State::Saving:
        return FinishWording::tr("saving the prompt");
    case State::Preparing:
        return FinishWording::tr("preparing the request");
    case State::Queued:
        return FinishWording::tr("waiting for its turn");
    case State::Paused:
        return FinishWording::tr("waiting: all requests are paused");
    case State::Connecting:
        return FinishWording::tr("connecting");
    case State::Waiting:
        return FinishWording::tr("waiting for the first token");
    case State::RetryWait:
        return FinishWording::tr("waiting to try again");
    case State::Thinking:
        return FinishWording::tr("thinking");
    case State::Answering:
        return FinishWording::tr("answering");
    case State::CallsRunning:
        return FinishWording::tr("calling tools");
    case State::CallsPending:
        return FinishWording::tr("waiting for your decision about a tool");
    case State::Blocked:
        return FinishWording::tr("not sent");
    }
    return {};
}

} // namespace ui
