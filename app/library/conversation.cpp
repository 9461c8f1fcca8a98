// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/conversation.h"

#include "app/library/message_tree.h"

#include <algorithm>

namespace app {

namespace {
struct Notice
{
    enum class Kind { Inserted, Changed, Grew };
    Kind kind;
    MessageId message;
    bool operator==(const Notice &) const = default;
};

/// What one apply() did, gathered so that listeners find all of it in place.
struct Notices
{
    QList<Notice> messages;
    QList<RunId> runs;
    QList<RoundId> rounds;
    QList<LaneId> lanes;
    QList<LaneId> movedHeads; ///< their path must be looked at
    bool allPaths = false;
    bool laneList = false;
    bool draft = false;
    bool queue = false;
    bool summary = false;
};

template <typename Value>
void addOnce(QList<Value> &list, const Value &value)
{
    if (list.isEmpty() || list.constLast() != value)
        list.append(value);
}

/// A recipe is as long as the history; the store keeps it.
Run withoutRecipe(Run run)
{
    run.recipe = {};
    return run;
}

bool sameButHead(const Lane &one, Lane other)
{
    other.head = one.head;
    return one == other;
}
} // namespace

struct Conversation::Private
{
    ConversationSummary summary;
    QList<Lane> lanes;
    Draft draft;
    QHash<LaneId, Draft> laneDrafts;
    QList<Prompt> queue;
    MessageTree tree;
    QHash<RunId, Run> runs;
    QHash<RoundId, BlindRound> blindRounds;
    QList<RoundId> veiled; ///< those of them whose names are hidden, the oldest first
    QHash<RoundId, Vote> votes;
    QSet<MessageId> withTokens;
    QHash<LaneId, QList<MessageId>> paths;

    void put(const PutConversation &change, Notices &notices);
    void put(const PutLane &change, Notices &notices);
    void put(const RemoveLane &change, Notices &notices);
    void put(const PutRound &change, Notices &) { tree.put(change.round); }
    void put(const PutTurn &change, Notices &) { tree.put(change.turn); }
    void put(const PutRun &change, Notices &notices);
    void put(const PutMessage &change, Notices &notices);
    void put(const AppendText &change, Notices &notices);
    void put(const AppendCall &change, Notices &notices);
    void put(const PutTokens &change, Notices &notices);
    void put(const SetHidden &change, Notices &notices);
    void put(const PutDraft &change, Notices &notices);
    void put(const PutQueue &change, Notices &notices);
    void put(const PutBlindRound &change, Notices &notices);
    void put(const PutVote &change, Notices &notices);

