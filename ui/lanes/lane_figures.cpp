// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/lane_figures.h"

namespace ui {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

constexpr qint64 kBytesPerToken = 4;
/// A speed over less than this says more about the network's packets than about the model.
constexpr milliseconds kShortestSpan{250};

std::optional<double> speed(qint64 tokens, milliseconds span)
{
    if (tokens <= 1 || span < kShortestSpan)
        return {};
    return double(tokens) * 1000.0 / double(span.count());
}

qint64 firstMs(const app::Timings &timings)
{
    if (timings.firstReasoningMs < 0)
        return timings.firstTokenMs;
    if (timings.firstTokenMs < 0)
        return timings.firstReasoningMs;
    return std::min(timings.firstReasoningMs, timings.firstTokenMs);
}

std::optional<double> valueOf(const LaneFigures &lane, Figure figure)
{
    switch (figure) {
    case Figure::FirstToken:
        return lane.firstToken ? std::optional(-double(lane.firstToken->count())) : std::nullopt;
    case Figure::Speed:
        return lane.tokensPerSecond;
    case Figure::Cost:
        return lane.costUsd ? std::optional(-*lane.costUsd) : std::nullopt;
    }
    return {};
}

} // namespace

LaneFigures figuresOf(const app::Run &run)
{
    LaneFigures figures;
    figures.tierAsked = run.tierAsked;
    figures.tierEchoed = run.tierEchoed;
    figures.costUsd = run.costUsd;
    figures.costComputed = run.costComputed;
    figures.complete = run.status == app::RunStatus::Complete;
    figures.retries = run.retries;
    if (run.status == app::RunStatus::Failed && run.httpStatus >= 400)
        figures.httpStatus = run.httpStatus;
    if (!figures.complete && run.timings.totalMs >= 0)
        figures.total = milliseconds(run.timings.totalMs);
    const qint64 first = firstMs(run.timings);
    if (first >= 0)
        figures.firstToken = milliseconds(first);
    if (!run.usage)
        return figures;
    figures.tokens = run.usage->completionTokens;
    figures.contextUsed = run.usage->promptTokens + run.usage->completionTokens;
    if (first >= 0 && run.timings.lastTokenMs > first)
        figures.tokensPerSecond =
            speed(*figures.tokens, milliseconds(run.timings.lastTokenMs - first));
    return figures;
}

LaneFigures figuresOf(const app::Conversation &conversation, app::LaneId lane)
{
    const QList<app::MessageId> &path = conversation.path(lane);
    for (auto it = path.crbegin(); it != path.crend(); ++it) {
        const app::Message *message = conversation.message(*it);
        const app::Run *run = message && message->run ? conversation.run(message->run) : nullptr;
        if (!run)
            continue;
        LaneFigures figures = figuresOf(*run);
        figures.round = message->round;
        figures.state = message->state;
        return figures;
    }
    return {};
}

void LiveMeter::activity(const app::LaneActivity &activity, nanoseconds now)
{
    using State = app::LaneActivity::State;
    if (!activity.isBusy()) {
        *this = {};
        return;
    }
    if (activity.reply != m_reply) {
        *this = {};
        m_reply = activity.reply;
    }
    // An attempt that is made again starts its time again, as the final figures do.
    if (activity.state == State::Connecting || activity.state == State::RetryWait) {
        m_asked = now;
        m_first.reset();
    }
    const bool writing = activity.state == State::Thinking || activity.state == State::Answering;
    if (writing && !m_first)
        m_first = now;
}

void LiveMeter::grew(qint64 bytes, nanoseconds now)
{
    if (!m_first)
        m_first = now;
    m_bytes = bytes;
    m_last = now;
}

LaneFigures LiveMeter::figures() const
{
    LaneFigures figures;
    if (!m_first)
        return figures;
    if (m_asked)
        figures.firstToken = std::chrono::duration_cast<milliseconds>(*m_first - *m_asked);
    if (m_bytes == 0)
        return figures;
    figures.estimated = true;
    figures.tokens = (m_bytes + kBytesPerToken - 1) / kBytesPerToken;
    figures.tokensPerSecond =
        speed(*figures.tokens, std::chrono::duration_cast<milliseconds>(m_last - *m_first));
    return figures;
}

std::optional<milliseconds> LiveMeter::waited(nanoseconds now) const
{
    if (!m_asked)
        return {};
    return std::chrono::duration_cast<milliseconds>(now - *m_asked);
}

qint64 textBytes(const app::Message &message)
{
    qint64 bytes = 0;
    for (const app::Part &part : message.parts) {
        if (const auto *text = std::get_if<app::TextPart>(&part))
            bytes += text->text.size();
        else if (const auto *reasoning = std::get_if<app::ReasoningPart>(&part))
            bytes += reasoning->text.size();
    }
    return bytes;
}

QList<bool> bestOf(const QList<LaneFigures> &lanes, Figure figure)
{
    QList<bool> best(lanes.size(), false);
    std::optional<double> highest;
    std::optional<double> lowest;
    int compared = 0;
    for (const LaneFigures &lane : lanes) {
        const std::optional<double> value = valueOf(lane, figure);
        if (!value || !lane.complete || lane.round != lanes.first().round)
            continue;
        ++compared;
        highest = std::max(highest.value_or(*value), *value);
        lowest = std::min(lowest.value_or(*value), *value);
    }
    if (compared < 2 || *highest <= *lowest)
        return best;
    for (qsizetype i = 0; i < lanes.size(); ++i) {
        const LaneFigures &lane = lanes.at(i);
        best[i] =
            lane.complete && lane.round == lanes.first().round && valueOf(lane, figure) == highest;
    }
    return best;
}

} // namespace ui
