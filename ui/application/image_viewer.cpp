// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/image_viewer.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QWheelEvent>

#include <cmath>

namespace ui {

namespace {
constexpr double kStep = 1.25;
constexpr double kLargest = 32;
constexpr double kShareOfScreen = 0.8;
constexpr double kNotchDegrees = 120;
} // namespace

ImageViewer::ImageViewer(const Theme &theme, const QImage &image, QWidget *parent)
    : QWidget(parent, Qt::Window), m_theme(theme), m_pixmap(QPixmap::fromImage(image))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_OpaquePaintEvent);
    //: Title of the window that shows a picture: width, height in pixels.
    setWindowTitle(tr("Image, %1 × %2").arg(image.width()).arg(image.height()));
    setAccessibleName(windowTitle());
    const QSize room = parent->screen()->availableSize() * kShareOfScreen;
    resize(m_pixmap.size().expandedTo({320, 240}).boundedTo(room));
    m_scale = fittingScale();
    m_middle = QRectF(rect()).center();
}

double ImageViewer::fittingScale() const
{
    return std::min(
        {1.0, double(width()) / m_pixmap.width(), double(height()) / m_pixmap.height()});
}

void ImageViewer::setScale(double scale, QPointF around)
{
    const double smallest = std::min(fittingScale(), 1.0);
    scale = std::clamp(scale, smallest, kLargest);
    m_middle = around + (m_middle - around) * (scale / m_scale);
    m_scale = scale;
    m_fitted = qFuzzyCompare(scale, smallest);
    keepInSight();
    update();
}

void ImageViewer::keepInSight()
{
    const auto bounded = [](double middle, double extent, double room) {
        if (extent <= room)
            return room / 2;
        return std::clamp(middle, room - extent / 2, extent / 2);
    };
    m_middle = {bounded(m_middle.x(), m_pixmap.width() * m_scale, width()),
                bounded(m_middle.y(), m_pixmap.height() * m_scale, height())};
}

void ImageViewer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colours().transcript);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_scale < 2);
    QRectF place(QPointF(), QSizeF(m_pixmap.size()) * m_scale);
    place.moveCenter(m_middle);
    painter.drawPixmap(place, m_pixmap, m_pixmap.rect());
}

void ImageViewer::resizeEvent(QResizeEvent *)
{
    if (m_fitted)
        m_scale = fittingScale();
    keepInSight();
}

void ImageViewer::wheelEvent(QWheelEvent *event)
{
    setScale(m_scale * std::pow(kStep, event->angleDelta().y() / kNotchDegrees), event->position());
}

void ImageViewer::mousePressEvent(QMouseEvent *event)
{
    m_grabbed = event->position() - m_middle;
}

void ImageViewer::mouseMoveEvent(QMouseEvent *event)
{
    m_middle = event->position() - m_grabbed;
    keepInSight();
    update();
}

void ImageViewer::keyPressEvent(QKeyEvent *event)
{
    const QPointF middle = QRectF(rect()).center();
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return setScale(m_scale * kStep, middle);
    case Qt::Key_Minus:
        return setScale(m_scale / kStep, middle);
    case Qt::Key_0:
        return setScale(fittingScale(), middle);
    case Qt::Key_1:
        return setScale(1, middle);
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace ui
