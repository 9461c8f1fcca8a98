// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/catalogue/model_info.h"
#include "app/openai/parameters.h"

#include <QStringList>

namespace app {

/// What is left out of a request because the model refused it.
struct Omission
{
    QStringList parameters; ///< wire names
    bool images = false;

    [[nodiscard]] bool isEmpty() const { return parameters.isEmpty() && !images; }
    bool operator==(const Omission &) const = default;
};

/// What this request held.
struct RequestedFeatures
{
    QStringList parameters; ///< wire names that were sent
    bool images = false;
};

/// What an error (Unsupported or InvalidRequest) speaks of, by its `param`, else by the words of
/// its message, among what was sent. Empty where it cannot be told.
[[nodiscard]] Omission omissionFor(const Error &error, const RequestedFeatures &sent);

/// Whether the same request may be answered without what the error speaks of: a 405, or another
/// refusal that says in its words that something is not supported.
[[nodiscard]] bool mayGoWithout(const Error &error);

/// Whether an error is about what the model cannot do at all, rather than about a value that it
/// does not like: a 405, or a 422 that says so.
[[nodiscard]] bool tellsOfLack(const Error &error);

/// The abilities that a refusal of these features shows to be missing.
[[nodiscard]] QList<Ability ModelInfo::*> missingAbilities(const Omission &omission);

} // namespace app
