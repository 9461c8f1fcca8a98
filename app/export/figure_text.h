// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace app {

// Figures for documents and terminals; the window has its own (ui/wording/number_wording.h).

/// "$0.0412": four digits that count, but never less than cents.
[[nodiscard]] QString dollarText(double usd);
/// "1.20 s".
[[nodiscard]] QString secondsText(double milliseconds, const QLocale &locale);
/// "1,234".
[[nodiscard]] QString groupedText(qint64 number, const QLocale &locale);

} // namespace app
