// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/library/conversation.h"
#include "app/settings/provider.h"

namespace app {

/// A way out for an answer that did not come because of what was asked for: other settings of the
/// lane, with which it is asked again.
struct Remedy
{
    enum class Kind {
        MoreTokens, ///< `amount` for max_tokens
        LessEffort, ///< `effort` for reasoning_effort
        AnswerNow, ///< goes on behind an empty block of thoughts; no setting changes
        FewerTokens, ///< `amount` for max_tokens: what fits
        LeaveOutRounds, ///< `amount` of the oldest rounds, counted from the first one
    };
    Kind kind = Kind::MoreTokens;
    qint64 amount = 0;
    QString effort = {};

    bool operator==(const Remedy &) const = default;
};

/// What helps against an empty answer (isEmptyForLength()) and against a context that overflowed,
/// the most helpful first; empty for other replies and where nothing of it would help. `provider`
/// and `model`: of the lane as it is now.
[[nodiscard]] QList<Remedy> remediesFor(const Conversation &conversation, LaneId lane,
                                        MessageId reply, const Provider &provider,
                                        const ModelInfo &model);

/// The lane with that setting.
[[nodiscard]] Lane remedied(Lane lane, const Remedy &remedy);

} // namespace app
