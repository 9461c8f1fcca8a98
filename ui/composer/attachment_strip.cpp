// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/attachment_strip.h"

#include "ui/composer/attachment_strip_accessible.h"
#include "ui/widgets/literal_text.h"
#include "ui/wording/number_wording.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QToolTip>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kTileWidth = 72;
constexpr int kTileHeight = 52;
constexpr int kGap = metrics::kStep2;
constexpr int kCross = 18;
} // namespace

AttachmentStrip::AttachmentStrip(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    AttachmentStripAccessible::install();
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Attached images"));
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void AttachmentStrip::setImages(const QList<AttachedImage> &images)
{
    m_images = images;
    refresh();
    emit imagesChanged();
}

void AttachmentStrip::append(const AttachedImage &image)
{
    m_images.append(image);
    refresh();
    emit imagesChanged();
}

void AttachmentStrip::setThumbnail(const QByteArray &sha256, const QImage &thumbnail)
{
    for (AttachedImage &image : m_images) {
        if (image.part.sha256 == sha256)
            image.thumbnail = thumbnail;
    }
    update();
}

void AttachmentStrip::replace(int index, const AttachedImage &image)
{
    if (index < 0 || index >= m_images.size())
        return;
    m_images[index] = image;
    refresh();
    emit imagesChanged();
}

void AttachmentStrip::setPending(int count)
{
    m_pending = count;
    refresh();
}

void AttachmentStrip::removeAt(int index)
{
    if (index < 0 || index >= m_images.size())
        return;
    m_images.removeAt(index);
    m_current = std::clamp(m_current, 0, std::max(0, int(m_images.size()) - 1));
    m_hovered = -1;
    refresh();
    emit imagesChanged();
}

void AttachmentStrip::activate(int index)
{
    if (index < 0 || index >= m_images.size())
        return;
    m_current = index;
    update();
    emit activated(index);
}

void AttachmentStrip::move(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= m_images.size() || to >= m_images.size())
        return;
    m_images.move(from, to);
    m_current = to;
    refresh();
    emit imagesChanged();
}

void AttachmentStrip::refresh()
{
    setVisible(!m_images.isEmpty() || m_pending > 0);
    QStringList names;
    for (int i = 0; i < m_images.size(); ++i)
        names.append(description(i));
    setAccessibleDescription(names.join(u", "_s));
    updateGeometry();
    update();
}

int AttachmentStrip::indexOf(const QByteArray &sha256) const
{
    for (int i = 0; i < m_images.size(); ++i) {
        if (m_images.at(i).part.sha256 == sha256)
            return i;
    }
    return -1;
}

QString AttachmentStrip::description(int index) const
{
    const app::ImagePart &part = m_images.at(index).part;
    if (!part.hasBytes())
        return tr("Image at %1; the server fetches it").arg(part.url);
    const QString size = tr("%1 × %2 pixels, %3")
                             .arg(part.width)
                             .arg(part.height)
                             .arg(locale().formattedDataSize(part.bytes));
    return part.fileName.isEmpty() ? size : tr("%1, %2").arg(part.fileName, size);
}

int AttachmentStrip::columns(int width) const
{
    return std::max(1, (width + kGap) / (kTileWidth + kGap));
}

QRect AttachmentStrip::tile(int index) const
{
    const int perRow = columns(width());
    const QRect leftToRight((index % perRow) * (kTileWidth + kGap),
                            (index / perRow) * (kTileHeight + kGap), kTileWidth, kTileHeight);
    return QStyle::visualRect(layoutDirection(), rect(), leftToRight);
}

QRect AttachmentStrip::cross(int index) const
{
    const QRect box = tile(index);
    return {box.right() - kCross - 2, box.top() + 3, kCross, kCross};
}

int AttachmentStrip::tileAt(QPoint position) const
{
    for (int i = 0; i < m_images.size(); ++i) {
        if (tile(i).contains(position))
            return i;
    }
    return -1;
}

QSize AttachmentStrip::sizeHint() const
{
    return {kTileWidth, heightForWidth(width())};
}

int AttachmentStrip::heightForWidth(int width) const
{
    const int count = int(m_images.size()) + m_pending;
    const int rows = (count + columns(width) - 1) / columns(width);
    return rows == 0 ? 0 : rows * (kTileHeight + kGap);
}

void AttachmentStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (int i = 0; i < m_images.size() + m_pending; ++i)
        paintTile(painter, i);
}

