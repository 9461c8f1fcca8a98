// SPDX-License-Identifier: GPL-3.0-or-later
// The table alone; what is done with it is in parameters.cpp.
#include "app/openai/parameters.h"

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using enum ParameterType;
using Show = ParameterControl;

constexpr std::array kTiers{"default"_L1, "priority"_L1, "flex"_L1};
constexpr std::array kEfforts{"none"_L1, "minimal"_L1, "low"_L1, "medium"_L1,
                              "high"_L1, "xhigh"_L1,   "max"_L1};
constexpr std::array kToolChoices{"none"_L1, "auto"_L1, "required"_L1};

constexpr std::array kDeepInfra{Dialect::DeepInfra, Dialect::Demo};
constexpr std::array kTieredServers{Dialect::DeepInfra, Dialect::OpenAi, Dialect::Demo};
constexpr std::array kCachingServers{Dialect::DeepInfra, Dialect::OpenAi};
constexpr std::array kRouters{Dialect::DeepInfra, Dialect::OpenRouter};
constexpr std::array kPrefixServers{Dialect::DeepInfra, Dialect::Vllm, Dialect::Demo};
constexpr std::array kSamplers{Dialect::DeepInfra,   Dialect::OpenRouter, Dialect::Vllm,
                               Dialect::LlamaServer, Dialect::LmStudio,   Dialect::Demo};
constexpr std::array kRepetitionServers{Dialect::DeepInfra, Dialect::OpenRouter, Dialect::Vllm,
                                        Dialect::Demo};
constexpr std::array kTemplateServers{Dialect::DeepInfra, Dialect::Vllm, Dialect::LlamaServer};
constexpr std::array kParallelCallServers{Dialect::OpenAi, Dialect::OpenRouter,
                                          Dialect::LlamaServer};
// Ollama passes these over without a word.
constexpr std::array kAllButOllama{Dialect::DeepInfra,   Dialect::OpenAi, Dialect::OpenRouter,
                                   Dialect::LlamaServer, Dialect::Vllm,   Dialect::LmStudio,
                                   Dialect::Demo};

// QJsonValue holds whole numbers up to 64 bits with a sign.
constexpr double kLeastSeed = double(std::numeric_limits<qint64>::min());
constexpr double kGreatestSeed = double(std::numeric_limits<qint64>::max());
constexpr double kMostTokens = 10'000'000;
constexpr double kMostContinuations = 20;
constexpr double kMostRounds = 100'000;

