// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/model_cache.h"

#include "app/catalogue/ability_notes.h"
#include "app/catalogue/json_file.h"
#include "app/catalogue/price_history.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr std::array<Ability ModelInfo::*, 8> kCachedAbilities{
    &ModelInfo::chat,      &ModelInfo::images,          &ModelInfo::tools, &ModelInfo::json,
    &ModelInfo::reasoning, &ModelInfo::reasoningEffort, &ModelInfo::tiers, &ModelInfo::choices,
};

constexpr std::array<std::pair<QLatin1StringView, std::optional<qint64> ModelInfo::*>, 2>
    kCachedTokens{{
        {"contextLength"_L1, &ModelInfo::contextLength},
        {"maxOutput"_L1, &ModelInfo::maxOutput},
    }};

constexpr std::array<std::pair<QLatin1StringView, QString ModelInfo::*>, 3> kCachedTexts{{
    {"description"_L1, &ModelInfo::description},
    {"pricesNote"_L1, &ModelInfo::pricesNote},
    {"replacedBy"_L1, &ModelInfo::replacedBy},
}};

QJsonObject cachedModelToJson(const ModelInfo &model)
{
    QJsonObject row = pricesToJson(model.prices);
    row.insert("id"_L1, model.id);
    for (const auto &[name, text] : kCachedTexts) {
        if (!(model.*text).isEmpty())
            row.insert(name, model.*text);
    }
    for (const auto &[name, count] : kCachedTokens) {
        if (model.*count)
            row.insert(name, *(model.*count));
    }
    for (const auto ability : kCachedAbilities) {
        if (model.*ability != Ability::Unknown)
            row.insert(abilityName(ability), abilityToJson(model.*ability));
    }
    if (!model.tags.isEmpty())
        row.insert("tags"_L1, QJsonArray::fromStringList(model.tags));
    if (model.createdMs != 0)
        row.insert("created"_L1, model.createdMs);
    if (model.deprecated)
        row.insert("deprecated"_L1, true);
    return row;
}

ModelInfo cachedModelFromJson(const QJsonObject &row)
{
    ModelInfo model;
    model.id = row.value("id"_L1).toString();
    for (const auto &[name, text] : kCachedTexts)
        model.*text = row.value(name).toString();
    for (const auto &[name, count] : kCachedTokens) {
        if (row.value(name).isDouble())
            model.*count = row.value(name).toInteger();
    }
    for (const auto ability : kCachedAbilities)
        model.*ability = abilityFromJson(row.value(abilityName(ability)));
    model.prices = pricesFromJson(row);
    for (const QJsonValue &tag : row.value("tags"_L1).toArray())
        model.tags.append(tag.toString());
    model.createdMs = row.value("created"_L1).toInteger();
    model.deprecated = row.value("deprecated"_L1).toBool();
    return model;
}

} // namespace

CachedList readModelCache(const QString &path, const QUrl &baseUrl)
{
    CachedList list;
    const QJsonObject root = readJsonFile(path);
    if (root.value("baseUrl"_L1).toString() != baseUrl.toString(QUrl::FullyEncoded))
        return list;
    list.seenMs = root.value("seen"_L1).toInteger();
    for (const QJsonValue &row : root.value("models"_L1).toArray()) {
        const ModelInfo model = cachedModelFromJson(row.toObject());
        if (!model.id.isEmpty())
            list.models.append(model);
    }
    return list;
}

void writeModelCache(const QString &path, const QUrl &baseUrl, const CachedList &list)
{
    QJsonArray rows;
    for (const ModelInfo &model : list.models)
        rows.append(cachedModelToJson(model));
    writeJsonFile(path, {{u"baseUrl"_s, baseUrl.toString(QUrl::FullyEncoded)},
                         {u"seen"_s, list.seenMs},
                         {u"models"_s, rows}});
}

} // namespace app
