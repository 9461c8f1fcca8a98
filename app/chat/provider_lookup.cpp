// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/provider_lookup.h"

#include "app/settings/settings.h"

namespace app {

std::optional<Provider> findProvider(const Settings &settings, const QString &id)
{
    std::optional<Provider> provider = settings.provider(id);
    if (!provider && id == demoProvider().id)
        provider = demoProvider();
    if (provider)
        provider->timeouts = effectiveTimeouts(settings.preferences(), *provider);
    return provider;
}

} // namespace app
