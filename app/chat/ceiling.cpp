// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/ceiling.h"

#include "app/chat/conversation_writer.h"
#include "app/settings/settings.h"

namespace app {

void raiseCeiling(const SpendingBlock &block, const Conversation &conversation,
                  ConversationWriter &writer, Settings &settings)
{
    const std::optional<double> raised = block.raisedUsd();
    if (!raised)
        return;
    if (block.scope == SpendingBlock::Scope::Conversation) {
        ConversationSummary summary = conversation.summary();
        summary.ceilingUsd = raised;
        writer.commit({PutConversation{summary}});
        return;
    }
    Preferences preferences = settings.preferences();
    preferences.runCeilingUsd = raised;
    settings.setPreferences(preferences);
}

} // namespace app
