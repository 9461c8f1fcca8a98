// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"
#include "ui/theme/theme.h"

namespace app {
class Store;
}

namespace ui {

/// Opens a window with all that a tool was asked and said, also what the model was not told: the
/// call with this number, from 0, among those of the messages.
void showWholeCall(const Theme &theme, app::Store &store, const app::Conversation &conversation,
                   const QList<app::MessageId> &messages, int call, QWidget *parent);

} // namespace ui
