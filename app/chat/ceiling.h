// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/spending_ledger.h"

namespace app {

class ConversationWriter;

/// Raises the ceiling that blocks so far that it lets through what it blocks; nothing where no cost
/// is known. That of a run in the preferences; that of the conversation as one of its own, so that
/// no other conversation may cost more for it. The turns hear of both. `writer`: of `conversation`.
void raiseCeiling(const SpendingBlock &block, const Conversation &conversation,
                  ConversationWriter &writer, Settings &settings);

} // namespace app
