// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace app {

// How models call what belongs to a box, in JSON and in prose. Whatever the case of the letters.

[[nodiscard]] bool isBoxKey(QStringView key); ///< `bbox`, `box_2d`, `rect`, …
[[nodiscard]] bool isImageKey(QStringView key); ///< `image`, `image_index`, …
[[nodiscard]] bool isLabelKey(QStringView key); ///< `label`, `name`, …

/// "2", "image 2", "Picture #2", "image_2" at the front of a text, of at most three figures; `end`
/// is where it ends. Nothing for other words.
[[nodiscard]] std::optional<int> imageNumber(QStringView text, qsizetype &end);

} // namespace app
