// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/height_tree.h"
#include "ui/transcript/message_content.h"
#include "ui/transcript/slice_layout.h"
#include "ui/transcript/text_position.h"
#include "ui/transcript/transcript_clipboard.h"

#include <QHash>
#include <QMap>
#include <QPoint>

#include <functional>
#include <set>

namespace ui {

class CodeColouring;

/// Where everything of a transcript stands. Two levels: messages, of which far ones have estimated
/// heights and are not even parsed, and the slices of those near the viewport. Coordinates are
/// pixels from the top of the transcript and from the left of its column. No widget: the view asks
/// it to lay out what it is about to show.
class TranscriptLayout
{
public:
    /// The first thing seen; it stays where it is whatever changes height around it.
    struct Anchor
    {
        app::MessageId message;
        SliceKey key;
        int offset = 0; ///< of the top edge of the viewport below its top
        /// Where its text was laid out: the first character of the line at the edge, and how far
        /// the edge is below the top of that line. Counts before `offset`, which other widths and
        /// fonts make meaningless.
        int character = -1;
        int inLine = 0;
    };
    /// A slice in sight.
    struct Visible
    {
        app::MessageId message;
        const Slice &slice;
        const SliceLayout &layout;
        int top = 0;
        CodeLook look;
        bool isWriting = false; ///< the caret stands at the end of its text
        const std::vector<Slice> &slices; ///< of its message
        int number = 0; ///< its own among them
    };

    /// Both must outlive it.
    TranscriptLayout(const TranscriptSource &source, CodeColouring &colouring);
    ~TranscriptLayout();

    void setStyle(const TranscriptStyle &style);
    [[nodiscard]] const TranscriptStyle &style() const { return m_style; }

    /// The path is another one; messages that stay keep what was laid out.
    void reload();
    /// A message grew or changed. Gives where it changed, as the upper edge; nothing for a message
    /// that is not shown.
    std::optional<int> update(app::MessageId message);
    /// The upper edge of the sign where a message is being written, while that is laid out.
    [[nodiscard]] std::optional<int> writingTop(app::MessageId message) const;
    /// A stretch from top to bottom.
    struct Stretch
    {
        int top = 0;
        int height = 0;
    };
    /// New colours for a slice of code, if it is laid out; gives the part of the slice that looks
    /// another way now.
    std::optional<Stretch> recolour(app::MessageId message, const SliceKey &key);

    [[nodiscard]] int height() const;
    [[nodiscard]] Anchor anchorAt(int y) const;
    [[nodiscard]] int topFor(const Anchor &anchor) const;
    /// Lays out what lies between; true if heights changed, so that it must be asked again.
    bool layOut(int top, int bottom);
    /// Forgets the layout of all that lies outside.
    void dropOutside(int top, int bottom);

    void visit(int top, int bottom, const std::function<void(const Visible &)> &visitor) const;
    /// Grounds of the prompts in sight.
    [[nodiscard]] QList<QRect> promptGrounds(int top, int bottom) const;

    [[nodiscard]] std::optional<TextPosition> positionAt(QPointF point) const;
    /// Before, at or behind each other in reading order.
    [[nodiscard]] int compare(const TextPosition &a, const TextPosition &b) const;
    [[nodiscard]] TextPosition start() const;
    [[nodiscard]] TextPosition end() const;
    /// From the first to the last character of the text that holds a position: word, paragraph.
    enum class Unit { Word, Slice };
    [[nodiscard]] std::pair<TextPosition, TextPosition> unitAround(const TextPosition &position,
                                                                   Unit unit) const;
    /// The slice that holds a position, laid out; null where there is none. Valid until the next
    /// call that is not const.
    [[nodiscard]] const SliceLayout *textAt(const TextPosition &position);
    /// The start of the text behind the slice of a position, or the end of the text before it.
    [[nodiscard]] std::optional<TextPosition> nextText(const TextPosition &position, Step step);
    /// The position itself where text is, else the nearest text behind it, else before it.
    [[nodiscard]] std::optional<TextPosition> resolved(const TextPosition &position);
    /// What can be done with a message, as its heading, strip and footer offer it.
    [[nodiscard]] QList<SliceItem> actionsOf(app::MessageId message);
    /// Where a caret stands there.
    [[nodiscard]] std::optional<QRectF> caretRect(const TextPosition &position);
    [[nodiscard]] bool contains(app::MessageId message) const { return m_index.contains(message); }
    /// Its place in shown().
    [[nodiscard]] std::optional<int> numberOf(app::MessageId message) const
    {
        return indexOf(message);
    }
    /// What stands between two places, message by message.
    [[nodiscard]] app::Blocks blocksBetween(const TextPosition &from, const TextPosition &to) const;
    /// The same as copies of the messages, for a worker.
    [[nodiscard]] QList<Excerpt> excerpts(const TextPosition &from, const TextPosition &to) const;
    /// The messages between are more than the GUI thread should read at once.
    [[nodiscard]] bool isLong(const TextPosition &from, const TextPosition &to) const;

