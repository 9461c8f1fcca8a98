// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_filter.h"

#include <algorithm>
#include <limits>

namespace ui {

bool ModelFilter::isOn() const
{
    return !abilities.isEmpty() || !providerId.isEmpty() || mostUsd || leastContext > 0;
}

app::Ability abilityOf(const app::ModelInfo &info, ModelFilter::AbilityField ability)
{
    const bool canBeTold =
        ability == &app::ModelInfo::reasoning && info.reasoningEffort == app::Ability::Yes;
    return canBeTold ? app::Ability::Yes : info.*ability;
}

Fit fitOf(const app::ModelInfo &info, const ModelFilter &filter)
{
    Fit fit = Fit::Yes;
    const auto take = [&fit](Fit one) { fit = std::min(fit, one); };
    for (const ModelFilter::AbilityField ability : filter.abilities) {
        const app::Ability can = abilityOf(info, ability);
        take(can == app::Ability::Yes       ? Fit::Yes
             : can == app::Ability::Unknown ? Fit::NotKnown
                                            : Fit::No);
    }
    if (filter.mostUsd && info.prices.output)
        take(*info.prices.output <= *filter.mostUsd ? Fit::Yes : Fit::No);
    else if (filter.mostUsd)
        take(Fit::NotKnown);
    if (filter.leastContext > 0 && info.contextLength)
        take(*info.contextLength >= filter.leastContext ? Fit::Yes : Fit::No);
    else if (filter.leastContext > 0)
        take(Fit::NotKnown);
    return fit;
}

bool standsBefore(const app::ModelInfo &a, const app::ModelInfo &b, ModelOrder order)
{
    constexpr double dearest = std::numeric_limits<double>::max();
    switch (order) {
    case ModelOrder::Listed:
        return false;
    case ModelOrder::Name:
        return app::shortModelName(a.id).compare(app::shortModelName(b.id), Qt::CaseInsensitive)
               < 0;
    case ModelOrder::Price:
        return a.prices.output.value_or(dearest) < b.prices.output.value_or(dearest);
    case ModelOrder::Context:
        return a.contextLength.value_or(0) > b.contextLength.value_or(0);
    case ModelOrder::Newest:
        return a.createdMs > b.createdMs;
    }
    return false;
}

} // namespace ui
