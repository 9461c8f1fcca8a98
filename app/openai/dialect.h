// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"

namespace app {

/// How a dialect spells the common core; which extra parameters it takes is said in the table of
/// parameters.h.
struct DialectFacts
{
    /// The name of `max_tokens`: OpenAI's reasoning models refuse the old one.
    QLatin1StringView outputLimitField;
    /// Usage comes with a stream only when stream_options.include_usage asks for it.
    bool asksForUsage = false;
    /// An assistant message at the end is continued with `continue_final_message`.
    bool marksContinuation = false;
    /// An answer that is gone on with may begin with an empty block of thoughts (old DeepInfra page
    /// on the limit of max_tokens; the templates of the models that vLLM serves read it alike).
    bool takesEmptyThought = false;
    /// The chat template must be told not to open a new turn when continuing.
    bool suppressesGenerationPrompt = false;
    /// Only one system message is known to be accepted, and the role `developer` is not.
    bool takesOneSystemMessage = false;
};

[[nodiscard]] DialectFacts dialectFacts(Dialect dialect);

} // namespace app
