// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the text of a message: its name, its reasoning line, cards, strips, footers.
#include "ui/transcript/slice_layout.h"

#include <QFontMetricsF>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kItemGap = 14;
constexpr int kCardPadding = 12;
constexpr int kResultLines = 6;

bool isStepBack(const SliceItem &item)
{
    return item.action == SliceAction::PreviousBranch || item.action == SliceAction::PreviousPiece;
}

bool isStepOn(const SliceItem &item)
{
    return item.action == SliceAction::NextBranch || item.action == SliceAction::NextPiece;
}

bool isBranchItem(const SliceItem &item)
{
    return isStepBack(item) || isStepOn(item);
}

/// Of the card of a call, from its right edge; where that is too much, only the last ones.
QList<SliceItem> callItems(const Slice &slice, const TranscriptStyle &style, qreal most)
{
    const QFontMetricsF font(style.caption);
    QList<SliceItem> items;
    qreal taken = 0;
    for (auto item = slice.items.crbegin(); item != slice.items.crend(); ++item) {
        taken += font.horizontalAdvance(item->text) + style.px(kItemGap);
        if (!items.isEmpty() && taken > most)
            break;
        items.append(*item);
    }
    return items;
}

} // namespace

/// Gives its width.
qreal SliceLayout::addControl(const SliceItem &item, QPointF position, qreal height)
{
    QFont font = m_style.caption;
    if (item.look == SliceItem::Look::Strong)
        font.setWeight(QFont::DemiBold);
    const qreal width = qCeil(QFontMetricsF(font).horizontalAdvance(item.text)) + 1;
    m_controls.append({item, QRectF(position.x(), position.y(), width, height), font});
    return width;
}

void SliceLayout::layOutHeading(const Slice &slice)
{
    const qreal height = m_style.captionLineHeight;
    addControl({slice.text, SliceItem::Look::Plain, SliceAction::Copy, 0}, {m_left, qreal(m_top)},
               height);
    const QFontMetricsF font(m_style.caption);
    qreal x = m_left + m_width;
    for (auto item = slice.items.crbegin(); item != slice.items.crend(); ++item) {
        x -= qCeil(font.horizontalAdvance(item->text)) + 1;
        addControl(*item, {x, qreal(m_top)}, height);
        const bool near =
            isBranchItem(*item)
            || (std::next(item) != slice.items.crend() && isBranchItem(*std::next(item)));
        x -= m_style.px(near ? 5 : kItemGap);
    }
    m_height += qCeil(height) + m_style.px(2);
}

void SliceLayout::layOutReasoning(const Slice &slice)
{
    const qreal height = m_style.lineHeight;
    const QString text = (slice.isLast ? u"\u25B8 "_s : u"\u25BE "_s) + slice.text;
    const QFont font = scaledFont(m_style.body, 12.5 / 14);
    const qreal width = qCeil(QFontMetricsF(font).horizontalAdvance(text)) + 1;
    m_controls.append({{text, SliceItem::Look::Action, SliceAction::Fold, slice.key.part},
                       QRectF(m_left, m_top, qMin(width, m_width), height),
                       font});
    m_height += qCeil(height);
}

