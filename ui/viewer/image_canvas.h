// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/attachments/picture_decoding.h"
#include "ui/viewer/box_painting.h"

#include <QWidget>

namespace ui {

/// A picture that can be zoomed and moved, with boxes on it: fitted at first, the wheel and + / −
/// zoom around the pointer or the middle, dragging and Shift with the arrows move, 1 is its true
/// size, 0 fits again. Paints what is in sight, from a copy that is no larger than it must be.
class ImageCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit ImageCanvas(const Theme &theme, QWidget *parent = nullptr);

    void setPicture(const app::DecodedPicture &picture);
    /// Instead of a picture.
    void setSentence(const QString &sentence);
    void setBoxes(const QList<ShownBox> &boxes);
    [[nodiscard]] const QList<ShownBox> &boxes() const { return m_boxes; }
    /// A place among the boxes; −1: none.
    void setHovered(int box);
    [[nodiscard]] int hovered() const { return m_hovered; }

    [[nodiscard]] const app::DecodedPicture &picture() const { return m_picture; }
    /// Device-independent pixels per pixel of the picture.
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] ImageView view() const;
    void zoomIn();
    void zoomOut();
    void fit();
    void showTrueSize();

    QSize sizeHint() const override;

signals:
    void scaleChanged();
    void boxHovered(int box); ///< by the pointer; −1: none any more

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] double fittingScale() const;
    void setScale(double scale, QPointF around);
    void moveBy(QPointF distance);
    void keepInSight();
    void paintPicture(QPainter &painter, const QRectF &place, const QRectF &seen) const;
    void hover(int box);

    const Theme &m_theme;
    app::DecodedPicture m_picture;
    QString m_sentence;
    QList<ShownBox> m_boxes;
    int m_hovered = -1;
    double m_scale = 1;
    bool m_fitted = true;
    QPointF m_middle; ///< of the picture, in the widget
    QPointF m_grabbed;
    bool m_dragging = false;
};

} // namespace ui
