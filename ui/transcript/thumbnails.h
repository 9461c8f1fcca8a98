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

/// Small pictures of images, decoded on a worker when they are looked at: two at a time, what was
/// looked at last goes first, and what was scrolled past before its turn is not decoded at all. A
/// bounded number of bytes is kept. GUI thread.
class Thumbnails : public QObject
{
    Q_OBJECT
public:
    /// Gives the bytes of an image by its key, which is the SHA-256 of an attached one.
    using Loaded = QFuture<app::Result<QByteArray>>;
    using Loader = std::function<Loaded(QByteArray key)>;
    enum class Size {
        Small, ///< of an attached image
        Large, ///< of one in a reply
    };
    static constexpr int kMostKilobytes = 24 * 1024;
    static constexpr qsizetype kMostWanted = 24; ///< that wait to be decoded
    static constexpr int kAtOnce = 2;

    explicit Thumbnails(QObject *parent = nullptr);

    void setLoader(Loader loader) { m_loader = std::move(loader); }
    /// Null while it is not there, or when it cannot be read; ready() follows in both cases.
    [[nodiscard]] QImage image(const QByteArray &key, Size size = Size::Small);
    /// It came to nothing: no such bytes, or nothing that may be shown.
    [[nodiscard]] bool hasFailed(const QByteArray &key) const { return m_failed.contains(key); }

    [[nodiscard]] bool isIdle() const { return m_wanted.isEmpty() && m_running.isEmpty(); }
    /// Counted for tests.
    [[nodiscard]] int decoded() const { return m_decoded; }
    [[nodiscard]] int kilobytes() const { return int(m_images.totalCost()); }

signals:
    void ready(const QByteArray &key);

private:
    struct Wish
    {
        QByteArray key;
        Size size = Size::Small;

        bool operator==(const Wish &) const = default;
    };

    [[nodiscard]] static QByteArray nameOf(const Wish &wish);
    void startNext();
    void decode(const Wish &wish, const QByteArray &bytes);
    void end(const Wish &wish, const QImage &image);

    Loader m_loader;
    QCache<QByteArray, QImage> m_images; ///< by nameOf()
    QList<Wish> m_wanted; ///< the newest last
    QList<Wish> m_running;
    QSet<QByteArray> m_failed;
    int m_decoded = 0;
};

} // namespace ui
