// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/base/log.h"
#include "app/settings/settings_json.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kPreferences = "preferences"_L1;
constexpr auto kProviders = "providers"_L1;
constexpr auto kFormat = "format"_L1;
constexpr int kFormatVersion = 1;
constexpr std::chrono::milliseconds kWriteDelay{300};
// Far beyond any real file; keeps a wrong file from filling the memory.
constexpr qint64 kMostBytes = 16 * 1024 * 1024;

bool isBuiltIn(const QString &providerId)
{
    return providerId == demoProvider().id;
}

} // namespace

Timeouts effectiveTimeouts(const Preferences &preferences, const Provider &provider)
{
    return provider.timeouts == Timeouts{} ? preferences.timeouts : provider.timeouts;
}

Settings::Settings(const Paths &paths, QObject *parent) : QObject(parent), m_paths(paths)
{
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(kWriteDelay);
    connect(&m_writeTimer, &QTimer::timeout, this, [this] {
        if (const auto written = flush(); !written)
            emit writeFailed(written.error());
    });
    load();
}

Settings::~Settings()
{
    if (const auto written = flush(); !written)
        qCWarning(logSettings) << written.error().message;
}

void Settings::setPreferences(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    m_preferences = preferences;
    scheduleWrite();
    emit preferencesChanged();
}

std::optional<Provider> Settings::provider(const QString &id) const
{
    for (const Provider &candidate : m_providers) {
        if (candidate.id == id)
            return candidate;
    }
    return std::nullopt;
}

void Settings::saveProvider(const Provider &provider)
{
    if (provider.id.isEmpty() || isBuiltIn(provider.id))
        return;
    const auto sameId = [&provider](const Provider &other) { return other.id == provider.id; };
    const auto place = std::find_if(m_providers.begin(), m_providers.end(), sameId);
    if (place == m_providers.end())
        m_providers.append(provider);
    else if (*place == provider)
        return;
    else
        *place = provider;
    scheduleWrite();
    emit providersChanged();
}

void Settings::removeProvider(const QString &id)
{
    const auto sameId = [&id](const Provider &other) { return other.id == id; };
    if (m_providers.removeIf(sameId) == 0)
        return;
    m_providerRows.remove(id);
    scheduleWrite();
    emit providersChanged();
}

Result<void> Settings::flush()
{
    m_writeTimer.stop();
    if (!m_dirty)
        return {};
    const QString path = m_paths.settings();
    if (m_blocked)
        return fail(ErrorKind::Storage, u"%1 is broken and cannot be moved"_s.arg(path));
    if (const auto made = m_paths.create(); !made)
        return made;
    QSaveFile file(path);
    // Extra headers may hold a secret of some gateway: the file is its owner's alone.
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                         && file.write(QJsonDocument(toJson()).toJson()) >= 0 && file.commit();
    if (!written)
        return fail(ErrorKind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    m_dirty = false;
    return {};
}

void Settings::load()
{
    QFile file(m_paths.settings());
    if (!file.exists())
        return;
    QJsonParseError error;
    QJsonDocument document;
    if (file.open(QIODevice::ReadOnly) && file.size() <= kMostBytes)
        document = QJsonDocument::fromJson(file.readAll(), &error);
    file.close();
    if (document.isObject())
        read(document.object());
    else
        moveAside();
}

void Settings::read(const QJsonObject &root)
{
    m_root = root;
    m_preferences = preferencesFromJson(root.value(kPreferences).toObject());
    for (const QJsonValue &value : root.value(kProviders).toArray()) {
        const QJsonObject row = value.toObject();
        const auto read = providerFromJson(row);
        if (!read || isBuiltIn(read->id) || provider(read->id))
            continue;
        m_providers.append(*read);
        m_providerRows.insert(read->id, row);
    }
    readTools(root);
}

void Settings::moveAside()
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString aside = u"%1/settings.broken-%2.json"_s.arg(m_paths.config, stamp);
    if (QFile::rename(m_paths.settings(), aside)) {
        m_setAside = aside;
        return;
    }
    // Neither readable nor movable: nothing may be written over it.
    m_blocked = true;
    qCWarning(logSettings) << m_paths.settings() << "is broken and cannot be moved";
}

void Settings::scheduleWrite()
{
    m_dirty = true;
    m_writeTimer.start();
}

QJsonObject Settings::toJson() const
{
    QJsonArray rows;
    for (const Provider &provider : m_providers)
        rows.append(providerToJson(provider, m_providerRows.value(provider.id)));
    QJsonObject root = m_root;
    if (!root.contains(kFormat))
        root.insert(kFormat, kFormatVersion);
    root.insert(kPreferences,
                preferencesToJson(m_preferences, m_root.value(kPreferences).toObject()));
    root.insert(kProviders, rows);
    writeTools(root);
    return root;
}

} // namespace app
