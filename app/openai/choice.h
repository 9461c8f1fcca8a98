// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/message_part.h"
#include "app/openai/token_logprobs.h"

namespace app {

/// Names, ids and reasons are cut here: nothing that is longer is one.
inline constexpr qsizetype kLongestName = 512;

/// One of the n answers of a run.
struct Choice
{
    int index = 0;
    QByteArray text = {};
    QByteArray reasoning = {};
    qint64 reasoningDurationMs = 0;
    QList<ToolCallPart> toolCalls = {};
    QString finishReason = {}; ///< empty: none came
    TokenLogprobs tokens = {}; ///< empty: none were asked for, or the server gives none

    bool operator==(const Choice &) const = default;
};

} // namespace app
