// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/provider_lookup.h"

#include "app/settings/settings.h"

namespace app {

std::optional<Provider> findProvider(const Settings &settings, const QString &id)
{
    std::optional<Provider> provider = settings.provider(id);
    for (const Provider &builtIn : {demoProvider(), deepInfraProvider()}) {
        if (!provider && id == builtIn.id)
            provider = builtIn;
    }
    if (provider)
        provider->timeouts = effectiveTimeouts(settings.preferences(), *provider);
    return provider;
}

} // namespace app
