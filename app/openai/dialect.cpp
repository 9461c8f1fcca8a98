// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/dialect.h"

using namespace Qt::StringLiterals;

namespace app {

DialectFacts dialectFacts(Dialect dialect)
{
    DialectFacts facts{.outputLimitField = "max_tokens"_L1};
    switch (dialect) {
    case Dialect::OpenAi:
        facts.outputLimitField = "max_completion_tokens"_L1;
        facts.asksForUsage = true;
        break;
    case Dialect::DeepInfra:
    case Dialect::Demo:
        facts.marksContinuation = true;
        facts.takesEmptyThought = true;
        facts.takesOneSystemMessage = true;
        break;
    case Dialect::Vllm:
        facts.asksForUsage = true;
        facts.marksContinuation = true;
        facts.takesEmptyThought = true;
        facts.suppressesGenerationPrompt = true;
        break;
    case Dialect::Ollama:
    case Dialect::LlamaServer:
    case Dialect::LmStudio:
        facts.asksForUsage = true;
        break;
    case Dialect::OpenRouter: // sends it unasked
    case Dialect::Unknown: // may refuse what the user did not set
        break;
    }
    return facts;
}

} // namespace app
