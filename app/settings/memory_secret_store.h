// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/secret_store.h"

#include <QHash>

namespace app {

/// Keys that live as long as this object: for tests, and where there is no key store. Its futures
/// are finished when they are returned.
class MemorySecretStore final : public SecretStore
{
public:
    [[nodiscard]] QFuture<Result<QString>> read(const QString &origin) override;
    [[nodiscard]] QFuture<Result<void>> write(const QString &origin, const QString &key) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QString &origin) override;
    [[nodiscard]] bool isPersistent() const override { return false; }

private:
    QHash<QString, QString> m_keys;
};

} // namespace app
