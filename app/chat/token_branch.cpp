// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/token_branch.h"

#include "app/chat/continuation.h"
#include "app/evaluation/token_statistics.h"

namespace app {

TokenBranch tokenBranch(const Conversation &conversation, MessageId replyId,
                        const TokenLogprobs &tokens, qsizetype token, QByteArrayView inItsPlace)
{
    using Obstacle = TokenBranch::Obstacle;
    const Message *reply = conversation.message(replyId);
    const QByteArray answer = reply ? textOf(reply->parts) : QByteArray();
    const auto place = placeOfAnswer(tokens, answer);
    if (!place || token < 0 || token >= tokens.size())
        return {{}, Obstacle::NotSpelled};
    const qsizetype within = tokens.begin(token) - *place;
    if (within < 0 || within >= answer.size())
        return {{}, Obstacle::OutsideAnswer};
    QByteArray text = textUpTo(conversation, reply->continues) + answer.first(within);
    text.append(inItsPlace);
    if (text.isEmpty())
        return {{}, Obstacle::Nothing};
    if (!text.isValidUtf8())
        return {{}, Obstacle::HalfCharacter};
    return {text, Obstacle::None};
}

} // namespace app