    void toggleFold(app::MessageId message, int part);
    void unfold(app::MessageId message, int part);
    void toggleWrap(app::MessageId message, const Slice &code);
    /// Moves what a code block or a table shows to the left; true if it moved.
    bool scrollCode(app::MessageId message, const Slice &code, int by);
    /// The same, as far as it takes to see a place in it.
    void revealSideways(const TextPosition &position);
    /// The whole code block that a slice belongs to.
    [[nodiscard]] QByteArray codeOf(app::MessageId message, const Slice &code) const;

    [[nodiscard]] const QList<ShownMessage> &shown() const { return m_shown; }
    /// The text that stands under a message for its actions and for screen readers.
    [[nodiscard]] app::Blocks blocksOf(app::MessageId message) const;
    [[nodiscard]] std::optional<QRect> rectOf(app::MessageId message) const;

    // For who reads messages without showing them: nothing is kept, nothing moves.
    /// Parsed for the moment where the message is far from sight.
    [[nodiscard]] std::vector<Slice> slicesOf(app::MessageId message) const;
    /// Another number after each change of slicesOf() or of the style; 0 for none.
    [[nodiscard]] quint64 revisionOf(app::MessageId message) const;
    /// Null while the slice is not laid out.
    [[nodiscard]] const SliceLayout *laidOut(app::MessageId message, const SliceKey &key) const;
    /// The text that holds a position; null for a message that is not parsed.
    [[nodiscard]] QString textOf(const TextPosition &position) const;
    /// Upper edge of a slice; far from sight only an estimate.
    [[nodiscard]] std::optional<int> topOf(app::MessageId message, const SliceKey &key) const;
    [[nodiscard]] CodeLook lookOf(app::MessageId message, const Slice &slice) const;

    /// Counted for tests: how much was done so far.
    [[nodiscard]] qint64 slicesLaidOut() const { return m_slicesLaidOut; }
    [[nodiscard]] qint64 bytesParsed() const;
    [[nodiscard]] int liveSlices() const;

private:
    struct Item
    {
        std::unique_ptr<MessageContent> content;
        HeightTree heights; ///< of its slices
        std::vector<std::unique_ptr<SliceLayout>> layouts; ///< null: not laid out
        std::set<int> laidOut;
        int height = 0; ///< while there is no content
        qsizetype textBytes = 0; ///< likewise, to estimate it
        QSet<int> unfolded;
        QMap<SliceKey, CodeLook> looks; ///< of code blocks, by their origin
        QMap<SliceKey, int> codeWidths; ///< widest line laid out so far, likewise
        qint64 bytesParsed = 0; ///< by contents that were dropped
        quint64 revision = 0;
    };

    [[nodiscard]] std::optional<int> indexOf(app::MessageId message) const;
    [[nodiscard]] qsizetype textBytes(const ShownMessage &shown) const;
    [[nodiscard]] int estimate(int index) const;
    [[nodiscard]] int headOf(int index) const; ///< space above the first slice
    [[nodiscard]] int footOf(int index) const; ///< below the last one
    void ensureContent(int index);
    std::optional<int> refresh(int index);
    bool layOutItem(int index, int top, int bottom);
    bool layOutSlice(int index, int slice);
    void widenBlock(Item &item, int slice);
    [[nodiscard]] int sliceWith(int index, const SlicePosition &position);
    [[nodiscard]] std::optional<TextPosition> textFrom(int index, int slice, Step step);
    void setItemHeight(int index);
    void dropContent(int index);
    void forgetLayouts(Item &item);
    [[nodiscard]] CodeLook lookOf(const Item &item, const Slice &slice) const;
    /// The content of an item, made for the moment where there is none.
    [[nodiscard]] app::Blocks trimmedBlocks(int index, const SlicePosition &from,
                                            const SlicePosition &to) const;

    const TranscriptSource &m_source;
    CodeColouring &m_colouring;
    TranscriptStyle m_style;
    QList<ShownMessage> m_shown;
    QHash<app::MessageId, int> m_index; ///< of every message, also inside a shown one
    std::vector<Item> m_items;
    HeightTree m_heights;
    std::set<int> m_live; ///< items with content
    quint64 m_revision = 0; ///< the last one given
    qint64 m_slicesLaidOut = 0;
};

} // namespace ui
