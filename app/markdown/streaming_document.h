// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block_parser.h"
#include "app/markdown/reference_definitions.h"

#include <QByteArray>

namespace app {

/// Markdown that is being written. Work per append depends on the last block (or, in a list, a
/// table, a code fence or a long paragraph, on its last item, row, line or piece), not on the
/// length of the text.
///
/// Decisions are made on whole lines only: an unfinished last line is shown, but `**`, `1.` and
/// `|---|` still change their meaning. A long unfinished line of a paragraph is shown in pieces, so
/// emphasis that reaches across them shows when the line ends. At every line end blocks() equals
/// parseMarkdown(text()), except for links whose reference is defined later; finish() settles those
/// too.
class StreamingDocument
{
public:
    /// Everything that may differ from before: `block` from its child (or code line) `child` on,
    /// and all blocks behind it.
    struct Change
    {
        int block = 0;
        int child = 0;

        bool operator==(const Change &) const = default;
    };

    Change append(QByteArrayView text);
    /// The text is complete: parses the whole once.
    Change finish();

    [[nodiscard]] const Blocks &blocks() const { return m_blocks; }
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    /// All bytes that cmark had to read so far, for counting in tests and benchmarks.
    [[nodiscard]] qint64 bytesParsed() const { return m_bytesParsed; }

private:
    enum class Open { Block, Fence, List, Table, Paragraph };
    /// The start of an unfinished line that is not parsed again before the line ends.
    struct ShownPart
    {
        qsizetype end = 0; ///< in the text; 0: none
        qsizetype inlines = 0; ///< of the last block
    };

    void settleWholeLines();
    void showUnfinishedLine();
    void showUnfinishedFenceLine();
    void showRestOfLine(qsizetype end);
    void settleShownPart();
    bool takeFenceLines();
    ParsedPart parseTail(qsizetype end);
    bool joinTail(const Blocks &tail);
    bool joinParagraph(const Blocks &tail);
    void narrow(const ParsedPart &parsed);
    void narrowToLastPiece(const LastPiece &piece);
    void narrowToLastItem();
    void narrowToLastRow();
    void openFence(const Fence &fence);
    void moveTailTo(int line);
    [[nodiscard]] qsizetype offsetOfLine(int line) const;
    [[nodiscard]] QByteArray prefixFor(QByteArrayView tail) const;
    [[nodiscard]] QByteArray tableHeader() const;
    [[nodiscard]] static QByteArray goesOnLine();

    QByteArray m_text;
    Blocks m_blocks;
    ReferenceDefinitions m_references;
    qsizetype m_wholeLines = 0; ///< end of the last whole line
    qsizetype m_tail = 0; ///< from here on text is still parsed again
    int m_tailLine = 0;
    int m_unit = 0; ///< blocks before it are settled
    qsizetype m_unitStart = 0;
    int m_unitLine = 0;
    Open m_open = Open::Block;
    int m_openBlock = 0; ///< the list, table, fence or paragraph that goes on
    int m_settledChildren = 0; ///< of that block: items, rows, lines or inlines
    bool m_hardBreak = false; ///< behind the settled inlines of that paragraph
    bool m_settledTight = true; ///< of that list
    Fence m_fence;
    ShownPart m_shown;
    Change m_change; ///< of the append going on
    qint64 m_bytesParsed = 0;
};

} // namespace app
