// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/records.h"

namespace ui {

/// One line of the details of an answer, in words.
struct RunFact
{
    QString name;
    QString value;

    bool operator==(const RunFact &) const = default;
};

/// What is known of how an answer came about: who was asked and who answered, when, how fast, what
/// it took and cost, how it ended. What is not known is left out. An answer that the user rewrote
/// has no run.
[[nodiscard]] QList<RunFact> runFacts(const app::Message &reply, const app::Run *run);

} // namespace ui
