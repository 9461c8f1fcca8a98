// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/number_wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class NumberWording
{
    Q_DECLARE_TR_FUNCTIONS(ui::NumberWording)
};

QString decimals(double value, int count)
{
    return QLocale().toString(value, 'f', count);
}

/// The short time of the locale to the minute: C and a few others add the seconds.
QString clockText(const QLocale &locale, QTime time)
{
    static const QRegularExpression seconds(u"[:.]ss?"_s);
    return locale.toString(time, locale.timeFormat(QLocale::ShortFormat).remove(seconds));
}

} // namespace

QString durationText(std::chrono::milliseconds duration)
{
    const qint64 ms = std::max<qint64>(0, duration.count());
    if (ms < 995)
        return NumberWording::tr("%1 s", "seconds").arg(decimals(double(ms) / 1000, 2));
    if (ms < 59'950) {
        const bool whole = ms % 1000 == 0 && ms >= 10'000;
        return NumberWording::tr("%1 s", "seconds").arg(decimals(double(ms) / 1000, whole ? 0 : 1));
    }
    const qint64 seconds = (ms + 500) / 1000;
    if (seconds < 3600) {
        return NumberWording::tr("%1 min %2 s")
            .arg(countText(seconds / 60), countText(seconds % 60));
    }
    return NumberWording::tr("%1 h %2 min")
        .arg(countText(seconds / 3600), countText(seconds / 60 % 60));
}

QString tokensText(qint64 tokens)
{
    constexpr qint64 kMost = std::numeric_limits<int>::max();
    return NumberWording::tr("%Ln tokens", nullptr, int(std::clamp<qint64>(tokens, 0, kMost)));
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString speedText(double tokensPerSecond)
{
    return NumberWording::tr("%1 tok/s", "tokens per second")
        .arg(decimals(tokensPerSecond, tokensPerSecond < 9.95 ? 1 : 0));
}

QString costText(double usd)
{
    if (usd <= 0)
        return u"$0"_s;
    if (usd >= 1)
        return u'$' + decimals(usd, 2);
    // Two digits that say something: 0.041, 0.00020 is written 0.0002.
    const int places = std::min(10, 1 - int(std::floor(std::log10(usd))));
    return u'$' + plainNumberText(usd, std::max(2, places));
}

QString priceText(double usdPerMillion)
{
    return usdPerMillion >= 0.01 || usdPerMillion == 0 ? u'$' + decimals(usdPerMillion, 2)
                                                       : costText(usdPerMillion);
}

QString contextLengthText(qint64 tokens)
{
    if (tokens < 1000)
        return countText(tokens);
    if (tokens < 999'500)
        return NumberWording::tr("%1k", "thousands of tokens")
            .arg(countText((tokens + 500) / 1000));
    return NumberWording::tr("%1M", "millions of tokens")
        .arg(plainNumberText(double(tokens) / 1'000'000, 1));
}

QString contextPercentText(qint64 used, qint64 limit)
{
    const qint64 percent = limit > 0 ? std::llround(100.0 * double(used) / double(limit)) : 0;
    //: How much of the context is used.
    return NumberWording::tr("%1 %").arg(countText(percent));
}

QString contextShareText(qint64 used, qint64 limit)
{
    return NumberWording::tr("%1 of %2", "percent, number of tokens")
        .arg(contextPercentText(used, limit), contextLengthText(limit));
}

QString priceFactorText(double factor)
{
    const qint64 percent = std::llround((factor - 1) * 100);
    if (percent == 0)
        return {};
    const QString sign = percent > 0 ? u"+"_s : u"−"_s;
    return NumberWording::tr("%1 % price").arg(sign + countText(std::abs(percent)));
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString plainNumberText(double value, int mostDecimals)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(value, 'f', mostDecimals);
    const QString point = locale.decimalPoint();
    if (!text.contains(point))
        return text;
    while (text.endsWith(locale.zeroDigit()))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(point.size());
    return text == "-0"_L1 ? u"0"_s : text;
}

QString momentText(qint64 atMs, qint64 nowMs)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs);
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
    const QLocale locale;
    const QString time = clockText(locale, at.time());
    if (at.date() == today)
        return time;
    if (at.date().year() == today.year()) {
        //: A date without its year in the format of QLocale (d day, MMM short month).
        const QString day = locale.toString(at.date(), NumberWording::tr("d MMM"));
        return NumberWording::tr("%1, %2", "date, time").arg(day, time);
    }
    return NumberWording::tr("%1, %2", "date, time")
        .arg(locale.toString(at.date(), QLocale::ShortFormat), time);
}

} // namespace ui
