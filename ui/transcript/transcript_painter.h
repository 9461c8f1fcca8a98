// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/find_query.h"
#include "ui/transcript/thumbnails.h"
#include "ui/transcript/transcript_layout.h"

class QPainter;

namespace ui {

class RemoteImages;

/// Paints what a transcript shows between two heights. Coordinates are those of the layout.
class TranscriptPainter
{
public:
    struct State
    {
        /// In reading order; equal positions select nothing.
        std::pair<TextPosition, TextPosition> selection;
        app::MessageId hoveredMessage; ///< shows actions that wait for the pointer
        const SliceControl *hovered = nullptr; ///< of a slice that is laid out
        bool hasFocus = false;
        app::MessageId focusedMessage; ///< shows them too
        bool focusShown = false; ///< it came by a key
        TextPosition caret;
        bool caretShown = false;
        FindQuery query; ///< its hits are marked
        std::pair<TextPosition, TextPosition> currentHit; ///< likewise
    };

    TranscriptPainter(QPainter &painter, const TranscriptLayout &layout, Thumbnails &thumbnails,
                      const RemoteImages &remote, const State &state);

    void paint(const QRect &dirty);

private:
    using Visible = TranscriptLayout::Visible;

    void paintSlice(const Visible &visible);
    void paintGrounds(const Visible &visible);
    void paintFrame(const Visible &visible);
    void paintSeam(const Visible &visible);
    void paintBars(const Visible &visible);
    void paintMarker(const Visible &visible);
    void paintText(const Visible &visible);
    using Marks = QList<QTextLayout::FormatRange>;
    /// Paints the grounds of what is found and what is selected; gives the looks of their text.
    [[nodiscard]] Marks paintMarks(const Visible &visible);
    void paintControls(const Visible &visible);
    void paintThumbnails(const Visible &visible);
    void paintAddress(const QRectF &rect, const QString &address);
    void paintThumbnail(const QRectF &rect, const SliceImage &image, Thumbnails::Size size);
    [[nodiscard]] QString wordsInPlaceOf(const SliceImage &image) const;
    void paintWritingSign(const Visible &visible);
    void paintCaret(const Visible &visible);
    void paintFocus(const QRect &dirty);
    void paintCodeThumb(const Visible &visible);
    [[nodiscard]] QColor controlColour(const Visible &visible, const SliceControl &control) const;
    [[nodiscard]] bool showsActions(app::MessageId message) const;
    /// The units of a slice's text that lie in a stretch; empty: none.
    [[nodiscard]] std::pair<int, int> unitsWithin(
        const std::pair<TextPosition, TextPosition> &stretch, const Visible &visible) const;

    QPainter &m_painter;
    const TranscriptLayout &m_layout;
    Thumbnails &m_thumbnails;
    const RemoteImages &m_remote;
    const State &m_state;
    QRect m_dirty;
    const Colours &m_colours;
};

} // namespace ui
