// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/presets.h"

#include "app/base/when_done.h"

#include <QJsonArray>
#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kUsual = "new_conversations"_L1;
constexpr auto kModels = "models"_L1;
constexpr auto kLanes = "lanes"_L1;
constexpr qsizetype kMostLanesRemembered = 1'000;

/// Of a model in the file; an id of a provider holds no space.
QString modelKey(const QString &providerId, const QString &model)
{
    return providerId + u' ' + model;
}

bool presetComesBefore(const Preset &left, const Preset &right)
{
    return QString::localeAwareCompare(left.name, right.name) < 0;
}

bool isNamedLike(const Preset &preset, const QString &name)
{
    return preset.name.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

Presets::Presets(const Paths &paths, QObject *parent)
    : QObject(parent), m_folder(paths), m_memory(paths.config + u"/presets.json"_s, m_pool)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_memory, &KeptJson::setAside, this,
            [this](const QString &path) { m_setAside.append(path); });
    connect(&m_memory, &KeptJson::writeFailed, this, &Presets::writeFailed);
}

Presets::~Presets() = default;

void Presets::load()
{
    m_memory.load();
    whenDone(QtConcurrent::run(&m_pool, [folder = m_folder] { return folder.readAll(); }), this,
             [this](const PresetFolder::Contents &contents) { take(contents); });
}

void Presets::take(const PresetFolder::Contents &contents)
{
    m_setAside += contents.setAside;
    for (const Preset &preset : contents.presets) {
        if (!m_early.contains(preset.name, Qt::CaseInsensitive))
            put(preset);
    }
    m_early.clear();
    m_isLoaded = true;
    emit changed();
    emit loaded();
}

void Presets::put(const Preset &preset)
{
    m_presets.removeIf([&](const Preset &known) { return isNamedLike(known, preset.name); });
    m_presets.insert(std::ranges::upper_bound(m_presets, preset, presetComesBefore), preset);
}

const Preset *Presets::find(const QString &name) const
{
    const auto found = std::ranges::find_if(
        m_presets, [&](const Preset &preset) { return isNamedLike(preset, name); });
    return found == m_presets.end() ? nullptr : &*found;
}

QString Presets::freeName(const QString &name) const
{
    QString candidate = name;
    for (int i = 2; find(candidate); ++i) {
        const QString mark = u" (%1)"_s.arg(i);
        candidate = name.left(kLongestPresetName - mark.size()) + mark;
    }
    return candidate;
}

void Presets::write(const Preset &preset, const QString &replaced)
{
    whenDone(QtConcurrent::run(&m_pool, [folder = m_folder, preset,
                                         replaced] { return folder.save(preset, replaced); }),
             this, [this](const Result<void> &written) {
                 if (!written)
                     emit writeFailed(written.error());
             });
}

void Presets::save(const Preset &preset)
{
    const Preset *known = find(preset.name);
    const QString replaced = known ? known->name : QString();
    put(preset);
    renameUses(replaced, preset.name);
    if (!m_isLoaded)
        m_early.append(preset.name);
    write(preset, replaced);
    emit changed();
}

bool Presets::rename(const QString &name, const QString &newName)
{
    const Preset *known = find(name);
    const Preset *taken = find(newName);
    if (!known || newName.isEmpty() || (taken && taken != known))
        return false;
    Preset preset = *known;
    const QString before = preset.name;
    m_presets.removeIf([&](const Preset &other) { return other.name == before; });
    preset.name = newName;
    put(preset);
    renameUses(before, newName);
    write(preset, before);
    emit changed();
    return true;
}

void Presets::renameUses(const QString &name, const QString &newName)
{
    if (name.isEmpty() || name == newName)
        return;
    if (m_memory.value(kUsual).toString() == name)
        m_memory.set(kUsual, newName);
    QJsonObject models = m_memory.value(kModels).toObject();
    for (auto use = models.begin(); use != models.end(); ++use) {
        if (use.value().toString() == name)
            use.value() = newName;
    }
    m_memory.set(kModels, models);
    QJsonArray lanes;
    for (const QJsonValue &row : m_memory.value(kLanes).toArray()) {
        QJsonObject changed = row.toObject();
        if (changed.value("preset"_L1).toString() == name)
            changed.insert("preset"_L1, newName);
        lanes.append(changed);
    }
    m_memory.set(kLanes, lanes);
}

