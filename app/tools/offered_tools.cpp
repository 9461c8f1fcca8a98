// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/offered_tools.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kLongestWireName = 64;

QString taken(const QString &name)
{
    static const QRegularExpression others(u"[^a-zA-Z0-9_-]"_s);
    QString clean = name;
    clean.replace(others, u"_"_s);
    return clean.left(kLongestWireName);
}

QString freeName(const Tool &tool, const QStringList &used)
{
    QString name = taken(tool.ref.name);
    if (name.isEmpty())
        name = u"tool"_s;
    if (!used.contains(name))
        return name;
    const QString base = taken(tool.sourceName + u'_' + tool.ref.name);
    name = base;
    for (int number = 2; used.contains(name); ++number) {
        const QString suffix = u'_' + QString::number(number);
        name = base.left(kLongestWireName - suffix.size()) + suffix;
    }
    return name;
}

} // namespace

OfferedTools offeredTools(const QList<Tool> &tools, const QStringList &alreadyUsed)
{
    QStringList used = alreadyUsed;
    OfferedTools offered;
    for (const Tool &tool : tools) {
        const QString name = freeName(tool, used);
        used.append(name);
        offered.append({name, tool});
    }
    return offered;
}

const OfferedTool *findOffered(const OfferedTools &tools, QStringView wireName)
{
    const auto found = std::find_if(tools.begin(), tools.end(), [&](const OfferedTool &each) {
        return each.wireName == wireName;
    });
    return found == tools.end() ? nullptr : &*found;
}

QJsonArray toolsToJson(const OfferedTools &tools)
{
    QJsonArray rows;
    for (const OfferedTool &offered : tools) {
        QJsonObject function{{u"name"_s, offered.wireName}, {u"parameters"_s, offered.tool.schema}};
        if (!offered.tool.description.isEmpty())
            function.insert("description"_L1, offered.tool.description);
        rows.append(QJsonObject{{u"type"_s, u"function"_s}, {u"function"_s, function}});
    }
    return rows;
}

OfferedTools handToolsFromJson(const QJsonArray &tools)
{
    OfferedTools offered;
    for (const QJsonValue &row : tools) {
        const QJsonObject function = row["function"_L1].toObject();
        Tool tool;
        tool.ref.name = function.value("name"_L1).toString();
        tool.description = function.value("description"_L1).toString();
        tool.schema = function.value("parameters"_L1).toObject();
        if (!tool.ref.name.isEmpty())
            offered.append({tool.ref.name, tool});
    }
    return offered;
}

} // namespace app
