// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QSplitter;

namespace ui {

class LaneColumn;
class Theme;

/// Where the columns of a conversation stand: side by side, or in two rows where they would be too
/// narrow to read; each as wide as the user made it; or one of them alone. It arranges what it is
/// given and asks its owner for everything that is kept.
class LaneBoard : public QWidget
{
    Q_OBJECT
public:
    explicit LaneBoard(const Theme &theme, QWidget *parent = nullptr);
    ~LaneBoard() override;

    /// In reading order, with their shares of the width. They become children; columns given
    /// before and not again are hidden, and still children until the owner takes them.
    void setColumns(const QList<LaneColumn *> &columns, const QHash<app::LaneId, int> &widths);
    [[nodiscard]] const QList<LaneColumn *> &columns() const { return m_columns; }

    /// One takes all the room; null: all are shown. Another set of columns with it keeps it.
    void setMaximised(LaneColumn *column);
    [[nodiscard]] LaneColumn *maximised() const { return m_maximised; }

    [[nodiscard]] int rowCount() const { return m_rowCount; }
    /// At the upper outer corner; null without columns.
    [[nodiscard]] LaneColumn *upperCorner() const;
    /// The narrowest at which this many columns still read well.
    [[nodiscard]] static int wantedWidth(int columns);

    /// A column is dragged over the board: shows where it would go.
    void dragOver(const LaneColumn *dragged, QPoint global);
    /// It was let go there.
    void drop(const LaneColumn *dragged, QPoint global);
    void cancelDrag();

signals:
    /// The user moved an edge; comes a moment after the last move.
    void widthsChanged(const QHash<app::LaneId, int> &widths);
    /// `position`: among all columns, the moved one included.
    void moveRequested(app::LaneId lane, int position);
    void maximisedChanged();
    void rowCountChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Between two columns.
    struct Gap
    {
        int before = 0; ///< this many columns stand before it
        QRect mark; ///< where it is shown
    };

    void arrange();
    void fillRows();
    void showRows();
    void tellWidths();
    [[nodiscard]] int fittingRows() const;
    [[nodiscard]] std::optional<Gap> gapAt(QPoint global) const;

    const Theme &m_theme;
    QSplitter *m_rows;
    std::array<QSplitter *, 2> m_row{};
    QWidget *m_mark; ///< of the place that a dragged column would take
    QList<LaneColumn *> m_columns;
    QHash<app::LaneId, int> m_widths;
    LaneColumn *m_maximised = nullptr;
    int m_rowCount = 1;
    QTimer m_tellWidths;
};

} // namespace ui
