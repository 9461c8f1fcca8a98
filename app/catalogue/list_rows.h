// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>

namespace app {

/// Calls `take` with each row of a list of models until it gives false: of a JSON array, or of the
/// array `data`, else `models`, of an object. One row at a time is read, so that a list of 50 MB
/// costs no more memory than its longest row; what is no object, or longer than 256 KB, is passed
/// over. BadResponse where the body is no such list. Pure; any thread.
[[nodiscard]] Result<void> eachListRow(const QByteArray &body,
                                       const std::function<bool(const QJsonObject &)> &take);

} // namespace app
