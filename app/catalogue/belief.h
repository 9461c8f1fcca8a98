// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"

namespace app {

/// What a model is taken to be able to do, and why.
struct Belief
{
    enum class Source {
        Nothing, ///< nobody said: it is tried
        List, ///< of the provider
        Learnt, ///< a request was refused, or answered
        User, ///< says so, whatever else is known
    };
    Ability ability = Ability::Unknown;
    Source source = Source::Nothing;
    qint64 sinceMs = 0; ///< when it was learnt or said; 0: not known
    QString reason = {}; ///< of Learnt: the words of the server, plain text

    bool operator==(const Belief &) const = default;
};

} // namespace app
