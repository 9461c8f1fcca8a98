// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_layout.h"

#include "ui/transcript/code_colouring.h"

namespace ui {

namespace {

constexpr int kFirstSpace = 20; ///< above the first message
constexpr int kPromptSpace = 24; ///< above the ground of a later prompt
constexpr int kPromptPadding = 8; ///< between its ground and its text
constexpr int kReplySpace = 2; ///< its first slice brings its own
constexpr int kLastSpace = 28; ///< below the last message
constexpr int kMostDropped = 4; ///< screens of slices that stay laid out around the viewport

qsizetype bytesOf(const app::Message &message)
{
    qsizetype bytes = 0;
    for (const app::Part &part : message.parts) {
        if (const auto *text = std::get_if<app::TextPart>(&part))
            bytes += text->text.size();
    }
    return bytes;
}

} // namespace

TranscriptLayout::TranscriptLayout(const TranscriptSource &source, CodeColouring &colouring)
    : m_source(source), m_colouring(colouring)
{
}

TranscriptLayout::~TranscriptLayout() = default;

void TranscriptLayout::setStyle(const TranscriptStyle &style)
{
    m_style = style;
    std::vector<int> heights;
    heights.reserve(m_items.size());
    for (int i = 0; i < int(m_items.size()); ++i) {
        Item &item = m_items[size_t(i)];
        item.revision = ++m_revision;
        forgetLayouts(item);
        item.height = estimate(i);
        if (item.content) {
            std::vector<int> slices;
            for (const Slice &slice : item.content->slices())
                slices.push_back(estimatedHeight(slice, m_style));
            item.heights.assign(slices);
            item.height = headOf(i) + item.heights.total() + footOf(i);
        }
        heights.push_back(item.height);
    }
    m_heights.assign(heights);
}

void TranscriptLayout::reload()
{
    const QList<ShownMessage> before = std::exchange(m_shown, shownMessages(m_source));
    std::vector<Item> items = std::exchange(m_items, {});
    QHash<app::MessageId, int> old;
    for (int i = 0; i < before.size(); ++i)
        old.insert(before[i].id(), i);
    m_index.clear();
    m_index.reserve(m_shown.size());
    m_live.clear();
    m_items.resize(size_t(m_shown.size()));
    std::vector<int> heights;
    heights.reserve(m_items.size());
    for (int i = 0; i < m_shown.size(); ++i) {
        for (const app::MessageId id : m_shown[i].messages)
            m_index.insert(id, i);
        Item &item = m_items[size_t(i)];
        const auto known = old.constFind(m_shown[i].id());
        if (known != old.cend())
            item = std::move(items[size_t(*known)]);
        if (known == old.cend() || before[*known] != m_shown[i]) {
            // It goes on, with the result of a tool or a continuation: what was unfolded stays.
            if (item.content)
                dropContent(i);
            item.height = 0;
            item.revision = ++m_revision;
        }
        if (item.content) {
            m_live.insert(i);
            item.height = headOf(i) + item.heights.total() + footOf(i);
        } else if (item.height == 0) {
            item.textBytes = textBytes(m_shown[i]);
            item.height = estimate(i);
        }
        heights.push_back(item.height);
    }
    m_heights.assign(heights);
    for (const int index : std::set<int>(m_live))
        refresh(index); // siblings and ends of turns may have changed
}

std::optional<int> TranscriptLayout::indexOf(app::MessageId message) const
{
    const auto found = m_index.constFind(message);
    return found == m_index.cend() ? std::nullopt : std::optional<int>(*found);
}

std::optional<int> TranscriptLayout::update(app::MessageId message)
{
    const std::optional<int> index = indexOf(message);
    if (!index)
        return std::nullopt;
    Item &item = m_items[size_t(*index)];
    item.revision = ++m_revision;
    if (!item.content) {
        item.textBytes = textBytes(m_shown[*index]);
        item.height = estimate(*index);
        m_heights.set(*index, item.height);
        return m_heights.top(*index);
    }
    return refresh(*index);
}

/// Brings the content up to date; the upper edge of what changed.
std::optional<int> TranscriptLayout::refresh(int index)
{
    Item &item = m_items[size_t(index)];
    item.revision = ++m_revision;
    const std::vector<Slice> &slices = item.content->slices();
    const int wroteIn = item.content->isStreaming() ? int(slices.size()) - 1 : -1;
    const auto [first, characters] = item.content->update(item.unfolded);
    const int unchanged = first < int(item.layouts.size()) && item.layouts[size_t(first)]
                              ? item.layouts[size_t(first)]->topOfLineAt(characters)
                              : 0;
    item.heights.truncate(first);
    item.layouts.resize(slices.size());
    item.laidOut.erase(item.laidOut.lower_bound(first), item.laidOut.end());
    for (size_t i = size_t(first); i < slices.size(); ++i) {
        item.layouts[i].reset();
        item.heights.append(estimatedHeight(slices[i], m_style));
    }
    setItemHeight(index);
    const int top = m_heights.top(index) + headOf(index);
    // The sign where text is written goes from its slice too, be that as it was.
    const bool writesElsewhere =
        wroteIn >= 0 && (!item.content->isStreaming() || wroteIn + 1 != int(slices.size()));
    if (writesElsewhere && wroteIn < first)
        return top + item.heights.top(wroteIn);
    return top + item.heights.top(first) + unchanged;
}

std::optional<TranscriptLayout::Stretch> TranscriptLayout::recolour(app::MessageId message,
                                                                    const SliceKey &key)
{
    const std::optional<int> index = indexOf(message);
    if (!index || !m_items[size_t(*index)].content)
        return std::nullopt;
    Item &item = m_items[size_t(*index)];
    const int slice = item.content->indexOf(key);
    if (slice >= int(item.layouts.size()) || !item.layouts[size_t(slice)]
        || item.content->slices()[size_t(slice)].key != key)
        return std::nullopt;
    const std::unique_ptr<SliceLayout> before = std::move(item.layouts[size_t(slice)]);
    layOutSlice(*index, slice);
    const int top = item.layouts[size_t(slice)]->firstLineUnlike(*before);
    return Stretch{top, item.heights.height(slice) - top};
}

int TranscriptLayout::height() const
{
    return m_heights.total() + m_style.px(kLastSpace);
}

qsizetype TranscriptLayout::textBytes(const ShownMessage &shown) const
{
    qsizetype bytes = 0;
    for (const app::MessageId id : shown.messages) {
        if (const app::Message *message = m_source.message(id))
            bytes += bytesOf(*message);
    }
    return bytes;
}

/// From the length of the text alone: nothing is parsed.
int TranscriptLayout::estimate(int index) const
{
    const qsizetype bytes = m_items[size_t(index)].textBytes;
    const int perLine = qMax(1, int(m_style.width / m_style.characterWidth));
    const int lines = int(bytes / perLine) + int(bytes / 400) + 1; // ends of paragraphs
    const int around = m_shown[index].isPrompt ? kPromptSpace + 2 * kPromptPadding + 16 : 50;
    return lines * m_style.lineHeight + m_style.px(around);
}

int TranscriptLayout::headOf(int index) const
{
    if (!m_shown[index].isPrompt)
        return m_style.px(index == 0 ? kFirstSpace : kReplySpace);
    return m_style.px((index == 0 ? kFirstSpace : kPromptSpace) + kPromptPadding);
}

int TranscriptLayout::footOf(int index) const
{
    return m_shown[index].isPrompt ? m_style.px(kPromptPadding + 1) : 0;
}

void TranscriptLayout::setItemHeight(int index)
{
    Item &item = m_items[size_t(index)];
    item.height = headOf(index) + item.heights.total() + footOf(index);
    m_heights.set(index, item.height);
}

void TranscriptLayout::ensureContent(int index)
{
    Item &item = m_items[size_t(index)];
    if (item.content)
        return;
    item.content = std::make_unique<MessageContent>(m_source, m_shown[index]);
    m_live.insert(index);
    refresh(index);
}

void TranscriptLayout::dropContent(int index)
{
    Item &item = m_items[size_t(index)];
    item.bytesParsed += item.content->bytesParsed();
    forgetLayouts(item);
    item.textBytes = textBytes(m_shown[index]);
    item.content.reset();
    item.layouts.clear();
    item.heights = {};
}

void TranscriptLayout::forgetLayouts(Item &item)
{
    for (const int slice : item.laidOut)
        item.layouts[size_t(slice)].reset();
    item.laidOut.clear();
    item.codeWidths.clear();
}

TranscriptLayout::Anchor TranscriptLayout::anchorAt(int y) const
{
    const int index = m_heights.indexAt(y);
    if (index < 0)
        return {};
    const Item &item = m_items[size_t(index)];
    const int top = m_heights.top(index) + headOf(index);
    const int slice = item.content ? item.heights.indexAt(y - top) : -1;
    if (slice < 0 || y < top)
        return {m_shown[index].id(), SliceKey{-1, 0, 0, 0}, y - m_heights.top(index)};
    Anchor anchor{m_shown[index].id(), item.content->slices()[size_t(slice)].key,
                  y - top - item.heights.top(slice)};
    if (const auto &layout = item.layouts[size_t(slice)]; layout && !layout->boxes().empty()) {
        anchor.character = layout->lineAround(layout->offsetAt(QPointF(0, anchor.offset))).first;
        anchor.inLine = anchor.offset - qRound(layout->caretRect(anchor.character).top());
    }
    return anchor;
}

int TranscriptLayout::topFor(const Anchor &anchor) const
{
    const std::optional<int> index = indexOf(anchor.message);
    if (!index)
        return 0;
    const Item &item = m_items[size_t(*index)];
    if (anchor.key.part < 0 || !item.content)
        return m_heights.top(*index) + qMin(anchor.offset, item.height);
    const int slice = qMin(item.content->indexOf(anchor.key), item.heights.count() - 1);
    if (slice < 0)
        return m_heights.top(*index);
    const int top = m_heights.top(*index) + headOf(*index) + item.heights.top(slice);
    const auto &layout = item.layouts[size_t(slice)];
    const bool same = item.content->slices()[size_t(slice)].key == anchor.key;
    if (layout && same && anchor.character >= 0 && !layout->boxes().empty())
        return top + qRound(layout->caretRect(anchor.character).top()) + anchor.inLine;
    return top + qMin(anchor.offset, item.heights.height(slice));
}

bool TranscriptLayout::layOut(int top, int bottom)
{
    bool changed = false;
    int index = m_heights.indexAt(top);
    if (index < 0)
        return false;
    for (; index < int(m_items.size()) && m_heights.top(index) < bottom; ++index) {
        const int before = m_items[size_t(index)].height;
        ensureContent(index);
        layOutItem(index, top, bottom);
        changed |= m_items[size_t(index)].height != before;
    }
    return changed;
}

bool TranscriptLayout::layOutItem(int index, int top, int bottom)
{
    Item &item = m_items[size_t(index)];
    if (item.heights.count() == 0)
        return false;
    const int origin = m_heights.top(index) + headOf(index);
    int slice = item.heights.indexAt(top - origin);
    int y = origin + item.heights.top(slice);
    bool changed = false;
    for (; slice < item.heights.count() && y < bottom; ++slice) {
        if (!item.layouts[size_t(slice)])
            changed |= layOutSlice(index, slice);
        y += item.heights.height(slice);
    }
    if (changed)
        setItemHeight(index);
    return changed;
}

bool TranscriptLayout::layOutSlice(int index, int number)
{
    Item &item = m_items[size_t(index)];
    const Slice &slice = item.content->slices()[size_t(number)];
    const std::span above(item.content->slices().data(), size_t(number));
    const QList<app::CodeRuns> colours =
        slice.kind == Slice::Kind::Code ? m_colouring.colours(m_shown[index].id(), above, slice)
                                        : QList<app::CodeRuns>();
    auto layout = std::make_unique<SliceLayout>(slice, m_style, lookOf(item, slice), colours);
    ++m_slicesLaidOut;
    const bool changed = layout->height() != item.heights.height(number);
    item.heights.set(number, layout->height());
    item.layouts[size_t(number)] = std::move(layout);
    item.laidOut.insert(number);
    if (slice.kind == Slice::Kind::Code)
        widenBlock(item, number);
    return changed;
}

/// The last slice of a block has its thumb, but any of them may have the longest line.
void TranscriptLayout::widenBlock(Item &item, int slice)
{
    const std::vector<Slice> &slices = item.content->slices();
    const SliceKey origin = slices[size_t(slice)].origin;
    SliceLayout &layout = *item.layouts[size_t(slice)];
    int &widest = item.codeWidths[origin];
    if (layout.codeWidth() <= widest) {
        layout.setBlockWidth(widest);
        return;
    }
    widest = layout.codeWidth();
    for (const int other : item.laidOut) {
        if (slices[size_t(other)].origin == origin && slices[size_t(other)].isLast)
            item.layouts[size_t(other)]->setBlockWidth(widest);
    }
}

void TranscriptLayout::dropOutside(int top, int bottom)
{
    const int screens = (bottom - top) * kMostDropped;
    for (auto live = m_live.begin(); live != m_live.end();) {
        const int index = *live;
        Item &item = m_items[size_t(index)];
        const int itemTop = m_heights.top(index);
        if (itemTop + item.height < top - screens || itemTop > bottom + screens) {
            dropContent(index);
            live = m_live.erase(live);
            continue;
        }
        const int origin = itemTop + headOf(index);
        const int first = item.heights.indexAt(top - screens - origin);
        const int last = item.heights.indexAt(bottom + screens - origin);
        const auto drop = [&](auto from, auto to) {
            for (auto slice = from; slice != to; ++slice)
                item.layouts[size_t(*slice)].reset();
            item.laidOut.erase(from, to);
        };
        drop(item.laidOut.begin(), item.laidOut.lower_bound(first));
        drop(item.laidOut.upper_bound(last), item.laidOut.end());
        ++live;
    }
}

CodeLook TranscriptLayout::lookOf(const Item &item, const Slice &slice) const
{
    if (slice.kind != Slice::Kind::Code && slice.kind != Slice::Kind::Table)
        return {};
    return item.looks.value(slice.origin);
}

void TranscriptLayout::visit(int top, int bottom,
                             const std::function<void(const Visible &)> &visitor) const
{
    for (auto live = m_live.lower_bound(qMax(0, m_heights.indexAt(top))); live != m_live.end();
         ++live) {
        const int index = *live;
        const int origin = m_heights.top(index) + headOf(index);
        if (m_heights.top(index) >= bottom)
            break;
        const Item &item = m_items[size_t(index)];
        const std::vector<Slice> &slices = item.content->slices();
        const int first = item.heights.indexAt(top - origin);
        for (auto laid = item.laidOut.lower_bound(first); laid != item.laidOut.end(); ++laid) {
            const int y = origin + item.heights.top(*laid);
            if (y >= bottom)
                break;
            const Slice &slice = slices[size_t(*laid)];
            const bool writing = item.content->isStreaming() && *laid + 1 == int(slices.size());
            visitor({m_shown[index].id(), slice, *item.layouts[size_t(*laid)], y,
                     lookOf(item, slice), writing, slices, *laid});
        }
    }
}

std::optional<int> TranscriptLayout::writingTop(app::MessageId message) const
{
    const std::optional<int> index = indexOf(message);
    if (!index)
        return std::nullopt;
    const Item &item = m_items[size_t(*index)];
    const int last = item.heights.count() - 1;
    if (!item.content || !item.content->isStreaming() || last < 0 || !item.layouts[size_t(last)])
        return std::nullopt;
    const SliceLayout &layout = *item.layouts[size_t(last)];
    return m_heights.top(*index) + headOf(*index) + item.heights.top(last)
           + qFloor(layout.caretRect(int(layout.text().size())).top());
}

QList<QRect> TranscriptLayout::promptGrounds(int top, int bottom) const
{
    QList<QRect> grounds;
    for (int i = qMax(0, m_heights.indexAt(top)); i < m_shown.size(); ++i) {
        const int y = m_heights.top(i);
        if (y >= bottom)
            break;
        if (!m_shown[i].isPrompt)
            continue;
        const int above = headOf(i) - m_style.px(kPromptPadding);
        grounds.append(QRect(0, y + above, m_style.width, m_items[size_t(i)].height - above));
    }
    return grounds;
}

qint64 TranscriptLayout::bytesParsed() const
{
    qint64 bytes = 0;
    for (const Item &item : m_items)
        bytes += item.bytesParsed + (item.content ? item.content->bytesParsed() : 0);
    return bytes;
}

int TranscriptLayout::liveSlices() const
{
    int count = 0;
    for (const int index : m_live)
        count += int(m_items[size_t(index)].laidOut.size());
    return count;
}

} // namespace ui
