// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/cell_source.h"

namespace ui {

CellSource::CellSource(app::ConversationPtr conversation, app::RoundCell cell, QObject *parent)
    : TranscriptSource(parent), m_conversation(std::move(conversation)), m_cell(std::move(cell))
{
    const app::Conversation *live = m_conversation.get();
    connect(live, &app::Conversation::messageInserted, this, [this](app::MessageId message) {
        if (isOurs(message))
            emit pathChanged();
    });
    connect(live, &app::Conversation::messageChanged, this, [this](app::MessageId message) {
        if (isOurs(message))
            emit messageChanged(message);
    });
    connect(live, &app::Conversation::messageGrew, this, [this](app::MessageId message) {
        if (isOurs(message))
            emit messageGrew(message);
    });
    connect(live, &app::Conversation::runChanged, this, [this](app::RunId run) {
        const app::Message *end = m_conversation->message(app::endOfCell(*m_conversation, m_cell));
        if (end && end->run == run)
            emit messageChanged(end->id);
    });
}

bool CellSource::isOurs(app::MessageId id) const
{
    const app::Message *message = m_conversation->message(id);
    return message && message->turn == m_cell.turn;
}

QList<app::MessageId> CellSource::path() const
{
    QList<app::MessageId> path;
    const app::Message *step = m_conversation->message(app::endOfCell(*m_conversation, m_cell));
    for (; step; step = m_conversation->message(step->parent)) {
        path.prepend(step->id);
        if (step->id == m_cell.prompt)
            break;
    }
    return path;
}

const app::Message *CellSource::message(app::MessageId id) const
{
    return m_conversation->message(id);
}

const app::Run *CellSource::run(app::RunId id) const
{
    return m_conversation->run(id);
}

} // namespace ui
