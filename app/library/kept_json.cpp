// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/kept_json.h"

#include "app/base/when_done.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr qint64 kMostKeptBytes = 8 * 1024 * 1024;
constexpr std::chrono::milliseconds kKeepAfter{500};
} // namespace

KeptJson::KeptJson(QString path, QThreadPool &pool, QObject *parent)
    : QObject(parent), m_path(std::move(path)), m_pool(pool)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kKeepAfter);
    connect(&m_timer, &QTimer::timeout, this, &KeptJson::flush);
}

KeptJson::~KeptJson()
{
    if (std::exchange(m_isDirty, false)) {
        auto write = [path = m_path, bytes = QJsonDocument(m_root).toJson()] {
            return writeLibraryFile(path, bytes);
        };
        (void)QtConcurrent::run(&m_pool, std::move(write));
    }
}

void KeptJson::load()
{
    whenDone(QtConcurrent::run(&m_pool, [path = m_path] { return read(path); }), this,
             [this](const Loaded &found) { take(found); });
}

KeptJson::Loaded KeptJson::read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    QJsonDocument document;
    if (file.open(QIODevice::ReadOnly) && file.size() <= kMostKeptBytes)
        document = QJsonDocument::fromJson(file.readAll());
    file.close();
    if (document.isObject())
        return {document.object(), {}};
    return {{}, moveBrokenFile(path)};
}

void KeptJson::take(const Loaded &found)
{
    QJsonObject root = found.root;
    for (const QString &name : std::as_const(m_early)) {
        if (m_root.contains(name))
            root.insert(name, m_root.value(name));
        else
            root.remove(name);
    }
    m_root = root;
    m_early.clear();
    m_isLoaded = true;
    if (m_isDirty)
        m_timer.start();
    if (!found.movedTo.isEmpty())
        emit setAside(found.movedTo);
    emit loaded();
}

void KeptJson::set(QLatin1StringView name, const QJsonValue &value)
{
    if (m_root.value(name) == value && m_isLoaded)
        return;
    if (value.isUndefined())
        m_root.remove(name);
    else
        m_root.insert(name, value);
    m_isDirty = true;
    if (m_isLoaded)
        m_timer.start();
    else
        m_early.append(QString(name));
}

void KeptJson::flush()
{
    m_timer.stop();
    if (!m_isLoaded || !std::exchange(m_isDirty, false))
        return;
    const QByteArray bytes = QJsonDocument(m_root).toJson();
    whenDone(QtConcurrent::run(&m_pool,
                               [path = m_path, bytes] { return writeLibraryFile(path, bytes); }),
             this, [this](const Result<void> &written) {
                 if (!written)
                     emit writeFailed(written.error());
             });
}

Result<void> writeLibraryFile(const QString &path, const QByteArray &bytes)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::Storage, u"cannot make %1"_s.arg(folder));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorKind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

QString moveBrokenFile(const QString &path)
{
    constexpr int kMostAside = 100;
    for (int i = 1; i <= kMostAside; ++i) {
        const QString aside = path + (i == 1 ? u".broken"_s : u".broken-%1"_s.arg(i));
        if (!QFileInfo::exists(aside))
            return QFile::rename(path, aside) ? aside : QString();
    }
    return {};
}

} // namespace app