void AttachmentStrip::paintTile(QPainter &painter, int index) const
{
    const Colours &colours = m_theme.colours();
    const QRectF box = QRectF(tile(index)).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(box, metrics::kSmallRadius, metrics::kSmallRadius);
    painter.fillPath(outline, colours.promptGround);
    const bool isImage = index < m_images.size();
    if (isImage && !m_images.at(index).part.hasBytes()) {
        paintAddress(painter, tile(index), m_images.at(index).part.url);
    } else if (isImage) {
        painter.save();
        painter.setClipPath(outline);
        paintPicture(painter, box, m_images.at(index).thumbnail);
        painter.restore();
    } else {
        painter.setPen(colours.faint);
        painter.setFont(m_theme.font(TextRole::Small));
        painter.drawText(box, Qt::AlignCenter, u"…"_s);
    }
    const bool current = isImage && hasFocus() && index == m_current;
    painter.setPen(QPen(current ? colours.accent : colours.hairline, current ? 2 : 1));
    painter.drawPath(outline);
    if (isImage)
        paintCross(painter, index);
}

void AttachmentStrip::paintPicture(QPainter &painter, const QRectF &box, const QImage &image) const
{
    if (image.isNull())
        return;
    const QSizeF filled = QSizeF(image.size()).scaled(box.size(), Qt::KeepAspectRatioByExpanding);
    QRectF target({}, filled);
    target.moveCenter(box.center());
    painter.drawImage(target, image);
}

/// It is not loaded here: what is known of it is where it is.
void AttachmentStrip::paintAddress(QPainter &painter, const QRect &box, const QString &url) const
{
    const Colours &colours = m_theme.colours();
    const QRect inside = box.adjusted(metrics::kStep1, metrics::kStep2, -metrics::kStep1, -2);
    m_theme.icon(u"external", colours.secondary)
        .paint(&painter, {inside.left() + 2, inside.top(), 16, 16});
    painter.setPen(colours.secondary);
    painter.setFont(m_theme.font(TextRole::Caption));
    const QString host =
        painter.fontMetrics().elidedText(QUrl(url).host(), Qt::ElideMiddle, inside.width());
    painter.drawText(inside, Qt::AlignHCenter | Qt::AlignBottom, host);
}

void AttachmentStrip::paintCross(QPainter &painter, int index) const
{
    const Colours &colours = m_theme.colours();
    painter.setPen(Qt::NoPen);
    painter.setBrush(index == m_hovered ? colours.text : colours.panel);
    painter.drawEllipse(cross(index));
    const QColor stroke = index == m_hovered ? colours.panel : colours.text;
    m_theme.icon(u"close", stroke).paint(&painter, cross(index).adjusted(4, 4, -4, -4));
    painter.setBrush(Qt::NoBrush);
}

void AttachmentStrip::mousePressEvent(QMouseEvent *event)
{
    const int index = tileAt(event->pos());
    if (index >= 0 && cross(index).adjusted(-3, -3, 3, 3).contains(event->pos()))
        removeAt(index);
    else if (event->button() == Qt::LeftButton)
        m_dragged = index;
    m_moved = false;
}

void AttachmentStrip::mouseMoveEvent(QMouseEvent *event)
{
    const int index = tileAt(event->pos());
    if (m_dragged >= 0 && event->buttons() & Qt::LeftButton) {
        if (index >= 0 && index != m_dragged) {
            m_moved = true;
            move(std::exchange(m_dragged, index), index);
        }
        return;
    }
    const int hovered = index >= 0 && cross(index).contains(event->pos()) ? index : -1;
    if (std::exchange(m_hovered, hovered) != hovered)
        update();
}

void AttachmentStrip::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_dragged, -1);
    if (pressed >= 0 && !m_moved && tileAt(event->pos()) == pressed)
        activate(pressed);
}

void AttachmentStrip::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void AttachmentStrip::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_images.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool forward = (event->key() == Qt::Key_Right) != isRightToLeft();
        const int next = std::clamp(m_current + (forward ? 1 : -1), 0, std::max(0, last));
        if (event->modifiers() & (Qt::AltModifier | Qt::ControlModifier))
            move(m_current, next);
        m_current = next;
        AttachmentStripAccessible::tellFocus(this);
        update();
        break;
    }
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        removeAt(m_current);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activate(m_current);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool AttachmentStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = tileAt(help->pos());
        if (index >= 0)
            QToolTip::showText(help->globalPos(), literally(description(index)), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace ui
