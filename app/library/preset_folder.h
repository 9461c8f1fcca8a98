// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/paths.h"
#include "app/library/preset.h"

namespace app {

/// The presets of a profile: one file each, in the folder `presets` beside the settings. Reads and
/// writes files at once: for a worker.
class PresetFolder
{
public:
    static constexpr qsizetype kMostPresets = 1'000;

    struct Contents
    {
        QList<Preset> presets; ///< by name
        QStringList setAside; ///< where files were moved to that are no presets
    };

    explicit PresetFolder(const Paths &paths);

    [[nodiscard]] Contents readAll() const;
    /// In place of what has that name. `replaced`: the name it had, empty: none; that file goes
    /// away.
    [[nodiscard]] Result<void> save(const Preset &preset, const QString &replaced) const;
    [[nodiscard]] Result<void> remove(const QString &name) const;

private:
    [[nodiscard]] QString fileOf(const QString &name) const;

    QString m_folder;
};

/// Any file as a preset; without a name in it, it has that of the file.
[[nodiscard]] Result<Preset> readPresetFile(const QString &path);

} // namespace app
