// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_painter.h"

#include "ui/transcript/slice_search.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double kFocusDistance = 14; ///< of the bar from the column
constexpr double kFocusWidth = 3;
constexpr double kCaretWidth = 1.5;
constexpr double kSeamDistance = 9;
constexpr double kSeamWidth = 2;
constexpr double kSeamDot = 3;
constexpr float kSeamStrength = 0.45F;
constexpr float kThumbStrength = 0.5F;

/// The part of a rounded frame that a slice shows: the first its top, the last its bottom.
QRectF wholeFrame(const QRectF &frame, const Slice &slice)
{
    const int beyond = 2 * metrics::kRadius;
    return frame.adjusted(0.5, slice.isFirst ? 0.5 : -beyond, -0.5, slice.isLast ? -0.5 : beyond);
}

} // namespace

TranscriptPainter::TranscriptPainter(QPainter &painter, const TranscriptLayout &layout,
                                     Thumbnails &thumbnails, const RemoteImages &remote,
                                     const State &state)
    : m_painter(painter), m_layout(layout), m_thumbnails(thumbnails), m_remote(remote),
      m_state(state), m_colours(layout.style().colours)
{
}

void TranscriptPainter::paint(const QRect &dirty)
{
    m_dirty = dirty;
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.promptGround);
    const QList<QRect> grounds = m_layout.promptGrounds(dirty.top(), dirty.bottom() + 1);
    for (const QRect &ground : grounds)
        m_painter.drawRoundedRect(ground, metrics::kLargeRadius, metrics::kLargeRadius);
    m_layout.visit(dirty.top(), dirty.bottom() + 1,
                   [this](const Visible &visible) { paintSlice(visible); });
    paintFocus(dirty);
}

/// A bar beside the message that has the focus of the keyboard.
void TranscriptPainter::paintFocus(const QRect &dirty)
{
    if (!m_state.hasFocus || !m_state.focusShown || !m_state.focusedMessage)
        return;
    const std::optional<QRect> rect = m_layout.rectOf(m_state.focusedMessage);
    if (!rect || !rect->intersects(dirty.adjusted(-dirty.width(), 0, dirty.width(), 0)))
        return;
    const QRect text = rect->adjusted(0, m_layout.style().px(8), 0, -m_layout.style().px(2));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.accent);
    m_painter.drawRoundedRect(QRectF(-kFocusDistance, text.top(), kFocusWidth, text.height()),
                              kFocusWidth / 2, kFocusWidth / 2);
}

/// Of the keyboard.
void TranscriptPainter::paintCaret(const Visible &visible)
{
    const TextPosition &caret = m_state.caret;
    if (!m_state.caretShown || !m_state.hasFocus || caret.message != visible.message
        || caret.at.key != visible.slice.key)
        return;
    const QRectF rect = visible.layout.caretRect(caret.at.offset);
    m_painter.fillRect(QRectF(rect.left() - 0.5, rect.top() + 1, kCaretWidth, rect.height() - 2),
                       m_colours.text);
}

void TranscriptPainter::paintSlice(const Visible &visible)
{
    m_painter.save();
    m_painter.translate(0, visible.top);
    paintFrame(visible);
    paintBars(visible);
    paintSeam(visible);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.codeGround);
    paintGrounds(visible);
    // Filled, not drawn: a smoothed line costs as much as the text.
    for (const QLineF &line : visible.layout.hairlines())
        m_painter.fillRect(QRectF(line.x1(), std::floor(line.y1()), line.dx(), 1),
                           m_colours.hairline);
    paintMarker(visible);
    paintText(visible);
    paintControls(visible);
    paintThumbnails(visible);
    if (visible.isWriting)
        paintWritingSign(visible);
    paintCaret(visible);
    m_painter.restore();
}

