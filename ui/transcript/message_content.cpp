// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/message_content.h"

#include "ui/transcript/block_slicer.h"
#include "ui/transcript/unfinished_line.h"

#include <algorithm>

namespace ui {

namespace {

qsizetype sizeOf(const QList<QByteArrayView> &pieces)
{
    qsizetype size = 0;
    for (const QByteArrayView piece : pieces)
        size += piece.size();
    return size;
}

bool startWith(const QList<QByteArrayView> &pieces, QByteArrayView known)
{
    for (const QByteArrayView piece : pieces) {
        const qsizetype common = qMin(piece.size(), known.size());
        if (piece.first(common) != known.first(common))
            return false;
        known = known.sliced(common);
    }
    return known.isEmpty();
}

/// What stands behind the first `known` bytes.
QByteArray restOf(const QList<QByteArrayView> &pieces, qsizetype known)
{
    QByteArray rest;
    for (const QByteArrayView piece : pieces) {
        const qsizetype skipped = qMin(piece.size(), known);
        rest += piece.sliced(skipped);
        known -= skipped;
    }
    return rest;
}

/// As many characters as two texts have in common at their start.
qsizetype commonStart(const QString &a, const QString &b)
{
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
}

bool lookAlike(const app::Inline &a, const app::Inline &b)
{
    return a.kind == b.kind && a.styles == b.styles && a.link == b.link && a.address == b.address;
}

qsizetype unchangedText(const app::Inlines &was, const app::Inlines &is)
{
    const QString text = shownText(is);
    if (shownText(was).isRightToLeft() != text.isRightToLeft())
        return 0; // all of it moves to the other side
    qsizetype characters = 0;
    for (qsizetype i = 0; i < qMin(was.size(), is.size()); ++i) {
        if (was[i] == is[i]) {
            characters += shownText(is[i]).size();
            continue;
        }
        const bool isText = is[i].kind == app::Inline::Kind::Text;
        if (isText && lookAlike(was[i], is[i]))
            characters += commonStart(shownText(was[i]), shownText(is[i]));
        break;
    }
    return characters;
}

qsizetype unchangedLines(const QList<QByteArray> &was, const QList<QByteArray> &is)
{
    qsizetype characters = 0;
    for (qsizetype i = 0; i < qMin(was.size(), is.size()) && was[i] == is[i]; ++i)
        characters += QString::fromUtf8(is[i]).size() + 1;
    return characters;
}

/// Of a slice that is being written. None where more than the end of its text is another.
int unchangedCharacters(Slice was, const Slice &is)
{
    const app::Inlines inlines = std::exchange(was.inlines, is.inlines);
    const QList<QByteArray> lines = std::exchange(was.lines, is.lines);
    was.isLast = is.isLast;
    if (was != is || (is.kind != Slice::Kind::Text && is.kind != Slice::Kind::Code))
        return 0;
    return int(is.kind == Slice::Kind::Text ? unchangedText(inlines, is.inlines)
                                            : unchangedLines(lines, is.lines));
}

app::Blocks plainBlocks(const QByteArray &text)
{
    app::Block paragraph;
    paragraph.inlines = {app::Inline{app::Inline::Kind::Text, {}, text, {}, {}}};
    return {paragraph};
}

QByteArrayView lastLine(const QByteArray &text)
{
    return QByteArrayView(text).sliced(text.lastIndexOf('\n') + 1);
}

app::StreamingDocument::Change lastPlace(const app::Blocks &blocks)
{
    if (blocks.isEmpty())
        return {};
    return {int(blocks.size()) - 1, qMax(0, int(blocks.constLast().children.size()) - 1)};
}

} // namespace

MessageContent::MessageContent(const TranscriptSource &source, ShownMessage shown)
    : m_source(source), m_shown(std::move(shown))
{
}

MessageContent::Change MessageContent::update(const QSet<int> &unfolded)
{
    const app::Message *last = m_source.message(m_shown.messages.constLast());
    m_streaming = last && last->state == app::MessageState::Streaming;

    const std::vector<Segment> now = segments(unfolded);
    std::optional<SliceKey> first;
    size_t firstPart = now.size();
    for (size_t i = 0; i < now.size(); ++i) {
        if (i == m_parts.size() || m_parts[i].kind != now[i].kind) {
            m_parts.resize(i);
            m_parts.emplace_back().kind = now[i].kind;
        }
        const std::optional<SliceKey> changed = feed(m_parts[i], int(i), now[i]);
        if (changed && !first) {
            first = changed;
            firstPart = i;
        }
    }
    m_parts.resize(now.size());
    const SliceKey from = first.value_or(SliceKey{int(now.size()), 0, 0, 0});

    const int kept = indexOf(from);
    const std::vector<Slice> before(std::make_move_iterator(m_slices.begin() + kept),
                                    std::make_move_iterator(m_slices.end()));
    m_slices.resize(size_t(kept));
    for (size_t i = firstPart; i < m_parts.size(); ++i)
        appendSlices(m_parts[i], int(i), i == firstPart ? first : std::nullopt);

    int different = kept;
    const auto same = [&] {
        const size_t i = size_t(different - kept);
        return i < before.size() && size_t(different) < m_slices.size()
               && before[i] == m_slices[size_t(different)];
    };
    while (same())
        ++different;
    const size_t old = size_t(different - kept);
    const bool grew = old < before.size() && size_t(different) < m_slices.size();
    return {different, grew ? unchangedCharacters(before[old], m_slices[size_t(different)]) : 0};
}

void MessageContent::updateUnfolded()
{
    int most = 2; // heading and footer
    for (const app::MessageId id : m_shown.messages) {
        if (const app::Message *message = m_source.message(id))
            most += int(message->parts.size()) + 1;
    }
    QSet<int> all;
    for (int part = 0; part < most; ++part)
        all.insert(part);
    update(all);
}

/// Its last line is not ended yet.
bool MessageContent::isWritten(const Part &part)
{
    return part.kind != Kind::Prompt && !part.finished && !part.document.text().isEmpty()
           && !part.document.text().endsWith('\n');
}

/// Brings a part up to date; the key of its first slice that may differ.
std::optional<SliceKey> MessageContent::feed(Part &part, int number, const Segment &segment) const
{
    std::optional<SliceKey> changed;
    const auto note = [&](const SliceKey &key) { changed = changed ? qMin(*changed, key) : key; };
    if (part.own != segment.own) {
        part.own = segment.own;
        note({number, -1, 0, 0});
    }
    const bool open = segment.kind != Kind::Reasoning || !segment.text.isEmpty();
    if (std::exchange(part.open, open) != open)
        note({number, -1, 0, 0});
    if (segment.text.isEmpty())
        return changed;
    if (part.kind == Kind::Prompt) {
        app::Blocks plain = plainBlocks(restOf(segment.text, 0));
        if (std::exchange(part.plain, plain) != plain)
            note({number, 0, 0, 0});
        return changed;
    }
    takeJoints(part, segment);
    const qsizetype size = sizeOf(segment.text);
    const bool grew = size > part.document.text().size();
    const bool other =
        part.finished ? grew || size < part.document.text().size()
                      : size < part.document.text().size()
                            || (segment.complete && !startWith(segment.text, part.document.text()));
    if (other) {
        part.document = {};
        part.finished = false;
        note({number, 0, 0, 0});
    }
    const BlockSlicer slicer(number, part.kind == Kind::Reasoning);
    if (size > part.document.text().size()) {
        const auto change = part.document.append(restOf(segment.text, part.document.text().size()));
        note(slicer.firstKey(part.document.blocks(), change));
    }
    if (segment.complete && !part.finished) {
        if (isWritten(part)) // what was held back of its last line is shown now
            note(slicer.firstKey(part.document.blocks(), lastPlace(part.document.blocks())));
        part.finished = true;
        note(slicer.firstKey(part.document.blocks(), part.document.finish()));
    }
    return changed;
}

void MessageContent::appendSlices(const Part &part, int number, std::optional<SliceKey> from)
{
    if (!from || from->block < 0) {
        int index = 0;
        for (Slice slice : part.own) {
            slice.key = slice.origin = {number, -1, index++, 0};
            slice.inPrompt = m_shown.isPrompt;
            m_slices.push_back(std::move(slice));
        }
        from = SliceKey{number, 0, 0, 0};
    }
    if (!part.open)
        return;
    const app::Blocks &blocks = part.kind == Kind::Prompt ? part.plain : part.document.blocks();
    std::vector<Slice> slices =
        BlockSlicer(number, part.kind == Kind::Reasoning).slicesFrom(blocks, *from);
    markAdded(slices, part, number);
    const auto last = std::find_if(slices.rbegin(), slices.rend(), [](const Slice &slice) {
        return slice.kind != Slice::Kind::Images;
    });
    if (isWritten(part) && last != slices.rend())
        showWhileWritten(*last, lastLine(part.document.text()));
    for (Slice &slice : slices) {
        completeImages(slice);
        slice.inPrompt = m_shown.isPrompt;
        if (slice.inPrompt)
            slice.spaceAbove = 0; // the line with the name stands close above
    }
    m_slices.insert(m_slices.end(), std::make_move_iterator(slices.begin()),
                    std::make_move_iterator(slices.end()));
}

/// With what the message knows of the images that its text names.
void MessageContent::completeImages(Slice &slice) const
{
    for (SliceImage &image : slice.images) {
        for (const app::MessageId id : m_shown.messages) {
            const app::Message *message = m_source.message(id);
            for (const app::Part &part : message ? message->parts : app::Parts()) {
                const auto *known = std::get_if<app::ImagePart>(&part);
                if (!known || known->sha256 != image.part.sha256)
                    continue;
                const QString name = image.part.fileName;
                image.part = *known;
                image.part.fileName = name;
            }
        }
    }
}

int MessageContent::indexOf(const SliceKey &key) const
{
    const auto at = std::lower_bound(
        m_slices.begin(), m_slices.end(), key,
        [](const Slice &slice, const SliceKey &wanted) { return slice.key < wanted; });
    return int(at - m_slices.begin());
}

app::Blocks MessageContent::blocks(int part) const
{
    if (part < 0 || part >= partCount() || !m_parts[size_t(part)].open)
        return {};
    const Part &found = m_parts[size_t(part)];
    app::Blocks blocks = found.kind == Kind::Prompt ? found.plain : found.document.blocks();
    if (isWritten(found) && !blocks.isEmpty())
        showWhileWritten(blocks.last(), lastLine(found.document.text()));
    return blocks;
}

app::Blocks MessageContent::blocksBetween(const SlicePosition &from, const SlicePosition &to) const
{
    app::Blocks all;
    for (int part = 0; part < partCount(); ++part)
        all += ui::blocksBetween(blocks(part), part, from, to);
    return all;
}

qint64 MessageContent::bytesParsed() const
{
    qint64 bytes = 0;
    for (const Part &part : m_parts)
        bytes += part.document.bytesParsed();
    return bytes;
}

} // namespace ui