    void putBlindRound(const BlindRound &round);
    void sortLanes();
    // Both say whether the path is another one now.
    bool replacePath(const Lane &lane);
    bool stepPath(const Lane &lane);
    QList<LaneId> updatePaths(const Notices &notices);
};

void Conversation::Private::put(const PutConversation &change, Notices &notices)
{
    ConversationSummary next = change.summary;
    next.laneCount = summary.laneCount;
    notices.summary |= next != summary;
    summary = next;
}

void Conversation::Private::sortLanes()
{
    std::ranges::stable_sort(lanes, {}, &Lane::position);
    summary.laneCount = std::max(1, int(lanes.size()));
}

void Conversation::Private::put(const PutLane &change, Notices &notices)
{
    const auto found = std::ranges::find(lanes, change.lane.id, &Lane::id);
    if (found == lanes.end()) {
        lanes.append(change.lane);
        notices.laneList = true;
        notices.movedHeads.append(change.lane.id);
    } else {
        notices.laneList |= found->position != change.lane.position;
        if (!sameButHead(*found, change.lane))
            addOnce(notices.lanes, change.lane.id);
        if (found->head != change.lane.head)
            addOnce(notices.movedHeads, change.lane.id);
        *found = change.lane;
    }
    if (notices.laneList) {
        const int before = summary.laneCount;
        sortLanes();
        notices.summary |= summary.laneCount != before;
    }
}

void Conversation::Private::put(const RemoveLane &change, Notices &notices)
{
    if (!lanes.removeIf([&](const Lane &lane) { return lane.id == change.lane; }))
        return;
    paths.remove(change.lane);
    const int before = summary.laneCount;
    sortLanes();
    notices.laneList = true;
    notices.summary |= summary.laneCount != before;
}

void Conversation::Private::put(const PutRun &change, Notices &notices)
{
    runs.insert(change.run.id, withoutRecipe(change.run));
    addOnce(notices.runs, change.run.id);
}

void Conversation::Private::put(const PutMessage &change, Notices &notices)
{
    const Message &message = change.message;
    const Message *known = tree.message(message.id);
    notices.allPaths |=
        known
            ? known->hidden != message.hidden || known->parent != message.parent
            : std::ranges::any_of(lanes, [&](const Lane &lane) { return lane.head == message.id; });
    notices.messages.append({known ? Notice::Kind::Changed : Notice::Kind::Inserted, message.id});
    tree.put(message);
}

void Conversation::Private::put(const AppendText &change, Notices &notices)
{
    Message *message = tree.edit(change.message);
    if (!message)
        return;
    appendText(message->parts, change.kind, change.text);
    addOnce(notices.messages, {Notice::Kind::Grew, change.message});
}

void Conversation::Private::put(const AppendCall &change, Notices &notices)
{
    Message *message = tree.edit(change.message);
    if (!message)
        return;
    appendCall(message->parts, change.call, change.more);
    addOnce(notices.messages, {Notice::Kind::Grew, change.message});
}

void Conversation::Private::put(const PutTokens &change, Notices &notices)
{
    withTokens.insert(change.message);
    if (tree.message(change.message))
        addOnce(notices.messages, {Notice::Kind::Changed, change.message});
}

void Conversation::Private::put(const SetHidden &change, Notices &notices)
{
    Message *message = tree.edit(change.message);
    if (!message || message->hidden == change.hidden)
        return;
    message->hidden = change.hidden;
    notices.allPaths = true;
    notices.messages.append({Notice::Kind::Changed, change.message});
}

void Conversation::Private::put(const PutDraft &change, Notices &notices)
{
    Draft &kept = change.lane ? laneDrafts[change.lane] : draft;
    notices.draft |= kept != change.draft;
    kept = change.draft;
}

void Conversation::Private::put(const PutQueue &change, Notices &notices)
{
    notices.queue |= queue != change.prompts;
    queue = change.prompts;
}

void Conversation::Private::putBlindRound(const BlindRound &round)
{
    blindRounds.insert(round.round, round);
    veiled.removeOne(round.round);
    if (round.revealedMs == 0)
        veiled.insert(std::ranges::lower_bound(veiled, round.round), round.round);
}

void Conversation::Private::put(const PutBlindRound &change, Notices &notices)
{
    putBlindRound(change.round);
    addOnce(notices.rounds, change.round.round);
}

void Conversation::Private::put(const PutVote &change, Notices &notices)
{
    const auto given = votes.constFind(change.vote.round);
    if (given != votes.cend() && given->isBlind)
        return;
    votes.insert(change.vote.round, change.vote);
    addOnce(notices.rounds, change.vote.round);
}

bool Conversation::Private::replacePath(const Lane &lane)
{
    QList<MessageId> next = tree.pathTo(lane.head);
    QList<MessageId> &path = paths[lane.id];
    if (next == path)
        return false;
    path = std::move(next);
    return true;
}

/// For a head that moved over an unchanged tree: a step forward, the usual case, does not walk the
/// whole history.
bool Conversation::Private::stepPath(const Lane &lane)
{
    const Message *head = tree.message(lane.head);
    QList<MessageId> &path = paths[lane.id];
    if (!head || head->hidden || path.isEmpty() || head->parent != path.constLast())
        return replacePath(lane);
    path.append(head->id);
    return true;
}

QList<LaneId> Conversation::Private::updatePaths(const Notices &notices)
{
    QList<LaneId> changed;
    for (const Lane &lane : std::as_const(lanes)) {
        if (notices.allPaths && replacePath(lane))
            changed.append(lane.id);
        else if (!notices.allPaths && notices.movedHeads.contains(lane.id) && stepPath(lane))
            changed.append(lane.id);
    }
    return changed;
}

Conversation::Conversation(ConversationRecord record) : d(std::make_unique<Private>())
{
    d->summary = std::move(record.summary);
    d->lanes = std::move(record.lanes);
    d->draft = std::move(record.draft);
    d->laneDrafts = std::move(record.laneDrafts);
    d->queue = std::move(record.queue);
    d->withTokens = std::move(record.withTokens);
    for (const Round &round : std::as_const(record.rounds))
        d->tree.put(round);
    for (const TurnRecord &turn : std::as_const(record.turns))
        d->tree.put(turn);
    for (const Message &message : std::as_const(record.messages))
        d->tree.put(message);
    d->runs.reserve(record.runs.size());
    for (const Run &run : std::as_const(record.runs))
        d->runs.insert(run.id, withoutRecipe(run));
    for (const BlindRound &round : std::as_const(record.blindRounds))
        d->putBlindRound(round);
    for (const Vote &vote : std::as_const(record.votes))
        d->votes.insert(vote.round, vote);
    d->sortLanes();
    for (const Lane &lane : std::as_const(d->lanes))
        d->replacePath(lane);
}

Conversation::~Conversation() = default;

ConversationId Conversation::id() const
{
    return d->summary.id;
}

const ConversationSummary &Conversation::summary() const
{
    return d->summary;
}

const Draft &Conversation::draft(LaneId lane) const
{
    static const Draft none;
    if (!lane)
        return d->draft;
    const auto found = d->laneDrafts.constFind(lane);
    return found == d->laneDrafts.cend() ? none : *found;
}

const QList<Prompt> &Conversation::queue() const
{
    return d->queue;
}

const QList<Lane> &Conversation::lanes() const
{
    return d->lanes;
}

const Lane *Conversation::lane(LaneId id) const
{
    const auto found = std::ranges::find(std::as_const(d->lanes), id, &Lane::id);
    return found == d->lanes.cend() ? nullptr : &*found;
}

const QList<MessageId> &Conversation::path(LaneId id) const
{
    static const QList<MessageId> none;
    const auto found = d->paths.constFind(id);
    return found == d->paths.cend() ? none : *found;
}

const Message *Conversation::message(MessageId id) const
{
    return d->tree.message(id);
}

const Run *Conversation::run(RunId id) const
{
    const auto found = d->runs.constFind(id);
    return found == d->runs.cend() ? nullptr : &*found;
}

double Conversation::costUsd() const
{
    double sum = 0;
    for (const Run &run : std::as_const(d->runs))
        sum += run.costUsd.value_or(0);
    return sum;
}

const TurnRecord *Conversation::turn(TurnId id) const
{
    return d->tree.turn(id);
}

const Round *Conversation::round(RoundId id) const
{
    return d->tree.round(id);
}

QList<RoundId> Conversation::rounds(const QList<RoundKind> &kinds) const
{
    return d->tree.rounds(kinds);
}

QList<TurnId> Conversation::turnsOf(RoundId round) const
{
    return d->tree.turnsOf(round);
}

MessageId Conversation::firstReply(TurnId turn) const
{
    return d->tree.firstReply(turn);
}

const BlindRound *Conversation::blindRound(RoundId id) const
{
    const auto found = d->blindRounds.constFind(id);
    return found == d->blindRounds.cend() ? nullptr : &*found;
}

QList<BlindRound> Conversation::veiledRounds() const
{
    QList<BlindRound> rounds;
    for (const RoundId id : std::as_const(d->veiled))
        rounds.append(d->blindRounds.value(id));
    return rounds;
}

const BlindRound *Conversation::veiledRound() const
{
    return d->veiled.isEmpty() ? nullptr : blindRound(d->veiled.constLast());
}

const Vote *Conversation::vote(RoundId id) const
{
    const auto found = d->votes.constFind(id);
    return found == d->votes.cend() ? nullptr : &*found;
}

bool Conversation::hasTokens(MessageId id) const
{
    return d->withTokens.contains(id);
}

QList<MessageId> Conversation::children(MessageId parent) const
{
    return d->tree.children(parent);
}

QList<MessageId> Conversation::siblings(LaneId, MessageId message) const
{
    return d->tree.siblings(message);
}

MessageId Conversation::tip(LaneId lane, MessageId message) const
{
    return d->tree.tip(lane, message);
}

void Conversation::apply(const Change &change)
{
    apply(Changes{change});
}

void Conversation::apply(const Changes &changes)
{
    Notices notices;
    for (const Change &change : changes)
        std::visit([&](const auto &kind) { d->put(kind, notices); }, change);
    const QList<LaneId> movedPaths = d->updatePaths(notices);

    for (const Notice &notice : std::as_const(notices.messages)) {
        if (notice.kind == Notice::Kind::Inserted)
            emit messageInserted(notice.message);
        else if (notice.kind == Notice::Kind::Changed)
            emit messageChanged(notice.message);
        else
            emit messageGrew(notice.message);
    }
    for (const RunId run : std::as_const(notices.runs))
        emit runChanged(run);
    for (const RoundId round : std::as_const(notices.rounds))
        emit roundChanged(round);
    if (notices.laneList)
        emit lanesChanged();
    for (const LaneId lane : std::as_const(notices.lanes))
        emit laneChanged(lane);
    for (const LaneId lane : movedPaths)
        emit pathChanged(lane);
    if (notices.draft)
        emit draftChanged();
    if (notices.queue)
        emit queueChanged();
    if (notices.summary)
        emit summaryChanged();
}

} // namespace app
