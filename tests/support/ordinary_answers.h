// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scripted_server.h"

namespace tests {

/// How the ordinary models answer.
struct OrdinaryPace
{
    double tokensPerSecond = 0; ///< 0: at once
    QByteArray answer; ///< of the models "answer-N"
};

/// What a server that behaves answers: chat, model lists, account.
[[nodiscard]] Script ordinaryAnswer(const SeenRequest &request, const OrdinaryPace &pace);

} // namespace tests
