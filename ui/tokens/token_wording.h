// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/evaluation/token_statistics.h"
#include "ui/theme/token_colours.h"

#include <QString>

namespace ui {

/// "93 %", "0.4 %", "< 0.1 %".
[[nodiscard]] QString probabilityText(double probability);
/// The same of a token; "not known" where the server did not say.
[[nodiscard]] QString probabilityText(const app::TokenLogprobs &tokens, qsizetype token);
/// A token in quotes, as it is shown.
[[nodiscard]] QString quotedToken(QByteArrayView bytes);
/// "at least 1.4 bits".
[[nodiscard]] QString entropyText(double bits);
/// Of a cell, in lines: what was chosen, what else could have been. Plain text.
[[nodiscard]] QString cellText(const app::TokenLogprobs &tokens, const app::TokenCell &cell);
/// "340 tokens · perplexity 1.42 · 12 below 50 %".
[[nodiscard]] QString tokenSummary(const app::TokenLogprobs &tokens);
/// What a ground means: "80 – 95 %".
[[nodiscard]] QString levelText(TokenLevel level);
/// Why there is nothing to see.
[[nodiscard]] QString noTokensText(const app::Error &error);

/// Whether two answers to one request are the same, or where they part.
[[nodiscard]] QString determinismText(const app::TokenLogprobs &one,
                                      const app::TokenLogprobs &other);
/// What the servers told of themselves in both; empty: nothing.
[[nodiscard]] QString fingerprintText(const QString &one, const QString &other);

/// The token of a cell that was the least likely.
[[nodiscard]] qsizetype tellingToken(const app::TokenLogprobs &tokens, const app::TokenCell &cell);

} // namespace ui
