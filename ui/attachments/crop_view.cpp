// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/crop_view.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr double kKeyStep = 0.02;
constexpr double kSmallestShare = 0.01;
constexpr QRectF kWhole(0, 0, 1, 1);
constexpr int kSquare = 8; ///< of the pattern behind what is transparent

} // namespace

CropView::CropView(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("What the model will see"));
    setAccessibleDescription(tr("Drag to choose a part, or use the arrow keys, with Shift for its "
                                "size. Enter crops to it."));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CropView::setImage(const QImage &image)
{
    m_image = image;
    select({});
    update();
}

QRect CropView::picture() const
{
    if (m_image.isNull())
        return {};
    QSize size = m_image.size() / devicePixelRatioF();
    if (size.width() > width() || size.height() > height())
        size = size.scaled(this->size(), Qt::KeepAspectRatio);
    QRect place(QPoint(), size.expandedTo({1, 1}));
    place.moveCenter(rect().center());
    return place;
}

QPointF CropView::shareAt(QPoint position) const
{
    const QRect place = picture();
    return {std::clamp(double(position.x() - place.left()) / place.width(), 0.0, 1.0),
            std::clamp(double(position.y() - place.top()) / place.height(), 0.0, 1.0)};
}

QRect CropView::selectedPixels() const
{
    const QRect place = picture();
    return QRectF(place.left() + m_selection.left() * place.width(),
                  place.top() + m_selection.top() * place.height(),
                  m_selection.width() * place.width(), m_selection.height() * place.height())
        .toRect();
}

void CropView::paintTransparency(QPainter &painter, const QRect &place) const
{
    if (!m_image.hasAlphaChannel())
        return;
    painter.fillRect(place, m_theme.colours().transcript);
    for (int y = 0; y < place.height(); y += kSquare) {
        for (int x = (y / kSquare) % 2 * kSquare; x < place.width(); x += 2 * kSquare) {
            const QRect square(place.left() + x, place.top() + y, kSquare, kSquare);
            painter.fillRect(square.intersected(place), m_theme.colours().hairline);
        }
    }
}

void CropView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect place = picture();
    if (place.isEmpty())
        return;
    paintTransparency(painter, place);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_image);
    if (hasFocus() && m_selection.isEmpty()) {
        painter.setPen(QPen(m_theme.colours().accent, 1));
        painter.drawRect(place.adjusted(0, 0, -1, -1));
    }
    if (m_selection.isEmpty())
        return;
    const QRect chosen = selectedPixels();
    QColor shade = m_theme.colours().window;
    shade.setAlphaF(0.7F);
    QRegion outside(place);
    outside -= chosen;
    for (const QRect &part : outside)
        painter.fillRect(part, shade);
    painter.setPen(QPen(m_theme.colours().accent, 2));
    painter.drawRect(chosen);
}

void CropView::select(const QRectF &selection)
{
    m_selection = selection.intersected(kWhole);
    update();
    emit selectionChanged();
}

void CropView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_image.isNull())
        return;
    m_start = shareAt(event->pos());
    select({});
}

void CropView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton && !m_image.isNull())
        select(QRectF(m_start, shareAt(event->pos())).normalized());
}

void CropView::mouseReleaseEvent(QMouseEvent *)
{
    // A click that slipped is no part.
    if (m_selection.width() < kSmallestShare || m_selection.height() < kSmallestShare)
        select({});
}

void CropView::moveSelection(QPointF by, bool resizes)
{
    if (m_image.isNull())
        return;
    if (m_selection.isEmpty())
        return select({0.1, 0.1, 0.8, 0.8});
    QRectF changed = m_selection;
    if (resizes) {
        changed.setSize({std::max(kSmallestShare, changed.width() + by.x()),
                         std::max(kSmallestShare, changed.height() + by.y())});
    } else {
        changed.moveTo(std::clamp(changed.left() + by.x(), 0.0, 1 - changed.width()),
                       std::clamp(changed.top() + by.y(), 0.0, 1 - changed.height()));
    }
    select(changed);
}

void CropView::keyPressEvent(QKeyEvent *event)
{
    const bool resizes = event->modifiers() & Qt::ShiftModifier;
    const bool isChosen = !m_selection.isEmpty();
    switch (event->key()) {
    case Qt::Key_Left:
        return moveSelection({-kKeyStep, 0}, resizes);
    case Qt::Key_Right:
        return moveSelection({kKeyStep, 0}, resizes);
    case Qt::Key_Up:
        return moveSelection({0, -kKeyStep}, resizes);
    case Qt::Key_Down:
        return moveSelection({0, kKeyStep}, resizes);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isChosen) {
            emit cropRequested();
            return;
        }
        break;
    case Qt::Key_Escape:
        if (isChosen)
            return select({});
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ui
