// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

namespace ui {

/// Fonts, colours and lengths a transcript is laid out with. A value.
struct TranscriptStyle
{
    Colours colours;
    QFont body;
    QFont code;
    QFont caption;
    double scale = 1; ///< text zoom
    int width = 0; ///< of the column of text
    int lineHeight = 21;
    int codeLineHeight = 19;
    int captionLineHeight = 18;
    double characterWidth = 7; ///< about, for estimates
    double digitWidth = 9;

    /// Pixels for a length given at 100 %.
    [[nodiscard]] int px(int at100) const { return qRound(at100 * scale); }
    /// The widest the text of a single lane gets.
    [[nodiscard]] int readableWidth() const;

    bool operator==(const TranscriptStyle &) const = default;
};

[[nodiscard]] TranscriptStyle transcriptStyle(const Theme &theme, int zoomPercent);
/// A font in the size of another times `factor`.
[[nodiscard]] QFont scaledFont(QFont font, double factor);

} // namespace ui
