// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/diff_rows.h"
#include "ui/theme/theme.h"
#include "ui/transcript/height_tree.h"

#include <QAbstractScrollArea>
#include <QTextLayout>

#include <memory>
#include <unordered_map>

namespace ui {

/// Shows the rows of a comparison, side by side or in one column. What differs has a sign beside it
/// and is struck through or underlined, besides its ground. Rows are laid out when they come into
/// sight, so that a megabyte costs no more than a page.
class DiffView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class Columns { One, Two };

    explicit DiffView(const Theme &theme, QWidget *parent = nullptr);
    ~DiffView() override;

    /// Goes to the top; no difference is the current one.
    void setRows(QList<app::DiffRow> rows, Columns columns);
    /// Code and JSON stand in columns of equal letters.
    void setFixedPitch(bool fixed);

    /// Runs of rows that differ.
    [[nodiscard]] int differenceCount() const { return int(m_differences.size()); }
    /// From 0; −1: none yet.
    [[nodiscard]] int currentDifference() const { return m_current; }
    void goToDifference(int number);
    /// Around the end, from the current one or from what is in sight.
    void stepDifference(int by);

    /// How many rows have been laid out since setRows(), for tests.
    [[nodiscard]] int laidOutRows() const { return m_laidOut; }

signals:
    void currentChanged();
    void copyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct LaidOutRow
    {
        std::unique_ptr<QTextLayout> left;
        std::unique_ptr<QTextLayout> right;
    };
    /// A column of text with its gutter, in pixels from the leading edge.
    struct Column
    {
        int gutter = 0;
        int text = 0;
        int width = 0;
    };

    void restyle();
    void measure();
    void layOutVisible();
    [[nodiscard]] const LaidOutRow &laidOut(int row);
    [[nodiscard]] std::unique_ptr<QTextLayout> layOut(const app::DiffCell &cell, int width) const;
    [[nodiscard]] int estimatedHeight(const app::DiffRow &row) const;
    [[nodiscard]] Column column(bool second) const;
    [[nodiscard]] int top() const;
    void updateRange();
    void paintRow(QPainter &painter, int row, int y);
    void paintCell(QPainter &painter, const app::DiffCell &cell, const QTextLayout *layout,
                   const Column &column, QRect row, const QString &sign);
    void describeCurrent();
    [[nodiscard]] QRect mirrored(const QRect &rect) const;

    const Theme &m_theme;
    QList<app::DiffRow> m_rows;
    Columns m_columns = Columns::Two;
    bool m_fixedPitch = false;
    QFont m_font;
    int m_lineHeight = 0;
    int m_digits = 1;
    HeightTree m_heights;
    std::unordered_map<int, LaidOutRow> m_cache; ///< by row
    QList<int> m_differences; ///< the first row of each
    int m_current = -1;
    int m_laidOut = 0;
};

} // namespace ui
