// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/lane_board.h"

#include "app/store/records.h"
#include "ui/lanes/lane_column.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ground.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace ui {

namespace {
constexpr int kNarrowestColumn = 300;
constexpr int kNarrowestAlone = 440;
constexpr int kMostInOneRow = 4; ///< that room is made for by folding what stands beside them
constexpr int kMarkWidth = 3;
constexpr std::chrono::milliseconds kTellAfter{300};
} // namespace

LaneBoard::LaneBoard(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_rows(new QSplitter(Qt::Vertical, this)),
      m_mark(new Ground(theme, &Colours::accent, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_rows);
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(1);
    for (QSplitter *&row : m_row) {
        row = new QSplitter(Qt::Horizontal, m_rows);
        row->setChildrenCollapsible(false);
        row->setHandleWidth(1);
        connect(row, &QSplitter::splitterMoved, &m_tellWidths, qOverload<>(&QTimer::start));
    }
    m_row.back()->hide();
    m_mark->hide();
    m_tellWidths.setSingleShot(true);
    m_tellWidths.setInterval(kTellAfter);
    connect(&m_tellWidths, &QTimer::timeout, this, &LaneBoard::tellWidths);
}

LaneBoard::~LaneBoard() = default;

int LaneBoard::wantedWidth(int columns)
{
    if (columns <= 1)
        return kNarrowestAlone;
    return kNarrowestColumn * (columns <= kMostInOneRow ? columns : (columns + 1) / 2);
}

void LaneBoard::setColumns(const QList<LaneColumn *> &columns,
                           const QHash<app::LaneId, int> &widths)
{
    for (LaneColumn *old : std::as_const(m_columns)) {
        if (!columns.contains(old) && isAncestorOf(old)) // it may stand in another window by now
            old->hide();
    }
    m_columns = columns;
    m_widths = widths;
    if (m_maximised && !m_columns.contains(m_maximised)) {
        m_maximised = nullptr;
        emit maximisedChanged();
    }
    arrange();
}

void LaneBoard::setMaximised(LaneColumn *column)
{
    if (column && (m_columns.size() < 2 || !m_columns.contains(column)))
        return;
    if (std::exchange(m_maximised, column) == column)
        return;
    arrange();
    emit maximisedChanged();
}

int LaneBoard::fittingRows() const
{
    return m_columns.size() > 1 && width() < int(m_columns.size()) * kNarrowestColumn ? 2 : 1;
}

LaneColumn *LaneBoard::upperCorner() const
{
    if (m_maximised || m_columns.isEmpty())
        return m_maximised;
    return m_columns.at((m_columns.size() + m_rowCount - 1) / m_rowCount - 1);
}

void LaneBoard::arrange()
{
    const int rows = fittingRows();
    const bool otherRows = std::exchange(m_rowCount, rows) != rows;
    fillRows();
    showRows();
    if (otherRows)
        emit rowCountChanged();
}

void LaneBoard::fillRows()
{
    const auto inFirst = m_rowCount == 1 ? m_columns.size() : (m_columns.size() + 1) / 2;
    std::array<QList<int>, 2> sizes;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        LaneColumn *column = m_columns.at(i);
        const size_t number = i < inFirst ? 0 : 1;
        QSplitter *row = m_row.at(number);
        const int place = int(number == 0 ? i : i - inFirst);
        // A column that stays keeps what the reader looks at, and the focus.
        if (row->indexOf(column) != place)
            row->insertWidget(place, column);
        row->setStretchFactor(place, 1);
        sizes.at(number).append(10 * m_widths.value(column->laneId(), app::kUsualLaneWidth));
    }
    for (size_t number = 0; number < m_row.size(); ++number)
        m_row.at(number)->setSizes(sizes.at(number));
}

void LaneBoard::showRows()
{
    for (LaneColumn *column : std::as_const(m_columns))
        column->setVisible(!m_maximised || column == m_maximised);
    for (QSplitter *row : m_row) {
        const bool isUsed = std::ranges::any_of(m_columns, [&](LaneColumn *column) {
            return row->indexOf(column) >= 0 && (!m_maximised || column == m_maximised);
        });
        row->setVisible(isUsed);
    }
    m_rows->setSizes({10'000, 10'000});
}

void LaneBoard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (fittingRows() != m_rowCount)
        arrange();
}

void LaneBoard::tellWidths()
{
    QHash<app::LaneId, int> widths = m_widths;
    for (const QSplitter *row : m_row) {
        const QList<int> sizes = row->sizes();
        const int total = std::accumulate(sizes.begin(), sizes.end(), 0);
        if (total <= 0 || m_maximised)
            continue;
        for (int i = 0; i < row->count(); ++i) {
            const auto *column = qobject_cast<const LaneColumn *>(row->widget(i));
            if (column && m_columns.contains(column))
                widths.insert(column->laneId(),
                              app::kUsualLaneWidth * int(sizes.size()) * sizes.at(i) / total);
        }
    }
    if (widths == m_widths)
        return;
    m_widths = widths;
    emit widthsChanged(widths);
}

std::optional<LaneBoard::Gap> LaneBoard::gapAt(QPoint global) const
{
    const QPoint at = mapFromGlobal(global);
    if (!rect().contains(at) || m_maximised)
        return std::nullopt;
    for (int i = 0; i < m_columns.size(); ++i) {
        const LaneColumn *column = m_columns.at(i);
        const QRect room(column->mapTo(this, QPoint(0, 0)), column->size());
        if (!room.adjusted(-1, -1, 1, 1).contains(at))
            continue;
        const bool onRight = at.x() > room.center().x();
        const bool isBehind = onRight == isLeftToRight();
        const int edge = onRight ? room.right() + 1 : room.left();
        const int left = std::clamp(edge - kMarkWidth / 2, 0, width() - kMarkWidth);
        return Gap{i + (isBehind ? 1 : 0), {left, room.top(), kMarkWidth, room.height()}};
    }
    return std::nullopt;
}

void LaneBoard::dragOver(const LaneColumn *dragged, QPoint global)
{
    const std::optional<Gap> gap = gapAt(global);
    const auto own = m_columns.indexOf(dragged);
    m_mark->setVisible(gap && own >= 0 && gap->before != own && gap->before != own + 1);
    if (!gap)
        return;
    m_mark->setGeometry(gap->mark);
    m_mark->raise();
}

void LaneBoard::drop(const LaneColumn *dragged, QPoint global)
{
    cancelDrag();
    const std::optional<Gap> gap = gapAt(global);
    const auto own = int(m_columns.indexOf(dragged));
    if (!gap || own < 0)
        return;
    const int position = gap->before > own ? gap->before - 1 : gap->before;
    if (position != own)
        emit moveRequested(dragged->laneId(), position);
}

void LaneBoard::cancelDrag()
{
    m_mark->hide();
}

} // namespace ui
