// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/retry_policy.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace app {

namespace {

bool isTransient(const Error &error, bool requestLeft)
{
    switch (error.kind) {
    case ErrorKind::RateLimited:
        return true;
    case ErrorKind::Server:
        return error.status == 429 || error.status >= 500;
    case ErrorKind::Network:
        return requestLeft;
    default:
        return false;
    }
}

} // namespace

std::optional<milliseconds> RetryPolicy::delay(const Error &error, int retriesDone,
                                               bool requestLeft, double chance) const
{
    if (retriesDone >= maxRetries || !isTransient(error, requestLeft))
        return std::nullopt;
    milliseconds backOff = first;
    for (int i = 0; i < retriesDone && backOff < longest; ++i)
        backOff *= 2;
    backOff = std::min(backOff, longest);
    const milliseconds spread(qint64(double(backOff.count()) * (0.5 + chance / 2)));
    if (!error.retryAfter)
        return spread;
    if (*error.retryAfter > longestAsked)
        return std::nullopt;
    return std::max(*error.retryAfter, spread);
}

std::optional<milliseconds> parseRetryAfter(QByteArrayView value, qint64 nowMs)
{
    const QString text = QString::fromLatin1(value.trimmed());
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber) {
        // Also keeps the conversion to milliseconds within its type.
        constexpr double kYear = 365.0 * 24 * 3600;
        if (!(seconds >= 0))
            return std::nullopt;
        return milliseconds(qint64(std::min(seconds, kYear) * 1000));
    }
    QDateTime date = QLocale::c().toDateTime(text, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return milliseconds(std::max<qint64>(0, date.toMSecsSinceEpoch() - nowMs));
}

} // namespace app