/// Of inline code; in a table that scrolls they move with it.
void TranscriptPainter::paintGrounds(const Visible &visible)
{
    const bool moves = visible.layout.isWide();
    if (moves) {
        m_painter.save();
        m_painter.setClipRect(visible.layout.scrollRect(), Qt::IntersectClip);
        m_painter.translate(-visible.layout.scrolled(), 0);
    }
    for (const QRectF &ground : visible.layout.grounds())
        m_painter.drawRoundedRect(ground, 3, 3);
    if (moves)
        m_painter.restore();
}

void TranscriptPainter::paintFrame(const Visible &visible)
{
    const QRectF &frame = visible.layout.frame();
    if (frame.isNull())
        return;
    const bool isCode = visible.slice.kind == Slice::Kind::Code;
    const bool isError = visible.slice.kind == Slice::Kind::Error;
    const bool isNotice = visible.slice.kind == Slice::Kind::Notice;
    const QColor &ground = isCode     ? m_colours.codeGround
                           : isError  ? m_colours.dangerGround
                           : isNotice ? m_colours.accentGround
                                      : m_colours.transcript;
    if (!visible.slice.isFirst && !visible.slice.isLast) { // no corner is in it
        m_painter.fillRect(frame, m_colours.hairline);
        m_painter.fillRect(frame.adjusted(1, 0, -1, 0), ground);
        return;
    }
    m_painter.save();
    m_painter.setClipRect(frame, Qt::IntersectClip);
    m_painter.setBrush(ground);
    m_painter.setPen(isError || isNotice ? QPen(Qt::NoPen) : QPen(m_colours.hairline, 1));
    m_painter.drawRoundedRect(wholeFrame(frame, visible.slice), metrics::kRadius, metrics::kRadius);
    m_painter.restore();
}

void TranscriptPainter::paintBars(const Visible &visible)
{
    const TranscriptStyle &style = m_layout.style();
    const int height = visible.layout.height();
    if (visible.slice.inReasoning) {
        const int top =
            visible.slice.kind == Slice::Kind::Reasoning ? style.px(visible.slice.spaceAbove) : 0;
        m_painter.fillRect(QRectF(0, top, 2, height - top), m_colours.hairline);
    }
    const QList<int> &bars = visible.slice.bars;
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const bool starts = i >= bars.size() - visible.slice.newBars;
        const int top = starts ? style.px(visible.slice.spaceAbove) : 0;
        const int left = style.px(bars[i]) + (visible.slice.inReasoning ? style.px(12) : 0);
        const int x = visible.slice.mirrored ? style.width - style.px(bars[i]) - 3 : left;
        m_painter.fillRect(QRectF(x, top, 3, height - top), m_colours.hairline);
    }
}

/// Beside what an answer was gone on with, from the place where it was cut.
void TranscriptPainter::paintSeam(const Visible &visible)
{
    if (!visible.slice.isAdded)
        return;
    const bool isWithin = visible.slice.isSeam && visible.slice.seamAt >= 0;
    const QRectF cut = isWithin ? visible.layout.caretRect(visible.slice.seamAt) : QRectF();
    const double above = visible.slice.isSeam ? m_layout.style().px(visible.slice.spaceAbove) : 0;
    const double top = isWithin ? cut.top() : above;
    QColor colour = m_colours.accent;
    colour.setAlphaF(kSeamStrength);
    m_painter.fillRect(QRectF(-kSeamDistance, top, kSeamWidth, visible.layout.height() - top),
                       colour);
    if (isWithin) // where the text was cut
        m_painter.fillRect(QRectF(cut.left() - 0.5, cut.top() + 1, 1, cut.height() - 2), colour);
    if (!visible.slice.isSeam)
        return;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.accent);
    m_painter.drawEllipse(QPointF(-kSeamDistance + kSeamWidth / 2, top + kSeamDot), kSeamDot,
                          kSeamDot);
}