// The order is that of the parameter panel.
const std::array kTable{
    ParameterSpec{.name = "temperature"_L1,
                  .type = Number,
                  .maximum = 2,
                  .step = 0.05,
                  .serverDefault = "1"_L1,
                  .control = Show::Slider},
    ParameterSpec{.name = "top_p"_L1,
                  .type = Number,
                  .maximum = 1,
                  .minimumExcluded = true,
                  .step = 0.01,
                  .serverDefault = "1"_L1,
                  .control = Show::Slider},
    ParameterSpec{.name = "presence_penalty"_L1,
                  .type = Number,
                  .minimum = -2,
                  .maximum = 2,
                  .step = 0.1,
                  .serverDefault = "0"_L1,
                  .control = Show::Slider},
    ParameterSpec{.name = "frequency_penalty"_L1,
                  .type = Number,
                  .minimum = -2,
                  .maximum = 2,
                  .step = 0.1,
                  .serverDefault = "0"_L1,
                  .control = Show::Slider},
    ParameterSpec{.name = "max_tokens"_L1,
                  .type = Integer,
                  .minimum = 1,
                  .maximum = kMostTokens,
                  .step = 1,
                  .serverDefault = "null"_L1,
                  .control = Show::Number},
    ParameterSpec{.name = "auto_continue"_L1,
                  .type = Integer,
                  .minimum = 1,
                  .maximum = kMostContinuations,
                  .step = 1,
                  .serverDefault = "0"_L1,
                  .control = Show::Number,
                  .isLocal = true},
    ParameterSpec{.name = "stop"_L1,
                  .type = TextList,
                  .minimum = 1,
                  .maximum = 4,
                  .serverDefault = "null"_L1,
                  .control = Show::Chips},
    ParameterSpec{.name = "n"_L1,
                  .type = Integer,
                  .minimum = 1,
                  .maximum = 4,
                  .step = 1,
                  .serverDefault = "1"_L1,
                  .dialects = kAllButOllama,
                  .control = Show::Number},
    ParameterSpec{.name = "seed"_L1,
                  .type = Integer,
                  .minimum = kLeastSeed,
                  .maximum = kGreatestSeed,
                  .step = 1,
                  .serverDefault = "null"_L1,
                  .control = Show::Number},
    ParameterSpec{.name = "service_tier"_L1,
                  .type = ParameterType::Choice,
                  .serverDefault = "null"_L1,
                  .choices = kTiers,
                  .dialects = kTieredServers,
                  .control = Show::Segments},
    ParameterSpec{.name = "reasoning_effort"_L1,
                  .type = ParameterType::Choice,
                  .serverDefault = "null"_L1,
                  .choices = kEfforts,
                  .control = Show::Segments,
                  .isOpen = true},
    ParameterSpec{.name = "response_format"_L1,
                  .type = Object,
                  .serverDefault = "null"_L1,
                  .control = Show::Format},
    ParameterSpec{.name = "tools"_L1,
                  .type = List,
                  .minimum = 1,
                  .maximum = 128,
                  .serverDefault = "null"_L1,
                  .control = Show::Tools},
    ParameterSpec{.name = "tool_choice"_L1,
                  .type = ParameterType::Choice,
                  .serverDefault = "null"_L1,
                  .choices = kToolChoices,
                  .dialects = kAllButOllama,
                  .control = Show::Segments},
    ParameterSpec{.name = "top_k"_L1,
                  .type = Integer,
                  .maximum = 999,
                  .step = 1,
                  .serverDefault = "0"_L1,
                  .dialects = kSamplers,
                  .control = Show::Number},
    ParameterSpec{.name = "min_p"_L1,
                  .type = Number,
                  .maximum = 1,
                  .step = 0.01,
                  .serverDefault = "0"_L1,
                  .dialects = kSamplers,
                  .control = Show::Slider},
    ParameterSpec{.name = "repetition_penalty"_L1,
                  .type = Number,
                  .minimum = 0.01,
                  .maximum = 5,
                  .step = 0.05,
                  .serverDefault = "1"_L1,
                  .dialects = kRepetitionServers,
                  .control = Show::Slider},
    ParameterSpec{.name = "fail_fast"_L1,
                  .type = Boolean,
                  .serverDefault = "false"_L1,
                  .dialects = kDeepInfra,
                  .control = Show::Toggle},
    ParameterSpec{.name = "leave_out_rounds"_L1,
                  .type = Integer,
                  .minimum = 1,
                  .maximum = kMostRounds,
                  .step = 1,
                  .serverDefault = "0"_L1,
                  .control = Show::Number,
                  .isLocal = true},

    ParameterSpec{.name = "stream"_L1, .type = Boolean, .serverDefault = "false"_L1},
    ParameterSpec{
        .name = "stream_options.include_usage"_L1, .type = Boolean, .serverDefault = "true"_L1},
    ParameterSpec{.name = "stream_options.continuous_usage_stats"_L1,
                  .type = Boolean,
                  .serverDefault = "false"_L1,
                  .dialects = kPrefixServers},
    ParameterSpec{.name = "models"_L1,
                  .type = TextList,
                  .minimum = 1,
                  .maximum = 4,
                  .serverDefault = "null"_L1,
                  .dialects = kRouters},
    ParameterSpec{.name = "stop_token_ids"_L1,
                  .type = IntegerList,
                  .minimum = 1,
                  .maximum = 16,
                  .serverDefault = "null"_L1,
                  .dialects = kPrefixServers},
    ParameterSpec{
        .name = "user"_L1, .type = Text, .serverDefault = "null"_L1, .dialects = kAllButOllama},
    ParameterSpec{.name = "parallel_tool_calls"_L1,
                  .type = Boolean,
                  .serverDefault = "null"_L1,
                  .dialects = kParallelCallServers},
    ParameterSpec{.name = "logprobs"_L1,
                  .type = Boolean,
                  .serverDefault = "null"_L1,
                  .control = Show::Toggle},
    ParameterSpec{.name = "top_logprobs"_L1,
                  .type = Integer,
                  .minimum = 1,
                  .maximum = 20,
                  .step = 1,
                  .serverDefault = "null"_L1,
                  .control = Show::Number},
    ParameterSpec{
        .name = "reasoning"_L1, .type = Object, .serverDefault = "null"_L1, .dialects = kRouters},
    ParameterSpec{.name = "chat_template_kwargs"_L1,
                  .type = Object,
                  .serverDefault = "null"_L1,
                  .dialects = kTemplateServers},
    ParameterSpec{.name = "continue_final_message"_L1,
                  .type = Boolean,
                  .serverDefault = "null"_L1,
                  .dialects = kPrefixServers},
    ParameterSpec{.name = "prompt_cache_key"_L1,
                  .type = Text,
                  .serverDefault = "null"_L1,
                  .dialects = kCachingServers},
    ParameterSpec{.name = "prompt_cache_options"_L1,
                  .type = Object,
                  .serverDefault = "null"_L1,
                  .dialects = kDeepInfra},
    ParameterSpec{.name = "ignore_eos"_L1,
                  .type = Boolean,
                  .serverDefault = "null"_L1,
                  .dialects = kTemplateServers},
};

} // namespace

std::span<const ParameterSpec> parameterTable()
{
    return kTable;
}

} // namespace app
