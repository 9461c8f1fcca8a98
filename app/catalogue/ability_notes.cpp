// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/ability_notes.h"

#include "app/catalogue/json_file.h"

#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr std::array<std::pair<QLatin1StringView, Ability ModelInfo::*>, 8> kNotedAbilities{{
    {"chat"_L1, &ModelInfo::chat},
    {"images"_L1, &ModelInfo::images},
    {"tools"_L1, &ModelInfo::tools},
    {"json"_L1, &ModelInfo::json},
    {"reasoning"_L1, &ModelInfo::reasoning},
    {"reasoningEffort"_L1, &ModelInfo::reasoningEffort},
    {"tiers"_L1, &ModelInfo::tiers},
    {"choices"_L1, &ModelInfo::choices},
}};

// Before notes had a date they were the bare ability.
AbilityNote abilityNoteFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return {abilityFromJson(value)};
    return {abilityFromJson(value["can"_L1]), value["at"_L1].toInteger(),
            value["reason"_L1].toString()};
}

QJsonObject abilityNoteToJson(const AbilityNote &note)
{
    QJsonObject row{{u"can"_s, abilityToJson(note.ability)}};
    if (note.atMs != 0)
        row.insert("at"_L1, note.atMs);
    if (!note.reason.isEmpty())
        row.insert("reason"_L1, note.reason);
    return row;
}

} // namespace

QString abilityName(Ability ModelInfo::*ability)
{
    for (const auto &[name, candidate] : kNotedAbilities) {
        if (candidate == ability)
            return name;
    }
    return {};
}

QJsonValue abilityToJson(Ability ability)
{
    return ability == Ability::Unknown ? QJsonValue() : QJsonValue(ability == Ability::Yes);
}

Ability abilityFromJson(const QJsonValue &value)
{
    if (!value.isBool())
        return Ability::Unknown;
    return value.toBool() ? Ability::Yes : Ability::No;
}

void applyNotes(const ModelNotes &notes, ModelInfo &model)
{
    for (const auto &[name, ability] : kNotedAbilities) {
        if (const auto note = notes.constFind(name); note != notes.cend())
            model.*ability = note->ability;
    }
}

AbilityNotes readAbilityNotes(const QString &path)
{
    AbilityNotes notes;
    const QJsonObject providers = readJsonFile(path).value("providers"_L1).toObject();
    for (auto provider = providers.begin(); provider != providers.end(); ++provider) {
        const QJsonObject models = provider.value().toObject();
        for (auto model = models.begin(); model != models.end(); ++model) {
            const QJsonObject row = model.value().toObject();
            for (auto member = row.begin(); member != row.end(); ++member)
                notes[provider.key()][model.key()].insert(member.key(),
                                                          abilityNoteFromJson(member.value()));
        }
    }
    return notes;
}

void writeAbilityNotes(const QString &path, const AbilityNotes &notes)
{
    QJsonObject providers;
    for (auto provider = notes.begin(); provider != notes.end(); ++provider) {
        QJsonObject models;
        for (auto model = provider->begin(); model != provider->end(); ++model) {
            QJsonObject row;
            for (auto note = model->begin(); note != model->end(); ++note)
                row.insert(note.key(), abilityNoteToJson(note.value()));
            if (!row.isEmpty())
                models.insert(model.key(), row);
        }
        providers.insert(provider.key(), models);
    }
    writeJsonFile(path, {{u"providers"_s, providers}});
}

} // namespace app
