// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/symbolic_icon.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kDisabledOpacity = 0.45;

QPixmap tinted(const QString &file, const QColor &colour, const QSize &pixels)
{
    const QString key = u"%1 %2 %3x%4"_s.arg(file, colour.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(file);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

SymbolicIconEngine::SymbolicIconEngine(QString file, const QColor &colour)
    : m_file(std::move(file)), m_colour(colour)
{
}

void SymbolicIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode,
                               QIcon::State state)
{
    const qreal scale = painter->device()->devicePixelRatioF();
    painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
}

QPixmap SymbolicIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap SymbolicIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State,
                                         qreal scale)
{
    QColor colour =
        m_colour.isValid() ? m_colour : QGuiApplication::palette().color(QPalette::PlaceholderText);
    if (mode == QIcon::Disabled)
        colour.setAlphaF(float(colour.alphaF() * kDisabledOpacity));
    QPixmap result = tinted(m_file, colour, size);
    result.setDevicePixelRatio(scale);
    return result;
}

QIconEngine *SymbolicIconEngine::clone() const
{
    return new SymbolicIconEngine(*this);
}

} // namespace ui
