// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tables/cost_table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Runs that a server answered: others cost nothing. A cost that cannot be is none, in the file of
/// an older version too.
const QString kRunCosts =
    u"SELECT date(r.started_ms / 1000, 'unixepoch', 'localtime') AS day, r.provider_id, "
    "max(r.provider_name), r.model, r.conversation, max(c.title), count(*), "
    "sum(iif(r.cost_usd BETWEEN 0 AND 1000000 AND NOT r.cost_computed, r.cost_usd, 0.0)), "
    "sum(iif(r.cost_usd BETWEEN 0 AND 1000000 AND r.cost_computed, r.cost_usd, 0.0)), "
    "sum(r.cost_usd IS NOT NULL AND r.cost_computed), "
    "sum(ifnull(r.cost_usd NOT BETWEEN 0 AND 1000000, 1)), "
    "sum(ifnull(r.usage_cost_usd NOT BETWEEN 0 AND 1000000, 0)), "
    "sum(ifnull(r.prompt_tokens, 0)), sum(ifnull(r.cached_tokens, 0)), "
    "sum(ifnull(r.completion_tokens, 0)), sum(ifnull(r.reasoning_tokens, 0)) "
    "FROM runs AS r JOIN conversations AS c ON c.id = r.conversation "
    "LEFT JOIN turns AS t ON t.id = r.turn "
    "LEFT JOIN blind_rounds AS b ON b.round = t.round AND b.revealed_ms = 0 "
    "WHERE r.started_ms >= ? AND b.round IS NULL "
    "AND (r.cost_usd IS NOT NULL OR (r.headers_ms >= 0 AND r.http_status < 400)) "
    "GROUP BY day, r.provider_id, r.model, r.conversation"_s;

const QString kPastCosts =
    u"SELECT day, provider_id, provider_name, model, NULL, '', answers, said_usd, computed_usd, "
    "computed, 0, 0, prompt_tokens, cached_tokens, completion_tokens, reasoning_tokens "
    "FROM past_costs WHERE day >= date(? / 1000, 'unixepoch', 'localtime')"_s;

CostRow costRowOf(const Row &row)
{
    return {.day = row.text(0),
            .providerId = row.text(1),
            .providerName = row.text(2),
            .model = row.text(3),
            .conversation = row.id<ConversationId>(4),
            .conversationTitle = row.text(5),
            .answers = row.integer(6),
            .saidUsd = row.real(7),
            .computedUsd = row.real(8),
            .computed = row.integer(9),
            .unknown = row.integer(10),
            .odd = row.integer(11),
            .promptTokens = row.integer(12),
            .cachedTokens = row.integer(13),
            .completionTokens = row.integer(14),
            .reasoningTokens = row.integer(15)};
}

} // namespace

Result<CostTable> readCosts(Database &database, qint64 sinceMs)
{
    CostTable table;
    const auto take = [&](const Row &row) { table.rows.append(costRowOf(row)); };
    const auto read =
        database.rows(kRunCosts, {sql(sinceMs)}, take)
            .and_then([&] { return database.rows(kPastCosts, {sql(sinceMs)}, take); })
            .and_then([&]() -> Result<void> {
                const auto veiled = database.single(
                    u"SELECT count(*) FROM runs AS r JOIN turns AS t ON t.id = r.turn "
                    "JOIN blind_rounds AS b ON b.round = t.round AND b.revealed_ms = 0 "
                    "WHERE r.started_ms >= ?"_s,
                    {sql(sinceMs)});
                if (!veiled)
                    return fail(veiled.error());
                table.veiled = veiled->toLongLong();
                return {};
            });
    if (!read)
        return fail(read.error());
    std::ranges::stable_sort(table.rows, [](const CostRow &left, const CostRow &right) {
        return left.day != right.day ? left.day > right.day : left.costUsd() > right.costUsd();
    });
    return table;
}

} // namespace app
