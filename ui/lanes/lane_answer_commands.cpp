// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with the pieces of an answer, and with several answers to one prompt.
#include "app/chat/lane_changes.h"
#include "ui/lanes/lane_commands.h"
#include "ui/widgets/toast.h"

namespace ui {

void LaneCommands::dropPiece(app::LaneId laneId, app::MessageId pieceId)
{
    const app::Lane *lane = m_chat ? m_chat->conversation().lane(laneId) : nullptr;
    const app::Message *piece = m_chat ? m_chat->conversation().message(pieceId) : nullptr;
    if (!lane || !piece || !piece->continues)
        return;
    const app::MessageId before = lane->head;
    m_chat->moveHeads({{laneId, piece->continues}});
    m_toast.showMessage(tr("The last part of the answer was dropped."), tr("Undo"),
                        [chat = m_chat, laneId, before] {
                            chat->moveHeads({{laneId, before}});
                        });
}

void LaneCommands::showChoices(app::LaneId laneId, app::MessageId replyId)
{
    if (!m_chat || refuses(ActionId::DuplicateLane))
        return;
    const app::Conversation &conversation = m_chat->conversation();
    const app::Message *reply = conversation.message(replyId);
    const app::Lane *lane = conversation.lane(laneId);
    if (!reply || !lane)
        return;
    const app::TurnId turn = reply->turn;
    const QString provider = lane->providerId;
    const QString model = lane->model;
    QList<app::MessageId> others = conversation.siblings(laneId, replyId);
    others.removeIf(
        [&](app::MessageId id) { return id == replyId || conversation.message(id)->turn != turn; });
    QList<app::LaneId> added;
    app::LaneId beside = laneId;
    for (const app::MessageId other : others) {
        beside = m_chat->addLane(beside, provider, model);
        m_chat->moveHeads({{beside, other}});
        added.append(beside);
    }
    if (added.isEmpty())
        return;
    m_toast.showMessage(
        tr("%n lane(s) were added, one for each other answer.", nullptr, int(added.size())),
        tr("Undo"), [chat = m_chat, added] {
            for (const app::LaneId each : added)
                chat->removeLane(each);
        });
}

} // namespace ui
