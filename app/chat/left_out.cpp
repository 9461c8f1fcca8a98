// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/left_out.h"

namespace app {

int leftOutRounds(const ParameterSet &parameters)
{
    return std::max(parameters.value(kLeaveOutRounds).toInt(), 0);
}

qsizetype firstSent(const Conversation &conversation, const QList<MessageId> &path, int leftOut)
{
    qsizetype first = 0;
    int prompts = 0;
    for (qsizetype at = 0; at < path.size() && prompts <= leftOut; ++at) {
        const Message *message = conversation.message(path.at(at));
        if (!message || message->role != Role::User)
            continue;
        ++prompts;
        first = prompts > 1 ? at : 0; // what stands before the first prompt belongs to its round
    }
    return first;
}

QList<MessageId> withoutOldestRounds(const Conversation &conversation, const QList<MessageId> &path,
                                     int leftOut)
{
    return leftOut > 0 ? path.sliced(firstSent(conversation, path, leftOut)) : path;
}

} // namespace app
