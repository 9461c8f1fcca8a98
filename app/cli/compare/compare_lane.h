// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/provider_choice.h"
#include "app/openai/parameters.h"

#include <QJsonObject>

namespace app {

/// One side of a comparison, as --lane says it.
struct CompareLane
{
    QString name; ///< "A", "B", … unless it was given one
    ProviderRequest provider; ///< empty: that of the call
    QString model;
    QString systemPrompt; ///< where a prompt brings none of its own
    ParameterSet parameters;

    bool operator==(const CompareLane &) const = default;
};

/// "model=A,temperature=0": assignments of name, model, provider, base-url, system and every
/// parameter of the table, parted as splitQuoted() does. `position` gives a name to a lane without
/// one. InvalidRequest is a sentence about the usage.
[[nodiscard]] Result<CompareLane> readCompareLane(const QString &text, int position);

/// What it asks for, to be kept beside its results; never a key.
[[nodiscard]] QJsonObject laneToJson(const CompareLane &lane);

} // namespace app
