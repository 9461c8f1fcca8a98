// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/kept_json.h"
#include "app/library/preset_folder.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

namespace app {

/// The presets of a profile, all in memory, and what they are used for: new conversations, models,
/// lanes. Files are written behind on one worker, in the order of the calls. Names differ by
/// letters, not by case. GUI thread.
class Presets : public QObject
{
    Q_OBJECT
public:
    explicit Presets(const Paths &paths, QObject *parent = nullptr);
    /// Waits for what is being written.
    ~Presets() override;

    /// Reads all; loaded() follows. What was saved before then stays.
    void load();
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// By name.
    [[nodiscard]] const QList<Preset> &all() const { return m_presets; }
    /// Null for an unknown name. Valid until the next change.
    [[nodiscard]] const Preset *find(const QString &name) const;
    /// "Name", "Name (2)", …
    [[nodiscard]] QString freeName(const QString &name) const;
    /// Broken files, where they were moved to.
    [[nodiscard]] const QStringList &setAside() const { return m_setAside; }

    /// In place of what has that name.
    void save(const Preset &preset);
    /// What it is used for goes with it. False: another one has that name, or it is empty.
    bool rename(const QString &name, const QString &newName);
    /// A preset that was taken away, with what it was used for.
    struct Removed
    {
        Preset preset;
        bool wasUsual = false;
        QStringList models;
    };
    Removed remove(const QString &name);
    void restore(const Removed &removed);
    /// A file of somebody; where the name is taken it gets a number. Gives the name.
    [[nodiscard]] QFuture<Result<QString>> import(const QString &path);

    /// The one that new conversations begin with; null: none.
    [[nodiscard]] const Preset *usual() const;
    /// Empty: none.
    void setUsual(const QString &name);
    /// The one that a model is asked with; null: none.
    [[nodiscard]] const Preset *ofModel(const QString &providerId, const QString &model) const;
    void setOfModel(const QString &providerId, const QString &model, const QString &name);

    /// The one that was applied to a lane last, though it may have been changed since; empty: none.
    [[nodiscard]] QString appliedTo(LaneId lane) const;
    void setApplied(LaneId lane, const QString &name);

signals:
    void loaded();
    void changed();
    void writeFailed(const app::Error &error);

private:
    void take(const PresetFolder::Contents &contents);
    void put(const Preset &preset);
    void write(const Preset &preset, const QString &replaced);
    [[nodiscard]] QStringList modelsOf(const QString &name) const;
    void renameUses(const QString &name, const QString &newName);

    const PresetFolder m_folder;
    QThreadPool m_pool; ///< of one thread; before what uses it
    KeptJson m_memory;
    QList<Preset> m_presets;
    QStringList m_setAside;
    QStringList m_early; ///< names that were saved before all were read
    bool m_isLoaded = false;
};

} // namespace app
