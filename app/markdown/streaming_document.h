// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block_parser.h"
#include "app/markdown/reference_definitions.h"

#include <QByteArray>

namespace app {

/// Markdown that is being written. Work per append depends on the last block (or, in a list, a
/// table, a code fence or a long paragraph, on its last item, row, line or piece; where a quote or
/// an item is long, on the last block in it), not on the length of the text.
///
/// Decisions are made on whole lines only: an unfinished last line is shown, but `**`, `1.` and
/// `|---|` still change their meaning. A long unfinished line of a paragraph is shown in pieces, so
/// emphasis that reaches across them shows when the line ends; of another long one no more is shown
/// before that. At every line end blocks() equals
/// parseMarkdown(text()), except for links whose reference is defined later; finish() settles those
/// too.
class StreamingDocument
{
public:
    /// Everything that may differ from before: `block` from its child (or row, or code line)
    /// `child` on, and all blocks behind it. Of that child only what stands at `inside` and behind
    /// it: child by child down to the row or line of the last one.
    struct Change
    {
        int block = 0;
        int child = 0;
        QList<int> inside = {};

        bool operator==(const Change &) const = default;
    };

    /// Inside a quote or a list item blocks are settled once the part that is parsed again is
    /// longer than this; tests take other sizes.
    static constexpr qsizetype kLongPart = 2 * 1024;
    StreamingDocument() = default;
    explicit StreamingDocument(qsizetype longPart) : m_longPart(longPart) { }

    Change append(QByteArrayView text);
    /// The text is complete: parses the whole once.
    Change finish();

    [[nodiscard]] const Blocks &blocks() const { return m_blocks; }
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    /// All bytes that cmark had to read so far, for counting in tests and benchmarks.
    [[nodiscard]] qint64 bytesParsed() const { return m_bytesParsed; }

private:
    /// What is open at the start of the tail, besides containers.
    enum class Leaf { None, Fence, FenceInside, Table, Paragraph };
    /// A container that the tail begins in.
    struct Level
    {
        Block::Kind kind = Block::Kind::List;
        int child = 0; ///< the one that goes on; of the innermost: how many are settled
        bool tight = true; ///< List: as far as it is settled
        Block::Task task = Block::Task::None; ///< Item: likewise
        bool holdsHeading = false; ///< when it is opened again, see openingOf()
    };
    /// Where the text may be parted: what stands before it is settled.
    struct Place
    {
        QList<Level> levels;
        Leaf leaf = Leaf::None;
        int settled = 0; ///< rows, lines or inlines of the leaf
        int line = -1; ///< the first one behind it; negative: nowhere
    };
    /// The start of an unfinished line that is not parsed again before the line ends.
    struct ShownPart
    {
        qsizetype end = 0; ///< in the text; 0: none
        qsizetype inlines = 0; ///< of the last leaf
    };

    [[nodiscard]] Change openPlace() const;
    void settleWholeLines();
    void showUnfinishedLine();
    void showUnfinishedFenceLine();
    void showRestOfLine(qsizetype end);
    void settleShownPart();
    [[nodiscard]] bool isHeldBack();
    bool showMoreOfPlainLine();
    [[nodiscard]] bool endsInParagraph();
    bool takeFenceLines();
    ParsedPart parseTail(qsizetype end);
    bool joinTail(const Blocks &tail);
    [[nodiscard]] bool fits(const Blocks &tail) const;
    void joinLevel(Block &open, const Block &part, int level);
    void joinLeaf(Block &open, const Block &part) const;
    void noteChangeOf(int level);
    void narrow(const ParsedPart &parsed);
    [[nodiscard]] Place lastPlace(const ParsedPart &parsed) const;
    [[nodiscard]] Place placeInLeaf(const Block &leaf, const ParsedPart &parsed,
                                    const QList<Level> &levels) const;
    [[nodiscard]] bool isInOpenLeaf(const QList<Level> &levels) const;
    [[nodiscard]] bool mayPartBefore(const Block &child) const;
    void settleUpTo(Place place, const ParsedPart &parsed);
    bool findTightness(Place &place);
    void openFence(const Fence &fence);
    void moveTailTo(int line);
    [[nodiscard]] bool isOpen() const { return !m_levels.isEmpty() || m_leaf != Leaf::None; }
    void forgetOpen();
    [[nodiscard]] Block &lastLeafBlock();
    [[nodiscard]] qsizetype offsetOfLine(int line) const;
    [[nodiscard]] QByteArray context() const;
    [[nodiscard]] QByteArray prefixFor(QByteArrayView tail) const;
    [[nodiscard]] QByteArray tableHeader() const;
    [[nodiscard]] static QByteArray goesOnLine();

    qsizetype m_longPart = kLongPart;
    QByteArray m_text;
    Blocks m_blocks;
    ReferenceDefinitions m_references;
    qsizetype m_wholeLines = 0; ///< end of the last whole line
    qsizetype m_tail = 0; ///< from here on text is still parsed again
    int m_tailLine = 0;
    int m_unit = 0; ///< blocks before it are settled
    qsizetype m_unitStart = 0;
    int m_unitLine = 0;
    int m_openBlock = 0; ///< the block that goes on with the tail, while isOpen()
    QList<Level> m_levels; ///< of it, outermost first
    QByteArray m_opening; ///< of them, for the parser
    QByteArray m_continuation; ///< likewise
    Leaf m_leaf = Leaf::None;
    int m_settled = 0; ///< of the leaf: rows, lines or inlines
    bool m_hardBreak = false; ///< behind the settled inlines of a paragraph
    QList<Block::Alignment> m_alignments; ///< of a table
    Fence m_fence;
    ShownPart m_shown;
    qsizetype m_lineParsed = 0; ///< bytes of the unfinished line, as it was parsed last
    Change m_change; ///< of the append going on
    qint64 m_bytesParsed = 0;
};

} // namespace app
