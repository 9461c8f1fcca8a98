// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/stored_json.h"

#include <QJsonDocument>

namespace app {

QByteArray storedJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray storedJson(const QStringList &list)
{
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

QStringList stringsOf(const QByteArray &json)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list;
}

QByteArray storedTools(const QList<ToolRef> &tools)
{
    QJsonArray array;
    for (const ToolRef &tool : tools)
        array.append(toolRefToJson(tool));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<ToolRef> toolsOf(const QByteArray &json)
{
    QList<ToolRef> tools;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array) {
        if (const auto tool = toolRefFromJson(value.toObject()))
            tools.append(*tool);
    }
    return tools;
}

QByteArray storedParts(const Parts &parts)
{
    QJsonArray array;
    for (const Part &part : parts)
        array.append(partToJson(part));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

Parts partsOf(const QByteArray &json)
{
    Parts parts;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array) {
        if (auto part = partFromJson(value.toObject()))
            parts.append(*std::move(part));
    }
    return parts;
}

} // namespace app
