// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/migrations.h"

namespace app {

/// Moves a damaged file, with its log beside it, to a name that says so. Gives the new path. All or
/// nothing: when it fails, or the program is killed, the file and its log are in their place, or
/// both are set aside.
[[nodiscard]] Result<QString> setAside(const QString &path, const QString &stamp);
/// What setAside() gave last; empty where nothing was set aside.
[[nodiscard]] QString newestSetAside(const QString &path);
/// The log of a file that is not there any more.
void removeLog(const QString &path);

/// Makes the file `newPath`, which is there only when it is whole, of every row that can still be
/// read from a damaged one. Tables are read from both ends towards the damage. Rows whose
/// neighbours are lost keep what they have: a lost parent is cut off, a lost conversation is made
/// again under its old id. Replies left streaming are marked Interrupted, the search is indexed
/// anew. Fails only where nothing can be written.
[[nodiscard]] Result<void> recoverInto(const QString &newPath, const QString &damagedPath,
                                       std::span<const Migration> steps);

} // namespace app