QStringList Presets::modelsOf(const QString &name) const
{
    QStringList keys;
    const QJsonObject models = m_memory.value(kModels).toObject();
    for (auto use = models.begin(); use != models.end(); ++use) {
        if (use.value().toString() == name)
            keys.append(use.key());
    }
    return keys;
}

Presets::Removed Presets::remove(const QString &name)
{
    const Preset *known = find(name);
    if (!known)
        return {};
    Removed removed{*known, m_memory.value(kUsual).toString() == known->name,
                    modelsOf(known->name)};
    m_presets.removeIf([&](const Preset &other) { return other.name == removed.preset.name; });
    if (removed.wasUsual)
        m_memory.set(kUsual, QJsonValue::Undefined);
    QJsonObject models = m_memory.value(kModels).toObject();
    for (const QString &key : removed.models)
        models.remove(key);
    m_memory.set(kModels, models);
    whenDone(
        QtConcurrent::run(&m_pool, [folder = m_folder,
                                    file = removed.preset.name] { return folder.remove(file); }),
        this, [this](const Result<void> &gone) {
            if (!gone)
                emit writeFailed(gone.error());
        });
    emit changed();
    return removed;
}

void Presets::restore(const Removed &removed)
{
    Preset preset = removed.preset;
    preset.name = freeName(preset.name);
    save(preset);
    if (removed.wasUsual)
        m_memory.set(kUsual, preset.name);
    QJsonObject models = m_memory.value(kModels).toObject();
    for (const QString &key : removed.models)
        models.insert(key, preset.name);
    m_memory.set(kModels, models);
    emit changed();
}

QFuture<Result<QString>> Presets::import(const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    whenDone(QtConcurrent::run(&m_pool, [path] { return readPresetFile(path); }), this,
             [this, promise](const Result<Preset> &read) {
                 if (read) {
                     Preset preset = *read;
                     preset.name = freeName(preset.name);
                     save(preset);
                     promise->addResult(Result<QString>(preset.name));
                 } else {
                     promise->addResult(Result<QString>(fail(read.error())));
                 }
                 promise->finish();
             });
    return promise->future();
}

const Preset *Presets::usual() const
{
    const QString name = m_memory.value(kUsual).toString();
    return name.isEmpty() ? nullptr : find(name);
}

void Presets::setUsual(const QString &name)
{
    m_memory.set(kUsual, name.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(name));
    emit changed();
}

const Preset *Presets::ofModel(const QString &providerId, const QString &model) const
{
    const QString name =
        m_memory.value(kModels).toObject().value(modelKey(providerId, model)).toString();
    return name.isEmpty() ? nullptr : find(name);
}

void Presets::setOfModel(const QString &providerId, const QString &model, const QString &name)
{
    QJsonObject models = m_memory.value(kModels).toObject();
    if (name.isEmpty())
        models.remove(modelKey(providerId, model));
    else
        models.insert(modelKey(providerId, model), name);
    m_memory.set(kModels, models);
    emit changed();
}

QString Presets::appliedTo(LaneId lane) const
{
    for (const QJsonValue &row : m_memory.value(kLanes).toArray()) {
        if (row["lane"_L1].toString() == QString::number(lane.value()))
            return row["preset"_L1].toString();
    }
    return {};
}

void Presets::setApplied(LaneId lane, const QString &name)
{
    const QString id = QString::number(lane.value()); // a number of JSON holds 53 bits
    QJsonArray rows;
    if (!name.isEmpty())
        rows.append(QJsonObject{{u"lane"_s, id}, {u"preset"_s, name}});
    for (const QJsonValue &row : m_memory.value(kLanes).toArray()) {
        if (row["lane"_L1].toString() != id && rows.size() < kMostLanesRemembered)
            rows.append(row);
    }
    m_memory.set(kLanes, rows);
    emit changed();
}

} // namespace app
