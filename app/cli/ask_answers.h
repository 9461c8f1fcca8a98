// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/records.h"

namespace app {

/// What all requests of one call of `ask` brought, as if it had been one: an answer that was gone
/// on with in pieces is one text, answers of further requests are further choices, after tool calls
/// the last answer counts. Usage and cost are sums; times to the first token are those of the first
/// request. A value.
class AskAnswers
{
public:
    enum class Kind {
        First,
        Piece, ///< goes on with the answer
        Another, ///< beside it
        AfterCalls, ///< in its place: with what its tool calls gave
    };

    void add(Kind kind, const Run &run, const RunOutcome &outcome);

    /// Ended between two requests.
    void stop(const RunOutcome &outcome);

    [[nodiscard]] const RunOutcome &outcome() const { return m_outcome; }
    [[nodiscard]] std::optional<double> costUsd() const { return m_costUsd; }
    [[nodiscard]] int continuations() const { return m_continuations; }
    [[nodiscard]] int requests() const { return m_requests; }
    /// The last piece did not go on with the answer (see startsAnew()).
    [[nodiscard]] bool beganAnew() const { return m_beganAnew; }

private:
    void addPiece(const Choice &piece);

    RunOutcome m_outcome;
    std::optional<double> m_costUsd;
    int m_continuations = 0;
    int m_requests = 0;
    bool m_beganAnew = false;
};

/// The sum of both, as far as each figure is known.
[[nodiscard]] Usage summed(const Usage &a, const Usage &b);

} // namespace app
