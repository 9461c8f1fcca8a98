// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"

#include <QHash>
#include <QJsonObject>
#include <QUrl>

namespace app {

/// Prices, and when they were seen first.
struct DatedPrices
{
    qint64 sinceMs = 0;
    Prices prices;

    bool operator==(const DatedPrices &) const = default;
};

/// Of one model, oldest first; each holds until the next. At most 200: the oldest go.
using PriceHistory = QList<DatedPrices>;
/// Of one provider, by model id.
using PriceHistories = QHash<QString, PriceHistory>;

/// Adds the prices that changed since they were seen last. Models that are not listed any more keep
/// their history while there is room. Whether anything is new.
[[nodiscard]] bool notePrices(PriceHistories &histories, const QList<ModelInfo> &models,
                              qint64 nowMs);
/// Nothing where none had been seen by then.
[[nodiscard]] std::optional<Prices> pricesOn(const PriceHistory &history, qint64 atMs);

[[nodiscard]] QJsonObject pricesToJson(const Prices &prices);
[[nodiscard]] Prices pricesFromJson(const QJsonObject &row);

/// Of the server at `baseUrl`; empty where the file is that of another one. On the catalogue's
/// worker only.
[[nodiscard]] PriceHistories readPriceHistories(const QString &path, const QUrl &baseUrl);
void writePriceHistories(const QString &path, const QUrl &baseUrl, const PriceHistories &histories);

} // namespace app
