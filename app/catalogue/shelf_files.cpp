// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/shelf_files.h"

#include "app/catalogue/models_list.h"

#include <QDateTime>

namespace app {

Shelved readShelf(const ShelfFiles &files)
{
    return {readModelCache(files.list, files.baseUrl),
            readPriceHistories(files.prices, files.baseUrl), 0};
}

Result<Shelved> keepShelf(const ListAnswers &answers, const ShelfFiles &files)
{
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    const auto listed = readListedModels(answers.models);
    if (!listed)
        return fail(listed.error());
    Shelved shelved{
        {listed->models, nowMs}, readPriceHistories(files.prices, files.baseUrl), listed->hidden};
    if (!answers.details.isEmpty())
        joinModelDetails(shelved.list.models, answers.details, nowMs);
    writeModelCache(files.list, files.baseUrl, shelved.list);
    // Without the details discounts are missing: that would look like a change of price.
    if (!answers.detailsMissing && notePrices(shelved.prices, shelved.list.models, nowMs))
        writePriceHistories(files.prices, files.baseUrl, shelved.prices);
    return shelved;
}

} // namespace app
