// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/records.h"

#include <QHash>

#include <optional>

namespace ui {

/// An earlier message that is being rewritten in the composer.
struct Rewriting
{
    app::LaneId lane;
    app::MessageId message;
    app::Draft written;
};

/// Messages whose rewriting was left for something else before it was sent, with what was written
/// of them. Kept while the program runs.
class Rewritings
{
public:
    /// For another message.
    void leave(const Rewriting &rewriting);
    /// For another conversation: it goes on where this one is shown again.
    void leave(const Rewriting &rewriting, app::ConversationId conversation);

    [[nodiscard]] std::optional<Rewriting> leftIn(app::ConversationId conversation) const;
    /// What was written of it; nothing if that was sent, or the rewriting cancelled.
    [[nodiscard]] std::optional<app::Draft> take(app::MessageId message);

private:
    QHash<app::MessageId, Rewriting> m_left;
    QHash<app::ConversationId, app::MessageId> m_leftIn;
};

} // namespace ui
