// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"

#include <QList>

namespace ui {

enum class ModelOrder {
    Listed, ///< by provider, as its list has them
    Name,
    Price, ///< the cheapest first; of answers, which are dearer than prompts
    Context, ///< the longest first
    Newest,
};

/// What the picker shows beside the words that are searched for. A value.
struct ModelFilter
{
    using AbilityField = app::Ability app::ModelInfo::*;

    QList<AbilityField> abilities; ///< all of them are wanted
    QString providerId; ///< empty: of all providers
    std::optional<double> mostUsd; ///< per million tokens of answers
    qint64 leastContext = 0; ///< tokens
    ModelOrder order = ModelOrder::Listed;

    /// Whether anything is left out because of it.
    [[nodiscard]] bool isOn() const;
    bool operator==(const ModelFilter &) const = default;
};

/// Models are let through when all that is asked for is known of them; where it is not, the user
/// decides.
enum class Fit { No, NotKnown, Yes };
[[nodiscard]] Fit fitOf(const app::ModelInfo &info, const ModelFilter &filter);

/// With the reasoning effort for `reasoning`: who can be told how much to think does think.
[[nodiscard]] app::Ability abilityOf(const app::ModelInfo &info, ModelFilter::AbilityField ability);

/// Whether `a` stands before `b`; what is not known stands behind all that is.
[[nodiscard]] bool standsBefore(const app::ModelInfo &a, const app::ModelInfo &b, ModelOrder order);

} // namespace ui
