// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/chat_request.h"
#include "app/store/records.h"

namespace app {

/// A message of the request and those of the tree that it is made of.
struct WirePathItem
{
    WireMessage message;
    QList<MessageId> sources; ///< several where continuations were joined
};

/// A path of the tree as it is said to a server: continuations joined byte for byte to the reply
/// they go on with, reasoning within the current tool loop only, one message for each tool result,
/// calls with the arguments that were really called. Calls that no result followed, pictures of
/// replies and replies without content are left out: servers refuse them.
[[nodiscard]] QList<WirePathItem> wirePath(const QList<Message> &path);

} // namespace app
