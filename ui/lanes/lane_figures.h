// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/chat/chat.h"

#include <chrono>
#include <optional>

namespace ui {

/// What the strip above a lane says of its newest run. What is not known is left out, never
/// guessed; `estimated` marks a speed and a count that are reckoned from the text while it comes.
struct LaneFigures
{
    app::RoundId round; ///< so that lanes are only compared within one
    std::optional<std::chrono::milliseconds> firstToken;
    std::optional<double> tokensPerSecond;
    std::optional<qint64> tokens; ///< of the answer, reasoning included
    std::optional<double> costUsd;
    bool costComputed = false; ///< from the list of prices, not said by the server
    QString tierAsked;
    std::optional<QString> tierEchoed;
    std::optional<qint64> contextUsed; ///< tokens of prompt and answer
    bool estimated = false;
    bool complete = false; ///< the run ended with an answer
    app::MessageState state = app::MessageState::Complete; ///< of the reply; says how it ended
    std::optional<std::chrono::milliseconds> total; ///< of a run without an answer
    int httpStatus = 0; ///< of a refusal
    int retries = 0;

    bool operator==(const LaneFigures &) const = default;
};

/// The newest run on the lane's path; nothing but empty fields where there is none.
[[nodiscard]] LaneFigures figuresOf(const app::Conversation &conversation, app::LaneId lane);
[[nodiscard]] LaneFigures figuresOf(const app::Run &run);

/// Measures a reply while it is written. A token is taken for four bytes of text, which is near
/// enough for a figure that is replaced by the server's count at the end.
class LiveMeter
{
public:
    /// To be told of every activity, and of the bytes there are whenever they grew; times are of a
    /// clock that never goes back.
    void activity(const app::LaneActivity &activity, std::chrono::nanoseconds now);
    void grew(qint64 bytes, std::chrono::nanoseconds now);
    [[nodiscard]] LaneFigures figures() const;
    /// Since the request left; nothing before that.
    [[nodiscard]] std::optional<std::chrono::milliseconds> waited(
        std::chrono::nanoseconds now) const;

private:
    app::MessageId m_reply;
    std::optional<std::chrono::nanoseconds> m_asked;
    std::optional<std::chrono::nanoseconds> m_first;
    std::chrono::nanoseconds m_last{0};
    qint64 m_bytes = 0;
};

/// Bytes of text and reasoning of a message.
[[nodiscard]] qint64 textBytes(const app::Message &message);

enum class Figure { FirstToken, Speed, Cost };

/// Which lanes have the best of a figure: only when two or more have answered the same round and
/// they differ.
[[nodiscard]] QList<bool> bestOf(const QList<LaneFigures> &lanes, Figure figure);

} // namespace ui
