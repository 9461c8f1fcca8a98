// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tables/run_table.h"

#include "app/store/record_names.h"
#include "app/store/tables/recipe_table.h"

#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {
// One order for reading, inserting and updating.
constexpr std::array kRunColumns{
    "id"_L1,
    "turn"_L1,
    "lane"_L1,
    "provider_id"_L1,
    "provider_name"_L1,
    "model"_L1,
    "model_answered"_L1,
    "tier_asked"_L1,
    "tier_echoed"_L1,
    "status"_L1,
    "http_status"_L1,
    "prompt_tokens"_L1,
    "completion_tokens"_L1,
    "total_tokens"_L1,
    "cached_tokens"_L1,
    "cache_write_tokens"_L1,
    "reasoning_tokens"_L1,
    "usage_cost_usd"_L1,
    "cost_usd"_L1,
    "cost_computed"_L1,
    "connected_ms"_L1,
    "headers_ms"_L1,
    "first_reasoning_ms"_L1,
    "first_token_ms"_L1,
    "last_token_ms"_L1,
    "total_ms"_L1,
    "retries"_L1,
    "error"_L1,
    "response_id"_L1,
    "started_ms"_L1,
    "version"_L1,
};

QStringList columns()
{
    return {kRunColumns.begin(), kRunColumns.end()};
}

QString putStatement()
{
    QStringList marks(columns().size() + 1, u"?"_s);
    QStringList updates;
    for (const QLatin1StringView column : kRunColumns)
        updates.append(u"%1 = excluded.%1"_s.arg(column));
    return u"INSERT INTO runs (%1, conversation) VALUES (%2) ON CONFLICT (id) DO UPDATE SET %3"_s
        .arg(columns().join(u", "), marks.join(u", "), updates.join(u", "));
}

QVariantList usageValues(const std::optional<Usage> &usage)
{
    if (!usage)
        return QVariantList(7);
    return {sql(usage->promptTokens), sql(usage->completionTokens), sql(usage->totalTokens),
            sql(usage->cachedTokens), sql(usage->cacheWriteTokens), sql(usage->reasoningTokens),
            sql(usage->costUsd)};
}

QVariantList timingValues(const Timings &timings)
{
    return {timings.connectedMs,  timings.headersMs,   timings.firstReasoningMs,
            timings.firstTokenMs, timings.lastTokenMs, timings.totalMs};
}

QVariantList values(const Run &run, ConversationId conversation)
{
    QVariantList list{sql(run.id),
                      sql(run.turn),
                      sql(run.lane),
                      sql(run.providerId),
                      sql(run.providerName),
                      sql(run.model),
                      sql(run.modelAnswered),
                      sql(run.tierAsked),
                      sql(run.tierEchoed),
                      sql(storedName(run.status)),
                      sql(run.httpStatus)};
    list += usageValues(run.usage);
    list += {sql(run.costUsd), sql(run.costComputed)};
    list += timingValues(run.timings);
    list += {sql(run.retries),    run.error ? sql(storedError(*run.error)) : QVariant(),
             sql(run.responseId), sql(run.startedMs),
             sql(run.version),    sql(conversation)};
    return list;
}

std::optional<qint64> optionalInteger(const Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

std::optional<double> optionalReal(const Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
}

std::optional<Usage> usageOf(const Row &row)
{
    if (row.isNull(11))
        return std::nullopt;
    return Usage{.promptTokens = row.integer(11),
                 .completionTokens = row.integer(12),
                 .totalTokens = row.integer(13),
                 .cachedTokens = optionalInteger(row, 14),
                 .cacheWriteTokens = optionalInteger(row, 15),
                 .reasoningTokens = optionalInteger(row, 16),
                 .costUsd = optionalReal(row, 17)};
}

Run runOf(const Row &row)
{
    Run run;
    run.id = row.id<RunId>(0);
    run.turn = row.id<TurnId>(1);
    run.lane = row.id<LaneId>(2);
    run.providerId = row.text(3);
    run.providerName = row.text(4);
    run.model = row.text(5);
    run.modelAnswered = row.text(6);
    run.tierAsked = row.text(7);
    if (!row.isNull(8))
        run.tierEchoed = row.text(8);
    run.status = runStatusOf(row.text(9));
    run.httpStatus = row.number(10);
    run.usage = usageOf(row);
    run.costUsd = optionalReal(row, 18);
    run.costComputed = row.flag(19);
    run.timings = {row.integer(20), row.integer(21), row.integer(22),
                   row.integer(23), row.integer(24), row.integer(25)};
    run.retries = row.number(26);
    run.error = errorOf(row.bytes(27));
    run.responseId = row.text(28);
    run.startedMs = row.integer(29);
    run.version = row.text(30);
    return run;
}
} // namespace

Result<void> putRun(Database &database, ConversationId conversation, const Run &run)
{
    static const QString statement = putStatement();
    return database.run(statement, values(run, conversation)).and_then([&]() -> Result<void> {
        if (run.recipe == Recipe())
            return {};
        return putRecipe(database, conversation, run.id, run.recipe);
    });
}

Result<QList<Run>> readRuns(Database &database, ConversationId conversation)
{
    static const QString statement =
        u"SELECT %1 FROM runs WHERE conversation = ? ORDER BY id"_s.arg(columns().join(u", "));
    QList<Run> runs;
    const auto read = database.rows(statement, {sql(conversation)},
                                    [&](const Row &row) { runs.append(runOf(row)); });
    if (!read)
        return fail(read.error());
    return runs;
}

Result<Run> readRun(Database &database, RunId id)
{
    static const QString statement =
        u"SELECT %1 FROM runs WHERE id = ?"_s.arg(columns().join(u", "));
    std::optional<Run> run;
    const auto read =
        database.rows(statement, {sql(id)}, [&](const Row &row) { run = runOf(row); });
    if (!read)
        return fail(read.error());
    if (!run)
        return fail(ErrorKind::NotFound, u"no run %1"_s.arg(id.value()));
    return *std::move(run);
}

} // namespace app
