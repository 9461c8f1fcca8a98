// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/result.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr std::array<std::pair<ErrorKind, QLatin1StringView>, 15> kNames{{
    {ErrorKind::Unauthorised, "unauthorised"_L1},
    {ErrorKind::NoBalance, "no_balance"_L1},
    {ErrorKind::Forbidden, "forbidden"_L1},
    {ErrorKind::NotFound, "not_found"_L1},
    {ErrorKind::Unsupported, "unsupported"_L1},
    {ErrorKind::InvalidRequest, "invalid_request"_L1},
    {ErrorKind::ContextOverflow, "context_overflow"_L1},
    {ErrorKind::RateLimited, "rate_limited"_L1},
    {ErrorKind::Server, "server"_L1},
    {ErrorKind::Network, "network"_L1},
    {ErrorKind::Timeout, "timeout"_L1},
    {ErrorKind::Tls, "tls"_L1},
    {ErrorKind::BadResponse, "bad_response"_L1},
    {ErrorKind::Cancelled, "cancelled"_L1},
    {ErrorKind::Storage, "storage"_L1},
}};
} // namespace

QLatin1StringView errorKindName(ErrorKind kind)
{
    for (const auto &[candidate, name] : kNames) {
        if (candidate == kind)
            return name;
    }
    return "server"_L1;
}

std::optional<ErrorKind> errorKindFromName(QStringView name)
{
    for (const auto &[kind, candidate] : kNames) {
        if (candidate == name)
            return kind;
    }
    return std::nullopt;
}

} // namespace app
