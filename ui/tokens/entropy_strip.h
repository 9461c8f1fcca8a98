// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// How open the choice of each token was, over a whole answer from its beginning to its end; what
/// is in sight and the chosen token are marked. A click goes there, and so do the arrows.
class EntropyStrip : public QWidget
{
    Q_OBJECT
public:
    explicit EntropyStrip(const Theme &theme, QWidget *parent = nullptr);

    /// In bits, one for each token.
    void setEntropies(QList<float> bits);
    void setCurrent(qsizetype token);
    void setSeen(qsizetype first, qsizetype last);
    [[nodiscard]] qsizetype tokenAt(int x) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void tokenChosen(qsizetype token);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] double xOf(qsizetype token) const;
    void gather();
    void paintBars(QPainter &painter) const;

    const Theme &m_theme;
    QList<float> m_bits;
    QList<float> m_columns; ///< the highest of the tokens in each column of pixels
    float m_highest = 1;
    qsizetype m_current = -1;
    qsizetype m_firstSeen = -1;
    qsizetype m_lastSeen = -1;
};

} // namespace ui
