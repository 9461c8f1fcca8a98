// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tables/lane_table.h"

#include "app/store/record_names.h"
#include "app/store/stored_json.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {
Result<void> countLanes(Database &database, ConversationId conversation)
{
    return database.run(u"UPDATE conversations SET lane_count = "
                        "max(1, (SELECT count(*) FROM lanes WHERE conversation = ?)) "
                        "WHERE id = ?"_s,
                        {sql(conversation), sql(conversation)});
}

Lane laneOf(const Row &row)
{
    return {.id = row.id<LaneId>(0),
            .position = row.number(1),
            .letter = row.number(2),
            .providerId = row.text(3),
            .model = row.text(4),
            .parameters = ParameterSet::fromJson(objectOf(row.bytes(5))),
            .sendAnyway = stringsOf(row.bytes(6)),
            .extraJson = objectOf(row.bytes(7)),
            .systemPrompt = row.text(8),
            .tools = toolsOf(row.bytes(12)),
            .head = row.id<MessageId>(9),
            .detached = row.flag(10),
            .width = row.number(11)};
}
} // namespace

Result<void> putLane(Database &database, ConversationId conversation, const Lane &lane)
{
    return database
        .run(u"INSERT INTO lanes (id, conversation, position, letter, provider_id, model, "
             "parameters, send_anyway, extra_json, system_prompt, head, detached, width, tools) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
             "position = excluded.position, letter = excluded.letter, "
             "provider_id = excluded.provider_id, model = excluded.model, "
             "parameters = excluded.parameters, send_anyway = excluded.send_anyway, "
             "extra_json = excluded.extra_json, system_prompt = excluded.system_prompt, "
             "head = excluded.head, detached = excluded.detached, width = excluded.width, "
             "tools = excluded.tools"_s,
             {sql(lane.id), sql(conversation), sql(lane.position), sql(lane.letter),
              sql(lane.providerId), sql(lane.model), sql(storedJson(lane.parameters.toJson())),
              sql(storedJson(lane.sendAnyway)), sql(storedJson(lane.extraJson)),
              sql(lane.systemPrompt), sql(lane.head), sql(lane.detached), sql(lane.width),
              sql(storedTools(lane.tools))})
        .and_then([&] { return countLanes(database, conversation); });
}

Result<void> removeLane(Database &database, ConversationId conversation, LaneId id)
{
    return database.run(u"DELETE FROM lanes WHERE id = ?"_s, {sql(id)}).and_then([&] {
        return countLanes(database, conversation);
    });
}

Result<QList<Lane>> readLanes(Database &database, ConversationId conversation)
{
    QList<Lane> lanes;
    const auto read = database.rows(
        u"SELECT id, position, letter, provider_id, model, parameters, send_anyway, extra_json, "
        "system_prompt, head, detached, width, tools FROM lanes WHERE conversation = ? ORDER BY position, id"_s,
        {sql(conversation)}, [&](const Row &row) { lanes.append(laneOf(row)); });
    if (!read)
        return fail(read.error());
    return lanes;
}

Result<void> putRound(Database &database, ConversationId conversation, const Round &round)
{
    return database.run(
        u"INSERT INTO rounds (id, conversation, kind, created_ms) "
        "VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "kind = excluded.kind, created_ms = excluded.created_ms"_s,
        {sql(round.id), sql(conversation), sql(storedName(round.kind)), sql(round.createdMs)});
}

Result<QList<Round>> readRounds(Database &database, ConversationId conversation)
{
    QList<Round> rounds;
    const auto read = database.rows(
        u"SELECT id, kind, created_ms FROM rounds WHERE conversation = ? ORDER BY id"_s,
        {sql(conversation)}, [&](const Row &row) {
            rounds.append({row.id<RoundId>(0), roundKindOf(row.text(1)), row.integer(2)});
        });
    if (!read)
        return fail(read.error());
    return rounds;
}

Result<void> putTurn(Database &database, ConversationId conversation, const TurnRecord &turn)
{
    return database.run(u"INSERT INTO turns (id, conversation, round, lane, coordinates) "
                        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                        "round = excluded.round, lane = excluded.lane, "
                        "coordinates = excluded.coordinates"_s,
                        {sql(turn.id), sql(conversation), turn.round.value(), turn.lane.value(),
                         sql(storedJson(turn.coordinates))});
}

Result<QList<TurnRecord>> readTurns(Database &database, ConversationId conversation)
{
    QList<TurnRecord> turns;
    const auto read = database.rows(
        u"SELECT id, round, lane, coordinates FROM turns WHERE conversation = ? ORDER BY id"_s,
        {sql(conversation)}, [&](const Row &row) {
            turns.append(
                {row.id<TurnId>(0), row.id<RoundId>(1), row.id<LaneId>(2), objectOf(row.bytes(3))});
        });
    if (!read)
        return fail(read.error());
    return turns;
}

} // namespace app
