// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/thumbnails.h"

#include "app/attachments/picture_decoding.h"
#include "app/base/when_done.h"

#include <QtConcurrentRun>

namespace ui {

namespace {

// What they take at 300 % on a fine screen.
constexpr QSize kSmallBounds(480, 320);
constexpr QSize kLargeBounds(1080, 720);

QImage thumbnailOf(const QByteArray &bytes, QSize bounds)
{
    return app::decodedThumbnail(bytes, bounds).levels.value(0);
}

} // namespace

Thumbnails::Thumbnails(QObject *parent) : QObject(parent)
{
    m_images.setMaxCost(kMostKilobytes);
}

QByteArray Thumbnails::nameOf(const Wish &wish)
{
    return wish.key + (wish.size == Size::Small ? "/s" : "/l");
}

QImage Thumbnails::image(const QByteArray &key, Size size)
{
    const Wish wish{key, size};
    if (const QImage *known = m_images.object(nameOf(wish)))
        return *known;
    if (!m_loader || key.isEmpty() || m_failed.contains(key) || m_running.contains(wish))
        return {};
    m_wanted.removeOne(wish);
    m_wanted.append(wish);
    if (m_wanted.size() > kMostWanted) // asked for again when it is in sight again
        m_wanted.removeFirst();
    // Behind the frame that asks: all that it wants is known then.
    QMetaObject::invokeMethod(this, &Thumbnails::startNext, Qt::QueuedConnection);
    return {};
}

void Thumbnails::startNext()
{
    while (m_running.size() < kAtOnce && !m_wanted.isEmpty()) {
        const Wish wish = m_wanted.takeLast();
        m_running.append(wish);
        app::whenDone(m_loader(wish.key), this, [this, wish](const app::Result<QByteArray> &bytes) {
            if (bytes)
                decode(wish, *bytes);
            else
                end(wish, {});
        });
    }
}

void Thumbnails::decode(const Wish &wish, const QByteArray &bytes)
{
    const QSize bounds = wish.size == Size::Small ? kSmallBounds : kLargeBounds;
    ++m_decoded;
    app::whenDone(QtConcurrent::run(thumbnailOf, bytes, bounds), this,
                  [this, wish](const QImage &image) { end(wish, image); });
}

void Thumbnails::end(const Wish &wish, const QImage &image)
{
    m_running.removeOne(wish);
    if (image.isNull())
        m_failed.insert(wish.key);
    else
        m_images.insert(nameOf(wish), new QImage(image), qMax(1, int(image.sizeInBytes() / 1024)));
    startNext();
    emit ready(wish.key);
}

} // namespace ui
