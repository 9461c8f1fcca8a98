// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/environment_keys.h"

#include "app/settings/provider.h"

#include <QProcessEnvironment>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

QStringList keyVariables(const QString &origin, const QString &explicitOrigin)
{
    QStringList variables;
    if (origin.isEmpty())
        return variables;
    if (origin == explicitOrigin)
        variables.append(u"DIPTYCH_API_KEY"_s);
    if (origin == app::origin(deepInfraProvider().baseUrl))
        variables.append({u"DEEPINFRA_API_KEY"_s, u"DEEPINFRA_TOKEN"_s});
    return variables;
}

bool isSendableKey(QStringView key)
{
    return std::none_of(key.begin(), key.end(), [](QChar character) {
        return character.category() == QChar::Other_Control;
    });
}

std::optional<EnvironmentKey> environmentKey(const QProcessEnvironment &environment,
                                             const QString &origin, const QString &explicitOrigin)
{
    for (const QString &variable : keyVariables(origin, explicitOrigin)) {
        const QString key = environment.value(variable).trimmed();
        if (!key.isEmpty())
            return EnvironmentKey{variable, key};
    }
    return std::nullopt;
}

} // namespace app
