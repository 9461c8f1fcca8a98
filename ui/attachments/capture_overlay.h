// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPixmap>
#include <QWidget>

class QScreen;

namespace ui {

/// The picture of a screen above that screen, on which a region is drawn: with the mouse, or with
/// the arrow keys (which move it; with Shift they make it larger or smaller) and Enter. Enter with
/// nothing drawn takes the whole screen; Escape, or closing it, nothing. taken() or dismissed()
/// comes once.
class CaptureOverlay : public QWidget
{
    Q_OBJECT
public:
    CaptureOverlay(const Theme &theme, const QPixmap &picture, QWidget *parent = nullptr);

    void showOn(QScreen *screen);
    /// Device-independent pixels of the overlay; empty: nothing is drawn yet.
    [[nodiscard]] QRect region() const { return m_region; }

signals:
    void taken(const QImage &image); ///< in the pixels of the screen
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void setRegion(const QRect &region);
    void moveRegion(QPoint by, bool resizes);
    void take();
    void paintHint(QPainter &painter) const;

    const Theme &m_theme;
    const QPixmap m_picture;
    QRect m_region;
    QPoint m_start; ///< where the mouse was pressed
    bool m_isOver = false;
};

} // namespace ui
