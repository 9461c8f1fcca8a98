// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/chat/chat.h"

#include <chrono>
#include <optional>

namespace ui {

/// What is known of a lane's newest run, of which the strip above the lane says the most important.
/// What is not known is left out, never guessed; `estimated` marks speeds and counts that are
/// reckoned from the text while it comes. Times count from the start of the request.
struct LaneFigures
{
    app::RoundId round; ///< so that lanes are only compared within one
    std::optional<std::chrono::milliseconds> connected; ///< the request had left
    std::optional<std::chrono::milliseconds> queued; ///< from there to the begin of the response
    std::optional<std::chrono::milliseconds> firstToken; ///< of whatever kind
    std::optional<std::chrono::milliseconds> firstReasoning;
    std::optional<std::chrono::milliseconds> firstAnswer;
    std::optional<double>
        tokensPerSecond; ///< of the answer; of all where they cannot be told apart
    std::optional<double> reasoningPerSecond;
    std::optional<qint64> tokens; ///< of the answer, reasoning included
    std::optional<qint64> reasoningTokens;
    std::optional<qint64> promptTokens;
    std::optional<qint64> cachedTokens; ///< of the prompt
    std::optional<double> costUsd;
    bool costComputed = false; ///< from the list of prices, not said by the server
    QString tierAsked;
    std::optional<QString> tierEchoed;
    QString answeredBy; ///< the model, where it is not the one that was asked
    bool answeredByAnother = false; ///< and no version or snapshot of it either
    QString finishReason;
    std::optional<qint64> contextUsed; ///< tokens of prompt and answer
    bool estimated = false;
    bool complete = false; ///< the run ended with an answer
    app::MessageState state = app::MessageState::Complete; ///< of the reply; says how it ended
    std::optional<std::chrono::milliseconds> total; ///< of the whole run
    int httpStatus = 0; ///< of a refusal
    int retries = 0;

    bool operator==(const LaneFigures &) const = default;
};

/// The newest run on the lane's path; nothing but empty fields where there is none.
[[nodiscard]] LaneFigures figuresOf(const app::Conversation &conversation, app::LaneId lane);
[[nodiscard]] LaneFigures figuresOf(const app::Run &run);

/// What the context of a lane holds before the next prompt: as the server counted the last run,
/// and what came after it, reckoned from its length.
struct ContextUse
{
    std::optional<qint64> tokens; ///< nothing for an empty lane
    bool estimated = false; ///< a part of it

    bool operator==(const ContextUse &) const = default;
};
[[nodiscard]] ContextUse contextUse(const app::Conversation &conversation, app::LaneId lane);

/// Bytes of a message so far.
struct WrittenBytes
{
    qint64 reasoning = 0;
    qint64 text = 0;
};
[[nodiscard]] WrittenBytes writtenBytes(const app::Message &message);

/// Measures a reply while it is written. A token is taken for four bytes of text, which is near
/// enough for a figure that is replaced by the server's count at the end.
class LiveMeter
{
public:
    /// To be told of every activity, and of the bytes there are whenever they grew; times are of a
    /// clock that never goes back.
    void activity(const app::LaneActivity &activity, std::chrono::nanoseconds now);
    void grew(const WrittenBytes &bytes, std::chrono::nanoseconds now);
    [[nodiscard]] LaneFigures figures() const;
    /// Since the request left; nothing before that.
    [[nodiscard]] std::optional<std::chrono::milliseconds> waited(
        std::chrono::nanoseconds now) const;

private:
    app::MessageId m_reply;
    std::optional<std::chrono::nanoseconds> m_asked;
    std::optional<std::chrono::nanoseconds> m_left; ///< the request
    std::optional<std::chrono::nanoseconds> m_firstReasoning;
    std::optional<std::chrono::nanoseconds> m_firstAnswer;
    std::chrono::nanoseconds m_last{0};
    WrittenBytes m_bytes;
};

enum class Figure { FirstToken, Speed, Cost };

enum class Standing { Usual, Best, Worst };

/// Where lanes stand among each other: only when two or more have answered the same round and it
/// shows in the figures. The worst is told from three lanes on; of two it is the other one.
[[nodiscard]] QList<Standing> standingsOf(const QList<LaneFigures> &lanes, Figure figure);

} // namespace ui
