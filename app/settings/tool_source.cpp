// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/tool_source.h"

#include "app/base/name_table.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using Pairs = QList<std::pair<QString, QString>>;

constexpr NameTable<ToolSourceKind, 4> kKindNames{{
    {ToolSourceKind::ByHand, "by-hand"_L1},
    {ToolSourceKind::Command, "command"_L1},
    {ToolSourceKind::McpCommand, "mcp-command"_L1},
    {ToolSourceKind::McpUrl, "mcp-url"_L1},
}};

constexpr NameTable<ToolPolicy, 3> kPolicyNames{{
    {ToolPolicy::Ask, "ask"_L1},
    {ToolPolicy::Always, "always"_L1},
    {ToolPolicy::Never, "never"_L1},
}};

constexpr qint64 kLongestTimeMs = 24LL * 60 * 60 * 1000;
constexpr qint64 kMostLimitBytes = 1LL << 40;

QJsonArray pairsToJson(const Pairs &pairs)
{
    QJsonArray rows;
    for (const auto &[name, value] : pairs)
        rows.append(QJsonArray{name, value});
    return rows;
}

Pairs pairsFromJson(const QJsonValue &rows)
{
    Pairs pairs;
    for (const QJsonValue &row : rows.toArray()) {
        if (const QString name = row[0].toString(); !name.isEmpty())
            pairs.append({name, row[1].toString()});
    }
    return pairs;
}

QStringList stringsFromJson(const QJsonValue &list)
{
    QStringList strings; // an argument may be empty
    for (const QJsonValue &value : list.toArray())
        strings.append(value.toString());
    return strings;
}

/// Without what says nothing.
void insertFilled(QJsonObject &row, QLatin1StringView name, const QJsonValue &value)
{
    const bool isEmpty = (value.isString() && value.toString().isEmpty())
                         || (value.isArray() && value.toArray().isEmpty())
                         || (value.isObject() && value.toObject().isEmpty());
    if (!isEmpty)
        row.insert(name, value);
}

qint64 limitFrom(const QJsonObject &row, QLatin1StringView name, qint64 usual, qint64 most)
{
    return std::clamp<qint64>(row.value(name).toInteger(usual), 0, most);
}

void writeLimits(QJsonObject &row, const ToolLimits &limits)
{
    const ToolLimits usual;
    if (limits.time != usual.time)
        row.insert("timeMs"_L1, qint64(limits.time.count()));
    if (limits.outputBytes != usual.outputBytes)
        row.insert("outputBytes"_L1, limits.outputBytes);
    if (limits.memoryBytes != usual.memoryBytes)
        row.insert("memoryBytes"_L1, limits.memoryBytes);
}

ToolLimits readLimits(const QJsonObject &row)
{
    const ToolLimits usual;
    ToolLimits limits;
    limits.time =
        std::chrono::milliseconds(limitFrom(row, "timeMs"_L1, usual.time.count(), kLongestTimeMs));
    limits.outputBytes = limitFrom(row, "outputBytes"_L1, usual.outputBytes, kMostLimitBytes);
    limits.memoryBytes = limitFrom(row, "memoryBytes"_L1, usual.memoryBytes, kMostLimitBytes);
    return limits;
}

} // namespace

QJsonObject toolSourceToJson(const ToolSource &source)
{
    QJsonObject row{{u"id"_s, source.id}, {u"kind"_s, nameIn(kKindNames, source.kind)}};
    insertFilled(row, "name"_L1, source.name);
    insertFilled(row, "description"_L1, source.description);
    insertFilled(row, "schema"_L1, source.schema);
    if (source.cannedReply)
        row.insert("cannedReply"_L1, *source.cannedReply);
    insertFilled(row, "program"_L1, source.command.program);
    insertFilled(row, "arguments"_L1, QJsonArray::fromStringList(source.command.arguments));
    insertFilled(row, "folder"_L1, source.command.folder);
    insertFilled(row, "environment"_L1, pairsToJson(source.command.environment));
    insertFilled(row, "confirmed"_L1, QString::fromLatin1(source.confirmed));
    insertFilled(row, "url"_L1, source.url.toString(QUrl::FullyEncoded));
    insertFilled(row, "headers"_L1, pairsToJson(source.headers));
    writeLimits(row, source.limits);
    return row;
}

std::optional<ToolSource> toolSourceFromJson(const QJsonObject &row)
{
    const auto kind = valueIn(kKindNames, row.value("kind"_L1).toString());
    ToolSource source;
    source.id = row.value("id"_L1).toString();
    if (source.id.isEmpty() || !kind) // one of a newer version is no tool by hand
        return std::nullopt;
    source.kind = *kind;
    source.name = row.value("name"_L1).toString();
    source.description = row.value("description"_L1).toString();
    source.schema = row.value("schema"_L1).toObject();
    if (row.value("cannedReply"_L1).isString())
        source.cannedReply = row.value("cannedReply"_L1).toString();
    source.command = {.program = row.value("program"_L1).toString(),
                      .arguments = stringsFromJson(row.value("arguments"_L1)),
                      .folder = row.value("folder"_L1).toString(),
                      .environment = pairsFromJson(row.value("environment"_L1))};
    source.confirmed = row.value("confirmed"_L1).toString().toLatin1();
    source.url = QUrl(row.value("url"_L1).toString());
    source.headers = pairsFromJson(row.value("headers"_L1));
    source.limits = readLimits(row);
    return source;
}

QJsonObject toolRefToJson(const ToolRef &ref)
{
    QJsonObject row{{u"source"_s, ref.source}};
    insertFilled(row, "name"_L1, ref.name);
    return row;
}

std::optional<ToolRef> toolRefFromJson(const QJsonObject &row)
{
    const ToolRef ref{row.value("source"_L1).toString(), row.value("name"_L1).toString()};
    return ref.source.isEmpty() ? std::nullopt : std::optional(ref);
}

QJsonObject toolRuleToJson(const ToolRule &rule)
{
    QJsonObject row = toolRefToJson(rule.tool);
    row.insert("policy"_L1, nameIn(kPolicyNames, rule.policy));
    return row;
}

std::optional<ToolRule> toolRuleFromJson(const QJsonObject &row)
{
    const auto ref = toolRefFromJson(row);
    const auto policy = valueIn(kPolicyNames, row.value("policy"_L1).toString());
    if (!ref || !policy)
        return std::nullopt;
    return ToolRule{*ref, *policy};
}

} // namespace app
