// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/price_history.h"

#include "app/catalogue/json_file.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kMostPriceDates = 200;
constexpr qsizetype kMostPriceHistories = 40'000;

constexpr std::array<std::pair<QLatin1StringView, std::optional<double> Prices::*>, 6> kPriceFields{
    {
        {"input"_L1, &Prices::input},
        {"output"_L1, &Prices::output},
        {"cacheRead"_L1, &Prices::cacheRead},
        {"priorityFactor"_L1, &Prices::priorityFactor},
        {"flexFactor"_L1, &Prices::flexFactor},
        {"discount"_L1, &Prices::discount},
    }};

/// A list that renames its models at every look shall not fill the disk.
void dropUnlistedPrices(PriceHistories &histories, const QList<ModelInfo> &models)
{
    if (histories.size() <= kMostPriceHistories)
        return;
    QSet<QString> listed;
    for (const ModelInfo &model : models)
        listed.insert(model.id);
    histories.removeIf(
        [&](PriceHistories::iterator entry) { return !listed.contains(entry.key()); });
}

} // namespace

bool notePrices(PriceHistories &histories, const QList<ModelInfo> &models, qint64 nowMs)
{
    bool isNew = false;
    for (const ModelInfo &model : models) {
        if (!model.prices.input && !model.prices.output)
            continue;
        PriceHistory &history = histories[model.id];
        if (!history.isEmpty() && history.last().prices == model.prices)
            continue;
        history.append({nowMs, model.prices});
        if (history.size() > kMostPriceDates)
            history.removeFirst();
        isNew = true;
    }
    dropUnlistedPrices(histories, models);
    return isNew;
}

std::optional<Prices> pricesOn(const PriceHistory &history, qint64 atMs)
{
    const auto later = std::ranges::find_if(
        history, [atMs](const DatedPrices &dated) { return dated.sinceMs > atMs; });
    if (later == history.begin())
        return {};
    return pricesAt(std::prev(later)->prices, atMs);
}

QJsonObject pricesToJson(const Prices &prices)
{
    QJsonObject row;
    for (const auto &[name, price] : kPriceFields) {
        if (prices.*price)
            row.insert(name, *(prices.*price));
    }
    if (prices.discountEndsMs != 0)
        row.insert("discountEnds"_L1, prices.discountEndsMs);
    return row;
}

Prices pricesFromJson(const QJsonObject &row)
{
    Prices prices;
    for (const auto &[name, price] : kPriceFields) {
        if (row.value(name).isDouble())
            prices.*price = row.value(name).toDouble();
    }
    prices.discountEndsMs = row.value("discountEnds"_L1).toInteger();
    return prices;
}

PriceHistories readPriceHistories(const QString &path, const QUrl &baseUrl)
{
    PriceHistories histories;
    const QJsonObject root = readJsonFile(path);
    if (root.value("baseUrl"_L1).toString() != baseUrl.toString(QUrl::FullyEncoded))
        return histories;
    const QJsonObject models = root.value("models"_L1).toObject();
    for (auto model = models.begin(); model != models.end(); ++model) {
        PriceHistory history;
        for (const QJsonValue &row : model.value().toArray())
            history.append({row["since"_L1].toInteger(), pricesFromJson(row.toObject())});
        if (!history.isEmpty())
            histories.insert(model.key(), history);
    }
    return histories;
}

void writePriceHistories(const QString &path, const QUrl &baseUrl, const PriceHistories &histories)
{
    QJsonObject models;
    for (auto model = histories.begin(); model != histories.end(); ++model) {
        QJsonArray rows;
        for (const DatedPrices &dated : model.value()) {
            QJsonObject row = pricesToJson(dated.prices);
            row.insert("since"_L1, dated.sinceMs);
            rows.append(row);
        }
        models.insert(model.key(), rows);
    }
    writeJsonFile(path,
                  {{u"baseUrl"_s, baseUrl.toString(QUrl::FullyEncoded)}, {u"models"_s, models}});
}

} // namespace app
