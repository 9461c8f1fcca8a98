// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/lane_figures.h"

#include "app/chat/replay.h"

#include <algorithm>
#include <cmath>

namespace ui {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

constexpr qint64 kBytesPerToken = 4;
constexpr qint64 kTokensPerImage = 1'000;
/// A speed over less than this says more about the network's packets than about the model.
constexpr milliseconds kShortestSpan{250};

std::optional<double> speed(qint64 tokens, milliseconds span)
{
    if (tokens <= 1 || span < kShortestSpan)
        return {};
    return double(tokens) * 1000.0 / double(span.count());
}

std::optional<milliseconds> since(qint64 ms)
{
    return ms < 0 ? std::nullopt : std::optional(milliseconds(ms));
}

std::optional<milliseconds> between(const std::optional<nanoseconds> &from,
                                    const std::optional<nanoseconds> &to)
{
    if (!from || !to)
        return {};
    return std::chrono::duration_cast<milliseconds>(*to - *from);
}

std::optional<milliseconds> earlier(const std::optional<milliseconds> &a,
                                    const std::optional<milliseconds> &b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

/// As durationText() tells it: in hundredths of a second, from a second on in tenths.
double asRead(milliseconds duration)
{
    const double step = duration.count() < 995 ? 10 : 100;
    return std::round(double(duration.count()) / step) * step;
}

/// Higher is better; what reads the same is the same.
std::optional<double> valueOf(const LaneFigures &lane, Figure figure)
{
    switch (figure) {
    case Figure::FirstToken:
        return lane.firstToken ? std::optional(-asRead(*lane.firstToken)) : std::nullopt;
    case Figure::Speed:
        return lane.tokensPerSecond ? std::optional(std::round(*lane.tokensPerSecond))
                                    : std::nullopt;
    case Figure::Cost:
        return lane.costUsd ? std::optional(-*lane.costUsd) : std::nullopt;
    }
    return {};
}

void addSpeeds(LaneFigures &figures, const app::Timings &timings)
{
    if (!figures.firstToken || timings.lastTokenMs < 0)
        return;
    const milliseconds last(timings.lastTokenMs);
    const bool thought = figures.firstReasoning && figures.reasoningTokens.value_or(0) > 0;
    if (!thought) {
        figures.tokensPerSecond = speed(*figures.tokens, last - *figures.firstToken);
        return;
    }
    figures.reasoningPerSecond = speed(*figures.reasoningTokens, figures.firstAnswer.value_or(last)
                                                                     - *figures.firstReasoning);
    if (figures.firstAnswer)
        figures.tokensPerSecond =
            speed(*figures.tokens - *figures.reasoningTokens, last - *figures.firstAnswer);
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
    figures.total = since(run.timings.totalMs);
    if (run.modelAnswered != run.model)
        figures.answeredBy = run.modelAnswered;
    figures.answeredByAnother =
        !figures.answeredBy.isEmpty() && !app::isSameModel(run.model, run.modelAnswered);
    figures.connected = since(run.timings.connectedMs);
    if (figures.connected && run.timings.headersMs >= run.timings.connectedMs)
        figures.queued = milliseconds(run.timings.headersMs) - *figures.connected;
    figures.firstReasoning = since(run.timings.firstReasoningMs);
    figures.firstAnswer = since(run.timings.firstTokenMs);
    figures.firstToken = earlier(figures.firstReasoning, figures.firstAnswer);
    if (!run.usage)
        return figures;
    figures.tokens = run.usage->completionTokens;
    figures.reasoningTokens = run.usage->reasoningTokens;
    figures.promptTokens = run.usage->promptTokens;
    figures.cachedTokens = run.usage->cachedTokens;
    figures.contextUsed = run.usage->promptTokens + run.usage->completionTokens;
    addSpeeds(figures, run.timings);
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
        const app::Lane *shown = conversation.lane(lane);
        if (shown && (run->model != shown->model || run->providerId != shown->providerId))
            return {}; // nor would they be told apart from those of the model in the header
        LaneFigures figures = figuresOf(*run);
        figures.round = app::pairedRound(conversation, *message);
        figures.state = message->state;
        figures.finishReason = message->finishReason;
        return figures;
    }
    return {};
}

ContextUse contextUse(const app::Conversation &conversation, app::LaneId lane)
{
    ContextUse use;
    const QList<app::MessageId> &path = conversation.path(lane);
    for (auto it = path.crbegin(); it != path.crend(); ++it) {
        const app::Message *message = conversation.message(*it);
        const app::Run *run = message && message->run ? conversation.run(message->run) : nullptr;
        if (run && run->usage) {
            use.tokens =
                use.tokens.value_or(0) + run->usage->promptTokens + run->usage->completionTokens;
            return use;
        }
        if (!message)
            continue;
        const WrittenBytes bytes = writtenBytes(*message);
        const auto images = std::ranges::count_if(message->parts, [](const app::Part &part) {
            return std::holds_alternative<app::ImagePart>(part);
        });
        use.tokens = use.tokens.value_or(0) + (bytes.text + bytes.reasoning) / kBytesPerToken
                     + images * kTokensPerImage;
        use.estimated = true;
    }
    return use;
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
        m_left.reset();
        m_firstReasoning.reset();
        m_firstAnswer.reset();
    }
    if (activity.state == State::Waiting && !m_left)
        m_left = now;
    if (activity.state == State::Thinking && !m_firstReasoning)
        m_firstReasoning = now;
    if (activity.state == State::Answering && !m_firstAnswer)
        m_firstAnswer = now;
}

