// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/parameter_wording.h"

#include "ui/wording/number_wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Row
{
    QLatin1StringView wireName;
    const char *name;
    const char *explanation;
    const char *unit = nullptr;
};

class ParameterWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::ParameterWording)
public:
    // lupdate takes the context of these from the class; an std::array would mislead it.
    static constexpr Row kRows[] = {
        Row{"temperature"_L1, QT_TR_NOOP("Temperature"),
            QT_TR_NOOP(
                "How freely the next word is drawn: 0 nearly always takes the likeliest, 2 is "
                "wild.")},
        Row{"top_p"_L1, QT_TR_NOOP("Top p"),
            QT_TR_NOOP("Draws only from the likeliest words that together have this probability.")},
        Row{"min_p"_L1, QT_TR_NOOP("Min p"),
            QT_TR_NOOP("Leaves out words less likely than this share of the likeliest one.")},
        Row{"top_k"_L1, QT_TR_NOOP("Top k"),
            QT_TR_NOOP("Draws only from this many of the likeliest words; 0 means all.")},
        Row{"repetition_penalty"_L1, QT_TR_NOOP("Repetition penalty"),
            QT_TR_NOOP(
                "Makes words that were used less likely by this factor; 1 changes nothing.")},
        Row{"presence_penalty"_L1, QT_TR_NOOP("Presence penalty"),
            QT_TR_NOOP("Above 0 the model turns to new subjects, below 0 it stays with the old.")},
        Row{"frequency_penalty"_L1, QT_TR_NOOP("Frequency penalty"),
            QT_TR_NOOP("Above 0 a word becomes less likely each time it was used.")},
        Row{"max_tokens"_L1, QT_TR_NOOP("Max tokens"),
            QT_TR_NOOP("The answer ends after this many tokens, thinking included."),
            QT_TR_NOOP("tokens")},
        Row{"max_completion_tokens"_L1, QT_TR_NOOP("Max completion tokens"),
            QT_TR_NOOP("The newer name of “Max tokens” that some servers ask for."),
            QT_TR_NOOP("tokens")},
        Row{"n"_L1, QT_TR_NOOP("Answers"),
            QT_TR_NOOP("How many answers one request gives. Each of them is paid for.")},
        Row{"auto_continue"_L1, QT_TR_NOOP("Continue by itself"),
            QT_TR_NOOP("An answer that reaches “Max tokens” is gone on with up to this many times. "
                       "Diptych does that; the server is not told."),
            QT_TR_NOOP("times")},
        Row{"leave_out_rounds"_L1, QT_TR_NOOP("Leave out oldest rounds"),
            QT_TR_NOOP("So many prompts from the beginning, with their answers, are not sent. "
                       "Nothing is deleted; the server is not told."),
            QT_TR_NOOP("rounds")},
        Row{"seed"_L1, QT_TR_NOOP("Seed"),
            QT_TR_NOOP("The same seed tends to give the same answer. Servers do not promise it.")},
        Row{"stop"_L1, QT_TR_NOOP("Stop at"),
            QT_TR_NOOP("The answer ends before any of these texts.")},
        Row{"stop_token_ids"_L1, QT_TR_NOOP("Stop token ids"),
            QT_TR_NOOP("The answer ends before any of these token numbers.")},
        Row{"service_tier"_L1, QT_TR_NOOP("Service tier"),
            QT_TR_NOOP("“priority” answers sooner and costs more, “flex” may wait and costs less. "
                       "What was really used is shown beside it.")},
        Row{"fail_fast"_L1, QT_TR_NOOP("Fail fast"),
            QT_TR_NOOP("A busy model refuses at once instead of letting the request wait.")},
        Row{"reasoning_effort"_L1, QT_TR_NOOP("Reasoning effort"),
            QT_TR_NOOP("How long the model thinks before it answers. Thinking is paid as output.")},
        Row{"reasoning"_L1, QT_TR_NOOP("Reasoning"),
            QT_TR_NOOP("Effort and on or off as one object; send this or the effort, not both.")},
        Row{"response_format"_L1, QT_TR_NOOP("Answer format"),
            QT_TR_NOOP("Plain text, any JSON, or JSON that follows a schema.")},
        Row{"tools"_L1, QT_TR_NOOP("Tools as JSON"),
            QT_TR_NOOP("Functions that the model may ask for, as a JSON list.")},
        Row{"tool_choice"_L1, QT_TR_NOOP("Tool choice"),
            QT_TR_NOOP("Whether the model may, must or must not ask for a tool.")},
        Row{"parallel_tool_calls"_L1, QT_TR_NOOP("Parallel tool calls"),
            QT_TR_NOOP("Lets the model ask for several tools at once.")},
        Row{"logprobs"_L1, QT_TR_NOOP("Token probabilities"),
            QT_TR_NOOP("Asks for the probability of every token of the answer.")},
        Row{"top_logprobs"_L1, QT_TR_NOOP("Alternatives per token"),
            QT_TR_NOOP("How many other likely tokens are listed for each token.")},
        Row{"logit_bias"_L1, QT_TR_NOOP("Logit bias"),
            QT_TR_NOOP("Makes single tokens more or less likely, by token number.")},
        Row{"user"_L1, QT_TR_NOOP("User"),
            QT_TR_NOOP("A name for the person asking, for the records of the server.")},
        Row{"models"_L1, QT_TR_NOOP("Fallback models"),
            QT_TR_NOOP("Models tried in this order; the chosen model is then ignored.")},
        Row{"chat_template_kwargs"_L1, QT_TR_NOOP("Template arguments"),
            QT_TR_NOOP("Arguments for the chat template of the model, such as enable_thinking.")},
        Row{"continue_final_message"_L1, QT_TR_NOOP("Continue the last message"),
            QT_TR_NOOP("The model goes on with the last answer instead of starting a new one.")},
        Row{"prompt_cache_key"_L1, QT_TR_NOOP("Cache key"),
            QT_TR_NOOP("Requests with the same key find each other's cached beginning sooner.")},
        Row{"prompt_cache_options"_L1, QT_TR_NOOP("Cache options"),
            QT_TR_NOOP("How long the server keeps the beginning of the conversation. May cost.")},
        Row{"ignore_eos"_L1, QT_TR_NOOP("Ignore the end"),
            QT_TR_NOOP("The model goes on when it wants to end; for measuring only.")},
        Row{"stream"_L1, QT_TR_NOOP("Stream"),
            QT_TR_NOOP("The answer comes piece by piece instead of whole at the end.")},
        Row{"stream_options.include_usage"_L1, QT_TR_NOOP("Count tokens while streaming"),
            QT_TR_NOOP("The server adds the counted tokens to the end of a streamed answer.")},
        Row{"stream_options.continuous_usage_stats"_L1, QT_TR_NOOP("Count tokens all along"),
            QT_TR_NOOP("The server adds the counted tokens to every piece of the answer.")},
        // No name of the wire: what the panel calls the fields that the user adds.
        Row{"extra json"_L1, QT_TR_NOOP("Extra JSON"),
            QT_TR_NOOP("Fields added to the request last, just as they are.")},
        Row{"metadata"_L1, QT_TR_NOOP("Metadata"),
            QT_TR_NOOP("Free labels that the server keeps with the request.")},
        Row{"store"_L1, QT_TR_NOOP("Store"), QT_TR_NOOP("Lets the server keep the answer.")},
        Row{"verbosity"_L1, QT_TR_NOOP("Verbosity"),
            QT_TR_NOOP("How long the answer should be: low, medium or high.")},
    };
};