void TranscriptPainter::paintMarker(const Visible &visible)
{
    const QRectF &rect = visible.layout.markerRect();
    if (rect.isNull())
        return;
    const TranscriptStyle &style = m_layout.style();
    const QString &marker = visible.slice.marker;
    if (visible.slice.task != app::Block::Task::None) {
        const double side = style.px(13);
        const double left = visible.layout.isMirrored() ? rect.left() + style.px(20) - side
                                                        : rect.right() - style.px(20);
        const QRectF box(left, rect.center().y() - side / 2, side, side);
        const bool done = visible.slice.task == app::Block::Task::Done;
        m_painter.setPen(QPen(done ? m_colours.accent : m_colours.faint, 1.2));
        m_painter.setBrush(done ? m_colours.accent : Qt::transparent);
        m_painter.drawRoundedRect(box, 3, 3);
        if (done) {
            m_painter.setPen(QPen(m_colours.onAccent, 1.6, Qt::SolidLine, Qt::RoundCap));
            m_painter.drawPolyline(QPolygonF{{box.left() + side * 0.24, box.top() + side * 0.53},
                                             {box.left() + side * 0.43, box.top() + side * 0.72},
                                             {box.left() + side * 0.78, box.top() + side * 0.3}});
        }
        return;
    }
    if (marker == u"\u2022"_s) {
        const double radius = style.scale * 2.2;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_colours.text);
        const double x =
            visible.layout.isMirrored() ? rect.left() + style.px(12) : rect.right() - style.px(12);
        m_painter.drawEllipse(QPointF(x, rect.center().y()), radius, radius);
        return;
    }
    m_painter.setFont(style.body);
    m_painter.setPen(m_colours.secondary);
    if (visible.layout.isMirrored())
        m_painter.drawText(rect.adjusted(style.px(7), 0, 0, 0),
                           Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter
                               | Qt::TextForceRightToLeft,
                           marker);
    else
        m_painter.drawText(rect.adjusted(0, 0, -style.px(7), 0), Qt::AlignRight | Qt::AlignVCenter,
                           marker);
}

std::pair<int, int> TranscriptPainter::unitsWithin(
    const std::pair<TextPosition, TextPosition> &stretch, const Visible &visible) const
{
    const auto &[from, to] = stretch;
    if (from == to)
        return {0, 0};
    const int length = int(visible.layout.text().size());
    const TextPosition start{visible.message, {visible.slice.key, 0}};
    const TextPosition end{visible.message, {visible.slice.key, length}};
    if (m_layout.compare(end, from) < 0 || m_layout.compare(start, to) > 0)
        return {0, 0};
    const int first = m_layout.compare(start, from) < 0 ? from.at.offset : 0;
    const int last = m_layout.compare(end, to) > 0 ? to.at.offset : length;
    return {first, last};
}

TranscriptPainter::Marks TranscriptPainter::paintMarks(const Visible &visible)
{
    Marks marks;
    const auto mark = [&](int from, int to, const QColor &ground, const QColor &text) {
        const QList<QRectF> rects = visible.layout.selectionRects(from, to);
        for (const QRectF &rect : rects)
            m_painter.fillRect(rect, ground);
        QTextCharFormat format;
        format.setForeground(text);
        marks.append({from, to - from, format});
    };
    const auto [current, currentEnd] = unitsWithin(m_state.currentHit, visible);
    if (!m_state.query.isEmpty() && holdsText(visible.slice)) {
        const QList<FindQuery::Match> hits =
            hitsShown(visible.slices, visible.number, m_state.query);
        for (const FindQuery::Match &hit : hits) {
            if (current == currentEnd || hit.start != current)
                mark(hit.start, hit.start + hit.length, m_colours.hit, m_colours.text);
        }
    }
    if (const auto [from, to] = unitsWithin(m_state.selection, visible); from < to)
        mark(from, to, m_colours.selection, m_colours.onSelection);
    if (current < currentEnd)
        mark(current, currentEnd, m_colours.currentHit, m_colours.onCurrentHit);
    return marks;
}

