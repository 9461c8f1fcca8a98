// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/settings/provider.h"
#include "ui/models/model_filter.h"

#include <QAbstractListModel>
#include <QSet>

#include <vector>

namespace ui {

/// How far the list of a provider is known.
enum class ListState {
    Known, ///< from the server, or its cache
    Refreshing,
    Failed, ///< the server gave none: ids are typed
};

/// The models of all providers as rows for the picker: favourites and those chosen last on top, a
/// heading per provider, its models that match, and rows that do something: take the search text
/// itself as an id, show what may match, take the filters back. While something is looked for, a
/// favourite stands on top only. In another order than that of the lists all providers stand below
/// one heading, and nothing above it. Only models that may chat are in it.
class ModelList : public QAbstractListModel
{
    Q_OBJECT
public:
    struct Row
    {
        enum class Kind { Heading, Model, HandTyped, ShowUnknown, ClearFilter };
        enum class Section { Favourites, Recent, Provider, All };
        Kind kind = Kind::Heading;
        Section section = Section::Provider;
        int provider = 0; ///< index in providers(); of no meaning for headings of other sections
        int model = 0; ///< of Kind::Model: index among those of its section or provider
    };
    /// A model that stands on top. It need not be in any list.
    struct Pinned
    {
        QString providerId;
        app::ModelInfo info;
        bool operator==(const Pinned &) const = default;
    };

    explicit ModelList(QObject *parent = nullptr);

    void setProviders(const QList<app::Provider> &providers);
    [[nodiscard]] const QList<app::Provider> &providers() const { return m_providers; }
    void setModels(const QString &providerId, const QList<app::ModelInfo> &models);
    /// `why`: of Failed, a sentence.
    void setState(const QString &providerId, ListState state, const QString &why = {});
    /// Those of unknown providers are left out, and recent ones that are favourites, too.
    void setPinned(const QList<Pinned> &favourites, const QList<Pinned> &recent);
    [[nodiscard]] bool isFavourite(const QString &providerId, const QString &modelId) const;

    /// Words that must all be found somewhere in id, provider, tags or abilities, in any case.
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Forgets what showUnknown() did.
    void setFilter(const ModelFilter &filter);
    [[nodiscard]] const ModelFilter &filter() const { return m_filter; }
    /// Models of which it is not known whether they match are shown, too.
    void showUnknown();

    [[nodiscard]] const Row &row(int index) const { return m_rows[size_t(index)]; }
    [[nodiscard]] bool isChoosable(int index) const;
    /// A row that stands for a model, listed or typed.
    [[nodiscard]] bool isModel(int index) const;
    [[nodiscard]] const app::ModelInfo &info(const Row &row) const;
    [[nodiscard]] const app::Provider &provider(const Row &row) const;
    /// Whether the heading above does not say it.
    [[nodiscard]] bool namesProvider(const Row &row) const;
    [[nodiscard]] QString modelId(const Row &row) const; ///< the typed one for Kind::HandTyped
    [[nodiscard]] QString headingText(const Row &row) const;
    /// Why there is no newer list, a sentence; empty where nothing went wrong.
    [[nodiscard]] QString headingNote(const Row &row) const;
    /// -1 where it is not shown.
    [[nodiscard]] int rowOf(const QString &providerId, const QString &modelId) const;
    /// The best row to choose: a model before a typed id before what else there is; -1: none.
    [[nodiscard]] int bestRow() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Group
    {
        QList<app::ModelInfo> models;
        std::vector<QString> haystacks; ///< of each model, folded for the search
        std::vector<bool> favourites; ///< whether each model is one
        ListState state = ListState::Known;
        QString why;
    };
    /// Of Section::Favourites and Section::Recent.
    struct PinnedModel
    {
        int provider = 0;
        app::ModelInfo info;
        QString haystack;
    };
    struct Place
    {
        int provider = 0;
        int model = 0;
    };

    [[nodiscard]] int indexOf(const QString &providerId) const;
    [[nodiscard]] std::vector<PinnedModel> pinned(const QList<Pinned> &models) const;
    void noteFavourites();
    void sort();
    void rebuild();
    void addPinned(const std::vector<PinnedModel> &models, Row::Section section);
    void addByProvider();
    void addSorted();
    void addHandTyped();
    void addOffers();
    [[nodiscard]] bool isSearching() const { return !m_words.isEmpty() || m_filter.isOn(); }
    [[nodiscard]] bool isSorted() const { return m_filter.order != ModelOrder::Listed; }
    [[nodiscard]] bool isShown(const Place &place);
    [[nodiscard]] bool passes(const app::ModelInfo &info, int provider);

    QList<app::Provider> m_providers;
    std::vector<Group> m_groups; ///< by provider
    std::vector<PinnedModel> m_favourites;
    std::vector<PinnedModel> m_recent;
    QList<Pinned> m_favouritesGiven;
    QList<Pinned> m_recentGiven;
    QSet<std::pair<QString, QString>> m_favouriteIds; ///< provider id, model
    std::vector<Place> m_sorted; ///< all models, where they are not shown as listed
    QString m_text;
    QStringList m_words; ///< of the text, folded
    ModelFilter m_filter;
    bool m_unknownShown = false;
    int m_leftOut = 0; ///< because it is not known whether they match
    bool m_exact = false; ///< the text is the id of a model that is shown
    std::vector<Row> m_rows;
};

/// "image · tools · reasoning · JSON": what the model is known to do.
[[nodiscard]] QString abilitiesText(const app::ModelInfo &info);
/// "$0.27 in · $1.10 out", per million tokens; empty where no price is known.
[[nodiscard]] QString pricesText(const app::ModelInfo &info);

} // namespace ui
