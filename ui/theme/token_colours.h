// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <array>

namespace ui {

/// How sure a model was of a token, in steps that eyes can tell apart.
enum class TokenLevel {
    Sure, ///< 95 % and more
    Likely, ///< 80 % and more
    Open, ///< 50 % and more
    Unsure, ///< 20 % and more
    Rare,
};
inline constexpr size_t kTokenLevels = 5;

[[nodiscard]] TokenLevel tokenLevel(double probability);

/// One hue that grows stronger as tokens grow less sure: eyes without red or green cones see the
/// same order. Text of the usual colour stands on the grounds.
struct TokenColours
{
    std::array<QColor, kTokenLevels> grounds; ///< by level; the first one is that of the transcript
    QColor mark; ///< a line below tokens that are Unsure or Rare, and the line of a plot

    [[nodiscard]] const QColor &ground(TokenLevel level) const { return grounds[size_t(level)]; }
    bool operator==(const TokenColours &) const = default;
};

[[nodiscard]] const TokenColours &tokenColoursOf(Scheme scheme);

} // namespace ui
