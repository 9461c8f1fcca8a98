// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

class QSqlError;

namespace app {

// The codes of an Error of kind Storage: what is wrong with the profile.
inline constexpr QLatin1StringView kDiskFull{"disk_full"};
inline constexpr QLatin1StringView kLocked{"locked"};
inline constexpr QLatin1StringView kReadOnly{"read_only"};
inline constexpr QLatin1StringView kNewerVersion{"newer_version"};
inline constexpr QLatin1StringView kOlderVersion{"older_version"};
inline constexpr QLatin1StringView kDamaged{"damaged"};
inline constexpr QLatin1StringView kCannotOpen{"cannot_open"};

[[nodiscard]] Error storageError(const QSqlError &error);
[[nodiscard]] Error storageError(QLatin1StringView code, const QString &message);
[[nodiscard]] inline bool isDamage(const Error &error)
{
    return error.code == kDamaged;
}

} // namespace app
