// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/transcript_layout.h"

namespace ui {

enum class CaretMove {
    Left, ///< as seen: forward in text that is written from right to left
    Right,
    WordLeft,
    WordRight,
    Up,
    Down,
    PageUp,
    PageDown,
    LineStart,
    LineEnd,
    Start, ///< of the transcript
    End,
};

/// Walks the text of a transcript, from message to message. Remembers where on the line the caret
/// goes up and down. Lays out what it comes to; heights may change by that.
class CaretMover
{
public:
    /// `page` in pixels.
    [[nodiscard]] TextPosition moved(TranscriptLayout &layout, const TextPosition &from,
                                     CaretMove move, int page);
    /// The caret was put elsewhere.
    void forget() { m_x.reset(); }

private:
    [[nodiscard]] TextPosition byLine(TranscriptLayout &layout, const TextPosition &from,
                                      Step step) const;
    [[nodiscard]] TextPosition byPage(TranscriptLayout &layout, const TextPosition &from,
                                      int pixels) const;

    std::optional<qreal> m_x;
};

} // namespace ui
