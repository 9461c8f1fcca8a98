// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tokens/token_layout.h"

#include <QAbstractScrollArea>

namespace ui {

/// An answer token by token, each on a ground that says how sure the model was. One token has the
/// focus: arrows walk, a click chooses. The one under the pointer tells its figures and what else
/// could have stood there. Painted; laid out around the viewport only.
class TokenView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TokenView(const Theme &theme, QWidget *parent = nullptr);
    ~TokenView() override;

    /// The first cell gets the focus.
    void setTokens(app::TokenLogprobs tokens, QList<app::TokenCell> cells);
    [[nodiscard]] const app::TokenLogprobs &tokens() const { return m_tokens; }
    [[nodiscard]] const QList<app::TokenCell> &cells() const { return m_cells; }
    /// −1 while there are none.
    [[nodiscard]] int currentCell() const { return m_current; }
    /// Scrolls to it where it is not in sight.
    void setCurrentCell(int cell);
    [[nodiscard]] int hoveredCell() const { return m_hovered; }

    /// The cells that are in sight, the first and the last; −1: none.
    [[nodiscard]] std::pair<int, int> seenCells() const;
    /// Where a cell stands on the viewport; empty where it is not laid out.
    [[nodiscard]] QRect rectOf(int cell) const;
    [[nodiscard]] const TokenLayout &layout() const { return m_layout; }

signals:
    void currentChanged(int cell);
    void seenChanged(); ///< what seenCells() gives

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void restyle();
    void settle();
    void updateScrollBar();
    void takeCurrent(int cell);
    void showCell(int cell);
    void hover(int cell, QPoint globalPosition);
    void stepLine(int by);
    [[nodiscard]] int top() const;
    [[nodiscard]] QPoint toLayout(QPoint onViewport) const;
    [[nodiscard]] int columnLeft() const;
    void paintOutlines(QPainter &painter, int cell, const QColor &colour, double width) const;

    const Theme &m_theme;
    app::TokenLogprobs m_tokens;
    QList<app::TokenCell> m_cells;
    TokenLayout m_layout;
    int m_current = -1;
    int m_hovered = -1;
    bool m_isSettling = false;
};

} // namespace ui
