// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"

namespace app {

class Settings;

/// The provider of this id, with the user's timeouts where it has none of its own. The demo and
/// DeepInfra are known without having been set up.
[[nodiscard]] std::optional<Provider> findProvider(const Settings &settings, const QString &id);

} // namespace app
