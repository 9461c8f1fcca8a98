// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"
#include "app/record/recorded_run.h"
#include "ui/transcript/run_facts.h"

namespace ui {

/// What the run belongs to: its id, and what its round and the conversation cost so far.
[[nodiscard]] QList<RunFact> placeFacts(const app::Conversation &conversation,
                                        const app::Message &reply);
/// Method, address, headers, size, images.
[[nodiscard]] QList<RunFact> requestFacts(const app::RecordedRun &record);
/// Status, finish reasons, failed attempts, headers.
[[nodiscard]] QList<RunFact> responseFacts(const app::RecordedRun &record);

} // namespace ui
