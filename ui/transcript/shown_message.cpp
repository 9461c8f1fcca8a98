// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/shown_message.h"

namespace ui {

QList<ShownMessage> shownMessages(const TranscriptSource &source)
{
    QList<ShownMessage> shown;
    app::TurnId turn;
    const QList<app::MessageId> path = source.path();
    for (const app::MessageId id : path) {
        const app::Message *message = source.message(id);
        if (!message || message->role == app::Role::System)
            continue;
        const bool isPrompt = message->role == app::Role::User;
        const bool joins =
            !shown.isEmpty() && !shown.constLast().isPrompt
            && (message->role == app::Role::Tool
                || (message->continues && message->continues == shown.constLast().messages.last()));
        if (joins) {
            shown.last().messages.append(id);
            continue;
        }
        const bool sameTurn = !isPrompt && message->turn && message->turn == turn
                              && !shown.isEmpty() && !shown.constLast().isPrompt;
        if (sameTurn)
            shown.last().endsTurn = false;
        const app::MessageId start = sameTurn ? shown.constLast().turnStart : id;
        shown.append({{id}, start, isPrompt, true});
        turn = isPrompt ? app::TurnId() : message->turn;
    }
    return shown;
}

} // namespace ui
