// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QHash>

#include <optional>

namespace app {

class Conversation;
class Settings;

/// Why a request is held back: the figures to decide by, in USD.
struct SpendingBlock
{
    enum class Scope { Run, Conversation };

    Scope scope = Scope::Run; ///< whose ceiling it is
    std::optional<double> estimateUsd; ///< of the request; nothing: nobody says what it costs
    double spentUsd = 0; ///< by the conversation, with what is on its way
    double ceilingUsd = 0;

    /// The ceiling that lets it through: 1, 2 or 5 times a power of ten. Nothing where the cost is
    /// not known: no ceiling helps then.
    [[nodiscard]] std::optional<double> raisedUsd() const;
    bool operator==(const SpendingBlock &) const = default;
};

/// What a conversation has spent, and what is set aside for its runs on their way; measured against
/// the ceilings of the preferences. One that the conversation has of its own takes the place of
/// theirs. Conversation and settings outlive it. GUI thread.
class SpendingLedger
{
public:
    SpendingLedger(const Conversation &conversation, const Settings &settings);

    /// Whether a request may leave. A run may be sent although it is blocked: on the user's word.
    [[nodiscard]] std::optional<SpendingBlock> block(std::optional<double> estimateUsd) const;
    void setAside(RunId run, std::optional<double> estimateUsd);
    /// The run came to its end. `uncountedUsd`: what it may have cost although its record does not
    /// say so.
    void settle(RunId run, double uncountedUsd);

private:
    [[nodiscard]] double spentUsd() const;
    [[nodiscard]] std::optional<double> conversationCeiling() const;

    const Conversation &m_conversation;
    const Settings &m_settings;
    QHash<RunId, double> m_aside;
    double m_uncountedUsd = 0;
};

} // namespace app
