// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/result.h"

#include "app/base/name_table.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr NameTable<ErrorKind, 15> kNames{{
    {ErrorKind::Server, "server"_L1},
    {ErrorKind::Unauthorised, "unauthorised"_L1},
    {ErrorKind::NoBalance, "no_balance"_L1},
    {ErrorKind::Forbidden, "forbidden"_L1},
    {ErrorKind::NotFound, "not_found"_L1},
    {ErrorKind::Unsupported, "unsupported"_L1},
    {ErrorKind::InvalidRequest, "invalid_request"_L1},
    {ErrorKind::ContextOverflow, "context_overflow"_L1},
    {ErrorKind::RateLimited, "rate_limited"_L1},
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
    return nameIn(kNames, kind);
}

std::optional<ErrorKind> errorKindFromName(QStringView name)
{
    return valueIn(kNames, name);
}

} // namespace app
