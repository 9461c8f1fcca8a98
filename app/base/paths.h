// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>

namespace app {

/// The folders of one profile. A profile given with --profile keeps everything below one folder;
/// without it they follow the XDG base directories
/// (https://specifications.freedesktop.org/basedir-spec).
struct Paths
{
    QString data; ///< the store and its backups
    QString config; ///< settings.json
    QString cache; ///< model lists; may be deleted at any time

    [[nodiscard]] static Paths standard();
    [[nodiscard]] static Paths inFolder(const QString &profile);

    /// Makes the folders, readable by their owner only.
    [[nodiscard]] Result<void> create() const;

    [[nodiscard]] QString store() const;
    [[nodiscard]] QString settings() const;
    [[nodiscard]] QString modelCache() const;

    bool operator==(const Paths &) const = default;
};

} // namespace app
