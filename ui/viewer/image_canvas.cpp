// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/image_canvas.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace ui {

namespace {
constexpr double kZoomFactor = 1.25;
constexpr double kLargestScale = 32;
constexpr double kNotchDegrees = 120;
constexpr double kArrowStep = 48;
constexpr int kFitMargin = metrics::kStep3;
constexpr double kSharpScale = 3; ///< from here on single pixels are to be seen
} // namespace

ImageCanvas::ImageCanvas(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(160, 120);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ImageCanvas::sizeHint() const
{
    return {640, 480};
}

void ImageCanvas::setPicture(const app::DecodedPicture &picture)
{
    m_picture = picture;
    m_sentence.clear();
    m_fitted = true;
    m_scale = fittingScale();
    m_middle = QRectF(rect()).center();
    emit scaleChanged();
    update();
}

void ImageCanvas::setSentence(const QString &sentence)
{
    setPicture({});
    m_sentence = sentence;
}

void ImageCanvas::setBoxes(const QList<ShownBox> &boxes)
{
    if (boxes == m_boxes)
        return;
    m_boxes = boxes;
    m_hovered = -1;
    update();
}

void ImageCanvas::setHovered(int box)
{
    if (std::exchange(m_hovered, box) != box)
        update();
}

void ImageCanvas::hover(int box)
{
    if (box == m_hovered)
        return;
    setHovered(box);
    emit boxHovered(box);
}

ImageView ImageCanvas::view() const
{
    const QSizeF extent = QSizeF(m_picture.size) * m_scale;
    return {m_middle - QPointF(extent.width(), extent.height()) / 2, m_scale};
}

double ImageCanvas::fittingScale() const
{
    if (m_picture.isNull())
        return 1;
    // A little of the ground around it: boxes lie on its edges too.
    const QSize room = (size() - QSize(2 * kFitMargin, 2 * kFitMargin)).expandedTo({1, 1});
    return std::min({1.0, double(room.width()) / m_picture.size.width(),
                     double(room.height()) / m_picture.size.height()});
}

void ImageCanvas::setScale(double scale, QPointF around)
{
    if (m_picture.isNull())
        return;
    const double smallest = fittingScale();
    scale = std::clamp(scale, smallest, kLargestScale);
    m_middle = around + (m_middle - around) * (scale / m_scale);
    m_scale = scale;
    m_fitted = qFuzzyCompare(scale, smallest);
    keepInSight();
    emit scaleChanged();
    update();
}

void ImageCanvas::zoomIn()
{
    setScale(m_scale * kZoomFactor, QRectF(rect()).center());
}

void ImageCanvas::zoomOut()
{
    setScale(m_scale / kZoomFactor, QRectF(rect()).center());
}

void ImageCanvas::fit()
{
    setScale(fittingScale(), QRectF(rect()).center());
}

void ImageCanvas::showTrueSize()
{
    setScale(1, QRectF(rect()).center());
}

void ImageCanvas::moveBy(QPointF distance)
{
    m_middle += distance;
    keepInSight();
    update();
}

void ImageCanvas::keepInSight()
{
    const auto bounded = [](double middle, double extent, double room) {
        if (extent <= room)
            return room / 2;
        return std::clamp(middle, room - extent / 2, extent / 2);
    };
    m_middle = {bounded(m_middle.x(), m_picture.size.width() * m_scale, width()),
                bounded(m_middle.y(), m_picture.size.height() * m_scale, height())};
}

void ImageCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.colours().transcript);
    if (m_picture.isNull()) {
        painter.setPen(m_theme.colours().secondary);
        painter.setFont(m_theme.font(TextRole::Body));
        painter.drawText(rect().adjusted(metrics::kStep5, 0, -metrics::kStep5, 0),
                         Qt::AlignCenter | Qt::TextWordWrap, m_sentence);
        return;
    }
    const QRectF place = view().toWidget(QRectF(QPointF(), QSizeF(m_picture.size)));
    paintPicture(painter, place, place & QRectF(event->rect()));
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF around = place.adjusted(-kFitMargin, -kFitMargin, kFitMargin, kFitMargin);
    paintBoxes(painter, m_boxes, view(), m_theme, around & QRectF(rect()), m_hovered);
}

/// From the smallest copy that has a pixel for each one on the screen.
void ImageCanvas::paintPicture(QPainter &painter, const QRectF &place, const QRectF &seen) const
{
    if (seen.isEmpty())
        return;
    const double wanted = place.width() * devicePixelRatioF();
    const QImage *level = &m_picture.levels.constFirst();
    for (const QImage &smaller : m_picture.levels) {
        if (smaller.width() >= wanted)
            level = &smaller;
    }
    const double x = level->width() / place.width();
    const double y = level->height() / place.height();
    const QPointF corner = seen.topLeft() - place.topLeft();
    const QRectF source(corner.x() * x, corner.y() * y, seen.width() * x, seen.height() * y);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_scale < kSharpScale);
    painter.drawImage(seen, *level, source);
}

void ImageCanvas::resizeEvent(QResizeEvent *)
{
    if (m_fitted || m_scale < fittingScale()) {
        m_scale = fittingScale();
        emit scaleChanged();
    }
    keepInSight();
}

void ImageCanvas::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / kNotchDegrees;
    setScale(m_scale * std::pow(kZoomFactor, notches), event->position());
    event->accept();
}

void ImageCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_dragging = true;
    m_grabbed = event->position() - m_middle;
}

void ImageCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging)
        return hover(boxAt(m_boxes, view(), event->position()));
    moveBy(event->position() - m_grabbed - m_middle);
}

void ImageCanvas::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
}

void ImageCanvas::leaveEvent(QEvent *event)
{
    hover(-1);
    QWidget::leaveEvent(event);
}

void ImageCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool moves = event->modifiers() & Qt::ShiftModifier;
    const auto move = [&](QPointF direction) {
        if (moves)
            moveBy(direction * kArrowStep);
        else
            QWidget::keyPressEvent(event); // the viewer goes to another image
    };
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return fit();
    case Qt::Key_1:
        return showTrueSize();
    case Qt::Key_Left:
        return move({1, 0});
    case Qt::Key_Right:
        return move({-1, 0});
    case Qt::Key_Up:
        return move({0, 1});
    case Qt::Key_Down:
        return move({0, -1});
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace ui
