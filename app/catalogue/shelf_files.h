// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/catalogue/model_cache.h"
#include "app/catalogue/price_history.h"

namespace app {

// What of one provider lies on disk. On the catalogue's worker only.

struct ShelfFiles
{
    QString list; ///< in the cache
    QString prices; ///< with the data: no server tells the prices of yesterday
    QUrl baseUrl;
};

/// What servers answered.
struct ListAnswers
{
    QByteArray models;
    QByteArray details; ///< of DeepInfra; empty where there are none
    bool detailsMissing = false; ///< although this provider has them
};

struct Shelved
{
    CachedList list;
    PriceHistories prices;
    int hidden = 0; ///< see ListedModels; of an answer alone
};

[[nodiscard]] Shelved readShelf(const ShelfFiles &files);
/// Reads the answers and writes what they hold. BadResponse where they are no list.
[[nodiscard]] Result<Shelved> keepShelf(const ListAnswers &answers, const ShelfFiles &files);

} // namespace app
