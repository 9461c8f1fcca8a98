// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/chat/omission.h"
#include "app/store/records.h"

namespace app {

/// USD for this usage by the catalogue's prices; nothing where a price is unknown. `tier`: the one
/// that was really used.
[[nodiscard]] std::optional<double> computeCost(const Usage &usage, const Prices &prices,
                                                const QString &tier);

/// USD that the thoughts of a run cost: its reasoning tokens at the price of output, by the
/// catalogue and the tier that was used. Nothing where a figure is missing.
[[nodiscard]] std::optional<double> reasoningCost(const Run &run, const Prices &prices);

/// Takes over what came; the cost is the server's where it said one, else computed.
void completeRun(Run &run, const RunOutcome &outcome, const ModelInfo &model);

/// Whether the server says that it used the service tier that was asked; empty: none was. Where it
/// says nothing, nobody knows.
enum class TierEcho { Unknown, AsAsked, Differs };
[[nodiscard]] TierEcho tierEcho(const QString &asked, const std::optional<QString> &echoed);

/// The outcome of a run that ended before anything could be sent.
[[nodiscard]] RunOutcome outcomeWithoutRequest(Error error);

/// What the request of a run held.
[[nodiscard]] RequestedFeatures featuresOf(const Recipe &recipe);

} // namespace app
