// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/lane_source.h"

#include "app/catalogue/catalogue.h"
#include "app/chat/blind_rounds.h"
#include "app/chat/left_out.h"
#include "app/chat/run_record.h"
#include "app/services.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

app::RoundId veiledRoundOf(const app::Conversation &conversation)
{
    const app::BlindRound *veiled = conversation.veiledRound();
    return veiled ? veiled->round : app::RoundId();
}

} // namespace

LaneSource::LaneSource(app::ConversationPtr conversation, app::ChatPtr chat, app::LaneId lane,
                       const app::Services &services, QObject *parent)
    : ConversationSource(conversation, lane, parent), m_conversation(std::move(conversation)),
      m_chat(std::move(chat)), m_lane(lane), m_services(services),
      m_veiled(veiledRoundOf(*m_conversation))
{
    takeLane(lane);
    connect(m_conversation.get(), &app::Conversation::laneChanged, this, &LaneSource::takeLane);
    connect(m_services.catalogue.get(), &app::Catalogue::modelsChanged, this,
            &TranscriptSource::pathChanged); // with the prices
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

QList<app::Remedy> LaneSource::remedies(app::MessageId reply) const
{
    const app::Lane *lane = m_conversation->lane(m_lane);
    if (!lane || isVeiled(reply))
        return {};
    return app::remediesFor(*m_conversation, m_lane, reply, m_services.provider(lane->providerId),
                            m_services.catalogue->model(lane->providerId, lane->model));
}

std::optional<double> LaneSource::reasoningCostUsd(const app::Run &run) const
{
    return app::reasoningCost(run, m_services.catalogue->model(run.providerId, run.model).prices);
}

/// Nothing under a veil: two models do not cut a text into the same tokens.
bool LaneSource::hasTokens(app::MessageId reply) const
{
    return m_conversation->hasTokens(reply) && !isVeiled(reply);
}

int LaneSource::roundsLeftOutBefore(app::MessageId prompt) const
{
    if (m_leftOut == 0)
        return 0;
    const QList<app::MessageId> &path = m_conversation->path(m_lane);
    const qsizetype first = app::firstSent(*m_conversation, path, m_leftOut);
    if (first == 0 || path.at(first) != prompt)
        return 0;
    return int(std::count_if(path.begin(), path.begin() + first, [this](app::MessageId id) {
        return m_conversation->message(id)->role == app::Role::User;
    }));
}

void LaneSource::takeLane(app::LaneId id)
{
    const app::Lane *lane = m_conversation->lane(m_lane);
    const int leftOut = lane ? app::leftOutRounds(lane->parameters) : 0;
    if (id == m_lane && std::exchange(m_leftOut, leftOut) != leftOut)
        emit pathChanged(); // the line that says so stands above another prompt
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
