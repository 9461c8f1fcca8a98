// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/remedies.h"

namespace ui {

/// What a button says that uses it: "Allow 4,096 tokens and retry".
[[nodiscard]] QString remedyText(const app::Remedy &remedy);

} // namespace ui
