// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/capture_overlay.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QWindow>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kStep = 10;
constexpr int kSmallestRegion = 4;
constexpr int kShade = 110; // of 255

/// Both corners are in it, wherever one began. QRect::normalized() leaves out their pixels.
QRect spanned(QPoint from, QPoint to)
{
    return {QPoint(std::min(from.x(), to.x()), std::min(from.y(), to.y())),
            QPoint(std::max(from.x(), to.x()), std::max(from.y(), to.y()))};
}

} // namespace

CaptureOverlay::CaptureOverlay(const Theme &theme, const QPixmap &picture, QWidget *parent)
    : QWidget(parent, Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint),
      m_theme(theme), m_picture(picture)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);
    setWindowTitle(tr("Part of the screen"));
    setAccessibleName(windowTitle());
    setAccessibleDescription(tr("Drag, or use the arrow keys, with Shift for the size. Enter takes "
                                "it, Escape takes nothing."));
}

void CaptureOverlay::showOn(QScreen *screen)
{
    setGeometry(screen->geometry());
    winId();
    windowHandle()->setScreen(screen);
    showFullScreen();
}

void CaptureOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(rect(), m_picture);
    const QColor shade(0, 0, 0, kShade);
    if (m_region.isEmpty()) {
        painter.fillRect(rect(), shade);
        paintHint(painter);
        return;
    }
    QRegion outside(rect());
    outside -= m_region;
    for (const QRect &part : outside)
        painter.fillRect(part, shade);
    painter.setPen(QPen(m_theme.colours().accent, 2));
    painter.drawRect(m_region.adjusted(-1, -1, 0, 0));
    const double ratio = double(m_picture.width()) / std::max(1, width());
    const QString size =
        u"%1 × %2"_s.arg(qRound(m_region.width() * ratio)).arg(qRound(m_region.height() * ratio));
    painter.setFont(m_theme.font(TextRole::Small));
    QRect label = painter.fontMetrics().boundingRect(size).adjusted(-8, -4, 8, 4);
    label.moveTopLeft(m_region.bottomLeft() + QPoint(0, metrics::kStep2));
    if (!rect().contains(label))
        label.moveBottomLeft(m_region.bottomLeft() + QPoint(metrics::kStep2, -metrics::kStep2));
    painter.fillRect(label, m_theme.colours().panel);
    painter.setPen(m_theme.colours().text);
    painter.drawText(label, Qt::AlignCenter, size);
}

void CaptureOverlay::paintHint(QPainter &painter) const
{
    const QString hint = tr("Drag over what the model is to see. Enter takes the whole screen, "
                            "Escape takes nothing.");
    painter.setFont(m_theme.font(TextRole::Title));
    QRect box =
        painter.fontMetrics()
            .boundingRect(rect().adjusted(60, 0, -60, 0), Qt::AlignCenter | Qt::TextWordWrap, hint)
            .adjusted(-metrics::kStep4, -metrics::kStep3, metrics::kStep4, metrics::kStep3);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colours().panel);
    painter.drawRoundedRect(box, metrics::kLargeRadius, metrics::kLargeRadius);
    painter.setPen(m_theme.colours().text);
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, hint);
}

void CaptureOverlay::setRegion(const QRect &region)
{
    m_region = region.intersected(rect());
    update();
}

void CaptureOverlay::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_start = event->pos();
    setRegion({});
}

void CaptureOverlay::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        setRegion(spanned(m_start, event->pos()));
}

void CaptureOverlay::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    // A click that slipped is no region.
    if (m_region.width() < kSmallestRegion || m_region.height() < kSmallestRegion)
        setRegion({});
    else
        take();
}

void CaptureOverlay::moveRegion(QPoint by, bool resizes)
{
    if (m_region.isEmpty()) {
        QRect middle(0, 0, width() / 2, height() / 2);
        middle.moveCenter(rect().center());
        setRegion(middle);
    } else if (resizes) {
        const QSize size = (m_region.size() + QSize(by.x(), by.y())).expandedTo({kStep, kStep});
        setRegion(QRect(m_region.topLeft(), size));
    } else if (rect().contains(m_region.translated(by))) {
        setRegion(m_region.translated(by));
    }
}

void CaptureOverlay::keyPressEvent(QKeyEvent *event)
{
    const bool resizes = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveRegion({-kStep, 0}, resizes);
    case Qt::Key_Right:
        return moveRegion({kStep, 0}, resizes);
    case Qt::Key_Up:
        return moveRegion({0, -kStep}, resizes);
    case Qt::Key_Down:
        return moveRegion({0, kStep}, resizes);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return take();
    case Qt::Key_Escape:
        close();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CaptureOverlay::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    if (!std::exchange(m_isOver, true))
        emit dismissed();
}

void CaptureOverlay::take()
{
    if (std::exchange(m_isOver, true))
        return;
    const QImage whole = m_picture.toImage();
    if (m_region.isEmpty()) {
        emit taken(whole);
        return;
    }
    const double across = double(whole.width()) / width();
    const double down = double(whole.height()) / height();
    const QRect pixels(QPoint(qRound(m_region.left() * across), qRound(m_region.top() * down)),
                       QPoint(qRound((m_region.right() + 1) * across) - 1,
                              qRound((m_region.bottom() + 1) * down) - 1));
    emit taken(whole.copy(pixels));
}

} // namespace ui
