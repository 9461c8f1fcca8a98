// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace app {

/// Why something failed, by what the user can do about it. Closed: the interface has one sentence
/// and one action for each. The names printed by the command line come from errorKindName().
enum class ErrorKind {
    Unauthorised, ///< the key is missing or wrong: change the key
    NoBalance, ///< the account has no money left: top up
    Forbidden, ///< the key is right and may not do this
    NotFound, ///< no such model, or no such address
    Unsupported, ///< the model lacks an ability that the request used: go on without it
    InvalidRequest, ///< the server refused a field; Error::param names it where known
    ContextOverflow, ///< prompt and answer do not fit the context window
    RateLimited, ///< too many requests, or the model is busy: wait
    Server, ///< the server failed: retry
    Network, ///< no connection, or it was lost: check the address or the network
    Timeout, ///< nothing came for too long: retry, or allow more time
    Tls, ///< the certificate was refused
    BadResponse, ///< what came is not what was asked for (HTML, broken JSON, a limit passed)
    Cancelled, ///< stopped by the user
    Storage, ///< the profile cannot be read or written
};

/// A failure as a value. `message` is the server's or system's own words: plain text, never
/// translated, never containing a key, safe to log. The interface makes sentences from the kind.
struct Error
{
    ErrorKind kind = ErrorKind::Server;
    QString message = {};
    int status = 0; ///< HTTP status, 0 where there was none
    QString code = {}; ///< the server's code, e.g. "engine_overloaded"
    QString param = {}; ///< the refused field, e.g. "messages.0.role"
    std::optional<std::chrono::milliseconds> retryAfter = {};

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// tl::expected compares values, which fails to compile where there is none; signals that carry a
/// Result<void> need it.
[[nodiscard]] inline bool operator==(const Result<void> &left, const Result<void> &right)
{
    return left ? right.has_value() : !right && left.error() == right.error();
}

/// `return fail(ErrorKind::Storage, u"disk full"_s);`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString message = {},
                                                int status = 0)
{
    return tl::unexpected<Error>(Error{kind, std::move(message), status});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// The stable machine name of a kind: "no_balance", "context_overflow", …
[[nodiscard]] QLatin1StringView errorKindName(ErrorKind kind);
/// The kind of such a name; nothing for an unknown one.
[[nodiscard]] std::optional<ErrorKind> errorKindFromName(QStringView name);

} // namespace app
