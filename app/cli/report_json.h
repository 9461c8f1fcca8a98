// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/generation/generation.h"

#include <QJsonObject>

namespace app {

// What the commands say of a run in JSON, alike. A figure that there is none of is null.

[[nodiscard]] QJsonObject timingsToJson(const Timings &timings);
/// Kind, HTTP status and the server's words; null where there is none.
[[nodiscard]] QJsonValue errorToJson(const std::optional<Error> &error);
[[nodiscard]] QJsonValue textOrNull(const QString &text);

} // namespace app
