// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArrayView>

namespace app {

/// When a request that failed is made once more, and how long to wait before. Pure.
struct RetryPolicy
{
    int maxRetries = 5;
    std::chrono::milliseconds first{1'000}; ///< doubles with each retry
    std::chrono::milliseconds longest{30'000};
    /// A server that asks for more than this is not waited for.
    std::chrono::milliseconds longestAsked{600'000};

    /// Nothing where another attempt makes no sense. `retriesDone` starts at 0; `requestLeft` says
    /// that a connection had been made, so that a dead host is told at once; `chance` in [0, 1)
    /// spreads the clients of a server that came back. Never ask after visible tokens.
    [[nodiscard]] std::optional<std::chrono::milliseconds> delay(const Error &error,
                                                                 int retriesDone, bool requestLeft,
                                                                 double chance) const;
};

/// The value of a Retry-After header, seconds or an HTTP date
/// (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after); nothing where it is neither.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView value,
                                                                       qint64 nowMs);

} // namespace app
