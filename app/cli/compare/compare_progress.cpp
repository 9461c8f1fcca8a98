// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/compare_progress.h"

#include "app/export/figure_text.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace app {

namespace {

constexpr seconds kRecent{30};

QString grouped(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

} // namespace

QString timeText(seconds time)
{
    const qint64 total = time.count();
    const qint64 hours = total / 3600;
    const qint64 minutes = total % 3600 / 60;
    if (hours > 0)
        return u"%1 h %2 min"_s.arg(grouped(hours)).arg(minutes);
    if (minutes > 0)
        return u"%1 min %2 s"_s.arg(minutes).arg(total % 60);
    return u"%1 s"_s.arg(total);
}

std::optional<seconds> CompareProgress::timeLeft() const
{
    if (!answersPerSecond || *answersPerSecond <= 0)
        return {};
    return seconds(qint64(std::ceil(double(total - done) / *answersPerSecond)));
}

QString CompareProgress::line() const
{
    QStringList parts{u"%1 of %2 answers"_s.arg(grouped(done), grouped(total))};
    if (failed > 0)
        parts.append(u"%1 failed"_s.arg(grouped(failed)));
    if (answersPerSecond)
        parts.append(u"%1/s"_s.arg(*answersPerSecond, 0, 'f', *answersPerSecond < 10 ? 2 : 1));
    parts.append(dollarText(spentUsd));
    if (const auto left = timeLeft(); left && done < total)
        parts.append(u"%1 left"_s.arg(timeText(*left)));
    return parts.join(u" · "_s);
}

void RecentRate::note(std::chrono::nanoseconds now, qint64 count)
{
    m_seen.emplace_back(now, count);
    while (m_seen.size() > 2 && now - m_seen.front().first > kRecent)
        m_seen.pop_front();
}

std::optional<double> RecentRate::perSecond() const
{
    if (m_seen.size() < 2)
        return {};
    const std::chrono::duration<double> time = m_seen.back().first - m_seen.front().first;
    if (time.count() <= 0)
        return {};
    return double(m_seen.back().second - m_seen.front().second) / time.count();
}

} // namespace app
