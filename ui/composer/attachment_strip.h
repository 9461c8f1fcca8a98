// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/attachments/attached_image.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// The images of a prompt as a row of thumbnails, each with a way to remove it: the cross, or
/// Delete on the one that has the keyboard. They are sent in this order; one is moved by dragging
/// it, or with Alt (or Ctrl) and an arrow key. A click or Enter asks to look at one. Empty, it
/// takes no room.
class AttachmentStrip : public QWidget
{
    Q_OBJECT
public:
    explicit AttachmentStrip(Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] const QList<AttachedImage> &images() const { return m_images; }
    void setImages(const QList<AttachedImage> &images);
    void append(const AttachedImage &image);
    void setThumbnail(const QByteArray &sha256, const QImage &thumbnail);
    void replace(int index, const AttachedImage &image);
    /// How many images are still being prepared; each shows as an empty tile.
    void setPending(int count);
    [[nodiscard]] int pending() const { return m_pending; }

    /// The one that has the keyboard.
    [[nodiscard]] int currentIndex() const { return m_current; }
    /// Its name and size.
    [[nodiscard]] QString description(int index) const;
    /// The first that has these bytes; −1: none.
    [[nodiscard]] int indexOf(const QByteArray &sha256) const;
    /// Where it is painted.
    [[nodiscard]] QRect tile(int index) const;
    void removeAt(int index);
    /// As a click on it does.
    void activate(int index);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void imagesChanged();
    void activated(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int columns(int width) const;
    [[nodiscard]] QRect cross(int index) const;
    [[nodiscard]] int tileAt(QPoint position) const;
    void move(int from, int to);
    void refresh();
    void paintTile(QPainter &painter, int index) const;
    void paintPicture(QPainter &painter, const QRectF &box, const QImage &image) const;
    void paintAddress(QPainter &painter, const QRect &box, const QString &url) const;
    void paintCross(QPainter &painter, int index) const;

    Theme &m_theme;
    QList<AttachedImage> m_images;
    int m_pending = 0;
    int m_current = 0;
    int m_hovered = -1;
    int m_dragged = -1; ///< the tile that the pressed button moves
    bool m_moved = false; ///< since the button was pressed: it is no click
};

} // namespace ui
