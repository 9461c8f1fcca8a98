// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>

namespace bench {

/// CPU of all threads of this process so far, in milliseconds.
[[nodiscard]] double cpuMs();
/// Memory of this process in MB: "pss_mb" (shared pages by share) and "rss_mb".
[[nodiscard]] QJsonObject memory();
/// "p50", "p99", "worst" and "count"; sorts them.
[[nodiscard]] QJsonObject percentiles(QList<double> values);
[[nodiscard]] double percentile(QList<double> values, double share);

} // namespace bench
