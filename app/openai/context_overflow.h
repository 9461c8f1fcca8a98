// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <optional>

namespace app {

/// What a server says of a request that does not fit, in tokens. Any of them may be unknown.
struct ContextOverflow
{
    std::optional<qint64> limit; ///< of the context
    std::optional<qint64> requested; ///< prompt and answer together
    std::optional<qint64> prompt;
    std::optional<qint64> answer; ///< the room asked for it, as `max_tokens`

    bool operator==(const ContextOverflow &) const = default;
};

/// Reads the numbers out of an error of kind ContextOverflow; nothing for other kinds. The words
/// are read loosely, in the manners of OpenAI and vLLM ("maximum context length is N tokens.
/// However, you requested M tokens (A in the messages, B in the completion)", "your request has A
/// input tokens"), OpenRouter, Anthropic ("A tokens > N maximum"), llama-server ("request (A
/// tokens) exceeds the available context size (N tokens)"), LM Studio and Google; thousands may be
/// grouped. Of prompt, answer and their sum the third follows from two.
[[nodiscard]] std::optional<ContextOverflow> contextOverflowOf(const Error &error);

} // namespace app
