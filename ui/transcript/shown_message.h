// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/transcript_source.h"

namespace ui {

/// What reads as one message: a prompt, or a reply with its continuations and the results of its
/// tool calls.
struct ShownMessage
{
    QList<app::MessageId> messages; ///< one at least
    app::MessageId turnStart; ///< first reply of its turn; what the branch switcher walks from
    bool isPrompt = false;
    bool endsTurn = true; ///< the line below the reply stands here

    [[nodiscard]] app::MessageId id() const { return messages.constFirst(); }
    bool operator==(const ShownMessage &) const = default;
};

/// The path of the source, put together.
[[nodiscard]] QList<ShownMessage> shownMessages(const TranscriptSource &source);

} // namespace ui
