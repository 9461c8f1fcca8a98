// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/conversation_source.h"

#include "app/chat/turn_plan.h"

namespace ui {

ConversationSource::ConversationSource(app::ConversationPtr conversation, app::LaneId lane,
                                       QObject *parent)
    : TranscriptSource(parent), m_conversation(std::move(conversation)), m_lane(lane)
{
    const app::Conversation *live = m_conversation.get();
    connect(live, &app::Conversation::pathChanged, this, [this](app::LaneId changed) {
        if (changed == m_lane)
            emit pathChanged();
    });
    connect(live, &app::Conversation::messageChanged, this, &TranscriptSource::messageChanged);
    connect(live, &app::Conversation::messageGrew, this, &TranscriptSource::messageGrew);
    connect(live, &app::Conversation::runChanged, this, &ConversationSource::forwardRun);
}

QList<app::MessageId> ConversationSource::path() const
{
    return m_conversation->path(m_lane);
}

const app::Message *ConversationSource::message(app::MessageId id) const
{
    return m_conversation->message(id);
}

const app::Run *ConversationSource::run(app::RunId id) const
{
    return m_conversation->run(id);
}

QList<app::MessageId> ConversationSource::siblings(app::MessageId id) const
{
    return m_conversation->siblings(m_lane, id);
}

bool ConversationSource::canLeaveOut(app::MessageId reply) const
{
    return !app::refusedFeatures(*m_conversation, m_lane, reply).isEmpty();
}

/// Runs change near the end of the path: their replies are looked for from there.
void ConversationSource::forwardRun(app::RunId run)
{
    const QList<app::MessageId> &path = m_conversation->path(m_lane);
    for (auto id = path.crbegin(); id != path.crend(); ++id) {
        const app::Message *message = m_conversation->message(*id);
        if (message && message->run == run) {
            emit messageChanged(*id);
            return;
        }
    }
}

} // namespace ui
