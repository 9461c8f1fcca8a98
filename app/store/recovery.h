// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/migrations.h"

namespace app {

/// Moves a damaged file, with its log beside it, to a name that says so. Gives the new path.
[[nodiscard]] Result<QString> setAside(const QString &path, const QString &stamp);

/// Makes the file `newPath` of every row that can still be read from a damaged one. Tables are read
/// from both ends towards the damage. Rows whose neighbours are lost keep what they have: a lost
/// parent is cut off, a lost conversation is made again under its old id. Replies left streaming
/// are marked Interrupted, the search is indexed anew. Fails only where nothing can be written.
[[nodiscard]] Result<void> recoverInto(const QString &newPath, const QString &damagedPath,
                                       std::span<const Migration> steps);

} // namespace app
