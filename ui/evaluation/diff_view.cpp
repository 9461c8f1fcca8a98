// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/diff_view.h"

#include "ui/theme/diff_colours.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

using app::DiffCell;
using app::DiffPiece;
using app::DiffRow;
using app::DiffSpan;

namespace {
constexpr double kDiffLineHeight = 1.4;
constexpr int kDiffRowPadding = 2; ///< above and below the text of a row
constexpr size_t kMostCachedRows = 600;

bool hasKind(const DiffCell &cell, DiffPiece::Kind kind)
{
    return std::ranges::any_of(cell.spans,
                               [kind](const DiffSpan &span) { return span.kind == kind; });
}

/// The signs that everybody knows from patches; a change within a line has its own.
QString signOf(const DiffCell &cell, bool differs, bool isSecond)
{
    if (!differs || !cell.isThere)
        return {};
    const bool removed = hasKind(cell, DiffPiece::Kind::Removed);
    const bool added = hasKind(cell, DiffPiece::Kind::Added);
    if (removed && added)
        return u"±"_s;
    if (removed)
        return u"−"_s;
    if (added)
        return u"+"_s;
    // An empty line, or one whose other side holds more.
    return cell.text.isEmpty() ? (isSecond ? u"+"_s : u"−"_s) : QString();
}
} // namespace

DiffView::DiffView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Differences"));
    connect(&theme, &Theme::changed, this, &DiffView::restyle);
    restyle();
}

DiffView::~DiffView() = default;

void DiffView::restyle()
{
    m_font = m_theme.font(m_fixedPitch ? TextRole::Code : TextRole::Body);
    m_lineHeight = int(std::ceil(QFontMetricsF(m_font).height() * kDiffLineHeight));
    measure();
}

void DiffView::setFixedPitch(bool fixed)
{
    if (m_fixedPitch == fixed)
        return;
    m_fixedPitch = fixed;
    restyle();
}

void DiffView::setRows(QList<DiffRow> rows, Columns columns)
{
    m_rows = std::move(rows);
    m_columns = columns;
    m_differences.clear();
    m_current = -1;
    m_laidOut = 0;
    int lines = 1;
    for (int row = 0; row < m_rows.size(); ++row) {
        const DiffRow &shown = m_rows.at(row);
        lines = std::max({lines, shown.left.line, shown.right.line});
        if (shown.differs && (row == 0 || !m_rows.at(row - 1).differs))
            m_differences.append(row);
    }
    m_digits = int(QString::number(lines).size());
    verticalScrollBar()->setValue(0);
    measure();
    describeCurrent();
    emit currentChanged();
}

/// All rows are estimated anew; what is in sight is laid out.
void DiffView::measure()
{
    m_cache.clear();
    std::vector<int> heights;
    heights.reserve(size_t(m_rows.size()));
    for (const DiffRow &row : std::as_const(m_rows))
        heights.push_back(estimatedHeight(row));
    m_heights.assign(heights);
    layOutVisible();
    viewport()->update();
}

DiffView::Column DiffView::column(bool second) const
{
    const QFontMetrics digits(m_theme.font(TextRole::Caption));
    const int sign = QFontMetrics(m_font).horizontalAdvance(u'±') + metrics::kStep2;
    const int numbers = digits.horizontalAdvance(u'0') * m_digits + metrics::kStep3;
    const int gutter = sign + numbers;
    const int whole = viewport()->width();
    const int width = m_columns == Columns::Two ? whole / 2 : whole;
    const int start = second ? width : 0;
    return {start, start + gutter, std::max(width - gutter - metrics::kStep3, 40)};
}

int DiffView::estimatedHeight(const DiffRow &row) const
{
    const int letters =
        std::max(1, column(false).width / std::max(1, QFontMetrics(m_font).averageCharWidth()));
    const qsizetype longest = std::max(row.left.text.size(), row.right.text.size());
    return int(1 + longest / letters) * m_lineHeight + 2 * kDiffRowPadding;
}

std::unique_ptr<QTextLayout> DiffView::layOut(const DiffCell &cell, int width) const
{
    auto layout = std::make_unique<QTextLayout>(cell.text, m_font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    const DiffColours &grounds = diffColoursOf(m_theme.scheme());
    QList<QTextLayout::FormatRange> formats;
    for (const DiffSpan &span : cell.spans) {
        QTextCharFormat format;
        const bool removed = span.kind == DiffPiece::Kind::Removed;
        format.setBackground(removed ? grounds.removed : grounds.added);
        format.setFontStrikeOut(removed);
        format.setFontUnderline(!removed);
        formats.append({int(span.start), int(span.length), format});
    }
    layout->setFormats(formats);
    layout->beginLayout();
    double y = kDiffRowPadding;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y + (m_lineHeight - line.height()) / 2});
        y += m_lineHeight;
    }
    layout->endLayout();
    return layout;
}

