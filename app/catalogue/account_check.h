// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/settings/provider.h"

#include <QFuture>

namespace app {

class HttpClient;

/// What a server said to "Test connection".
struct AccountCheck
{
    bool keyProven = false; ///< the server knows whose key it is; a list of models proves no key
    QString accountName; ///< as the server shows it; may be empty
    std::optional<qsizetype> modelCount; ///< of servers that have a list

    bool operator==(const AccountCheck &) const = default;
};

/// Asks DeepInfra whose key this is (`GET {origin}/v1/me`), any other server for its models. The
/// key goes to the provider's origin only. GUI thread; the future finishes there.
[[nodiscard]] QFuture<Result<AccountCheck>> checkAccount(HttpClient &http, const Provider &provider,
                                                         const QString &key);

} // namespace app
