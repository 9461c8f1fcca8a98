// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIconEngine>

namespace ui {

/// Draws the shape of an SVG in one colour, at whatever size and scale is asked for. The file is
/// read at the first painting, so that making icons costs nothing at start. An invalid colour
/// stands for that of placeholder texts, whatever it is when the icon is painted.
class SymbolicIconEngine final : public QIconEngine
{
public:
    SymbolicIconEngine(QString file, const QColor &colour);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override;
    QIconEngine *clone() const override;
    bool isNull() override { return m_file.isEmpty(); }

private:
    QString m_file;
    QColor m_colour;
};

} // namespace ui
