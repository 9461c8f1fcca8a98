// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"
#include "ui/attachments/image_receiver.h"

namespace app {
struct Services;
}

namespace ui {

/// Who gets what is in the composer of `lane`; of no lane: in that of all lanes that are not
/// prompted alone. By what the catalogue knows now.
[[nodiscard]] ImageReceivers imageReceivers(const app::Services &services,
                                            const app::Conversation &conversation,
                                            app::LaneId lane = {});

} // namespace ui
