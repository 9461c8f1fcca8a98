// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_collection.h"

#include "app/export/blind_names.h"
#include "app/export/turn_ways.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace app {

namespace {

using Chain = QList<MessageId>;

/// What the tree holds of one round.
struct RoundRows
{
    Chain loose; ///< without a turn: prompts, and messages that were given
    QList<TurnId> turns; ///< in the order in which they began
};

class ExportCollector
{
public:
    ExportCollector(const Conversation &conversation, const QList<Provider> &providers,
                    const ExportWish &wish)
        : m_conversation(conversation), m_providers(providers), m_wish(wish)
    {
    }

    [[nodiscard]] Exported collect();

private:
    void walk();
    void note(const Message &message, RoundId round);
    [[nodiscard]] bool isWanted(RoundId id, const RoundRows &rows) const;
    [[nodiscard]] ExportedRound roundOf(RoundId id, const RoundRows &rows) const;
    [[nodiscard]] QList<TurnWay> waysThroughRound(RoundKind kind, const RoundRows &rows) const;
    [[nodiscard]] Chain promptAbove(MessageId first, const RoundRows &rows) const;
    void addAnswers(ExportedRound &round, const QList<TurnWay> &ways, const RoundRows &rows) const;
    void addUnanswered(ExportedRound &round, const RoundRows &rows, QSet<MessageId> used) const;
    [[nodiscard]] int promptIn(ExportedRound &round, const Chain &chain) const;
    [[nodiscard]] ExportedAnswer answerOf(const TurnWay &way) const;
    void addVote(ExportedRound &round) const;
    [[nodiscard]] QList<Message> messages(const Chain &chain) const;
    [[nodiscard]] QList<Message> earlierThan(const ExportedRound &round) const;
    [[nodiscard]] Provider provider(const QString &id) const;
    void addProviders(Exported &exported) const;

