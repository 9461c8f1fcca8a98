// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/code_highlighter.h"
#include "ui/transcript/slice.h"
#include "ui/transcript/transcript_style.h"

#include <QTextLayout>

#include <memory>
#include <vector>

namespace ui {

/// Text laid out as one: a paragraph, the lines of a slice of code, a table cell.
struct TextBox
{
    std::unique_ptr<QTextLayout> layout;
    QPointF position;
    int start = 0; ///< of its text in that of the slice
    int length = 0;
    qreal lineHeight = 0;
    qreal width = 0; ///< that it may take
    bool bothDirections = false; ///< it may have letters of both
    bool scrolls = false; ///< code: moves sideways with its block, clipped to the frame
    QColor colour;
};

/// Something to click, where it stands.
struct SliceControl
{
    SliceItem item;
    QRectF rect;
    QFont font;
};

/// How a code block or a table is looked at.
struct CodeLook
{
    bool wraps = false;
    int scrolled = 0; ///< pixels from where its lines start

    bool operator==(const CodeLook &) const = default;
};

/// A slice laid out for a width: lines of text, places to click, frames. Coordinates are relative
/// to the slice; x starts at the column of text.
class SliceLayout
{
public:
    SliceLayout(const Slice &slice, const TranscriptStyle &style, const CodeLook &look = {},
                const QList<app::CodeRuns> &colours = {});

    [[nodiscard]] int height() const { return m_height; }
    /// All that can be selected, boxes parted by '\n' (cells of a row by '\t').
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const std::vector<TextBox> &boxes() const { return m_boxes; }
    [[nodiscard]] const QList<SliceControl> &controls() const { return m_controls; }
    /// Of code blocks, cards and strips; null for others.
    [[nodiscard]] const QRectF &frame() const { return m_frame; }
    [[nodiscard]] const QList<QLineF> &hairlines() const { return m_hairlines; }
    /// Grounds of inline code.
    [[nodiscard]] const QList<QRectF> &grounds() const { return m_grounds; }
    [[nodiscard]] const QList<QRectF> &thumbnails() const { return m_thumbnails; }
    [[nodiscard]] const QRectF &markerRect() const { return m_markerRect; }
    /// Of its widest line of code or of its table, and what is seen of it.
    [[nodiscard]] int codeWidth() const { return m_codeWidth; }
    [[nodiscard]] int codeViewWidth() const { return m_codeViewWidth; }
    /// Code or a table that is wider than its block: it moves sideways, seen in scrollRect() only.
    [[nodiscard]] bool isWide() const { return m_codeWidth > m_codeViewWidth; }
    [[nodiscard]] const QRectF &scrollRect() const { return m_scrollRect; }
    /// Pixels that what it shows is moved to the left; to the right, where its lines start there.
    [[nodiscard]] int scrolled() const
    {
        return m_startsRight ? -m_look.scrolled : m_look.scrolled;
    }
    /// Any slice of its block is.
    [[nodiscard]] bool isOfWideBlock() const { return blockWidth() > m_codeViewWidth; }
    /// Told by who knows the other slices of the block.
    void setBlockWidth(int pixels) { m_blockWidth = pixels; }
    /// The thumb that shows how far its block moved; for the last slice of it.
    [[nodiscard]] QRectF scrollThumb() const;
    /// How far to move it when the thumb is dragged by that much.
    [[nodiscard]] int scrollForThumb(int pixels) const;
    /// Its list, quote or table is written from right to left: the marker stands at the right.
    [[nodiscard]] bool isMirrored() const { return m_mirrored; }

