// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QStringList>

namespace app {

/// Splits "a,b,c" as people type it. A comma does not part where it is in double quotes or between
/// brackets, so JSON may be written as it is: `model=a,stop=["x","y"]`. Quotes around a whole item,
/// or around all behind its first "=", are taken off; within them \" and \\ stand for themselves.
/// InvalidRequest: quotes or brackets that are never closed.
[[nodiscard]] Result<QStringList> splitQuoted(const QString &text);

} // namespace app
