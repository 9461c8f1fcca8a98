// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/memory_secret_store.h"

namespace app {

QFuture<Result<QString>> MemorySecretStore::read(const QString &origin)
{
    return QtFuture::makeReadyFuture(Result<QString>(m_keys.value(origin)));
}

QFuture<Result<void>> MemorySecretStore::write(const QString &origin, const QString &key)
{
    m_keys.insert(origin, key);
    return QtFuture::makeReadyFuture(Result<void>());
}

QFuture<Result<void>> MemorySecretStore::remove(const QString &origin)
{
    m_keys.remove(origin);
    return QtFuture::makeReadyFuture(Result<void>());
}

} // namespace app
