// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_text.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

QString dollarText(double usd)
{
    const int digits = usd > 0 && usd < 1 ? int(std::ceil(-std::log10(usd))) + 2 : 2;
    return u'$' + QString::number(usd, 'f', std::clamp(digits, 2, 10));
}

QString secondsText(double milliseconds, const QLocale &locale)
{
    return locale.toString(milliseconds / 1000, 'f', 2) + u" s"_s;
}

QString groupedText(qint64 number, const QLocale &locale)
{
    return locale.toString(number);
}

} // namespace app