    const Conversation &m_conversation;
    const QList<Provider> &m_providers;
    const ExportWish &m_wish;
    QMap<RoundId, RoundRows> m_rounds; ///< by id: the oldest first
    QHash<TurnId, Chain> m_turns;
    QSet<MessageId> m_onPath;
};

Exported ExportCollector::collect()
{
    for (const Lane &lane : m_conversation.lanes()) {
        const Chain &path = m_conversation.path(lane.id);
        m_onPath.unite(QSet<MessageId>(path.begin(), path.end()));
    }
    walk();
    Exported exported;
    exported.conversation = m_conversation.summary();
    exported.wish = m_wish;
    exported.version = QStringLiteral(DIPTYCH_VERSION);
    for (auto at = m_rounds.cbegin(); at != m_rounds.cend(); ++at) {
        if (!isWanted(at.key(), at.value()))
            continue;
        ExportedRound round = roundOf(at.key(), at.value());
        if (m_wish.round)
            exported.earlier = earlierThan(round);
        if (hasHiddenNames(m_conversation, round.id))
            hideNames(round, *m_conversation.blindRound(round.id));
        if (!round.prompts.isEmpty() || !round.answers.isEmpty())
            exported.rounds.append(round);
    }
    addProviders(exported);
    return exported;
}

/// Without recursion: a long conversation is a deep tree.
void ExportCollector::walk()
{
    QList<std::pair<MessageId, RoundId>> open;
    for (const MessageId first : m_conversation.children({}))
        open.append({first, RoundId()});
    while (!open.isEmpty()) {
        const auto [id, roundAbove] = open.takeLast();
        const Message *message = m_conversation.message(id);
        if (!message)
            continue;
        const TurnRecord *turn = m_conversation.turn(message->turn);
        const RoundId round = message->round ? message->round : turn ? turn->round : roundAbove;
        note(*message, round);
        for (const MessageId child : m_conversation.children(id))
            open.append({child, round});
    }
    for (Chain &chain : m_turns)
        std::ranges::sort(chain);
    for (RoundRows &rows : m_rounds) {
        std::ranges::sort(rows.loose);
        std::ranges::sort(rows.turns);
    }
}

void ExportCollector::note(const Message &message, RoundId round)
{
    RoundRows &rows = m_rounds[round];
    if (!message.turn) {
        rows.loose.append(message.id);
        return;
    }
    Chain &chain = m_turns[message.turn];
    if (chain.isEmpty())
        rows.turns.append(message.turn);
    chain.append(message.id);
}

bool ExportCollector::isWanted(RoundId id, const RoundRows &rows) const
{
    if (m_wish.round)
        return id == m_wish.round;
    const Round *round = m_conversation.round(id);
    if (m_wish.withBranches || (round && isCellKind(round->kind)))
        return true;
    const auto isOnPath = [this](MessageId message) { return m_onPath.contains(message); };
    return std::ranges::any_of(rows.loose, isOnPath)
           || std::ranges::any_of(rows.turns, [&](TurnId turn) {
                  return std::ranges::any_of(m_turns.value(turn), isOnPath);
              });
}

ExportedRound ExportCollector::roundOf(RoundId id, const RoundRows &rows) const
{
    ExportedRound round;
    round.id = id;
    if (const Round *known = m_conversation.round(id)) {
        round.kind = known->kind;
        round.createdMs = known->createdMs;
    }
    addAnswers(round, waysThroughRound(round.kind, rows), rows);
    addVote(round);
    return round;
}

QList<TurnWay> ExportCollector::waysThroughRound(RoundKind kind, const RoundRows &rows) const
{
    QList<Chain> turns;
    for (const TurnId turn : rows.turns)
        turns.append(m_turns.value(turn));
    return turnWays(m_conversation, turns, m_onPath,
                    {kind, m_wish.withBranches ? WayChoice::All : WayChoice::Shown});
}

Chain ExportCollector::promptAbove(MessageId first, const RoundRows &rows) const
{
    Chain chain;
    const Message *message = m_conversation.message(first);
    for (MessageId id = message->parent; std::ranges::binary_search(rows.loose, id);
         id = m_conversation.message(id)->parent)
        chain.append(id);
    std::ranges::reverse(chain);
    return chain;
}

void ExportCollector::addAnswers(ExportedRound &round, const QList<TurnWay> &ways,
                                 const RoundRows &rows) const
{
    QSet<MessageId> used;
    for (const TurnWay &way : ways) {
        const Chain prompt = promptAbove(way.messages.constFirst(), rows);
        used.unite(QSet<MessageId>(prompt.begin(), prompt.end()));
        ExportedAnswer answer = answerOf(way);
        answer.prompt = promptIn(round, prompt);
        round.answers.append(answer);
    }
    addUnanswered(round, rows, used);
}

/// Prompts that nothing was said to, and messages that were given with an answer among them.
void ExportCollector::addUnanswered(ExportedRound &round, const RoundRows &rows,
                                    QSet<MessageId> used) const
{
    for (auto end = rows.loose.crbegin(); end != rows.loose.crend(); ++end) {
        const bool isAsked = m_wish.withBranches || m_onPath.contains(*end);
        if (used.contains(*end) || !isAsked)
            continue;
        Chain prompt = promptAbove(*end, rows) + Chain{*end};
        used.unite(QSet<MessageId>(prompt.begin(), prompt.end()));
        TurnWay given{{}, {}, {}, m_onPath.contains(*end)};
        while (!prompt.isEmpty()) {
            const Role role = m_conversation.message(prompt.constLast())->role;
            if (role == Role::User || role == Role::System)
                break;
            given.messages.prepend(prompt.takeLast());
        }
        const int place = promptIn(round, prompt);
        if (given.messages.isEmpty())
            continue;
        round.answers.append(answerOf(given));
        round.answers.last().prompt = place;
    }
}

int ExportCollector::promptIn(ExportedRound &round, const Chain &chain) const
{
    const ExportedPrompt prompt{messages(chain)};
    const auto saysTheSame = [&](const ExportedPrompt &other) {
        return std::ranges::equal(prompt.messages, other.messages,
                                  [](const Message &one, const Message &two) {
                                      return one.role == two.role && one.parts == two.parts;
                                  });
    };
    const auto found = std::ranges::find_if(round.prompts, saysTheSame);
    if (found != round.prompts.end())
        return int(found - round.prompts.begin());
    round.prompts.append(prompt);
    return int(round.prompts.size()) - 1;
}

ExportedAnswer ExportCollector::answerOf(const TurnWay &way) const
{
    ExportedAnswer answer;
    answer.turn = way.turn;
    answer.lane = way.lane;
    answer.isShown = way.isShown;
    answer.messages = messages(way.messages);
    if (const TurnRecord *turn = m_conversation.turn(way.turn))
        answer.coordinates = turn->coordinates;
    for (const Message &message : std::as_const(answer.messages)) {
        const Run *run = m_conversation.run(message.run);
        const bool isNew = run && (answer.runs.isEmpty() || answer.runs.constLast().id != run->id);
        if (isNew)
            answer.runs.append(*run);
    }
    if (const Lane *lane = m_conversation.lane(way.lane)) {
        answer.letter = lane->letter;
        answer.model = lane->model;
        answer.providerId = lane->providerId;
    }
    if (!answer.runs.isEmpty()) { // the lane may have another model by now
        answer.model = answer.runs.constFirst().model;
        answer.providerId = answer.runs.constFirst().providerId;
        answer.providerName = answer.runs.constFirst().providerName;
    }
    for (const Provider &provider : m_providers) {
        if (answer.providerName.isEmpty() && provider.id == answer.providerId)
            answer.providerName = provider.name;
    }
    return answer;
}

void ExportCollector::addVote(ExportedRound &round) const
{
    const Vote *vote = m_conversation.vote(round.id);
    if (!vote)
        return;
    round.vote = vote->outcome;
    const VoteSide winner = vote->sides.value(vote->winner);
    for (qsizetype i = 0; i < round.answers.size() && vote->winner >= 0; ++i) {
        if (round.answers.at(i).turn == winner.turn)
            round.winner = int(i);
    }
}

QList<Message> ExportCollector::messages(const Chain &chain) const
{
    QList<Message> messages;
    for (const MessageId id : chain)
        messages.append(*m_conversation.message(id));
    return messages;
}

QList<Message> ExportCollector::earlierThan(const ExportedRound &round) const
{
    QList<Message> earlier;
    QSet<MessageId> known;
    for (const ExportedPrompt &prompt : round.prompts) {
        const MessageId above =
            prompt.messages.isEmpty() ? MessageId() : prompt.messages.constFirst().parent;
        for (const Message *message = m_conversation.message(above);
             message && !known.contains(message->id);
             message = m_conversation.message(message->parent)) {
            known.insert(message->id);
            if (!hasHiddenNames(m_conversation, message->round))
                earlier.append(*message);
        }
    }
    std::ranges::sort(earlier, {}, &Message::id);
    return earlier;
}

Provider ExportCollector::provider(const QString &id) const
{
    const auto found = std::ranges::find(m_providers, id, &Provider::id);
    Provider provider = found == m_providers.end() ? Provider() : *found;
    provider.id = id;
    provider.extraHeaders.clear();
    provider.baseUrl =
        provider.baseUrl.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    return provider;
}

void ExportCollector::addProviders(Exported &exported) const
{
    for (const Lane &lane : m_conversation.lanes())
        exported.lanes.append({lane, provider(lane.providerId)});
    for (const ExportedRound &round : std::as_const(exported.rounds)) {
        for (const ExportedAnswer &answer : round.answers) {
            const auto found =
                std::ranges::find(exported.providers, answer.providerId, &Provider::id);
            if (found == exported.providers.end() && !answer.providerId.isEmpty())
                exported.providers.append(provider(answer.providerId));
        }
    }
}

} // namespace

bool hasHiddenNames(const Conversation &conversation, RoundId round)
{
    const BlindRound *blind = conversation.blindRound(round);
    return blind && blind->revealedMs == 0;
}

Exported collectExport(const Conversation &conversation, const QList<Provider> &providers,
                       const ExportWish &wish)
{
    return ExportCollector(conversation, providers, wish).collect();
}

} // namespace app
