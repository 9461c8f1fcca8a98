// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/usage.h"

#include "app/base/json_number.h"
#include "app/openai/possible_cost.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// Counts beyond this are not counts. It also keeps sums of them from overflowing.
constexpr double kLargestCount = 1e15;

std::optional<qint64> count(const QJsonValue &value)
{
    const double read = jsonNumber(value).value_or(-1);
    return read >= 0 && read <= kLargestCount ? std::optional(qint64(read)) : std::nullopt;
}

/// Also one that cannot be, where no other one is said: see possible_cost.h.
void takeCost(Usage &usage, const QJsonValue &value)
{
    const std::optional<double> usd = jsonNumber(value);
    const bool isBetter =
        usd && isPossibleCost(*usd) && !isPossibleCost(usage.costUsd.value_or(-1));
    if (isBetter || !usage.costUsd)
        usage.costUsd = usd ? usd : usage.costUsd;
}

void insertIfKnown(QJsonObject &json, QLatin1StringView name, const std::optional<qint64> &value)
{
    if (value)
        json.insert(name, *value);
}

} // namespace

std::optional<Usage> usageFromJson(const QJsonObject &json)
{
    const auto prompt = count(json["prompt_tokens"_L1]);
    const auto completion = count(json["completion_tokens"_L1]);
    const auto total = count(json["total_tokens"_L1]);
    if (!prompt && !completion && !total)
        return std::nullopt;

    Usage usage;
    usage.promptTokens = prompt.value_or(0);
    usage.completionTokens = completion.value_or(0);
    usage.totalTokens = total.value_or(usage.promptTokens + usage.completionTokens);
    const QJsonObject promptDetails = json["prompt_tokens_details"_L1].toObject();
    usage.cachedTokens = count(promptDetails["cached_tokens"_L1]);
    usage.cacheWriteTokens = count(promptDetails["cache_write_tokens"_L1]);
    usage.reasoningTokens =
        count(json["completion_tokens_details"_L1].toObject()["reasoning_tokens"_L1]);
    for (const auto name : {"estimated_cost"_L1, "cost"_L1})
        takeCost(usage, json[name]);
    if (usage.reasoningTokens.value_or(0) > usage.completionTokens) {
        usage.completionTokens += *usage.reasoningTokens;
        usage.totalTokens += *usage.reasoningTokens;
    }
    return usage;
}

QJsonObject usageToJson(const Usage &usage)
{
    QJsonObject json{{u"prompt_tokens"_s, usage.promptTokens},
                     {u"completion_tokens"_s, usage.completionTokens},
                     {u"total_tokens"_s, usage.totalTokens}};
    QJsonObject promptDetails;
    insertIfKnown(promptDetails, "cached_tokens"_L1, usage.cachedTokens);
    insertIfKnown(promptDetails, "cache_write_tokens"_L1, usage.cacheWriteTokens);
    if (!promptDetails.isEmpty())
        json.insert("prompt_tokens_details"_L1, promptDetails);
    QJsonObject completionDetails;
    insertIfKnown(completionDetails, "reasoning_tokens"_L1, usage.reasoningTokens);
    if (!completionDetails.isEmpty())
        json.insert("completion_tokens_details"_L1, completionDetails);
    if (usage.costUsd)
        json.insert("estimated_cost"_L1, *usage.costUsd);
    return json;
}

} // namespace app
