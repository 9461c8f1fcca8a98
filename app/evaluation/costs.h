// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/run_queries.h"

#include <QSet>

namespace app {

class Conversation;

// What answers cost, added up. Pure.

enum class CostGrouping { Day, Model, DayAndModel, Conversation };

/// The rows added up by what they are grouped by; the other members are empty. Days the newest
/// first, all else the dearest first.
[[nodiscard]] QList<CostRow> groupedCosts(const QList<CostRow> &rows, CostGrouping grouping);
[[nodiscard]] CostRow totalCost(const QList<CostRow> &rows);
/// Servers of one's own ask no money: that no cost is known of their answers is no gap.
[[nodiscard]] QList<CostRow> withoutFreeGaps(QList<CostRow> rows,
                                             const QSet<QString> &freeProviders);

/// USD, of all runs of the round that say what they cost.
[[nodiscard]] double roundCostUsd(const Conversation &conversation, RoundId round);

/// A row for each day and model, for a spreadsheet: numbers with a point, columns in English.
[[nodiscard]] QByteArray costsCsv(const QList<CostRow> &rows);

} // namespace app
