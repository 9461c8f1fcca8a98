// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/preset.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kPresetFormat = "diptych-preset"_L1;
constexpr int kPresetVersion = 1;

auto notAPreset(const QString &why)
{
    return fail(ErrorKind::InvalidRequest, why);
}

QString presetProviderId(const Preset &preset, const QList<Provider> &providers)
{
    const auto byId = std::ranges::find(providers, preset.provider, &Provider::id);
    if (byId != providers.end())
        return byId->id;
    const auto byName = std::ranges::find_if(providers, [&](const Provider &provider) {
        return !provider.name.isEmpty()
               && (provider.name.compare(preset.providerName, Qt::CaseInsensitive) == 0
                   || provider.name.compare(preset.provider, Qt::CaseInsensitive) == 0);
    });
    return byName != providers.end() ? byName->id : preset.provider;
}

} // namespace

Preset presetOf(const QString &name, const Lane &lane, PresetScope scope,
                const QList<Provider> &providers)
{
    Preset preset{name, lane.parameters, lane.sendAnyway, lane.extraJson, {}};
    if (scope.withSystemPrompt)
        preset.systemPrompt = lane.systemPrompt;
    if (scope.withModel) {
        const auto provider = std::ranges::find(providers, lane.providerId, &Provider::id);
        preset.provider = lane.providerId;
        preset.providerName = provider == providers.end() ? QString() : provider->name;
        preset.model = lane.model;
    }
    return preset;
}

Lane withPreset(Lane lane, const Preset &preset, const QList<Provider> &providers)
{
    lane.parameters = preset.parameters;
    lane.sendAnyway = preset.sendAnyway;
    lane.extraJson = preset.extraJson;
    if (preset.systemPrompt)
        lane.systemPrompt = *preset.systemPrompt;
    if (preset.hasModel()) {
        lane.providerId = presetProviderId(preset, providers);
        lane.model = preset.model;
    }
    return lane;
}

bool isAsIn(const Lane &lane, const Preset &preset, const QList<Provider> &providers)
{
    return lane == withPreset(lane, preset, providers);
}

bool isUntouched(const Lane &lane)
{
    return lane.parameters.isEmpty() && lane.extraJson.isEmpty() && lane.systemPrompt.isEmpty();
}

QByteArray presetToJson(const Preset &preset)
{
    QJsonObject root{{u"format"_s, kPresetFormat},
                     {u"version"_s, kPresetVersion},
                     {u"name"_s, preset.name},
                     {u"parameters"_s, preset.parameters.toJson()}};
    if (!preset.sendAnyway.isEmpty())
        root.insert("send_anyway"_L1, QJsonArray::fromStringList(preset.sendAnyway));
    if (!preset.extraJson.isEmpty())
        root.insert("extra_json"_L1, preset.extraJson);
    if (preset.systemPrompt)
        root.insert("system_prompt"_L1, *preset.systemPrompt);
    if (preset.hasModel()) {
        root.insert("provider"_L1, preset.provider);
        root.insert("model"_L1, preset.model);
        if (!preset.providerName.isEmpty())
            root.insert("provider_name"_L1, preset.providerName);
    }
    return QJsonDocument(root).toJson();
}

Result<Preset> presetFromJson(const QByteArray &json)
{
    if (json.size() > kMostPresetBytes)
        return notAPreset(u"the file is too large for a preset"_s);
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return notAPreset(u"byte %1: %2"_s.arg(problem.offset).arg(problem.errorString()));
    if (root.value("format"_L1).toString() != kPresetFormat)
        return notAPreset(u"\"format\" is not \"%1\""_s.arg(kPresetFormat));
    if (root.value("version"_L1).toInt() > kPresetVersion)
        return notAPreset(u"a newer version of Diptych wrote it"_s);
    const QJsonValue parameters = root.value("parameters"_L1);
    if (!parameters.isObject() && !parameters.isUndefined())
        return notAPreset(u"\"parameters\" is no object"_s);
    Preset preset;
    preset.name = root.value("name"_L1).toString().simplified().left(kLongestPresetName);
    preset.parameters = ParameterSet::fromJson(parameters.toObject());
    for (const QJsonValue &name : root.value("send_anyway"_L1).toArray()) {
        if (name.isString())
            preset.sendAnyway.append(name.toString());
    }
    preset.extraJson = root.value("extra_json"_L1).toObject();
    if (const QJsonValue prompt = root.value("system_prompt"_L1); prompt.isString())
        preset.systemPrompt = prompt.toString();
    preset.model = root.value("model"_L1).toString();
    if (preset.hasModel()) {
        preset.providerName = root.value("provider_name"_L1).toString();
        preset.provider = root.value("provider"_L1).toString(preset.providerName);
    }
    return preset;
}

} // namespace app
