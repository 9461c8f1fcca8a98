// SPDX-License-Identifier: GPL-3.0-or-later
// From text to text, wherever it stands: what is far away is parsed and laid out on the way.
#include "ui/transcript/transcript_layout.h"

namespace ui {

namespace {
constexpr int kRevealMargin = 24;
} // namespace

/// Of the slice that holds the position, or -1. The message has its content afterwards.
int TranscriptLayout::sliceWith(int index, const SlicePosition &position)
{
    ensureContent(index);
    const MessageContent &content = *m_items[size_t(index)].content;
    const int slice = content.indexOf(position.key);
    const bool found =
        slice < int(content.slices().size()) && content.slices()[size_t(slice)].key == position.key;
    return found ? slice : -1;
}

const SliceLayout *TranscriptLayout::textAt(const TextPosition &position)
{
    const std::optional<int> index = indexOf(position.message);
    const int slice = index ? sliceWith(*index, position.at) : -1;
    if (slice < 0)
        return nullptr;
    const std::unique_ptr<SliceLayout> &layout = m_items[size_t(*index)].layouts[size_t(slice)];
    if (!layout && layOutSlice(*index, slice))
        setItemHeight(*index);
    return layout.get();
}

/// The next slice with text from `slice` on, which may lie in another message.
std::optional<TextPosition> TranscriptLayout::textFrom(int index, int slice, Step step)
{
    const int by = step == Step::Forward ? 1 : -1;
    for (; index >= 0 && index < int(m_items.size()); index += by) {
        ensureContent(index);
        const std::vector<Slice> &slices = m_items[size_t(index)].content->slices();
        slice = by > 0 ? qMax(0, slice) : qMin(slice, int(slices.size()) - 1);
        for (; slice >= 0 && slice < int(slices.size()); slice += by) {
            if (!holdsText(slices[size_t(slice)]))
                continue;
            TextPosition found{m_shown[index].id(), {slices[size_t(slice)].key, 0}};
            const SliceLayout *layout = by < 0 ? textAt(found) : nullptr;
            found.at.offset = layout ? int(layout->text().size()) : 0;
            return found;
        }
        slice = by > 0 ? 0 : std::numeric_limits<int>::max();
    }
    return std::nullopt;
}

std::optional<TextPosition> TranscriptLayout::nextText(const TextPosition &position, Step step)
{
    const std::optional<int> index = indexOf(position.message);
    if (!index)
        return std::nullopt;
    const int slice = sliceWith(*index, position.at);
    return slice < 0 ? std::nullopt
                     : textFrom(*index, slice + (step == Step::Forward ? 1 : -1), step);
}

std::optional<TextPosition> TranscriptLayout::resolved(const TextPosition &position)
{
    const std::optional<int> index = indexOf(position.message);
    if (!index)
        return std::nullopt;
    const int slice = sliceWith(*index, position.at);
    const std::vector<Slice> &slices = m_items[size_t(*index)].content->slices();
    if (slice >= 0 && holdsText(slices[size_t(slice)])) {
        TextPosition inside = position;
        inside.at.offset = qBound(0, position.at.offset, int(textAt(position)->text().size()));
        return inside;
    }
    const int from = m_items[size_t(*index)].content->indexOf(position.at.key);
    const std::optional<TextPosition> behind = textFrom(*index, from, Step::Forward);
    return behind ? behind : textFrom(*index, from - 1, Step::Back);
}

std::optional<QRectF> TranscriptLayout::caretRect(const TextPosition &position)
{
    const SliceLayout *layout = textAt(position);
    if (!layout)
        return std::nullopt;
    const int index = *indexOf(position.message);
    const Item &item = m_items[size_t(index)];
    const int top = m_heights.top(index) + headOf(index)
                    + item.heights.top(item.content->indexOf(position.at.key));
    return layout->caretRect(position.at.offset).translated(0, top);
}

void TranscriptLayout::revealSideways(const TextPosition &position)
{
    const SliceLayout *layout = textAt(position);
    if (!layout || !(layout->isWide() || layout->scrolled() != 0))
        return;
    const Item &item = m_items[size_t(*indexOf(position.message))];
    const Slice &slice = item.content->slices()[size_t(item.content->indexOf(position.at.key))];
    const qreal x = layout->caretRect(position.at.offset).left() - layout->scrollRect().left();
    const qreal margin = m_style.px(kRevealMargin);
    const qreal beyond = x - (layout->scrollRect().width() - margin);
    if (beyond > 0)
        scrollCode(position.message, slice, qCeil(beyond));
    else if (x < margin)
        scrollCode(position.message, slice, qFloor(x - margin));
}

QList<SliceItem> TranscriptLayout::actionsOf(app::MessageId message)
{
    QList<SliceItem> actions;
    const std::optional<int> index = indexOf(message);
    if (!index)
        return actions;
    ensureContent(*index);
    for (const Slice &slice : m_items[size_t(*index)].content->slices()) {
        for (const SliceItem &item : slice.items) {
            if (item.look == SliceItem::Look::Action || item.look == SliceItem::Look::OnHover)
                actions.append(item);
        }
    }
    return actions;
}

} // namespace ui