void TranscriptPainter::paintText(const Visible &visible)
{
    // A slice of a block that moved sideways moves with it, wide itself or not.
    const bool clips = visible.layout.isWide() || visible.layout.scrolled() != 0;
    m_painter.save();
    if (clips)
        m_painter.setClipRect(visible.layout.scrollRect(), Qt::IntersectClip);
    const Marks marks = paintMarks(visible);
    // Lines that only touch it may reach into it.
    const int around = m_layout.style().lineHeight;
    const QRectF lines = m_dirty.translated(0, -visible.top).adjusted(0, -around, 0, around);
    for (const TextBox &box : visible.layout.boxes()) {
        Marks inBox;
        for (const QTextLayout::FormatRange &mark : marks) {
            const int first = qMax(mark.start - box.start, 0);
            const int last = qMin(mark.start + mark.length - box.start, box.length);
            if (first < last)
                inBox.append({first, last - first, mark.format});
        }
        m_painter.setPen(box.colour);
        const QPointF scrolled(box.scrolls ? visible.layout.scrolled() : 0, 0);
        box.layout->draw(&m_painter, box.position - scrolled, inBox, lines);
    }
    if (visible.layout.isOfWideBlock() && visible.slice.isLast)
        paintCodeThumb(visible);
    m_painter.restore();
}

/// How far a block with long lines is scrolled sideways.
void TranscriptPainter::paintCodeThumb(const Visible &visible)
{
    QColor thumb = m_colours.faint; // seen on the ground of code, and calmer than text
    thumb.setAlphaF(kThumbStrength);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(thumb);
    m_painter.drawRoundedRect(visible.layout.scrollThumb(), 1.5, 1.5);
}

QColor TranscriptPainter::controlColour(const Visible &visible, const SliceControl &control) const
{
    const bool hovered = m_state.hovered == &control;
    switch (control.item.look) {
    case SliceItem::Look::Good:
        return m_colours.good;
    case SliceItem::Look::Warning:
        return m_colours.warning;
    case SliceItem::Look::Strong:
        return m_colours.accent;
    case SliceItem::Look::Action:
    case SliceItem::Look::OnHover:
        if (hovered || visible.slice.kind == Slice::Kind::Error
            || visible.slice.kind == Slice::Kind::Notice
            || control.item.action == SliceAction::Continue)
            return m_colours.accent;
        break;
    case SliceItem::Look::Plain:
        break;
    }
    return m_colours.secondary;
}

/// Those of the last message are always there; the others would be clutter.
bool TranscriptPainter::showsActions(app::MessageId message) const
{
    return message == m_state.hoveredMessage || message == m_layout.shown().constLast().id()
           || (m_state.hasFocus && m_state.focusShown && message == m_state.focusedMessage);
}

void TranscriptPainter::paintControls(const Visible &visible)
{
    for (const SliceControl &control : visible.layout.controls()) {
        const bool waits =
            control.item.look == SliceItem::Look::OnHover && !showsActions(visible.message);
        if (control.item.action == SliceAction::OpenImage || waits)
            continue;
        QFont font = control.font;
        font.setUnderline(m_state.hovered == &control
                          && control.item.look != SliceItem::Look::Plain);
        m_painter.setFont(font);
        m_painter.setPen(controlColour(visible, control));
        const QString text =
            QFontMetricsF(control.font)
                .elidedText(control.item.text, Qt::ElideRight, control.rect.width() + 1);
        m_painter.drawText(control.rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                           text);
    }
}

void TranscriptPainter::paintWritingSign(const Visible &visible)
{
    const TranscriptStyle &style = m_layout.style();
    const QRectF end = visible.layout.caretRect(int(visible.layout.text().size()));
    const double height = style.lineHeight * 0.68;
    const double width = style.px(7);
    const double space = visible.layout.text().isEmpty() ? 0 : 3;
    const bool leftwards = visible.layout.isRightToLeft(int(visible.layout.text().size()));
    m_painter.fillRect(QRectF(leftwards ? end.left() - space - width : end.left() + space,
                              end.center().y() - height / 2, width, height),
                       m_colours.accent);
}

} // namespace ui
