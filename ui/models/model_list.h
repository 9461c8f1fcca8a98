// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/settings/provider.h"

#include <QAbstractListModel>

#include <vector>

namespace ui {

/// How far the list of a provider is known.
enum class ListState {
    Known, ///< from the server, or its cache
    Refreshing,
    Failed, ///< the server gave none: ids are typed
};

/// The models of all providers as rows for the picker: a heading per provider, its models that
/// match the filter, and a row that takes the filter itself as an id. Only models that may chat are
/// in it.
class ModelList : public QAbstractListModel
{
    Q_OBJECT
public:
    struct Row
    {
        enum class Kind { Heading, Model, HandTyped };
        Kind kind = Kind::Heading;
        int provider = 0; ///< index in providers()
        int model = 0; ///< index in models of that provider; of Kind::Model
    };

    explicit ModelList(QObject *parent = nullptr);

    void setProviders(const QList<app::Provider> &providers);
    [[nodiscard]] const QList<app::Provider> &providers() const { return m_providers; }
    void setModels(const QString &providerId, const QList<app::ModelInfo> &models);
    void setState(const QString &providerId, ListState state);

    /// Words that must all be found somewhere in id, provider, tags or abilities, in any case.
    void setFilter(const QString &filter);
    [[nodiscard]] const QString &filter() const { return m_filter; }

    [[nodiscard]] const Row &row(int index) const { return m_rows[size_t(index)]; }
    [[nodiscard]] bool isChoosable(int index) const;
    [[nodiscard]] const app::ModelInfo &info(const Row &row) const;
    [[nodiscard]] const app::Provider &provider(const Row &row) const;
    [[nodiscard]] QString modelId(const Row &row) const; ///< the typed one for Kind::HandTyped
    [[nodiscard]] QString headingText(const Row &row) const;
    /// -1 where it is not shown.
    [[nodiscard]] int rowOf(const QString &providerId, const QString &modelId) const;
    /// The best row to choose for the filter: a model before a typed id; -1: none.
    [[nodiscard]] int bestRow() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Group
    {
        QList<app::ModelInfo> models;
        std::vector<QString> haystacks; ///< of each model, folded for the search
        ListState state = ListState::Known;
    };

    void rebuild();

    QList<app::Provider> m_providers;
    std::vector<Group> m_groups; ///< by provider
    QString m_filter;
    std::vector<Row> m_rows;
};

/// "image · tools · reasoning · JSON": what the model is known to do.
[[nodiscard]] QString abilitiesText(const app::ModelInfo &info);
/// "$0.27 in · $1.10 out", per million tokens; empty where no price is known.
[[nodiscard]] QString pricesText(const app::ModelInfo &info);

} // namespace ui
