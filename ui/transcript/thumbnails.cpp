// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/thumbnails.h"

#include "app/base/when_done.h"

#include <QBuffer>
#include <QImageReader>
#include <QtConcurrentRun>

namespace ui {

namespace {

constexpr int kMostKilobytes = 16 * 1024;
constexpr QSize kLargest(480, 320); // a thumbnail at 300 % on a fine screen

QImage decoded(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > kLargest.width() || size.height() > kLargest.height()))
        reader.setScaledSize(size.scaled(kLargest, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

} // namespace

Thumbnails::Thumbnails(QObject *parent) : QObject(parent)
{
    m_images.setMaxCost(kMostKilobytes);
}

QImage Thumbnails::image(const QByteArray &sha256)
{
    if (const QImage *known = m_images.object(sha256))
        return *known;
    if (!m_loader || m_asked.contains(sha256))
        return {};
    m_asked.insert(sha256);
    app::whenDone(m_loader(sha256), this, [this, sha256](const app::Result<QByteArray> &bytes) {
        if (bytes) // else it stays a placeholder; asking again would fail again
            decode(sha256, *bytes);
    });
    return {};
}

void Thumbnails::decode(const QByteArray &sha256, const QByteArray &bytes)
{
    app::whenDone(QtConcurrent::run(decoded, bytes), this, [this, sha256](const QImage &image) {
        if (image.isNull())
            return;
        m_images.insert(sha256, new QImage(image), qMax(1, int(image.sizeInBytes() / 1024)));
        m_asked.remove(sha256); // when it falls out of the cache it may be asked for again
        emit ready(sha256);
    });
}

} // namespace ui
