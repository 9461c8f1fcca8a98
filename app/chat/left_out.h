// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"

namespace app {

// A lane may go on without its oldest rounds, where they do not fit into the context of its model
// any more. Nothing is deleted: the parameter kLeaveOutRounds of the lane says how many of them its
// next requests go without, and each request names in its recipe what it held.

/// 0: none.
[[nodiscard]] int leftOutRounds(const ParameterSet &parameters);
/// Where a path begins that goes without its oldest rounds: the position of a prompt. The last
/// prompt is always sent.
[[nodiscard]] qsizetype firstSent(const Conversation &conversation, const QList<MessageId> &path,
                                  int leftOut);
/// That part of the path.
[[nodiscard]] QList<MessageId> withoutOldestRounds(const Conversation &conversation,
                                                   const QList<MessageId> &path, int leftOut);

} // namespace app