QString translated(const char *text)
{
    return text ? ParameterWords::tr(text) : QString();
}

} // namespace

ParameterWording parameterWording(QStringView wireName)
{
    const auto *row = std::ranges::find_if(ParameterWords::kRows, [&](const Row &candidate) {
        return candidate.wireName == wireName;
    });
    if (row == std::end(ParameterWords::kRows))
        return {wireName.toString(), {}, {}};
    return {translated(row->name), translated(row->explanation), translated(row->unit)};
}

QString choiceText(QStringView wireName, QStringView choice)
{
    if (wireName == "reasoning_effort"_L1) {
        if (choice == "none"_L1)
            return ParameterWords::tr("off", "reasoning effort");
        if (choice == "minimal"_L1)
            return ParameterWords::tr("minimal", "reasoning effort");
        if (choice == "low"_L1)
            return ParameterWords::tr("low", "reasoning effort");
        if (choice == "medium"_L1)
            return ParameterWords::tr("medium", "reasoning effort");
        if (choice == "high"_L1)
            return ParameterWords::tr("high", "reasoning effort");
        if (choice == "xhigh"_L1)
            return ParameterWords::tr("very high", "reasoning effort");
        if (choice == "max"_L1)
            return ParameterWords::tr("greatest", "reasoning effort");
    }
    return choice.toString();
}

QString rangeText(const app::ParameterSpec &spec)
{
    // A limit of the number format rather than of the parameter says nothing to anybody.
    constexpr double kPractical = 1e12;
    const QString least = plainNumberText(spec.minimum);
    const QString most = plainNumberText(spec.maximum);
    const bool whole = spec.type == app::ParameterType::Integer;
    if (spec.maximum > kPractical)
        return whole ? ParameterWords::tr("A whole number.") : ParameterWords::tr("A number.");
    if (spec.minimumExcluded) {
        return ParameterWords::tr("A number above %1 and at most %2.").arg(least, most);
    }
    return whole ? ParameterWords::tr("A whole number from %1 to %2.").arg(least, most)
                 : ParameterWords::tr("A number from %1 to %2.").arg(least, most);
}

QString dialectText(app::Dialect dialect)
{
    switch (dialect) {
    case app::Dialect::Unknown:
        return ParameterWords::tr("unknown", "dialect of a server");
    case app::Dialect::DeepInfra:
        return u"DeepInfra"_s;
    case app::Dialect::OpenAi:
        return u"OpenAI"_s;
    case app::Dialect::OpenRouter:
        return u"OpenRouter"_s;
    case app::Dialect::Ollama:
        return u"Ollama"_s;
    case app::Dialect::LlamaServer:
        return u"llama-server"_s;
    case app::Dialect::Vllm:
        return u"vLLM"_s;
    case app::Dialect::LmStudio:
        return u"LM Studio"_s;
    case app::Dialect::Demo:
        return ParameterWords::tr("Demo", "name of the built-in provider");
    }
    return {};
}

} // namespace ui
