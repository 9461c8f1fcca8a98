// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/model_cache.h"

#include "app/base/log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kFormatVersion = 1;
constexpr qint64 kMostFileBytes = 64 * 1024 * 1024;

constexpr std::array<std::pair<QLatin1StringView, Ability ModelInfo::*>, 7> kAbilities{{
    {"chat"_L1, &ModelInfo::chat},
    {"images"_L1, &ModelInfo::images},
    {"tools"_L1, &ModelInfo::tools},
    {"json"_L1, &ModelInfo::json},
    {"reasoning"_L1, &ModelInfo::reasoning},
    {"reasoningEffort"_L1, &ModelInfo::reasoningEffort},
    {"tiers"_L1, &ModelInfo::tiers},
}};

constexpr std::array<std::pair<QLatin1StringView, std::optional<double> Prices::*>, 5> kPrices{{
    {"input"_L1, &Prices::input},
    {"output"_L1, &Prices::output},
    {"cacheRead"_L1, &Prices::cacheRead},
    {"priorityFactor"_L1, &Prices::priorityFactor},
    {"flexFactor"_L1, &Prices::flexFactor},
}};

// In files an ability is true, false, or not there.
Ability abilityFromJson(const QJsonValue &value)
{
    if (!value.isBool())
        return Ability::Unknown;
    return value.toBool() ? Ability::Yes : Ability::No;
}

void insertAbility(QJsonObject &row, const QString &name, Ability ability)
{
    if (ability != Ability::Unknown)
        row.insert(name, ability == Ability::Yes);
}

QJsonObject modelToJson(const ModelInfo &model)
{
    QJsonObject row{{u"id"_s, model.id}};
    if (!model.description.isEmpty())
        row.insert("description"_L1, model.description);
    if (model.contextLength)
        row.insert("contextLength"_L1, *model.contextLength);
    for (const auto &[name, ability] : kAbilities)
        insertAbility(row, name, model.*ability);
    for (const auto &[name, price] : kPrices) {
        if (model.prices.*price)
            row.insert(name, *(model.prices.*price));
    }
    if (!model.tags.isEmpty())
        row.insert("tags"_L1, QJsonArray::fromStringList(model.tags));
    if (!model.replacedBy.isEmpty())
        row.insert("replacedBy"_L1, model.replacedBy);
    if (model.deprecated)
        row.insert("deprecated"_L1, true);
    return row;
}

ModelInfo modelFromJson(const QJsonObject &row)
{
    ModelInfo model;
    model.id = row.value("id"_L1).toString();
    model.description = row.value("description"_L1).toString();
    if (row.value("contextLength"_L1).isDouble())
        model.contextLength = row.value("contextLength"_L1).toInteger();
    for (const auto &[name, ability] : kAbilities)
        model.*ability = abilityFromJson(row.value(name));
    for (const auto &[name, price] : kPrices) {
        if (row.value(name).isDouble())
            model.prices.*price = row.value(name).toDouble();
    }
    for (const QJsonValue &tag : row.value("tags"_L1).toArray())
        model.tags.append(tag.toString());
    model.replacedBy = row.value("replacedBy"_L1).toString();
    model.deprecated = row.value("deprecated"_L1).toBool();
    return model;
}

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostFileBytes)
        return {};
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    return root.value("format"_L1).toInt() == kFormatVersion ? root : QJsonObject();
}

// A cache that cannot be written costs time at the next start and nothing else.
void writeObject(const QString &path, QJsonObject root)
{
    root.insert("format"_L1, kFormatVersion);
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.write(QJsonDocument(root).toJson(QJsonDocument::Compact)) >= 0
                         && file.commit();
    if (!written)
        qCWarning(logSettings) << path << file.errorString();
}

} // namespace

QString abilityName(Ability ModelInfo::*ability)
{
    for (const auto &[name, candidate] : kAbilities) {
        if (candidate == ability)
            return name;
    }
    return {};
}

void applyLearnt(const LearntAbilities &learnt, ModelInfo &model)
{
    for (const auto &[name, ability] : kAbilities) {
        const Ability known = learnt.value(name, Ability::Unknown);
        if (known != Ability::Unknown)
            model.*ability = known;
    }
}

QList<ModelInfo> readModelCache(const QString &path, const QUrl &baseUrl)
{
    QList<ModelInfo> models;
    const QJsonObject root = readObject(path);
    if (root.value("baseUrl"_L1).toString() != baseUrl.toString(QUrl::FullyEncoded))
        return models;
    for (const QJsonValue &row : root.value("models"_L1).toArray()) {
        const ModelInfo model = modelFromJson(row.toObject());
        if (!model.id.isEmpty())
            models.append(model);
    }
    return models;
}

void writeModelCache(const QString &path, const QUrl &baseUrl, const QList<ModelInfo> &models)
{
    QJsonArray rows;
    for (const ModelInfo &model : models)
        rows.append(modelToJson(model));
    writeObject(path, {{u"baseUrl"_s, baseUrl.toString(QUrl::FullyEncoded)}, {u"models"_s, rows}});
}

LearntModels readLearnt(const QString &path)
{
    LearntModels learnt;
    const QJsonObject providers = readObject(path).value("providers"_L1).toObject();
    for (auto provider = providers.begin(); provider != providers.end(); ++provider) {
        const QJsonObject models = provider.value().toObject();
        for (auto model = models.begin(); model != models.end(); ++model) {
            const QJsonObject row = model.value().toObject();
            for (auto member = row.begin(); member != row.end(); ++member)
                learnt[provider.key()][model.key()].insert(member.key(),
                                                           abilityFromJson(member.value()));
        }
    }
    return learnt;
}

void writeLearnt(const QString &path, const LearntModels &learnt)
{
    QJsonObject providers;
    for (auto provider = learnt.begin(); provider != learnt.end(); ++provider) {
        QJsonObject models;
        for (auto model = provider->begin(); model != provider->end(); ++model) {
            QJsonObject row;
            for (auto ability = model->begin(); ability != model->end(); ++ability)
                insertAbility(row, ability.key(), ability.value());
            models.insert(model.key(), row);
        }
        providers.insert(provider.key(), models);
    }
    writeObject(path, {{u"providers"_s, providers}});
}

} // namespace app
