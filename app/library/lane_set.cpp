// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/lane_set.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kLaneSetFormat = "diptych-lane-set"_L1;
constexpr int kLaneSetVersion = 1;

auto notASet(const QString &why)
{
    return fail(ErrorKind::InvalidRequest, why);
}

QString providerIdFor(const LaneSet::Entry &entry, const QList<Provider> &providers)
{
    const auto isNamed = [](const Provider &provider, const QString &name) {
        return !name.isEmpty() && provider.name.compare(name, Qt::CaseInsensitive) == 0;
    };
    for (const Provider &provider : providers) {
        if (provider.id == entry.provider)
            return provider.id;
    }
    for (const Provider &provider : providers) {
        if (isNamed(provider, entry.providerName) || isNamed(provider, entry.provider))
            return provider.id;
    }
    return entry.provider;
}

QJsonObject toJson(const LaneSet::Entry &entry)
{
    QJsonObject row{{u"provider"_s, entry.provider}, {u"model"_s, entry.model}};
    if (!entry.providerName.isEmpty())
        row.insert("provider_name"_L1, entry.providerName);
    if (!entry.parameters.isEmpty())
        row.insert("parameters"_L1, entry.parameters.toJson());
    if (!entry.sendAnyway.isEmpty())
        row.insert("send_anyway"_L1, QJsonArray::fromStringList(entry.sendAnyway));
    if (!entry.extraJson.isEmpty())
        row.insert("extra_json"_L1, entry.extraJson);
    if (!entry.systemPrompt.isEmpty())
        row.insert("system_prompt"_L1, entry.systemPrompt);
    return row;
}

LaneSet::Entry entryOf(const QJsonObject &row)
{
    LaneSet::Entry entry;
    entry.provider = row.value("provider"_L1).toString();
    entry.providerName = row.value("provider_name"_L1).toString();
    if (entry.provider.isEmpty())
        entry.provider = entry.providerName;
    entry.model = row.value("model"_L1).toString();
    entry.parameters = ParameterSet::fromJson(row.value("parameters"_L1).toObject());
    for (const QJsonValue &name : row.value("send_anyway"_L1).toArray()) {
        if (name.isString())
            entry.sendAnyway.append(name.toString());
    }
    entry.extraJson = row.value("extra_json"_L1).toObject();
    entry.systemPrompt = row.value("system_prompt"_L1).toString();
    return entry;
}

} // namespace

LaneSet laneSetOf(const QString &name, const QList<Lane> &lanes, const QList<Provider> &providers)
{
    LaneSet set{name, {}};
    for (const Lane &lane : lanes) {
        const auto provider = std::ranges::find(providers, lane.providerId, &Provider::id);
        set.lanes.append({.provider = lane.providerId,
                          .providerName = provider == providers.end() ? QString() : provider->name,
                          .model = lane.model,
                          .parameters = lane.parameters,
                          .sendAnyway = lane.sendAnyway,
                          .extraJson = lane.extraJson,
                          .systemPrompt = lane.systemPrompt});
    }
    return set;
}

QList<Lane> lanesOf(const LaneSet &set, const QList<Provider> &providers)
{
    QList<Lane> lanes;
    for (const LaneSet::Entry &entry : set.lanes) {
        Lane lane;
        lane.id = LaneId::next();
        lane.position = int(lanes.size());
        lane.letter = lane.position;
        lane.providerId = providerIdFor(entry, providers);
        lane.model = entry.model;
        lane.parameters = entry.parameters;
        lane.sendAnyway = entry.sendAnyway;
        lane.extraJson = entry.extraJson;
        lane.systemPrompt = entry.systemPrompt;
        lanes.append(lane);
    }
    return lanes;
}

QByteArray laneSetToJson(const LaneSet &set)
{
    QJsonArray lanes;
    for (const LaneSet::Entry &entry : set.lanes)
        lanes.append(toJson(entry));
    const QJsonObject root{{u"format"_s, kLaneSetFormat},
                           {u"version"_s, kLaneSetVersion},
                           {u"name"_s, set.name},
                           {u"lanes"_s, lanes}};
    return QJsonDocument(root).toJson();
}

Result<LaneSet> laneSetFromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return notASet(u"byte %1: %2"_s.arg(problem.offset).arg(problem.errorString()));
    if (root.value("format"_L1).toString() != kLaneSetFormat)
        return notASet(u"\"format\" is not \"%1\""_s.arg(kLaneSetFormat));
    if (root.value("version"_L1).toInt() > kLaneSetVersion)
        return notASet(u"a newer version of Diptych wrote it"_s);
    const QJsonArray lanes = root.value("lanes"_L1).toArray();
    if (lanes.isEmpty() || lanes.size() > LaneSet::kMostLanes)
        return notASet(u"\"lanes\" must hold 1 to %1 lanes"_s.arg(LaneSet::kMostLanes));
    LaneSet set{root.value("name"_L1).toString().simplified(), {}};
    for (const QJsonValue &lane : lanes) {
        set.lanes.append(entryOf(lane.toObject()));
        if (set.lanes.constLast().model.isEmpty())
            return notASet(u"lane %1 names no \"model\""_s.arg(set.lanes.size()));
    }
    return set;
}

} // namespace app
