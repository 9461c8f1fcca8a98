// SPDX-License-Identifier: GPL-3.0-or-later
// For who reads messages without showing them: nothing is kept, nothing moves.
#include "ui/transcript/transcript_layout.h"

namespace ui {

std::vector<Slice> TranscriptLayout::slicesOf(app::MessageId message) const
{
    const std::optional<int> index = indexOf(message);
    if (!index)
        return {};
    const Item &item = m_items[size_t(*index)];
    if (item.content)
        return item.content->slices();
    MessageContent content(m_source, m_shown[*index]);
    content.update(item.unfolded);
    return content.slices();
}

quint64 TranscriptLayout::revisionOf(app::MessageId message) const
{
    const std::optional<int> index = indexOf(message);
    return index ? m_items[size_t(*index)].revision : 0;
}

const SliceLayout *TranscriptLayout::laidOut(app::MessageId message, const SliceKey &key) const
{
    const std::optional<int> index = indexOf(message);
    if (!index || !m_items[size_t(*index)].content)
        return nullptr;
    const Item &item = m_items[size_t(*index)];
    const int slice = item.content->indexOf(key);
    const bool found =
        slice < int(item.layouts.size()) && item.content->slices()[size_t(slice)].key == key;
    return found ? item.layouts[size_t(slice)].get() : nullptr;
}

QString TranscriptLayout::textOf(const TextPosition &position) const
{
    const std::optional<int> index = indexOf(position.message);
    if (!index || !m_items[size_t(*index)].content)
        return {};
    const MessageContent &content = *m_items[size_t(*index)].content;
    const int slice = content.indexOf(position.at.key);
    const bool found = slice < int(content.slices().size())
                       && content.slices()[size_t(slice)].key == position.at.key
                       && holdsText(content.slices()[size_t(slice)]);
    return found ? shownText(content.slices()[size_t(slice)]) : QString();
}

std::optional<int> TranscriptLayout::topOf(app::MessageId message, const SliceKey &key) const
{
    const std::optional<int> index = indexOf(message);
    if (!index)
        return std::nullopt;
    const Item &item = m_items[size_t(*index)];
    const int top = m_heights.top(*index) + headOf(*index);
    if (!item.content || item.heights.count() == 0)
        return top;
    return top + item.heights.top(qMin(item.content->indexOf(key), item.heights.count() - 1));
}

CodeLook TranscriptLayout::lookOf(app::MessageId message, const Slice &slice) const
{
    const std::optional<int> index = indexOf(message);
    return index ? lookOf(m_items[size_t(*index)], slice) : CodeLook();
}

} // namespace ui
