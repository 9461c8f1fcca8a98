// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"

namespace app {

/// The beginning of an answer up to one of its tokens, with another token in its place: what a
/// branch goes on from.
struct TokenBranch
{
    enum class Obstacle {
        None,
        NotSpelled, ///< the tokens are not the text of the answer
        OutsideAnswer, ///< the token belongs to the thoughts, or ends the answer
        HalfCharacter, ///< a request holds text, and this would end inside of a character
        Nothing, ///< neither text before it nor in it
    };
    QByteArray text; ///< empty where there is an obstacle
    Obstacle obstacle = Obstacle::None;

    bool operator==(const TokenBranch &) const = default;
};

/// `tokens` are those of the reply; it may be a piece that continues another one, whose text is
/// part of the branch.
[[nodiscard]] TokenBranch tokenBranch(const Conversation &conversation, MessageId reply,
                                      const TokenLogprobs &tokens, qsizetype token,
                                      QByteArrayView inItsPlace);

} // namespace app