const DiffView::LaidOutRow &DiffView::laidOut(int row)
{
    const auto known = m_cache.find(row);
    if (known != m_cache.end())
        return known->second;
    if (m_cache.size() > kMostCachedRows)
        m_cache.clear();
    ++m_laidOut;
    const DiffRow &shown = m_rows.at(row);
    LaidOutRow made;
    if (shown.left.isThere)
        made.left = layOut(shown.left, column(false).width);
    if (shown.right.isThere)
        made.right = layOut(shown.right, column(true).width);
    const auto lines = [](const std::unique_ptr<QTextLayout> &layout) {
        return layout ? layout->lineCount() : 0;
    };
    const int most = std::max({1, lines(made.left), lines(made.right)});
    m_heights.set(row, most * m_lineHeight + 2 * kDiffRowPadding);
    return m_cache.emplace(row, std::move(made)).first->second;
}

int DiffView::top() const
{
    return verticalScrollBar()->value();
}

/// From the row at the top downwards: what lies above it keeps its place.
void DiffView::layOutVisible()
{
    if (m_rows.isEmpty())
        return updateRange();
    int row = m_heights.indexAt(top());
    int y = m_heights.top(row) - top();
    while (row < m_rows.size() && y < viewport()->height()) {
        (void)laidOut(row);
        y += m_heights.height(row++);
    }
    updateRange();
}

void DiffView::updateRange()
{
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_lineHeight);
    verticalScrollBar()->setRange(0, std::max(0, m_heights.total() - viewport()->height()));
}

void DiffView::scrollContentsBy(int, int)
{
    layOutVisible();
    viewport()->update();
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    // The row at the top stays there, whatever the new height of those above it.
    const int row = m_rows.isEmpty() ? -1 : m_heights.indexAt(top());
    measure();
    if (row >= 0 && top() > 0)
        verticalScrollBar()->setValue(m_heights.top(row));
}

void DiffView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        viewport()->update();
}

QRect DiffView::mirrored(const QRect &rect) const
{
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), rect);
}

void DiffView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.colours().transcript);
    if (m_rows.isEmpty())
        return;
    const int first = m_heights.indexAt(top() + event->rect().top());
    int y = m_heights.top(first) - top();
    for (int row = first; row < m_rows.size() && y <= event->rect().bottom(); ++row) {
        paintRow(painter, row, y);
        y += m_heights.height(row);
    }
    if (m_columns == Columns::Two) {
        const int middle = viewport()->width() / 2;
        painter.fillRect(mirrored({middle, 0, 1, viewport()->height()}),
                         m_theme.colours().hairline);
    }
}

void DiffView::paintRow(QPainter &painter, int number, int y)
{
    const DiffRow &row = m_rows.at(number);
    const QRect place(0, y, viewport()->width(), m_heights.height(number));
    if (row.folded > 0) {
        painter.fillRect(place, m_theme.colours().codeGround);
        painter.setFont(m_theme.font(TextRole::Small));
        painter.setPen(m_theme.colours().secondary);
        painter.drawText(place, Qt::AlignCenter, tr("%n equal line(s)", nullptr, row.folded));
        return;
    }
    const LaidOutRow &layouts = laidOut(number);
    paintCell(painter, row.left, layouts.left.get(), column(false), place,
              signOf(row.left, row.differs, false));
    if (m_columns == Columns::Two)
        paintCell(painter, row.right, layouts.right.get(), column(true), place,
                  signOf(row.right, row.differs, true));
    const bool isCurrent =
        m_current >= 0 && row.differs && number >= m_differences.at(m_current)
        && (m_current + 1 >= m_differences.size() || number < m_differences.at(m_current + 1));
    if (isCurrent)
        painter.fillRect(mirrored({0, y, 3, place.height()}), m_theme.colours().accent);
}

