// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/token_logprobs.h"

#include <QByteArrayList>
#include <QJsonArray>

namespace app {

// What `ask --logprobs` says of the tokens of an answer.

/// As servers spell it: {"token", "bytes", "logprob", "top_logprobs": [the same]}; a logarithm that
/// was not given is null.
[[nodiscard]] QJsonArray tokensToJson(const TokenLogprobs &tokens);
/// A line for each token: its probability, itself, and the likeliest alternatives.
[[nodiscard]] QByteArrayList tokenTable(const TokenLogprobs &tokens);

} // namespace app
