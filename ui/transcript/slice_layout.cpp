// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/slice_layout.h"

#include "app/markdown/math_notation.h"
#include "ui/transcript/emoji_spans.h"
#include "ui/transcript/line_extents.h"
#include "ui/transcript/text_chunks.h"

#include <QFontMetricsF>
#include <QTextOption>

using namespace Qt::StringLiterals;

namespace ui {

using app::Inline;
using app::InlineStyle;

namespace {

constexpr int kPromptInset = 12;
constexpr int kReasoningInset = 12;
constexpr qreal kCodeGroundSpace = 3;
constexpr qreal kUnlimited = 1'000'000;
constexpr std::array<double, 7> kHeadingSizes{1, 1.36, 1.14, 1.07, 1, 1, 1};

/// Top of a line with the space that its height leaves above the glyphs.
qreal lineTop(const TextBox &box, const QTextLine &line)
{
    return box.position.y() + line.y() - (qMax(box.lineHeight, line.height()) - line.height()) / 2;
}

QRectF boxRect(const TextBox &box)
{
    qreal bottom = box.position.y();
    if (const int count = box.layout->lineCount()) {
        const QTextLine last = box.layout->lineAt(count - 1);
        bottom = lineTop(box, last) + qMax(box.lineHeight, last.height());
    }
    return {box.position.x(), box.position.y(), box.width, bottom - box.position.y()};
}

/// Emoji come from the font that has whole ones.
QList<QTextLayout::FormatRange> emojiFormats(const QString &text)
{
    QList<QTextLayout::FormatRange> formats;
    const QList<std::pair<int, int>> spans = emojiSpans(text);
    if (spans.isEmpty() || emojiFamily().isEmpty())
        return formats;
    QTextCharFormat format;
    format.setFontFamilies(QStringList{emojiFamily()});
    format.setFontStyleStrategy(QFont::NoFontMerging); // else a selector comes from another font
    format.setFontWeight(QFont::Normal);
    format.setFontItalic(false);
    for (const auto &[start, length] : spans)
        formats.append({start, length, format});
    return formats;
}

} // namespace

SliceLayout::SliceLayout(const Slice &slice, const TranscriptStyle &style, const CodeLook &look,
                         const QList<app::CodeRuns> &colours)
    : m_style(style), m_look(look)
{
    const int inset = slice.inPrompt ? style.px(kPromptInset) : 0;
    m_left = inset + style.px(slice.indent) + (slice.inReasoning ? style.px(kReasoningInset) : 0);
    m_width = qMax(style.px(40), style.width - inset - qRound(m_left));
    m_mirrored = slice.mirrored;
    m_startsRight = m_mirrored && slice.kind == Slice::Kind::Table;
    if (m_mirrored)
        m_left -= style.px(slice.indent); // what stands there is at the other side
    m_top = style.px(slice.spaceAbove);
    m_height = m_top;
    switch (slice.kind) {
    case Slice::Kind::Heading:
        layOutHeading(slice);
        break;
    case Slice::Kind::Text:
        layOutText(slice);
        break;
    case Slice::Kind::Code:
        layOutCode(slice, colours);
        break;
    case Slice::Kind::Table:
        layOutTable(slice);
        break;
    case Slice::Kind::Rule:
        m_hairlines = {QLineF(m_left, m_top + 8.5, m_left + m_width, m_top + 8.5)};
        m_height = m_top + 17;
        break;
    case Slice::Kind::Images:
        layOutImages(slice);
        break;
    case Slice::Kind::Reasoning:
        layOutReasoning(slice);
        break;
    case Slice::Kind::ToolCall:
        layOutToolCall(slice);
        break;
    case Slice::Kind::Error:
    case Slice::Kind::Notice:
        layOutError(slice);
        break;
    case Slice::Kind::Footer:
        layOutFooter(slice);
        break;
    }
}

qreal SliceLayout::addText(const QString &text, const QFont &font, const QColor &colour,
                           QPointF position, qreal width, qreal lineHeight, const Formats &formats,
                           Qt::Alignment alignment, bool wraps)
{
    TextBox box;
    box.position = position;
    box.start = int(m_text.size());
    box.length = int(text.size());
    box.lineHeight = lineHeight;
    box.width = width;
    box.colour = colour;
    box.bothDirections = hasRightToLeft(text);
    box.layout =
        std::make_unique<QTextLayout>(QString(text).replace(u'\n', QChar::LineSeparator), font);
    // A paragraph begins where its first letters are written from.
    const bool mirrored = wraps && text.isRightToLeft();
    QTextOption option(mirrored && alignment == Qt::AlignLeft ? Qt::AlignRight : alignment);
    option.setTextDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(wraps ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    if (text.contains(u'\t'))
        option.setTabStopDistance(4 * QFontMetricsF(font).horizontalAdvance(u' '));
    box.layout->setTextOption(option);
    box.layout->setFormats(formats + emojiFormats(text));
    box.layout->setCacheEnabled(true);
    box.layout->beginLayout();
    qreal y = 0;
    for (QTextLine line = box.layout->createLine(); line.isValid();
         line = box.layout->createLine()) {
        line.setLineWidth(wraps ? width : kUnlimited);
        const qreal full = qMax(lineHeight, line.height());
        line.setPosition({0, y + (full - line.height()) / 2});
        y += full;
    }
    box.layout->endLayout();
    m_text += text;
    addGrounds(box);
    m_boxes.push_back(std::move(box));
    return y;
}

/// The grounds of the inline code that lies in this box, line by line.
void SliceLayout::addGrounds(const TextBox &box)
{
    for (const auto &[start, length] : m_codeSpans) {
        const int from = qMax(start - box.start, 0);
        const int to = qMin(start + length - box.start, box.length);
        for (int i = 0; from < to && i < box.layout->lineCount(); ++i) {
            const QTextLine line = box.layout->lineAt(i);
            const int first = qMax(from, line.textStart());
            const int last = qMin(to, line.textStart() + line.textLength());
            if (first >= last)
                continue;
            const qreal height = m_style.codeLineHeight;
            const qreal middle = lineTop(box, line) + qMax(box.lineHeight, line.height()) / 2;
            const qreal behind = last == start + length - box.start ? 0 : 2;
            for (const Extent &extent : extentsOf(line, first, last, box.bothDirections))
                m_grounds.append(
                    QRectF(box.position.x() + extent.left - kCodeGroundSpace, middle - height / 2,
                           extent.right - extent.left + kCodeGroundSpace + behind, height));
        }
    }
}

QTextCharFormat SliceLayout::format(const Inline &run) const
{
    QTextCharFormat format;
    if (looksLikeCode(run)) {
        format.setFontFamilies(QStringList{m_style.code.family()});
        format.setFontFixedPitch(true);
        if (m_style.code.pixelSize() > 0)
            format.setProperty(QTextFormat::FontPixelSize, m_style.code.pixelSize());
        else
            format.setFontPointSize(m_style.code.pointSizeF());
    }
    if (run.styles & InlineStyle::Strong)
        format.setFontWeight(QFont::Bold);
    if (run.styles & InlineStyle::Emphasis)
        format.setFontItalic(true);
    if (run.styles & InlineStyle::Strikethrough)
        format.setFontStrikeOut(true);
    if (!run.link.isEmpty()) {
        format.setForeground(m_style.colours.accent);
        format.setFontUnderline(true);
    }
    if (run.kind == Inline::Kind::Image)
        format.setForeground(m_style.colours.secondary);
    return format;
}

/// The raised and lowered parts of a formula.
SliceLayout::Formats SliceLayout::formulaFormats(const Inline &run, int start,
                                                 const QTextCharFormat &look)
{
    Formats formats;
    if (run.kind != Inline::Kind::Math && run.kind != Inline::Kind::DisplayMath)
        return formats;
    for (const app::MathRun &part : app::mathNotation(run.text).value_or(app::MathRuns{})) {
        if (part.place != app::MathRun::Place::Line) {
            QTextCharFormat script = look;
            script.setVerticalAlignment(part.place == app::MathRun::Place::Raised
                                            ? QTextCharFormat::AlignSuperScript
                                            : QTextCharFormat::AlignSubScript);
            formats.append({start, int(part.text.size()), script});
        }
        start += int(part.text.size());
    }
    return formats;
}

SliceLayout::Formats SliceLayout::formats(const app::Inlines &inlines, int textStart)
{
    Formats formats;
    int start = 0;
    QChar before; // the last character of what stands before
    for (const Inline &run : inlines) {
        const int length = int(shownText(run).size());
        const QTextCharFormat look = format(run);
        const bool code = looksLikeCode(run);
        if (code && length > 0 && start > 0 && !before.isLetterOrNumber()) {
            QTextCharFormat room; // for its ground, behind what stands before
            room.setFontLetterSpacingType(QFont::AbsoluteSpacing);
            room.setFontLetterSpacing(kCodeGroundSpace);
            formats.append({start - 1, 1, room});
        }
        if (!look.isEmpty())
            formats.append({start, length, look});
        if (!code)
            formats += formulaFormats(run, start, look);
        if (code && length > 0) {
            QTextCharFormat last = look; // its ground needs room before what follows
            last.setFontLetterSpacingType(QFont::AbsoluteSpacing);
            last.setFontLetterSpacing(kCodeGroundSpace);
            formats.last().length = length - 1;
            formats.append({start + length - 1, 1, last});
        }
        const bool isImage = run.kind == Inline::Kind::Image && !run.address.startsWith("data:");
        const QByteArray &address = isImage && run.link.isEmpty() ? run.address : run.link;
        if (!address.isEmpty())
            m_links.append({textStart + start, length, address});
        if (code)
            m_codeSpans.append({textStart + start, length});
        start += length;
        if (length > 0)
            before = shownText(run).back();
    }
    return formats;
}

void SliceLayout::layOutText(const Slice &slice)
{
    QFont font = m_style.body;
    qreal lineHeight = m_style.lineHeight;
    QColor colour = slice.inReasoning ? m_style.colours.secondary : m_style.colours.text;
    if (slice.level > 0) {
        const double factor = kHeadingSizes[size_t(qBound(1, slice.level, 6))];
        font = scaledFont(font, factor);
        font.setWeight(QFont::DemiBold);
        lineHeight = qRound(lineHeight * factor);
    }
    const QString text = shownText(slice.inlines);
    if (!slice.marker.isEmpty() || slice.task != app::Block::Task::None) {
        const qreal width = m_style.px(slice.marker.endsWith(u'.') ? 60 : 20);
        const qreal left = m_mirrored ? m_left + m_width : m_left - width;
        m_markerRect = QRectF(left, m_top, width, lineHeight);
    }
    m_height +=
        qCeil(addText(text, font, colour, {m_left, qreal(m_top)}, m_width, lineHeight,
                      formats(slice.inlines, 0), m_mirrored ? Qt::AlignRight : Qt::AlignLeft));
}

int SliceLayout::offsetAt(QPointF point) const
{
    const TextBox *nearest = nullptr;
    qreal distance = kUnlimited * 10;
    for (const TextBox &box : m_boxes) {
        const QRectF rect = boxRect(box);
        const qreal dy = qMax(0.0, qMax(rect.top() - point.y(), point.y() - rect.bottom()));
        const qreal dx = qMax(0.0, qMax(rect.left() - point.x(), point.x() - rect.right()));
        const qreal here = dy * 1000 + dx; // the row first
        if (here < distance) {
            distance = here;
            nearest = &box;
        }
    }
    if (!nearest)
        return 0;
    for (int i = 0; i < nearest->layout->lineCount(); ++i) {
        const QTextLine line = nearest->layout->lineAt(i);
        const qreal bottom = lineTop(*nearest, line) + qMax(nearest->lineHeight, line.height());
        if (point.y() < bottom || i + 1 == nearest->layout->lineCount())
            return offsetOnLine(*nearest, line, point.x());
    }
    return nearest->start;
}

QList<QRectF> SliceLayout::selectionRects(int from, int to) const
{
    QList<QRectF> rects;
    for (const TextBox &box : m_boxes) {
        const qreal moved = box.scrolls ? scrolled() : 0;
        for (int i = 0; i < box.layout->lineCount(); ++i) {
            const QTextLine line = box.layout->lineAt(i);
            const int lineEnd = line.textStart() + line.textLength();
            const int first = qMax(from - box.start, line.textStart());
            const int last = qMin(to - box.start, lineEnd);
            if (first >= last)
                continue;
            for (const Extent &extent : extentsOf(line, first, last, box.bothDirections))
                rects.append(QRectF(box.position.x() + extent.left - moved, lineTop(box, line),
                                    qMax(extent.right - extent.left, 4.0),
                                    qMax(box.lineHeight, line.height())));
        }
    }
    return rects;
}

QRectF SliceLayout::caretRect(int offset) const
{
    for (auto box = m_boxes.rbegin(); box != m_boxes.rend(); ++box) {
        if (offset < box->start)
            continue;
        const QTextLine line =
            box->layout->lineForTextPosition(qMin(offset - box->start, box->length));
        if (!line.isValid())
            continue;
        const qreal x = line.cursorToX(qMin(offset - box->start, box->length));
        return {box->position.x() + x - (box->scrolls ? scrolled() : 0), lineTop(*box, line), 1,
                qMax(box->lineHeight, line.height())};
    }
    if (!m_thumbnails.isEmpty()) { // a reply goes on behind its image
        const QRectF &last = m_thumbnails.constLast();
        return {last.right() + m_style.px(8), last.bottom() - m_style.lineHeight, 1,
                qreal(m_style.lineHeight)};
    }
    return {m_left, qreal(m_top), 1, qreal(m_style.lineHeight)};
}

bool SliceLayout::isOverText(QPointF point) const
{
    return std::any_of(m_boxes.begin(), m_boxes.end(),
                       [&](const TextBox &box) { return boxRect(box).contains(point); });
}

QByteArray SliceLayout::linkAt(QPointF point) const
{
    if (m_links.isEmpty())
        return {};
    for (const Link &link : m_links) {
        const QList<QRectF> rects = selectionRects(link.start, link.start + link.length);
        for (const QRectF &rect : rects) {
            if (rect.contains(point))
                return link.address;
        }
    }
    return {};
}

const SliceControl *SliceLayout::controlAt(QPointF point) const
{
    for (const SliceControl &control : m_controls) {
        if (control.rect.adjusted(-4, -3, 4, 3).contains(point))
            return &control;
    }
    return nullptr;
}

} // namespace ui
