// SPDX-License-Identifier: GPL-3.0-or-later
// Places in the text of a transcript, and what stands between them.
#include "ui/transcript/transcript_layout.h"

#include "ui/transcript/block_slicer.h"

#include <QTextBoundaryFinder>

namespace ui {

namespace {
constexpr qint64 kReadAtOnce = 128 * 1024; // some milliseconds
} // namespace

std::optional<TextPosition> TranscriptLayout::positionAt(QPointF point) const
{
    const int index = m_heights.indexAt(int(point.y()));
    if (index < 0 || !m_items[size_t(index)].content)
        return std::nullopt;
    const Item &item = m_items[size_t(index)];
    const int origin = m_heights.top(index) + headOf(index);
    const std::vector<Slice> &slices = item.content->slices();
    int number = item.heights.indexAt(int(point.y()) - origin);
    if (number < 0)
        return std::nullopt;
    const auto usable = [&](int i) {
        return i >= 0 && i < int(slices.size()) && holdsText(slices[size_t(i)])
               && item.layouts[size_t(i)];
    };
    // Beside the text, what is nearest below counts, else what is nearest above.
    int nearest = number;
    while (nearest < int(slices.size()) && !usable(nearest))
        ++nearest;
    if (!usable(nearest)) {
        for (nearest = number; nearest >= 0 && !usable(nearest);)
            --nearest;
    }
    if (!usable(nearest))
        return TextPosition{m_shown[index].id(), {slices[size_t(number)].key, 0}};
    const SliceLayout &layout = *item.layouts[size_t(nearest)];
    const int top = origin + item.heights.top(nearest);
    const int offset = nearest > number   ? 0
                       : nearest < number ? int(layout.text().size())
                                          : layout.offsetAt(point - QPointF(0, top));
    return TextPosition{m_shown[index].id(), {slices[size_t(nearest)].key, offset}};
}

int TranscriptLayout::compare(const TextPosition &a, const TextPosition &b) const
{
    const int first = indexOf(a.message).value_or(-1);
    const int second = indexOf(b.message).value_or(-1);
    if (first != second)
        return first < second ? -1 : 1;
    return a.at < b.at ? -1 : a.at == b.at ? 0 : 1;
}

TextPosition TranscriptLayout::start() const
{
    if (m_shown.isEmpty())
        return {};
    return {m_shown.constFirst().id(), {SliceKey{-1, 0, 0, 0}, 0}};
}

TextPosition TranscriptLayout::end() const
{
    constexpr int kLast = std::numeric_limits<int>::max();
    if (m_shown.isEmpty())
        return {};
    return {m_shown.constLast().id(), {SliceKey{kLast, kLast, kLast, kLast}, kLast}};
}

std::pair<TextPosition, TextPosition> TranscriptLayout::unitAround(const TextPosition &position,
                                                                   Unit unit) const
{
    const std::optional<int> index = indexOf(position.message);
    if (!index || !m_items[size_t(*index)].content)
        return {position, position};
    const Item &item = m_items[size_t(*index)];
    const int slice = item.content->indexOf(position.at.key);
    if (slice >= int(item.layouts.size()) || !item.layouts[size_t(slice)])
        return {position, position};
    const QString &text = item.layouts[size_t(slice)]->text();
    int from = 0;
    int to = int(text.size());
    if (unit == Unit::Word) {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
        finder.setPosition(qBound(0, position.at.offset, to));
        const bool atStart = finder.boundaryReasons() & QTextBoundaryFinder::StartOfItem;
        from =
            atStart ? int(finder.position()) : int(qMax<qsizetype>(0, finder.toPreviousBoundary()));
        finder.setPosition(from);
        const qsizetype next = finder.toNextBoundary();
        to = next < 0 ? to : int(next);
    } else if (item.content->slices()[size_t(slice)].kind != Slice::Kind::Text) {
        const int at = qBound(0, position.at.offset, to); // a line of code, a row
        from = int(text.lastIndexOf(u'\n', qMax(0, at - 1))) + 1;
        const qsizetype lineEnd = text.indexOf(u'\n', at);
        to = lineEnd < 0 ? to : int(lineEnd);
    }
    TextPosition first = position;
    TextPosition last = position;
    first.at.offset = from;
    last.at.offset = to;
    return {first, last};
}

app::Blocks TranscriptLayout::trimmedBlocks(int index, const SlicePosition &from,
                                            const SlicePosition &to) const
{
    const Item &item = m_items[size_t(index)];
    if (item.content)
        return item.content->blocksBetween(from, to);
    MessageContent parsed(m_source, m_shown[index]);
    parsed.update(item.unfolded);
    return parsed.blocksBetween(from, to);
}

app::Blocks TranscriptLayout::blocksBetween(const TextPosition &from, const TextPosition &to) const
{
    const std::optional<int> first = indexOf(from.message);
    const std::optional<int> last = indexOf(to.message);
    app::Blocks blocks;
    if (!first || !last)
        return blocks;
    for (int i = *first; i <= *last; ++i) {
        blocks +=
            trimmedBlocks(i, i == *first ? from.at : start().at, i == *last ? to.at : end().at);
    }
    return first == last ? withoutSurroundings(blocks) : blocks;
}

QList<Excerpt> TranscriptLayout::excerpts(const TextPosition &from, const TextPosition &to) const
{
    const std::optional<int> first = indexOf(from.message);
    const std::optional<int> last = indexOf(to.message);
    QList<Excerpt> excerpts;
    for (int i = first.value_or(0); first && last && i <= *last; ++i) {
        excerpts.append({snapshotOf(m_source, m_shown[i]), m_items[size_t(i)].unfolded,
                         i == *first ? from.at : start().at, i == *last ? to.at : end().at});
    }
    return excerpts;
}

bool TranscriptLayout::isLong(const TextPosition &from, const TextPosition &to) const
{
    const std::optional<int> first = indexOf(from.message);
    const std::optional<int> last = indexOf(to.message);
    qint64 bytes = 0;
    for (int i = first.value_or(0); first && last && i <= *last; ++i) {
        bytes += bytesOf(m_source, m_shown[i]);
        if (bytes > kReadAtOnce)
            return true;
    }
    return false;
}

app::Blocks TranscriptLayout::blocksOf(app::MessageId message) const
{
    const std::optional<int> index = indexOf(message);
    return index ? trimmedBlocks(*index, start().at, end().at) : app::Blocks{};
}

std::optional<QRect> TranscriptLayout::rectOf(app::MessageId message) const
{
    const std::optional<int> index = indexOf(message);
    if (!index)
        return std::nullopt;
    return QRect(0, m_heights.top(*index), m_style.width, m_heights.height(*index));
}

void TranscriptLayout::toggleFold(app::MessageId message, int part)
{
    const std::optional<int> index = indexOf(message);
    if (!index)
        return;
    QSet<int> &unfolded = m_items[size_t(*index)].unfolded;
    if (!unfolded.remove(part))
        unfolded.insert(part);
    ensureContent(*index);
    refresh(*index);
}

void TranscriptLayout::unfold(app::MessageId message, int part)
{
    const std::optional<int> index = indexOf(message);
    if (index && !m_items[size_t(*index)].unfolded.contains(part))
        toggleFold(message, part);
}

void TranscriptLayout::toggleWrap(app::MessageId message, const Slice &code)
{
    const std::optional<int> index = indexOf(message);
    if (!index)
        return;
    Item &item = m_items[size_t(*index)];
    CodeLook &look = item.looks[code.origin];
    look = {!look.wraps, 0};
    item.codeWidths.remove(code.origin);
    const std::set<int> laidOut = item.laidOut;
    for (const int slice : laidOut) {
        if (item.content->slices()[size_t(slice)].origin == code.origin)
            layOutSlice(*index, slice);
    }
    setItemHeight(*index);
}

bool TranscriptLayout::scrollCode(app::MessageId message, const Slice &code, int by)
{
    const std::optional<int> index = indexOf(message);
    if (!index || !m_items[size_t(*index)].content)
        return false;
    Item &item = m_items[size_t(*index)];
    int widest = 0;
    std::vector<int> slices;
    for (const int slice : item.laidOut) {
        if (item.content->slices()[size_t(slice)].kind != code.kind
            || item.content->slices()[size_t(slice)].origin != code.origin)
            continue;
        const SliceLayout &layout = *item.layouts[size_t(slice)];
        widest = qMax(widest, layout.codeWidth() - layout.codeViewWidth());
        slices.push_back(slice);
    }
    CodeLook &look = item.looks[code.origin];
    const bool startsRight = code.mirrored && code.kind == Slice::Kind::Table;
    const int from = look.scrolled + (startsRight ? -by : by);
    const int scrolled = look.wraps ? 0 : qBound(0, from, qMax(0, widest));
    if (std::exchange(look.scrolled, scrolled) == scrolled)
        return false;
    for (const int slice : slices)
        item.layouts[size_t(slice)]->setScrolled(scrolled);
    return true;
}

QByteArray TranscriptLayout::codeOf(app::MessageId message, const Slice &code) const
{
    const std::optional<int> index = indexOf(message);
    if (!index || !m_items[size_t(*index)].content)
        return {};
    QList<QByteArray> lines;
    const std::vector<Slice> &slices = m_items[size_t(*index)].content->slices();
    for (size_t i = size_t(m_items[size_t(*index)].content->indexOf(code.origin));
         i < slices.size() && slices[i].kind == Slice::Kind::Code
         && slices[i].origin == code.origin;
         ++i)
        lines += slices[i].lines;
    return lines.join('\n');
}

} // namespace ui
