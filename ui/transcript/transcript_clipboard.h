// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block.h"

#include <memory>

class QMimeData;

namespace ui {

/// Blocks for the clipboard: plain text, HTML and Markdown (text/markdown).
[[nodiscard]] std::unique_ptr<QMimeData> clipboardData(const app::Blocks &blocks);

} // namespace ui
