// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace ui {

class Theme;

/// A window with one picture: fitted at first, the wheel and + / − zoom around the pointer,
/// dragging moves, 1 is its true size, 0 fits again, Escape closes.
class ImageViewer : public QWidget
{
    Q_OBJECT
public:
    ImageViewer(const Theme &theme, const QImage &image, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] double fittingScale() const;
    void setScale(double scale, QPointF around);
    void keepInSight();

    const Theme &m_theme;
    QPixmap m_pixmap;
    double m_scale = 1; ///< device-independent pixels per pixel of the picture
    bool m_fitted = true;
    QPointF m_middle; ///< of the picture, in the widget
    QPointF m_grabbed;
};

} // namespace ui
