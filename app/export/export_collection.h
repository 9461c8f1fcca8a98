// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/exported.h"
#include "app/library/conversation.h"

namespace app {

/// What a wish means for this conversation, as it is now. Shares the texts with it: some 10 ms for
/// 10,000 messages. An unknown round gives no rounds. `images` and `requests` are left empty. On
/// the thread of the conversation.
[[nodiscard]] Exported collectExport(const Conversation &conversation,
                                     const QList<Provider> &providers, const ExportWish &wish);

/// Whether a round is shown under letters instead of names.
[[nodiscard]] bool hasHiddenNames(const Conversation &conversation, RoundId round);

} // namespace app
