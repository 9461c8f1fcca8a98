// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/spending_ledger.h"

#include "app/library/conversation.h"
#include "app/settings/settings.h"

#include <cmath>
#include <numeric>

namespace app {

namespace {

constexpr double kSumRounding = 1e-12; // sums of many small numbers are not exact

double roundedUp(double usd)
{
    const double power = std::pow(10, std::floor(std::log10(usd)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * power >= usd)
            return step * power;
    }
    return 10 * power;
}

} // namespace

std::optional<double> SpendingBlock::raisedUsd() const
{
    if (!estimateUsd)
        return {};
    const double needed = *estimateUsd + (scope == Scope::Conversation ? spentUsd : 0);
    return needed > 0 ? roundedUp(needed) : 0;
}

SpendingLedger::SpendingLedger(const Conversation &conversation, const Settings &settings)
    : m_conversation(conversation), m_settings(settings)
{
}

double SpendingLedger::spentUsd() const
{
    return std::accumulate(m_aside.begin(), m_aside.end(),
                           m_conversation.costUsd() + m_uncountedUsd);
}

std::optional<double> SpendingLedger::conversationCeiling() const
{
    const std::optional<double> own = m_conversation.summary().ceilingUsd;
    return own ? own : m_settings.preferences().conversationCeilingUsd;
}

std::optional<SpendingBlock> SpendingLedger::block(std::optional<double> estimateUsd) const
{
    const Preferences &preferences = m_settings.preferences();
    const std::optional<double> ceilingOfAll = conversationCeiling();
    const double spent = ceilingOfAll ? spentUsd() : 0;
    const auto passes = [&](std::optional<double> ceiling, double before) {
        return ceiling && (!estimateUsd || before + *estimateUsd > *ceiling + kSumRounding);
    };
    using Scope = SpendingBlock::Scope;
    if (passes(preferences.runCeilingUsd, 0))
        return SpendingBlock{Scope::Run, estimateUsd, spent, *preferences.runCeilingUsd};
    // What costs nothing passes no ceiling, not even one that is passed already.
    if (estimateUsd != 0.0 && passes(ceilingOfAll, spent))
        return SpendingBlock{Scope::Conversation, estimateUsd, spent, *ceilingOfAll};
    return {};
}

void SpendingLedger::setAside(RunId run, std::optional<double> estimateUsd)
{
    m_aside.insert(run, estimateUsd.value_or(0));
}

void SpendingLedger::settle(RunId run, double uncountedUsd)
{
    m_aside.remove(run);
    m_uncountedUsd += uncountedUsd;
}

} // namespace app
