// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QImage>
#include <QWidget>

namespace ui {

/// A picture, as large as there is room for it and never larger than it is, with a part of it
/// chosen: by dragging, or with the arrow keys (which move the part; with Shift they change its
/// size). Enter asks to crop to it, Escape takes the choice back.
class CropView : public QWidget
{
    Q_OBJECT
public:
    explicit CropView(const Theme &theme, QWidget *parent = nullptr);

    /// Nothing of it is chosen then.
    void setImage(const QImage &image);
    /// What is chosen, in shares of the picture; empty: nothing.
    [[nodiscard]] QRectF selection() const { return m_selection; }
    /// Where the picture is painted.
    [[nodiscard]] QRect picture() const;

    [[nodiscard]] QSize sizeHint() const override { return {520, 420}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

signals:
    void selectionChanged();
    void cropRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void select(const QRectF &selection);
    void moveSelection(QPointF by, bool resizes);
    [[nodiscard]] QPointF shareAt(QPoint position) const;
    [[nodiscard]] QRect selectedPixels() const;
    void paintTransparency(QPainter &painter, const QRect &place) const;

    const Theme &m_theme;
    QImage m_image;
    QRectF m_selection;
    QPointF m_start;
};

} // namespace ui
