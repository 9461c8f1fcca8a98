// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QJsonObject>

namespace app {

// The rows of settings.json. Reading takes the default for a value that is missing or of the wrong
// type and limits numbers to their range. Writing goes into `row`, so that members of a newer
// version stay; a value equal to its default is left out, so that it follows the default.

[[nodiscard]] Preferences preferencesFromJson(const QJsonObject &row);
[[nodiscard]] QJsonObject preferencesToJson(const Preferences &preferences, QJsonObject row);

/// Nothing for a row without an id or a base URL.
[[nodiscard]] std::optional<Provider> providerFromJson(const QJsonObject &row);
[[nodiscard]] QJsonObject providerToJson(const Provider &provider, QJsonObject row);

} // namespace app
