// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/given_key_store.h"

namespace ui {

GivenKeyStore::GivenKeyStore(std::unique_ptr<app::SecretStore> behind, QString origin, QString key)
    : m_behind(std::move(behind)), m_origin(std::move(origin)), m_key(std::move(key))
{
}

QFuture<app::Result<QString>> GivenKeyStore::read(const QString &origin)
{
    if (origin == m_origin && !m_key.isEmpty())
        return QtFuture::makeReadyFuture(app::Result<QString>(m_key));
    return m_behind->read(origin);
}

QFuture<app::Result<void>> GivenKeyStore::write(const QString &origin, const QString &key)
{
    if (origin == m_origin)
        m_key.clear();
    return m_behind->write(origin, key);
}

QFuture<app::Result<void>> GivenKeyStore::remove(const QString &origin)
{
    if (origin == m_origin)
        m_key.clear();
    return m_behind->remove(origin);
}

} // namespace ui
