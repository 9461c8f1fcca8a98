// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/transcript_layout.h"

#include <array>

namespace ui {

/// What is selected in a transcript. It has a fixed end, the unit it began with, and a head that
/// the pointer and the keys move: the caret. Places are messages and characters, not pixels, so
/// that nothing which arrives or changes height alters it. A value; the layout is that of the
/// moment.
class TranscriptSelection
{
public:
    enum class Unit { Character, Word, Slice };

    [[nodiscard]] bool hasCaret() const { return bool(m_head.message); }
    [[nodiscard]] const TextPosition &caret() const { return m_head; }
    [[nodiscard]] const TextPosition &anchor() const { return m_anchor; }
    /// In reading order; equal places: nothing is selected.
    [[nodiscard]] std::pair<TextPosition, TextPosition> range(const TranscriptLayout &layout) const;
    [[nodiscard]] bool isEmpty(const TranscriptLayout &layout) const;

    void clear() { *this = {}; }
    /// A new one: the unit that holds `position`, or only a caret there.
    void start(const TranscriptLayout &layout, const TextPosition &position, Unit unit);
    /// What extend() moves the head by from now on.
    void setUnit(Unit unit) { m_unit = unit; }
    /// Moves the head, by whole units if it began with one; it starts where there was none.
    void extend(const TranscriptLayout &layout, const TextPosition &position);
    void set(const TextPosition &anchor, const TextPosition &head);
    /// Every place it holds, for who must follow them through a change of the text.
    [[nodiscard]] std::array<TextPosition *, 3> places()
    {
        return {&m_anchor, &m_anchorEnd, &m_head};
    }

private:
    TextPosition m_anchor;
    TextPosition m_anchorEnd; ///< of the unit it began with
    TextPosition m_head;
    Unit m_unit = Unit::Character;
};

} // namespace ui
