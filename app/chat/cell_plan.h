// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/sweep.h"
#include "app/chat/turn_plan.h"

namespace app {

class Catalogue;
class Settings;

/// A model of a provider.
struct ModelChoice
{
    QString providerId;
    QString model;

    bool operator==(const ModelChoice &) const = default;
};

/// What a sweep or a repeat asks: every prompt of every model with every value of every axis, and
/// all that so often. What is not varied is as in the lane.
struct CellsSpec
{
    LaneId lane; ///< all begin with its settings, below its head, which does not move
    QStringList prompts; ///< one at least; the same one twice is one
    QList<ImagePart> images = {}; ///< with every prompt
    QList<ModelChoice> models = {}; ///< none: the lane's
    QList<SweepAxis> axes = {};
    int repeats = 1;
};

/// A window full of answers, not a benchmark: for more there is the command line.
inline constexpr qsizetype kMostRoundCells = 500;

/// Answers that are asked for, however many that are.
[[nodiscard]] qsizetype cellCount(const CellsSpec &spec);

/// The rows of a whole round, with a turn for every cell. InvalidRequest: an unknown lane, one that
/// is being answered, no prompt, nothing that varies, an axis twice, more than kMostRoundCells.
[[nodiscard]] Result<RoundPlan> planCells(const Conversation &conversation, const CellsSpec &spec,
                                          qint64 nowMs);
/// The same cells once more, each as a new turn under the settings that it had.
[[nodiscard]] RoundPlan planCellsAgain(const Conversation &conversation, RoundId round,
                                       const QList<TurnId> &cells, qint64 nowMs);

/// USD for all of it, guessed as estimateCost() does; nothing where a model has no known price.
[[nodiscard]] std::optional<double> estimateCells(const Conversation &conversation,
                                                  const CellsSpec &spec, const Catalogue &catalogue,
                                                  const Settings &settings);

} // namespace app
