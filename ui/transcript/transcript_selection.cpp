// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_selection.h"

namespace ui {

namespace {

TranscriptLayout::Unit layoutUnit(TranscriptSelection::Unit unit)
{
    return unit == TranscriptSelection::Unit::Word ? TranscriptLayout::Unit::Word
                                                   : TranscriptLayout::Unit::Slice;
}

} // namespace

std::pair<TextPosition, TextPosition> TranscriptSelection::range(
    const TranscriptLayout &layout) const
{
    if (layout.compare(m_head, m_anchor) < 0)
        return {m_head, m_anchorEnd};
    return {m_anchor, m_head};
}

bool TranscriptSelection::isEmpty(const TranscriptLayout &layout) const
{
    const auto [from, to] = range(layout);
    return from == to;
}

void TranscriptSelection::start(const TranscriptLayout &layout, const TextPosition &position,
                                Unit unit)
{
    m_unit = unit;
    m_anchor = m_anchorEnd = m_head = position;
    if (unit == Unit::Character)
        return;
    std::tie(m_anchor, m_anchorEnd) = layout.unitAround(position, layoutUnit(unit));
    m_head = m_anchorEnd;
}

void TranscriptSelection::extend(const TranscriptLayout &layout, const TextPosition &position)
{
    if (!hasCaret())
        return start(layout, position, m_unit);
    m_head = position;
    if (m_unit == Unit::Character)
        return;
    const auto [first, last] = layout.unitAround(position, layoutUnit(m_unit));
    m_head = layout.compare(position, m_anchor) < 0 ? first : last;
}

void TranscriptSelection::set(const TextPosition &anchor, const TextPosition &head)
{
    m_unit = Unit::Character;
    m_anchor = m_anchorEnd = anchor;
    m_head = head;
}

} // namespace ui