void DiffView::paintCell(QPainter &painter, const DiffCell &cell, const QTextLayout *layout,
                         const Column &column, QRect row, const QString &sign)
{
    const Colours &colours = m_theme.colours();
    if (!cell.isThere) {
        const int width = column.text + column.width + metrics::kStep3 - column.gutter;
        painter.fillRect(mirrored({column.gutter, row.top(), width, row.height()}),
                         colours.codeGround);
        return;
    }
    const QRect gutter(column.gutter, row.top() + kDiffRowPadding, column.text - column.gutter,
                       m_lineHeight);
    if (cell.line > 0) {
        painter.setFont(m_theme.font(TextRole::Caption));
        painter.setPen(colours.faint);
        const int signRoom = QFontMetrics(m_font).horizontalAdvance(u'±') + metrics::kStep2;
        painter.drawText(mirrored(gutter.adjusted(0, 0, -signRoom, 0)),
                         Qt::AlignTrailing | Qt::AlignVCenter, QString::number(cell.line));
    }
    if (!sign.isEmpty()) {
        painter.setFont(m_font);
        painter.setPen(colours.text);
        const int width = QFontMetrics(m_font).horizontalAdvance(u'±') + metrics::kStep1;
        painter.drawText(mirrored({column.text - width - metrics::kStep1 / 2, gutter.top(), width,
                                   m_lineHeight}),
                         Qt::AlignCenter, sign);
    }
    painter.setPen(colours.text);
    const QRect text = mirrored({column.text, row.top(), column.width, row.height()});
    layout->draw(&painter, text.topLeft());
}

void DiffView::goToDifference(int number)
{
    if (number < 0 || number >= m_differences.size())
        return;
    m_current = number;
    const int row = m_differences.at(number);
    // Rows on the way are estimates: laying out what comes into sight moves it, so once more.
    for (int attempt = 0; attempt < 2; ++attempt) {
        const int wanted = m_heights.top(row) - viewport()->height() / 3;
        verticalScrollBar()->setValue(wanted);
        layOutVisible();
    }
    viewport()->update();
    describeCurrent();
    emit currentChanged();
}

void DiffView::stepDifference(int by)
{
    const int count = differenceCount();
    if (count == 0)
        return;
    if (m_current >= 0)
        return goToDifference((m_current + by + count) % count);
    const int row = m_heights.indexAt(top());
    const auto below = std::ranges::lower_bound(m_differences, row);
    const int next = int(below - m_differences.begin());
    goToDifference((by > 0 ? next : next - 1 + count) % count);
}

/// For whoever cannot see the colours: the current difference in words.
void DiffView::describeCurrent()
{
    QString removed;
    QString added;
    for (int row = m_current < 0 ? int(m_rows.size()) : m_differences.at(m_current);
         row < m_rows.size() && m_rows.at(row).differs; ++row) {
        for (const DiffCell &cell : {m_rows.at(row).left, m_rows.at(row).right}) {
            for (const DiffSpan &span : cell.spans) {
                QString &text = span.kind == DiffPiece::Kind::Removed ? removed : added;
                text += cell.text.sliced(span.start, span.length) + u' ';
            }
        }
    }
    if (m_current < 0) {
        setAccessibleDescription(tr("%n difference(s)", nullptr, differenceCount()));
    } else {
        //: For a screen reader. Removed words, then those in their place.
        setAccessibleDescription(tr("Difference %1 of %2. Left: %3. Right: %4.")
                                     .arg(QString::number(m_current + 1),
                                          QString::number(differenceCount()),
                                          removed.isEmpty() ? tr("nothing") : removed.trimmed(),
                                          added.isEmpty() ? tr("nothing") : added.trimmed()));
    }
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void DiffView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return emit copyRequested();
    if (event->key() == Qt::Key_Home)
        return verticalScrollBar()->setValue(0);
    if (event->key() == Qt::Key_End)
        return verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    QAbstractScrollArea::keyPressEvent(event);
}

void DiffView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_rows.isEmpty())
        return;
    const DiffRow &row = m_rows.at(m_heights.indexAt(top() + event->y()));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const DiffCell &cell) {
        if (cell.isThere) {
            menu->addAction(text, this,
                            [line = cell.text] { QApplication::clipboard()->setText(line); });
        }
    };
    add(m_columns == Columns::Two ? tr("Copy line on the left") : tr("Copy line"), row.left);
    add(tr("Copy line on the right"), row.right);
    menu->addAction(tr("Copy all"), QKeySequence::Copy, this, &DiffView::copyRequested);
    menu->popup(event->globalPos());
}

} // namespace ui
