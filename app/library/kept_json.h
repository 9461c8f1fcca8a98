// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

class QThreadPool;

namespace app {

/// A small JSON object in a file of the profile: what the program remembers about prompts and
/// presets beside their own files. Read on a worker; a broken file is set aside. Written whole and
/// atomically on a worker a moment after the last change, and at the end. GUI thread.
class KeptJson : public QObject
{
    Q_OBJECT
public:
    /// The pool runs one job at a time and outlives it.
    KeptJson(QString path, QThreadPool &pool, QObject *parent = nullptr);
    /// Starts the last write; whoever owns the pool waits for it.
    ~KeptJson() override;

    /// loaded() follows. What was set before then stays.
    void load();
    [[nodiscard]] QJsonValue value(QLatin1StringView name) const { return m_root.value(name); }
    /// Undefined takes it out.
    void set(QLatin1StringView name, const QJsonValue &value);
    /// Starts a write of what has changed.
    void flush();

signals:
    void loaded();
    void setAside(const QString &newPath); ///< before loaded()
    void writeFailed(const app::Error &error);

private:
    struct Loaded
    {
        QJsonObject root;
        QString movedTo; ///< it was broken
    };
    [[nodiscard]] static Loaded read(const QString &path);
    void take(const Loaded &loaded);

    const QString m_path;
    QThreadPool &m_pool;
    QJsonObject m_root;
    QStringList m_early; ///< set before it was loaded
    QTimer m_timer;
    bool m_isLoaded = false;
    bool m_isDirty = false;
};

/// Writes the file whole or leaves it as it was; makes its folder. For a worker.
[[nodiscard]] Result<void> writeLibraryFile(const QString &path, const QByteArray &bytes);
/// Moves a broken file to "NAME.broken", or ".broken-2", …; gives the new path, empty where it
/// could not be moved.
[[nodiscard]] QString moveBrokenFile(const QString &path);

} // namespace app
