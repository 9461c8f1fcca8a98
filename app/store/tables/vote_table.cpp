// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tables/vote_table.h"

#include "app/store/record_names.h"
#include "app/store/stored_json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {
Result<void> putSides(Database &database, const Vote &vote)
{
    for (qsizetype place = 0; place < vote.sides.size(); ++place) {
        const VoteSide &side = vote.sides.at(place);
        const auto put =
            database.run(u"INSERT INTO vote_sides (vote, place, turn, lane, letter, provider_id, "
                         "provider_name, model, settings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                         {sql(vote.id), sql(qint64(place)), side.turn.value(), side.lane.value(),
                          sql(side.letter), sql(side.providerId), sql(side.providerName),
                          sql(side.model), sql(side.settings)});
        if (!put)
            return put;
    }
    return {};
}

Vote voteOf(const Row &row)
{
    Vote vote;
    vote.id = row.id<VoteId>(0);
    vote.round = row.id<RoundId>(1);
    vote.conversation = row.id<ConversationId>(2);
    vote.outcome = voteOutcomeOf(row.text(3));
    vote.winner = row.isNull(4) ? -1 : row.number(4);
    vote.isBlind = row.flag(5);
    vote.tags = stringsOf(row.bytes(6));
    vote.votedMs = row.integer(7);
    return vote;
}

VoteSide sideOf(const Row &row)
{
    return {.turn = row.id<TurnId>(1),
            .lane = row.id<LaneId>(2),
            .letter = row.number(3),
            .providerId = row.text(4),
            .providerName = row.text(5),
            .model = row.text(6),
            .settings = row.bytes(7)};
}

/// `where` limits the rows of votes.
Result<QList<Vote>> readVotesWhere(Database &database, const QString &where,
                                   const QVariantList &values)
{
    QList<Vote> votes;
    auto read = database.rows(u"SELECT id, round, conversation, outcome, winner, blind, tags, "
                              "voted_ms FROM votes WHERE %1 ORDER BY id"_s.arg(where),
                              values, [&](const Row &row) { votes.append(voteOf(row)); });
    if (!read)
        return fail(read.error());
    // Both lists rise by the id of the vote.
    qsizetype at = 0;
    read = database.rows(u"SELECT vote, turn, lane, letter, provider_id, provider_name, model, "
                         "settings FROM vote_sides WHERE vote IN (SELECT id FROM votes WHERE %1) "
                         "ORDER BY vote, place"_s.arg(where),
                         values, [&](const Row &row) {
                             const auto id = row.id<VoteId>(0);
                             while (at < votes.size() && votes.at(at).id < id)
                                 ++at;
                             if (at < votes.size() && votes.at(at).id == id)
                                 votes[at].sides.append(sideOf(row));
                         });
    if (!read)
        return fail(read.error());
    // A damaged row may name a winner that is not there.
    for (Vote &vote : votes) {
        if (vote.winner >= vote.sides.size())
            vote.winner = -1;
    }
    return votes;
}

QByteArray storedLanes(const QList<LaneId> &lanes)
{
    // As text: a number of JSON is a double, which holds 53 bits.
    QStringList ids;
    for (const LaneId lane : lanes)
        ids.append(QString::number(lane.value()));
    return storedJson(ids);
}

QList<LaneId> lanesOf(const QByteArray &json)
{
    QList<LaneId> lanes;
    const QStringList ids = stringsOf(json);
    for (const QString &id : ids)
        lanes.append(LaneId(id.toLongLong()));
    return lanes;
}
} // namespace

Result<void> putVote(Database &database, ConversationId conversation, const Vote &vote)
{
    const auto locked =
        database.single(u"SELECT blind FROM votes WHERE round = ?"_s, {vote.round.value()});
    if (!locked)
        return fail(locked.error());
    if (locked->toBool())
        return {};
    return database
        .run(u"DELETE FROM votes WHERE round = ? OR id = ?"_s, {vote.round.value(), sql(vote.id)})
        .and_then([&] {
            return database.run(
                u"INSERT INTO votes (id, round, conversation, outcome, winner, blind, tags, "
                "voted_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                {sql(vote.id), vote.round.value(), sql(conversation), sql(storedName(vote.outcome)),
                 vote.winner < 0 ? QVariant() : sql(vote.winner), sql(vote.isBlind),
                 sql(storedJson(vote.tags)), sql(vote.votedMs)});
        })
        .and_then([&] { return putSides(database, vote); });
}

Result<QList<Vote>> readVotes(Database &database)
{
    return readVotesWhere(database, u"TRUE"_s, {});
}

Result<QList<Vote>> readVotes(Database &database, ConversationId conversation)
{
    return readVotesWhere(database, u"conversation = ?"_s, {sql(conversation)});
}

Result<void> putBlindRound(Database &database, ConversationId conversation, const BlindRound &round)
{
    return database.run(u"INSERT INTO blind_rounds (round, conversation, lanes, revealed_ms) "
                        "VALUES (?, ?, ?, ?) ON CONFLICT (round) DO UPDATE SET "
                        "lanes = excluded.lanes, revealed_ms = excluded.revealed_ms"_s,
                        {round.round.value(), sql(conversation), sql(storedLanes(round.lanes)),
                         sql(round.revealedMs)});
}

Result<QList<BlindRound>> readBlindRounds(Database &database, ConversationId conversation)
{
    QList<BlindRound> rounds;
    const auto read = database.rows(
        u"SELECT round, lanes, revealed_ms FROM blind_rounds WHERE conversation = ? "
        "ORDER BY round"_s,
        {sql(conversation)}, [&](const Row &row) {
            rounds.append({row.id<RoundId>(0), lanesOf(row.bytes(1)), row.integer(2)});
        });
    if (!read)
        return fail(read.error());
    return rounds;
}

} // namespace app