    /// The nearest place in the text.
    [[nodiscard]] int offsetAt(QPointF point) const;
    [[nodiscard]] QList<QRectF> selectionRects(int from, int to) const;
    /// Where text at that offset stands; for the caret.
    [[nodiscard]] QRectF caretRect(int offset) const;
    /// The line from which on a slice may look another way, when the text behind so many characters
    /// is another: its upper edge.
    [[nodiscard]] int topOfLineAt(int characters) const;
    /// Of the same code: the upper edge of the first line that has other colours there.
    [[nodiscard]] int firstLineUnlike(const SliceLayout &other) const;
    /// First and last place of the line that holds an offset.
    [[nodiscard]] std::pair<int, int> lineAround(int offset) const;
    /// The place at `x` on the nearest line wholly above or below a rectangle.
    [[nodiscard]] std::optional<int> offsetOnNextLine(const QRectF &from, qreal x, Step step) const;
    /// Of the paragraph that holds an offset.
    [[nodiscard]] bool isRightToLeft(int offset) const;
    /// The address under the point; empty: none. Images give theirs too.
    [[nodiscard]] QByteArray linkAt(QPointF point) const;
    [[nodiscard]] const SliceControl *controlAt(QPointF point) const;
    /// Moves its code sideways; the lines stay as they are.
    void setScrolled(int pixels) { m_look.scrolled = pixels; }
    /// Only a place where text stands, for the shape of the pointer.
    [[nodiscard]] bool isOverText(QPointF point) const;

private:
    [[nodiscard]] int blockWidth() const { return qMax(m_codeWidth, m_blockWidth); }

    struct Link
    {
        int start = 0;
        int length = 0;
        QByteArray address;
    };
    using Formats = QList<QTextLayout::FormatRange>;

    void layOutText(const Slice &slice);
    void layOutCode(const Slice &slice, const QList<app::CodeRuns> &colours);
    void layOutTable(const Slice &slice);
    void layOutHeading(const Slice &slice);
    void layOutReasoning(const Slice &slice);
    void layOutImages(const Slice &slice);
    void layOutToolCall(const Slice &slice);
    void layOutError(const Slice &slice);
    void layOutFooter(const Slice &slice);

    [[nodiscard]] Formats formats(const app::Inlines &inlines, int textStart);
    [[nodiscard]] QTextCharFormat format(const app::Inline &run) const;
    [[nodiscard]] static Formats formulaFormats(const app::Inline &run, int start,
                                                const QTextCharFormat &look);
    [[nodiscard]] QList<int> columnWidths(const Slice &slice) const;
    [[nodiscard]] int naturalWidth(const app::Block &cell) const;
    void codeHeader(const Slice &slice);
    /// Adds a box and gives its height.
    qreal addText(const QString &text, const QFont &font, const QColor &colour, QPointF position,
                  qreal width, qreal lineHeight, const Formats &formats = {},
                  Qt::Alignment alignment = Qt::AlignLeft, bool wraps = true);
    qreal addControl(const SliceItem &item, QPointF position, qreal height);
    void addGrounds(const TextBox &box);
    /// In the text of the slice, nearest to a place right of its column.
    [[nodiscard]] int offsetOnLine(const TextBox &box, const QTextLine &line, qreal x) const;

    const TranscriptStyle m_style;
    CodeLook m_look;
    qreal m_left = 0; ///< of the text, behind indentation
    qreal m_width = 0;
    int m_top = 0; ///< behind the space above
    int m_height = 0;
    QString m_text;
    std::vector<TextBox> m_boxes;
    QList<SliceControl> m_controls;
    QList<Link> m_links;
    QList<std::pair<int, int>> m_codeSpans; ///< start and length of inline code
    QRectF m_frame;
    QRectF m_scrollRect;
    bool m_mirrored = false;
    bool m_startsRight = false; ///< its first column; code inside of such a list does not
    QRectF m_markerRect;
    QList<QLineF> m_hairlines;
    QList<QRectF> m_grounds;
    QList<QRectF> m_thumbnails;
    int m_codeWidth = 0;
    int m_blockWidth = 0;
    int m_codeViewWidth = 0;
};

/// What a slice will take, without laying it out.
[[nodiscard]] int estimatedHeight(const Slice &slice, const TranscriptStyle &style);

} // namespace ui
