// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/secret_store.h"

#include <memory>

namespace ui {

/// A key store in front of which one key stands: the one that the environment gives for the origin
/// of --base-url. It is never written down.
class GivenKeyStore final : public app::SecretStore
{
public:
    GivenKeyStore(std::unique_ptr<app::SecretStore> behind, QString origin, QString key);

    [[nodiscard]] QFuture<app::Result<QString>> read(const QString &origin) override;
    [[nodiscard]] QFuture<app::Result<void>> write(const QString &origin,
                                                   const QString &key) override;
    [[nodiscard]] QFuture<app::Result<void>> remove(const QString &origin) override;
    [[nodiscard]] bool isPersistent() const override { return m_behind->isPersistent(); }

private:
    std::unique_ptr<app::SecretStore> m_behind;
    const QString m_origin;
    QString m_key; ///< empty once the user has set another
};

} // namespace ui
