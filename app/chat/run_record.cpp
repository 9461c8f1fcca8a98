// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/run_record.h"

#include "app/openai/possible_cost.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

double tierFactor(const Prices &prices, const QString &tier)
{
    if (tier == "priority"_L1)
        return prices.priorityFactor.value_or(1);
    return tier == "flex"_L1 ? prices.flexFactor.value_or(1) : 1;
}

} // namespace

std::optional<double> computeCost(const Usage &usage, const Prices &prices, const QString &tier)
{
    if (!prices.input || !prices.output)
        return {};
    const auto cached = static_cast<double>(
        std::clamp<qint64>(usage.cachedTokens.value_or(0), 0, usage.promptTokens));
    const double fresh = static_cast<double>(usage.promptTokens) - cached;
    const double perMillion = fresh * *prices.input
                              + cached * prices.cacheRead.value_or(*prices.input)
                              + static_cast<double>(usage.completionTokens) * *prices.output;
    return perMillion * tierFactor(prices, tier) / 1e6;
}

std::optional<double> reasoningCost(const Run &run, const Prices &prices)
{
    if (!run.usage || !run.usage->reasoningTokens || !prices.output)
        return {};
    return static_cast<double>(*run.usage->reasoningTokens) * *prices.output
           * tierFactor(prices, run.tierEchoed.value_or(QString())) / 1e6;
}

void completeRun(Run &run, const RunOutcome &outcome, const ModelInfo &model)
{
    run.status = outcome.status;
    run.modelAnswered = outcome.model;
    run.tierEchoed = outcome.serviceTier;
    run.httpStatus = outcome.httpStatus;
    run.usage = outcome.usage;
    run.timings = outcome.timings;
    run.retries = outcome.retries;
    run.error = outcome.error;
    run.responseId = outcome.responseId;
    if (!outcome.usage)
        return;
    const std::optional<double> said = outcome.usage->costUsd;
    run.costUsd = said && isPossibleCost(*said) ? said : std::nullopt;
    if (!run.costUsd) {
        run.costUsd =
            computeCost(*outcome.usage, model.prices, outcome.serviceTier.value_or(u""_s));
        run.costComputed = run.costUsd.has_value();
    }
}

TierEcho tierEcho(const QString &asked, const std::optional<QString> &echoed)
{
    if (!echoed || echoed->isEmpty())
        return TierEcho::Unknown;
    if (*echoed == asked)
        return TierEcho::AsAsked;
    // Servers have several words for the usual one; nobody asked for another.
    const bool isUsual = *echoed != "priority"_L1 && *echoed != "flex"_L1;
    const bool asksUsual = asked.isEmpty() || asked == "default"_L1;
    return asksUsual && isUsual ? TierEcho::AsAsked : TierEcho::Differs;
}

RunOutcome outcomeWithoutRequest(Error error)
{
    RunOutcome outcome;
    outcome.status = error.kind == ErrorKind::Cancelled ? RunStatus::Cancelled : RunStatus::Failed;
    outcome.choices = {Choice{}};
    outcome.error = std::move(error);
    return outcome;
}

RequestedFeatures featuresOf(const Recipe &recipe)
{
    return {recipe.body.keys(), !recipe.images.isEmpty()};
}

} // namespace app
