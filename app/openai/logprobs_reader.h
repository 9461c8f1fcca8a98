// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/token_logprobs.h"

namespace app {

/// Adds what `logprobs` of a choice says, in a chunk or a whole answer:
/// {"content": [{"token", "logprob", "bytes", "top_logprobs": [the same]}]}. `bytes` counts where
/// it is there; DeepInfra leaves it out. Anything else is passed over.
void readLogprobs(QByteArrayView json, TokenLogprobs &into);

} // namespace app
