// SPDX-License-Identifier: GPL-3.0-or-later
// Code blocks and tables.
#include "ui/transcript/slice_layout.h"

#include "ui/transcript/text_chunks.h"
#include "ui/transcript/transcript_words.h"

#include <QCoreApplication>
#include <QFontMetricsF>

using namespace Qt::StringLiterals;

namespace ui {

using app::Block;

namespace {

constexpr int kCodePadding = 12;
constexpr int kCodeHeader = 25;
constexpr int kCellPadding = 4;
constexpr int kColumnGap = 16;
constexpr int kLeastColumn = 88; ///< narrower ones break words; a table rather scrolls
constexpr int kWideColumn = 220; ///< of a table that scrolls, at most

const QColor &codeColour(app::CodeStyle style, const Colours &colours)
{
    switch (style) {
    case app::CodeStyle::Keyword:
        return colours.codeKeyword;
    case app::CodeStyle::Type:
        return colours.codeType;
    case app::CodeStyle::String:
        return colours.codeString;
    case app::CodeStyle::Comment:
        return colours.codeComment;
    case app::CodeStyle::Number:
        return colours.codeNumber;
    case app::CodeStyle::Function:
        return colours.codeFunction;
    case app::CodeStyle::Plain:
        break;
    }
    return colours.text;
}

} // namespace

void SliceLayout::codeHeader(const Slice &slice)
{
    const qreal height = m_style.px(kCodeHeader);
    const QFontMetricsF font(m_style.caption);
    const SliceItem copy{Transcript::tr("Copy"), SliceItem::Look::Action, SliceAction::CopyCode, 0};
    //: Break long lines of a code block
    const SliceItem wrap{Transcript::tr("Wrap"),
                         m_look.wraps ? SliceItem::Look::Strong : SliceItem::Look::Action,
                         SliceAction::WrapCode, 0};
    const SliceItem save{Transcript::tr("Save…"), SliceItem::Look::OnHover, SliceAction::SaveCode,
                         0};
    const QString label = QString::fromUtf8(app::languageLabel(slice.language));
    const qreal behindLabel = m_left + m_style.px(2 * kCodePadding) + font.horizontalAdvance(label);
    qreal right = m_left + m_width - m_style.px(kCodePadding - 2);
    for (const SliceItem &item : {copy, wrap, save}) {
        const qreal left = right - font.horizontalAdvance(item.text);
        if (item.action == SliceAction::SaveCode && left < behindLabel)
            continue; // the menu has it too
        right = left;
        addControl(item, {right, qreal(m_top)}, height);
        right -= m_style.px(10);
    }
    m_controls.append({{label, SliceItem::Look::Plain, SliceAction::CopyCode, 0},
                       QRectF(m_left + m_style.px(kCodePadding - 2), m_top,
                              qMax(0.0, right - m_left - m_style.px(kCodePadding)), height),
                       m_style.caption});
    m_hairlines.append(QLineF(m_left, m_top + height, m_left + m_width, m_top + height));
}

void SliceLayout::layOutCode(const Slice &slice, const QList<app::CodeRuns> &colours)
{
    qreal y = m_top;
    if (slice.isFirst) {
        codeHeader(slice);
        y += m_style.px(kCodeHeader) + m_style.px(kCodePadding - 4);
    }
    Formats formats;
    QString text;
    for (qsizetype i = 0; i < slice.lines.size(); ++i) {
        const int start = int(text.size());
        text += QString::fromUtf8(slice.lines[i]);
        for (const app::CodeRun &run : colours.value(i)) {
            QTextCharFormat format;
            format.setForeground(codeColour(run.style, m_style.colours));
            formats.append({start + run.start, run.length, format});
        }
        if (i + 1 < slice.lines.size())
            text += u'\n';
    }
    m_codeViewWidth = qRound(m_width) - 2 * m_style.px(kCodePadding);
    y += addText(text, m_style.code, m_style.colours.text, {m_left + m_style.px(kCodePadding), y},
                 m_codeViewWidth, m_style.codeLineHeight, formats, Qt::AlignLeft, m_look.wraps);
    TextBox &box = m_boxes.back();
    box.scrolls = !m_look.wraps;
    for (int i = 0; i < box.layout->lineCount(); ++i)
        m_codeWidth = qMax(m_codeWidth, qCeil(box.layout->lineAt(i).naturalTextWidth()));
    if (slice.isLast)
        y += m_style.px(kCodePadding - 2);
    m_height = qCeil(y);
    m_frame = QRectF(m_left, m_top, m_width, m_height - m_top);
    m_scrollRect = m_frame.adjusted(1, 0, -1, 0);
    if (m_look.wraps)
        m_codeWidth = 0;
}

int SliceLayout::naturalWidth(const Block &cell) const
{
    qreal width = 0;
    const QFontMetricsF body(m_style.body);
    const QFontMetricsF code(m_style.code);
    for (const app::Inline &run : cell.inlines) {
        const QString text = shownText(run).left(400);
        width += (run.kind == app::Inline::Kind::Code ? code : body).horizontalAdvance(text);
    }
    return qCeil(width * 1.06) + 2; // bold is wider
}

/// By the header and the first rows, so that later rows never move earlier ones.
QList<int> SliceLayout::columnWidths(const Slice &slice) const
{
    const qsizetype columns = slice.alignments.size();
    QList<int> natural(columns, 0);
    for (const Block &row : slice.widthRows.isEmpty() ? slice.rows : slice.widthRows) {
        for (qsizetype i = 0; i < qMin(columns, row.children.size()); ++i)
            natural[i] = qMax(natural[i], naturalWidth(row.children[i]));
    }
    int left = qRound(m_width) - int(columns - 1) * m_style.px(kColumnGap);
    const int sum = std::accumulate(natural.cbegin(), natural.cend(), 0);
    QList<int> widths = natural;
    if (sum <= left) {
        for (qsizetype i = 0; i < columns; ++i)
            widths[i] += sum > 0 ? int(qint64(left - sum) * natural[i] / sum) : 0;
        return widths;
    }
    const auto atMost = [&](int pixels) {
        QList<int> bounded = natural;
        for (int &width : bounded)
            width = qMin(width, m_style.px(pixels));
        return bounded;
    };
    const QList<int> least = atMost(kLeastColumn);
    if (std::accumulate(least.cbegin(), least.cend(), 0) > left)
        return atMost(kWideColumn);
    // Columns below their share keep their width; the wider ones divide the rest.
    QList<qsizetype> order(columns);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](qsizetype a, qsizetype b) { return natural[a] < natural[b]; });
    for (qsizetype i = 0; i < columns; ++i) {
        const int share = left / int(columns - i);
        widths[order[i]] = qMax(least[order[i]], qMin(natural[order[i]], share));
        left -= widths[order[i]];
    }
    return widths;
}

