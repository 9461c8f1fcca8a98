// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/choice.h"
#include "app/openai/usage.h"

#include <optional>

namespace app {

/// What a server said in one answer, streamed or whole.
struct Completion
{
    QList<Choice> choices = {}; ///< by index; one at least once a generation is finished
    std::optional<Usage> usage = {};
    std::optional<QString> serviceTier = {}; ///< as echoed
    QString model = {}; ///< that answered; empty where it was not said
    QString responseId = {};
    QString fingerprint = {}; ///< `system_fingerprint`: what answered, as the server tells it apart
    int malformedEvents = 0; ///< events whose JSON could not be read and that were passed over

    bool operator==(const Completion &) const = default;
};

} // namespace app