/// Name, arguments and how it ended in one line, the beginning of the result below; unfolded the
/// arguments have lines of their own, and the result is longer.
void SliceLayout::layOutToolCall(const Slice &slice)
{
    const qreal padding = m_style.px(kCardPadding);
    const qreal left = m_left + padding;
    const qreal width = m_width - 2 * padding;
    qreal y = m_top + m_style.px(8);
    qreal rest = width;
    for (const SliceItem &item : callItems(slice, m_style, width / 2)) {
        rest -= qCeil(QFontMetricsF(m_style.caption).horizontalAdvance(item.text)) + 1;
        addControl(item, {left + rest, y}, m_style.codeLineHeight);
        rest -= m_style.px(kItemGap);
    }
    QFont strong = m_style.code;
    strong.setWeight(QFont::Bold);
    const QFontMetricsF names(strong);
    const QString name = names.elidedText(slice.text, Qt::ElideRight, qMax(0.0, rest));
    const qreal nameWidth = qMin(rest, names.horizontalAdvance(name) + m_style.px(10));
    addText(name, strong, m_style.colours.text, {left, y}, nameWidth, m_style.codeLineHeight, {},
            Qt::AlignLeft, false);
    const bool isFolded = slice.isLast;
    m_text += isFolded ? u' ' : u'\n';
    if (isFolded) {
        const QString arguments =
            QFontMetricsF(m_style.code)
                .elidedText(slice.detail, Qt::ElideRight, qMax(0.0, rest - nameWidth));
        addText(arguments, m_style.code, m_style.colours.secondary, {left + nameWidth, y},
                rest - nameWidth, m_style.codeLineHeight, {}, Qt::AlignLeft, false);
    }
    y += m_style.codeLineHeight;
    if (!isFolded && !slice.detail.isEmpty()) {
        y += m_style.px(3);
        y += addText(slice.detail, m_style.code, m_style.colours.secondary, {left, y}, width,
                     m_style.codeLineHeight);
    }
    if (!slice.result.isEmpty()) {
        QStringList lines = slice.result.split(u'\n');
        if (isFolded && lines.size() > kResultLines)
            lines = lines.first(kResultLines) << u"…"_s;
        m_text += u'\n';
        y += m_style.px(isFolded ? 3 : 8);
        y += addText(lines.join(u'\n'), m_style.code,
                     slice.failed ? m_style.colours.danger
                     : isFolded   ? m_style.colours.secondary
                                  : m_style.colours.text,
                     {left, y}, width, m_style.codeLineHeight);
    }
    m_height = qCeil(y) + m_style.px(8);
    m_frame = QRectF(m_left, m_top, m_width, m_height - m_top);
}

void SliceLayout::layOutError(const Slice &slice)
{
    const qreal padding = m_style.px(kCardPadding);
    qreal y = m_top + m_style.px(8);
    y += addText(slice.text, m_style.body, m_style.colours.text, {m_left + padding, y},
                 m_width - 2 * padding, m_style.lineHeight);
    qreal x = m_left + padding;
    const qreal height = m_style.captionLineHeight + m_style.px(8);
    if (!slice.items.isEmpty())
        y += m_style.px(2);
    const QFontMetricsF font(m_style.caption);
    for (const SliceItem &item : slice.items) {
        const bool isFirst = x <= m_left + padding;
        if (!isFirst && x + font.horizontalAdvance(item.text) > m_left + m_width - padding) {
            x = m_left + padding;
            y += height - m_style.px(4);
        }
        x += addControl(item, {x, y}, height) + m_style.px(kItemGap + 4);
    }
    if (!slice.items.isEmpty())
        y += height - m_style.px(4);
    m_height = qCeil(y) + m_style.px(8);
    m_frame = QRectF(m_left, m_top, m_width, m_height - m_top);
}

void SliceLayout::layOutFooter(const Slice &slice)
{
    const qreal height = m_style.captionLineHeight + m_style.px(2);
    const QFontMetricsF font(m_style.caption);
    qreal x = m_left;
    qreal y = m_top;
    for (qsizetype i = 0; i < slice.items.size(); ++i) {
        const SliceItem &item = slice.items[i];
        if (x > m_left && x + font.horizontalAdvance(item.text) > m_left + m_width) {
            x = m_left;
            y += height;
        }
        x += addControl(item, {x, y}, height);
        const bool opens = isStepBack(item);
        const bool closes = i + 1 < slice.items.size() && isStepOn(slice.items[i + 1]);
        x += m_style.px(opens || closes ? 5 : kItemGap);
    }
    m_height = qCeil(y + height);
}

} // namespace ui