void SliceLayout::layOutTable(const Slice &slice)
{
    const QList<int> widths = columnWidths(slice);
    m_codeWidth = std::accumulate(widths.cbegin(), widths.cend(), 0)
                  + int(qMax<qsizetype>(0, widths.size() - 1)) * m_style.px(kColumnGap);
    m_codeViewWidth = qRound(m_width);
    const qreal padding = m_style.px(kCellPadding);
    qreal y = m_top;
    for (qsizetype row = 0; row < slice.rows.size(); ++row) {
        const bool header = slice.isFirst && row == 0;
        QFont font = m_style.body;
        font.setWeight(header ? QFont::DemiBold : QFont::Normal);
        const QColor &colour = header ? m_style.colours.secondary : m_style.colours.text;
        // The first column stands where reading begins; of a table that is too wide the others
        // lie beyond the far edge.
        qreal x = m_mirrored ? m_left + m_width : m_left;
        qreal height = m_style.lineHeight;
        if (row > 0)
            m_text += u'\n';
        const app::Blocks &cells = slice.rows[row].children;
        for (qsizetype i = 0; i < qMin(cells.size(), widths.size()); ++i) {
            if (i > 0)
                m_text += u'\t';
            const Block::Alignment alignment = slice.alignments[i];
            const bool right = alignment == Block::Alignment::Right
                               || (alignment == Block::Alignment::None && m_mirrored);
            const Qt::Alignment side = alignment == Block::Alignment::Centre ? Qt::AlignHCenter
                                       : right                               ? Qt::AlignRight
                                                                             : Qt::AlignLeft;
            if (m_mirrored)
                x -= widths[i];
            const Formats look = formats(cells[i].inlines, int(m_text.size()));
            height =
                qMax(height, addText(shownText(cells[i].inlines), font, colour, {x, y + padding},
                                     widths[i], m_style.lineHeight, look, side));
            x += m_mirrored ? -m_style.px(kColumnGap) : widths[i] + m_style.px(kColumnGap);
        }
        y += qCeil(height + 2 * padding) + 1;
        m_hairlines.append(QLineF(m_left, y - 0.5, m_left + m_width, y - 0.5));
    }
    for (TextBox &box : m_boxes)
        box.scrolls = isWide();
    if (isWide() && slice.isLast)
        y += m_style.px(8); // for the thumb
    m_height = qCeil(y);
    m_scrollRect = QRectF(m_left, 0, m_width, m_height);
}

int estimatedHeight(const Slice &slice, const TranscriptStyle &style)
{
    const int above = style.px(slice.spaceAbove);
    const int width = qMax(style.px(40), style.width - style.px(slice.indent));
    const int perLine = qMax(1, int(width / style.characterWidth));
    switch (slice.kind) {
    case Slice::Kind::Text: {
        qsizetype lines = 1;
        qsizetype bytes = 0;
        for (const app::Inline &run : slice.inlines) {
            bytes += run.text.size();
            lines += run.kind == app::Inline::Kind::SoftBreak
                     || run.kind == app::Inline::Kind::LineBreak;
        }
        return above + int(lines + bytes / perLine) * style.lineHeight;
    }
    case Slice::Kind::Code:
        return above + int(qMax<qsizetype>(1, slice.lines.size())) * style.codeLineHeight
               + (slice.isFirst ? style.px(kCodeHeader + kCodePadding - 4) : 0)
               + (slice.isLast ? style.px(kCodePadding - 2) : 0);
    case Slice::Kind::Table:
        return above + int(slice.rows.size()) * (style.lineHeight + 2 * style.px(kCellPadding) + 1);
    case Slice::Kind::Images:
        return above + style.px(slice.inPrompt ? 48 : 200);
    case Slice::Kind::Rule:
        return above + 17;
    case Slice::Kind::ToolCall:
    case Slice::Kind::Error:
    case Slice::Kind::Notice:
        return above + 3 * style.lineHeight;
    case Slice::Kind::Heading:
    case Slice::Kind::Reasoning:
    case Slice::Kind::Footer:
        break;
    }
    return above + style.captionLineHeight + style.px(4);
}

} // namespace ui
