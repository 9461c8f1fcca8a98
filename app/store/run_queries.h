// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/records.h"

namespace app {

// What is asked of the runs of a profile, whichever conversation they belong to.

/// One run with all that is kept of it.
struct StoredRun
{
    Run run; ///< without its recipe
    ConversationId conversation;
    QString conversationTitle;
    std::optional<Recipe> recipe; ///< none: nothing was sent
    QList<Message> path; ///< the messages that the recipe names, each once
    bool isPathWhole = false; ///< none of them is gone
    std::optional<Exchange> exchange; ///< none: of a version that did not keep it
    QList<Message> replies; ///< by choice
    qint64 rawBytes = -1; ///< of the raw stream as it came; −1: not kept
    /// Its own round, or one that it speaks of, is a blind one whose names are hidden.
    bool isVeiled = false;
};

/// A line of a list of runs.
struct RunLine
{
    RunId id;
    qint64 startedMs = 0;
    QString model;
    RunStatus status = RunStatus::Failed;
    QString conversationTitle;
};

/// What answers of one model cost on one day, by the clock of this computer.
struct CostRow
{
    QString day; ///< "2026-11-30"
    QString providerId;
    QString providerName;
    QString model;
    ConversationId conversation; ///< none: of one that was erased
    QString conversationTitle;
    qint64 answers = 0; ///< that came to a cost, or should have
    double saidUsd = 0; ///< as the servers said
    double computedUsd = 0; ///< from the prices of that day
    qint64 computed = 0; ///< answers whose cost is
    qint64 unknown = 0; ///< answers that no cost is known of
    qint64 odd = 0; ///< answers whose server said a cost that cannot be
    qint64 promptTokens = 0;
    qint64 cachedTokens = 0;
    qint64 completionTokens = 0;
    qint64 reasoningTokens = 0;

    [[nodiscard]] double costUsd() const { return saidUsd + computedUsd; }
    bool operator==(const CostRow &) const = default;
};

struct CostTable
{
    QList<CostRow> rows; ///< the newest day first, the dearest first within it
    qint64 veiled = 0; ///< answers of blind rounds whose names are hidden: not counted

    bool operator==(const CostTable &) const = default;
};

} // namespace app
