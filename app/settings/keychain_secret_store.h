// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/secret_store.h"

#include <memory>

namespace app {

/// The OS key store through QtKeychain. Nothing is asked of it before the first read or write,
/// because that may ask the user to unlock it. One job runs at a time.
///
/// Where there is no key store, or it refuses, a written key is kept until the program ends; reads
/// then find that one or none, without an error. isPersistent() tells how the last job went; it is
/// true before the first. Each job asks the key store anew: it may have been unlocked meanwhile.
///
/// Destruction cancels the futures of jobs that have not ended.
class KeychainSecretStore final : public SecretStore
{
public:
    KeychainSecretStore();
    ~KeychainSecretStore() override;

    [[nodiscard]] QFuture<Result<QString>> read(const QString &origin) override;
    [[nodiscard]] QFuture<Result<void>> write(const QString &origin, const QString &key) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QString &origin) override;
    [[nodiscard]] bool isPersistent() const override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace app
