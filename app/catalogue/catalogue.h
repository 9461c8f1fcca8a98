// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/paths.h"
#include "app/base/result.h"
#include "app/catalogue/belief.h"
#include "app/catalogue/model_info.h"
#include "app/catalogue/price_history.h"
#include "app/settings/provider.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <memory>

namespace app {

class HttpClient;

/// The models of every provider: from the cache on disk at once, refreshed behind. Reading and
/// parsing happen on a worker, so that a list of any length never holds up the window. GUI thread.
class Catalogue : public QObject
{
    Q_OBJECT
public:
    Catalogue(HttpClient &http, const Paths &paths, QObject *parent = nullptr);
    /// Waits for the file being written, if any. Futures that have not ended are cancelled.
    ~Catalogue() override;

    /// What is known now; empty before the cache was read or where the server has no list.
    [[nodiscard]] QList<ModelInfo> models(const QString &providerId) const;
    /// A row for any id: a hand-typed one has nothing but its id, and what was learnt of it. A
    /// version ("MODEL:VERSION") that is not listed itself has what is known of its model.
    [[nodiscard]] ModelInfo model(const QString &providerId, const QString &modelId) const;
    [[nodiscard]] bool isListed(const QString &providerId, const QString &modelId) const;
    /// How many models the server named in its last answer with characters that hide or turn
    /// others; they are not in the list.
    [[nodiscard]] int hiddenModels(const QString &providerId) const;
    /// When the server gave the list that is known; 0: never.
    [[nodiscard]] qint64 listSeenMs(const QString &providerId) const;
    /// The prices of a model since they were first seen here. It is kept for good, unlike lists.
    [[nodiscard]] PriceHistory priceHistory(const QString &providerId,
                                            const QString &modelId) const;

    /// What a model is taken to be able to do, and why that is believed.
    [[nodiscard]] Belief belief(const QString &providerId, const QString &modelId,
                                Ability ModelInfo::*ability) const;
    /// The same without what the user said.
    [[nodiscard]] Belief knownBelief(const QString &providerId, const QString &modelId,
                                     Ability ModelInfo::*ability) const;

    /// Reads the cache of the provider, then asks the server; modelsChanged() after each that
    /// brought news. The future has the list, or why the server did not give one. A second call for
    /// the same server and key while the first runs gets the same future. The key goes to the
    /// provider's origin only.
    QFuture<Result<QList<ModelInfo>>> refresh(const Provider &provider, const QString &key);

    /// A server refused or showed an ability: remembered on disk per model, with the day and the
    /// words of the server. It goes before what a list says; Unknown forgets it.
    void learn(const QString &providerId, const QString &modelId, Ability ModelInfo::*ability,
               Ability value, const QString &reason = {});
    /// The user knows better, or nothing: back to what is known. It goes before everything else,
    /// Unknown too, and is kept with the settings.
    void setByUser(const QString &providerId, const QString &modelId, Ability ModelInfo::*ability,
                   std::optional<Ability> value);

signals:
    void modelsChanged(const QString &providerId);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace app
