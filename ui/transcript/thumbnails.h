// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QCache>
#include <QFuture>
#include <QImage>
#include <QObject>
#include <QSet>

#include <functional>

namespace ui {

/// Small pictures of attached images, decoded on a worker when they are first looked at. GUI
/// thread.
class Thumbnails : public QObject
{
    Q_OBJECT
public:
    /// Gives the bytes of an image by their SHA-256.
    using Loader = std::function<QFuture<app::Result<QByteArray>>(QByteArray sha256)>;

    explicit Thumbnails(QObject *parent = nullptr);

    void setLoader(Loader loader) { m_loader = std::move(loader); }
    /// Null while it is not there, or when it cannot be read; ready() follows the first case.
    [[nodiscard]] QImage image(const QByteArray &sha256);

signals:
    void ready(const QByteArray &sha256);

private:
    void decode(const QByteArray &sha256, const QByteArray &bytes);

    Loader m_loader;
    QCache<QByteArray, QImage> m_images;
    QSet<QByteArray> m_asked;
};

} // namespace ui
