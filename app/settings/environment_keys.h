// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QProcessEnvironment;

namespace app {

// Keys from the environment, by the rule of origins: DEEPINFRA_API_KEY and DEEPINFRA_TOKEN go to
// DeepInfra's origin only, DIPTYCH_API_KEY only to the origin that this very call named by itself
// (--base-url or --provider). No other key is ever taken from there. Pure functions.

struct EnvironmentKey
{
    QString variable; ///< where it was found, for messages
    QString key;

    bool operator==(const EnvironmentKey &) const = default;
};

/// The variables that may hold a key for requests to `origin`, the first one wins; what a 401
/// names. `explicitOrigin` is that of the call's --base-url or --provider; empty where it gave
/// neither.
[[nodiscard]] QStringList keyVariables(const QString &origin, const QString &explicitOrigin);

/// Whether it can go into a header: a line break would begin another one, and no key holds a
/// control character. Holds for keys from anywhere.
[[nodiscard]] bool isSendableKey(QStringView key);

/// The key of the first of those variables that is set; surrounding white space is no part of it.
/// It may be one that cannot be sent: whoever asked is to be told the variable.
[[nodiscard]] std::optional<EnvironmentKey> environmentKey(const QProcessEnvironment &environment,
                                                           const QString &origin,
                                                           const QString &explicitOrigin);

} // namespace app
