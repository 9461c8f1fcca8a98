// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QString>

namespace app {

/// Where API keys are kept, one per origin ("https://api.deepinfra.com"). Implementations:
/// KeychainSecretStore (the OS key store through QtKeychain) and MemorySecretStore (tests, and when
/// there is no key store). GUI thread only; futures finish on that thread.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// The key of an origin; an empty string where there is none. May ask the user to unlock.
    [[nodiscard]] virtual QFuture<Result<QString>> read(const QString &origin) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> write(const QString &origin,
                                                      const QString &key) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> remove(const QString &origin) = 0;

    /// False while what is written lives only until the program ends; the interface says so.
    [[nodiscard]] virtual bool isPersistent() const = 0;
};

} // namespace app
