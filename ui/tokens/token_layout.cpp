// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_layout.h"

#include <QFontMetricsF>
#include <QTextCharFormat>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int kKeptAround = 32; ///< slices beyond those that are seen

QTextCharFormat formatOf(TokenLevel level, const TokenColours &colours)
{
    QTextCharFormat format;
    format.setBackground(colours.ground(level));
    if (level < TokenLevel::Unsure)
        return format;
    format.setUnderlineColor(colours.mark);
    format.setUnderlineStyle(level == TokenLevel::Rare ? QTextCharFormat::SingleUnderline
                                                       : QTextCharFormat::DotLine);
    return format;
}

} // namespace

void TokenLayout::setText(TokenText text, QList<TokenLevel> levels)
{
    m_text = std::move(text);
    m_levels = std::move(levels);
    estimateHeights();
}

void TokenLayout::setStyle(const Style &style)
{
    m_style = style;
    m_lineStep =
        int(std::ceil(QFontMetricsF(style.font).height() * metrics::kTranscriptLineHeight));
    estimateHeights();
}

void TokenLayout::estimateHeights()
{
    const auto count = size_t(m_text.sliceCount());
    m_layouts.clear();
    m_layouts.resize(count);
    m_heights.assign(count, m_lineStep);
    m_tops.assign(count, 0);
    const double perLine = std::max(
        1.0, m_style.width / std::max(1.0, QFontMetricsF(m_style.font).averageCharWidth()));
    for (size_t slice = 0; slice < count; ++slice) {
        const int characters = m_text.sliceEnd(int(slice)) - m_text.sliceBegin(int(slice));
        m_heights[slice] = m_lineStep * std::max(1, int(std::ceil(characters / perLine)));
    }
    updateTops(0);
}

void TokenLayout::updateTops(int from)
{
    int top = from > 0 ? m_tops[size_t(from) - 1] + m_heights[size_t(from) - 1] : 0;
    for (size_t slice = size_t(from); slice < m_tops.size(); ++slice) {
        m_tops[slice] = top;
        top += m_heights[slice];
    }
    m_height = top;
}

int TokenLayout::sliceAtY(int y) const
{
    const auto behind = std::ranges::upper_bound(m_tops, y);
    return std::max(0, int(behind - m_tops.begin()) - 1);
}

QList<QTextLayout::FormatRange> TokenLayout::formatsOf(int slice) const
{
    const TokenColours &colours = tokenColoursOf(m_style.scheme);
    const int begin = m_text.sliceBegin(slice);
    const int end = m_text.sliceEnd(slice);
    QList<QTextLayout::FormatRange> formats;
    for (int cell = m_text.cellAt(begin); cell < m_text.cellCount(); ++cell) {
        const int from = std::max(begin, m_text.cellBegin(cell));
        if (from >= end)
            break;
        const TokenLevel level = m_levels.at(cell);
        const int length = std::min(end, m_text.cellEnd(cell)) - from;
        if (level != TokenLevel::Sure && length > 0)
            formats.append({from - begin, length, formatOf(level, colours)});
    }
    return formats;
}

bool TokenLayout::layOutSlice(int slice)
{
    auto &layout = m_layouts[size_t(slice)];
    if (layout)
        return false;
    const int begin = m_text.sliceBegin(slice);
    layout = std::make_unique<QTextLayout>(m_text.text().mid(begin, m_text.sliceEnd(slice) - begin),
                                           m_style.font);
    layout->setCacheEnabled(true);
    layout->setFormats(formatsOf(slice));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->beginLayout();
    int y = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(m_style.width);
        line.setPosition({0, y + (m_lineStep - line.height()) / 2});
        y += m_lineStep;
    }
    layout->endLayout();
    return std::exchange(m_heights[size_t(slice)], std::max(y, m_lineStep)) != y;
}

int TokenLayout::layOut(int top, int height)
{
    if (m_layouts.empty() || m_style.width <= 0)
        return 0;
    const int anchor = sliceAtY(top);
    const int first = sliceAtY(std::max(0, top - height));
    const int anchorTop = m_tops[size_t(anchor)];
    bool changed = false;
    for (int slice = first; slice < anchor; ++slice)
        changed = layOutSlice(slice) || changed;
    const int bottom = top - anchorTop + height;
    int last = anchor;
    for (int y = 0; last < int(m_layouts.size()) && y < bottom; ++last) {
        changed = layOutSlice(last) || changed;
        y += m_heights[size_t(last)];
    }
    if (changed)
        updateTops(first);
    dropFar(first, last);
    return m_tops[size_t(anchor)] - anchorTop;
}

void TokenLayout::dropFar(int first, int last)
{
    for (int slice = 0; slice < int(m_layouts.size()); ++slice) {
        if (slice < first - kKeptAround || slice > last + kKeptAround)
            m_layouts[size_t(slice)].reset();
    }
}

void TokenLayout::visit(int top, int bottom, const Visit &visit) const
{
    if (m_tops.empty())
        return;
    for (size_t slice = size_t(sliceAtY(top)); slice < m_tops.size() && m_tops[slice] < bottom;
         ++slice) {
        if (m_layouts[slice])
            visit(int(slice), m_tops[slice], *m_layouts[slice]);
    }
}

int TokenLayout::cellAt(QPoint place) const
{
    if (m_tops.empty() || place.y() < 0 || place.y() >= m_height || place.x() < 0)
        return -1;
    const int slice = sliceAtY(place.y());
    const auto &layout = m_layouts[size_t(slice)];
    if (!layout)
        return -1;
    const int number = (place.y() - m_tops[size_t(slice)]) / m_lineStep;
    const QTextLine line = layout->lineAt(std::min(number, layout->lineCount() - 1));
    if (!line.isValid() || place.x() > line.naturalTextRect().right())
        return -1;
    const int at = line.xToCursor(place.x(), QTextLine::CursorOnCharacter);
    return m_text.cellAt(m_text.sliceBegin(slice) + at);
}

QList<QRect> TokenLayout::rectsOf(int cell) const
{
    QList<QRect> rects;
    QList<QRect> blanks; // a space hangs over the end of the line before its word
    const int begin = m_text.cellBegin(cell);
    const int end = m_text.cellEnd(cell);
    for (int slice = m_text.sliceAt(begin); slice < m_text.sliceCount(); ++slice) {
        const int start = m_text.sliceBegin(slice);
        const auto &layout = m_layouts[size_t(slice)];
        if (start >= end || !layout)
            break;
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            const int from = std::max(begin - start, line.textStart());
            const int to = std::min(end - start, line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const auto [left, right] = std::minmax({line.cursorToX(from), line.cursorToX(to)});
            const QRectF rect(left, line.y(), right - left, line.height());
            const QStringView piece = QStringView(m_text.text()).sliced(start + from, to - from);
            (piece.trimmed().isEmpty() ? blanks : rects)
                .append(rect.toAlignedRect().translated(0, m_tops[size_t(slice)]));
        }
    }
    return rects.isEmpty() ? blanks : rects;
}

int TokenLayout::topOf(int cell) const
{
    return m_tops.empty() ? 0 : m_tops[size_t(m_text.sliceAt(m_text.cellBegin(cell)))];
}

int TokenLayout::laidOutCount() const
{
    return int(
        std::ranges::count_if(m_layouts, [](const auto &layout) { return layout != nullptr; }));
}

} // namespace ui