void LiveMeter::grew(const WrittenBytes &bytes, nanoseconds now)
{
    if (bytes.reasoning > 0 && !m_firstReasoning)
        m_firstReasoning = now;
    if (bytes.text > 0 && !m_firstAnswer)
        m_firstAnswer = now;
    m_bytes = bytes;
    m_last = now;
}

LaneFigures LiveMeter::figures() const
{
    const auto reckoned = [](qint64 bytes) {
        return (bytes + kBytesPerToken - 1) / kBytesPerToken;
    };
    LaneFigures figures;
    figures.connected = between(m_asked, m_left);
    figures.firstReasoning = between(m_asked, m_firstReasoning);
    figures.firstAnswer = between(m_asked, m_firstAnswer);
    figures.firstToken = earlier(figures.firstReasoning, figures.firstAnswer);
    if (m_bytes.reasoning + m_bytes.text == 0)
        return figures;
    figures.estimated = true;
    figures.tokens = reckoned(m_bytes.reasoning + m_bytes.text);
    const std::optional<nanoseconds> last(m_last);
    if (m_bytes.reasoning > 0) {
        figures.reasoningTokens = reckoned(m_bytes.reasoning);
        const auto span = between(m_firstReasoning, m_firstAnswer ? m_firstAnswer : last);
        figures.reasoningPerSecond =
            speed(*figures.reasoningTokens, span.value_or(milliseconds(0)));
    }
    if (m_bytes.text > 0)
        figures.tokensPerSecond =
            speed(reckoned(m_bytes.text), between(m_firstAnswer, last).value_or(milliseconds(0)));
    return figures;
}

std::optional<milliseconds> LiveMeter::waited(nanoseconds now) const
{
    if (!m_asked)
        return {};
    return std::chrono::duration_cast<milliseconds>(now - *m_asked);
}

WrittenBytes writtenBytes(const app::Message &message)
{
    WrittenBytes bytes;
    for (const app::Part &part : message.parts) {
        if (const auto *text = std::get_if<app::TextPart>(&part))
            bytes.text += text->text.size();
        else if (const auto *reasoning = std::get_if<app::ReasoningPart>(&part))
            bytes.reasoning += reasoning->text.size();
    }
    return bytes;
}

QList<Standing> standingsOf(const QList<LaneFigures> &lanes, Figure figure)
{
    QList<Standing> standings(lanes.size(), Standing::Usual);
    QList<std::optional<double>> values;
    std::optional<double> highest;
    std::optional<double> lowest;
    int compared = 0;
    for (const LaneFigures &lane : lanes) {
        const bool counts = lane.complete && lane.round == lanes.first().round;
        const std::optional<double> value = counts ? valueOf(lane, figure) : std::nullopt;
        values.append(value);
        if (!value)
            continue;
        ++compared;
        highest = std::max(highest.value_or(*value), *value);
        lowest = std::min(lowest.value_or(*value), *value);
    }
    if (compared < 2 || *highest <= *lowest)
        return standings;
    for (qsizetype i = 0; i < lanes.size(); ++i) {
        if (values.at(i) == highest)
            standings[i] = Standing::Best;
        else if (values.at(i) == lowest && compared > 2)
            standings[i] = Standing::Worst;
    }
    return standings;
}

} // namespace ui
