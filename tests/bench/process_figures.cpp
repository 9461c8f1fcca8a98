// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/process_figures.h"

#include <QFile>

#include <algorithm>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

double megabytes(const QByteArray &rollup, QByteArrayView label)
{
    const qsizetype at = rollup.indexOf(label);
    if (at < 0)
        return -1;
    const QByteArray line = rollup.sliced(at + label.size()).split('\n').first().simplified();
    return line.split(' ').first().toDouble() / 1024;
}

double at(const QList<double> &sorted, double share)
{
    if (sorted.isEmpty())
        return -1;
    return sorted[std::min(sorted.size() - 1, qsizetype(double(sorted.size()) * share))];
}

} // namespace

double cpuMs()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto ms = [](const timeval &time) {
        return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
    };
    return ms(used.ru_utime) + ms(used.ru_stime);
}

QJsonObject memory()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    const QByteArray rollup = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return {{u"pss_mb"_s, megabytes(rollup, "\nPss:")}, {u"rss_mb"_s, megabytes(rollup, "\nRss:")}};
}

double percentile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return at(values, share);
}

QJsonObject percentiles(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return {{u"p50"_s, at(values, 0.5)},
            {u"p99"_s, at(values, 0.99)},
            {u"worst"_s, at(values, 1)},
            {u"count"_s, values.size()}};
}

} // namespace bench
