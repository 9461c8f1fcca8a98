// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/lane_source.h"

#include "app/chat/blind_rounds.h"

namespace ui {

namespace {

app::RoundId veiledRoundOf(const app::Conversation &conversation)
{
    const app::BlindRound *veiled = conversation.veiledRound();
    return veiled ? veiled->round : app::RoundId();
}

} // namespace

LaneSource::LaneSource(app::ConversationPtr conversation, app::ChatPtr chat, app::LaneId lane,
                       QObject *parent)
    : ConversationSource(conversation, lane, parent), m_conversation(std::move(conversation)),
      m_chat(std::move(chat)), m_lane(lane), m_veiled(veiledRoundOf(*m_conversation))
{
    connect(m_conversation.get(), &app::Conversation::roundChanged, this, &LaneSource::takeRound);
    connect(m_conversation.get(), &app::Conversation::pathChanged, this, [this](app::LaneId other) {
        if (m_veiled && other != m_lane)
            emit pathChanged(); // what all lanes share may be another stretch now
    });
    connect(m_chat.get(), &app::Chat::heldBackChanged, this, &TranscriptSource::pathChanged);
}

LaneSource::~LaneSource() = default;

QList<app::MessageId> LaneSource::path() const
{
    const bool isHeld = m_veiled && m_chat->heldBackRound() == m_veiled;
    return app::shownPath(*m_conversation, m_lane,
                          isHeld ? app::Answers::HeldBack : app::Answers::Shown);
}

const app::Run *LaneSource::run(app::RunId id) const
{
    const app::Run *run = ConversationSource::run(id);
    const app::TurnRecord *turn = run ? m_conversation->turn(run->turn) : nullptr;
    const app::BlindRound *round = turn ? m_conversation->blindRound(turn->round) : nullptr;
    return round && round->revealedMs == 0 ? nullptr : run;
}

QList<app::MessageId> LaneSource::siblings(app::MessageId id) const
{
    QList<app::MessageId> siblings = ConversationSource::siblings(id);
    const app::Message *message = m_conversation->message(id);
    if (!m_veiled || !message)
        return siblings;
    siblings.removeIf([&](app::MessageId each) {
        return m_conversation->message(each)->round != message->round
               || (message->round != m_veiled && each != id);
    });
    return siblings;
}

bool LaneSource::canLeaveOut(app::MessageId reply) const
{
    return !isVeiled(reply) && ConversationSource::canLeaveOut(reply);
}

bool LaneSource::isVeiled(app::MessageId id) const
{
    const app::Message *message = m_conversation->message(id);
    return message && app::isVeiled(*m_conversation, *message);
}

void LaneSource::takeRound(app::RoundId round)
{
    const app::RoundId now = veiledRoundOf(*m_conversation);
    if (std::exchange(m_veiled, now) == now)
        return;
    emit pathChanged();
    for (const app::MessageId id : m_conversation->path(m_lane)) {
        if (m_conversation->message(id)->round == round)
            emit messageChanged(id);
    }
}

} // namespace ui
