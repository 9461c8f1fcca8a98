// SPDX-License-Identifier: GPL-3.0-or-later
// The tools in the settings: where they come from, and what was decided about them.
#include "app/settings/settings.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kToolSources = "toolSources"_L1;
constexpr auto kToolRules = "toolRules"_L1;

} // namespace

std::optional<ToolSource> Settings::toolSource(const QString &id) const
{
    const auto found = std::ranges::find(m_toolSources, id, &ToolSource::id);
    return found == m_toolSources.end() ? std::nullopt : std::optional(*found);
}

void Settings::saveToolSource(const ToolSource &source)
{
    if (source.id.isEmpty())
        return;
    const auto place = std::ranges::find(m_toolSources, source.id, &ToolSource::id);
    if (place == m_toolSources.end())
        m_toolSources.append(source);
    else if (*place == source)
        return;
    else
        *place = source;
    scheduleWrite();
    emit toolSourcesChanged();
}

void Settings::removeToolSource(const QString &id)
{
    const auto isIt = [&id](const ToolSource &source) { return source.id == id; };
    if (m_toolSources.removeIf(isIt) == 0)
        return;
    const auto isAboutIt = [&id](const ToolRule &rule) { return rule.tool.source == id; };
    const bool hadRules = m_toolRules.removeIf(isAboutIt) > 0;
    scheduleWrite();
    emit toolSourcesChanged();
    if (hadRules)
        emit toolRulesChanged();
}

std::optional<ToolPolicy> Settings::toolPolicy(const ToolRef &tool) const
{
    for (const ToolRef &asked : {tool, ToolRef{tool.source, {}}}) {
        const auto rule = std::ranges::find(m_toolRules, asked, &ToolRule::tool);
        if (rule != m_toolRules.end())
            return rule->policy;
    }
    return {};
}

void Settings::setToolPolicy(const ToolRef &tool, std::optional<ToolPolicy> policy)
{
    QList<ToolRule> rules = m_toolRules;
    const auto known = std::ranges::find(rules, tool, &ToolRule::tool);
    if (known != rules.end() && policy)
        known->policy = *policy;
    else if (known != rules.end())
        rules.erase(known);
    else if (policy && !tool.source.isEmpty())
        rules.append({tool, *policy});
    if (rules == m_toolRules)
        return;
    m_toolRules = rules;
    scheduleWrite();
    emit toolRulesChanged();
}

void Settings::readTools(const QJsonObject &root)
{
    for (const QJsonValue &value : root.value(kToolSources).toArray()) {
        const auto source = toolSourceFromJson(value.toObject());
        if (!source)
            m_foreignToolSources.append(value);
        else if (!toolSource(source->id))
            m_toolSources.append(*source);
    }
    for (const QJsonValue &value : root.value(kToolRules).toArray()) {
        if (const auto rule = toolRuleFromJson(value.toObject()))
            m_toolRules.append(*rule);
        else
            m_foreignToolRules.append(value);
    }
}

void Settings::writeTools(QJsonObject &root) const
{
    QJsonArray sources = m_foreignToolSources;
    for (const ToolSource &source : m_toolSources)
        sources.append(toolSourceToJson(source));
    QJsonArray rules = m_foreignToolRules;
    for (const ToolRule &rule : m_toolRules)
        rules.append(toolRuleToJson(rule));
    for (const auto &[name, rows] : {std::pair(kToolSources, sources), {kToolRules, rules}}) {
        if (rows.isEmpty())
            root.remove(name);
        else
            root.insert(name, rows);
    }
}

} // namespace app
