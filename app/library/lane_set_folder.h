// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/paths.h"
#include "app/library/lane_set.h"

namespace app {

/// The saved sets of lanes of a profile: one file each, in the folder `sets` beside the settings.
/// Small files, read and written at once.
class LaneSetFolder
{
public:
    explicit LaneSetFolder(const Paths &paths);

    /// In the order of the alphabet.
    [[nodiscard]] QStringList names() const;
    /// A set that is saved under that name, else the file with that path. NotFound, or what
    /// laneSetFromJson() finds wrong.
    [[nodiscard]] Result<LaneSet> load(const QString &nameOrFile) const;
    /// Under its name, in place of what has that name.
    Result<void> save(const LaneSet &set) const;
    Result<void> remove(const QString &name) const;

private:
    [[nodiscard]] QString fileOf(const QString &name) const;

    QString m_folder;
};

} // namespace app
