// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace ui {

// Figures as they are shown everywhere, in the default locale.

/// "0.21 s", "2.4 s", "1 min 12 s", "2 h 5 min".
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);
/// "412 tokens", "1,234 tokens", "1 token".
[[nodiscard]] QString tokensText(qint64 tokens);
/// "412", grouped.
[[nodiscard]] QString countText(qint64 count);
/// "96 tok/s"; one decimal below 10.
[[nodiscard]] QString speedText(double tokensPerSecond);
/// US dollars: "$0.0002", "$0.041", "$1.20"; two significant digits below one cent, "$0" for none.
[[nodiscard]] QString costText(double usd);
/// US dollars per million tokens: "$0.27".
[[nodiscard]] QString priceText(double usdPerMillion);
/// "164k", "1M", "800": thousands and millions of tokens, rounded.
[[nodiscard]] QString contextLengthText(qint64 tokens);
/// How full the context is: "12 %".
[[nodiscard]] QString contextPercentText(qint64 used, qint64 limit);
/// "12 % of 164k".
[[nodiscard]] QString contextShareText(qint64 used, qint64 limit);
/// A change of price by a factor: "+50 % price", "−20 % price"; empty for 1.
[[nodiscard]] QString priceFactorText(double factor);
/// "3.1 MB".
[[nodiscard]] QString bytesText(qint64 bytes);
/// A number as the user would type it, without needless zeros: "0.7".
[[nodiscard]] QString plainNumberText(double value, int mostDecimals = 6);
/// A moment in local time: "14:02" on the day of `nowMs`, "3 Oct, 14:02" in its year, else with the
/// year. Milliseconds since the epoch.
[[nodiscard]] QString momentText(qint64 atMs, qint64 nowMs);

} // namespace ui
