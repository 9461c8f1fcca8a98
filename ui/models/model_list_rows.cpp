// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows a ModelList has; what they say is in model_list.cpp.
#include "ui/models/model_list.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString haystackOf(const app::ModelInfo &info, const app::Provider &provider)
{
    return QStringList{info.id, provider.name, abilitiesText(info), info.tags.join(u' ')}
        .join(u' ')
        .toCaseFolded();
}

bool holdsAll(const QString &haystack, const QStringList &words)
{
    return std::ranges::all_of(words, [&](const QString &word) { return haystack.contains(word); });
}

} // namespace

int ModelList::indexOf(const QString &providerId) const
{
    const auto found = std::ranges::find(m_providers, providerId, &app::Provider::id);
    return found == m_providers.end() ? -1 : int(found - m_providers.begin());
}

void ModelList::setProviders(const QList<app::Provider> &providers)
{
    m_providers = providers;
    m_groups.assign(size_t(providers.size()), {});
    m_sorted.clear();
    if (indexOf(m_filter.providerId) < 0)
        m_filter.providerId.clear();
    setPinned(m_favouritesGiven, m_recentGiven);
}

void ModelList::setModels(const QString &providerId, const QList<app::ModelInfo> &models)
{
    const int provider = indexOf(providerId);
    if (provider < 0)
        return;
    Group &group = m_groups[size_t(provider)];
    group.models = models;
    group.models.removeIf([](const app::ModelInfo &info) { return info.chat == app::Ability::No; });
    group.haystacks.clear();
    for (const app::ModelInfo &info : std::as_const(group.models))
        group.haystacks.push_back(haystackOf(info, m_providers.at(provider)));
    noteFavourites();
    sort();
    rebuild();
}

void ModelList::setState(const QString &providerId, ListState state, const QString &why)
{
    const int provider = indexOf(providerId);
    if (provider < 0)
        return;
    Group &group = m_groups[size_t(provider)];
    group.state = state;
    group.why = why;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        if (m_rows[size_t(i)].kind == Row::Kind::Heading)
            emit dataChanged(index(i), index(i));
    }
}

std::vector<ModelList::PinnedModel> ModelList::pinned(const QList<Pinned> &models) const
{
    std::vector<PinnedModel> known;
    for (const Pinned &model : models) {
        const int provider = indexOf(model.providerId);
        if (provider >= 0)
            known.push_back(
                {provider, model.info, haystackOf(model.info, m_providers.at(provider))});
    }
    return known;
}

void ModelList::setPinned(const QList<Pinned> &favourites, const QList<Pinned> &recent)
{
    m_favouritesGiven = favourites;
    m_recentGiven = recent;
    m_favouriteIds.clear();
    for (const Pinned &model : favourites)
        m_favouriteIds.insert({model.providerId, model.info.id});
    m_favourites = pinned(favourites);
    m_recent = pinned(recent);
    std::erase_if(m_recent, [this](const PinnedModel &model) {
        return isFavourite(m_providers.at(model.provider).id, model.info.id);
    });
    noteFavourites();
    rebuild();
}

bool ModelList::isFavourite(const QString &providerId, const QString &modelId) const
{
    return m_favouriteIds.contains({providerId, modelId});
}

void ModelList::noteFavourites()
{
    for (int provider = 0; provider < int(m_groups.size()); ++provider) {
        Group &group = m_groups[size_t(provider)];
        group.favourites.clear();
        for (const app::ModelInfo &info : std::as_const(group.models))
            group.favourites.push_back(isFavourite(m_providers.at(provider).id, info.id));
    }
}

void ModelList::setText(const QString &text)
{
    const QString trimmed = text.simplified();
    if (trimmed == m_text)
        return;
    m_text = trimmed;
    m_words = m_text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    rebuild();
}

void ModelList::setFilter(const ModelFilter &filter)
{
    const bool isOrdered = filter.order != m_filter.order;
    m_filter = filter;
    m_unknownShown = false;
    if (isOrdered)
        sort();
    rebuild();
}

void ModelList::showUnknown()
{
    m_unknownShown = true;
    rebuild();
}

/// Once, and not with every key: a search goes through the models in their order.
void ModelList::sort()
{
    m_sorted.clear();
    if (!isSorted())
        return;
    for (int provider = 0; provider < int(m_groups.size()); ++provider) {
        for (int model = 0; model < int(m_groups[size_t(provider)].models.size()); ++model)
            m_sorted.push_back({provider, model});
    }
    const auto infoAt = [this](const Place &place) -> const app::ModelInfo & {
        return m_groups[size_t(place.provider)].models.at(place.model);
    };
    std::ranges::stable_sort(m_sorted, [&](const Place &a, const Place &b) {
        return standsBefore(infoAt(a), infoAt(b), m_filter.order);
    });
}

void ModelList::rebuild()
{
    // A filter changes nearly all rows at once: hundreds of single insertions would cost the view
    // more than looking at everything anew.
    beginResetModel();
    m_rows.clear();
    m_leftOut = 0;
    m_exact = false;
    if (!isSorted())
        addPinned(m_favourites, Row::Section::Favourites);
    // Who searches looks for something else than what was there before.
    if (!isSorted() && !isSearching())
        addPinned(m_recent, Row::Section::Recent);
    if (isSorted())
        addSorted();
    else
        addByProvider();
    addHandTyped();
    addOffers();
    endResetModel();
}

bool ModelList::passes(const app::ModelInfo &info, int provider)
{
    if (!m_filter.providerId.isEmpty() && m_providers.at(provider).id != m_filter.providerId)
        return false;
    const Fit fit = fitOf(info, m_filter);
    if (fit != Fit::NotKnown || m_unknownShown)
        return fit != Fit::No;
    ++m_leftOut;
    return false;
}

void ModelList::addPinned(const std::vector<PinnedModel> &models, Row::Section section)
{
    const size_t heading = m_rows.size();
    m_rows.push_back({Row::Kind::Heading, section, 0, 0});
    for (int i = 0; i < int(models.size()); ++i) {
        const PinnedModel &model = models[size_t(i)];
        if (!holdsAll(model.haystack, m_words) || !passes(model.info, model.provider))
            continue;
        m_rows.push_back({Row::Kind::Model, section, model.provider, i});
        m_exact = m_exact || model.info.id == m_text;
    }
    if (m_rows.size() == heading + 1)
        m_rows.pop_back();
}

bool ModelList::isShown(const Place &place)
{
    const Group &group = m_groups[size_t(place.provider)];
    if (!holdsAll(group.haystacks[size_t(place.model)], m_words))
        return false;
    // It stands on top, and once is enough.
    if (isSearching() && !isSorted() && group.favourites[size_t(place.model)])
        return false;
    const app::ModelInfo &info = group.models.at(place.model);
    if (!passes(info, place.provider))
        return false;
    m_exact = m_exact || info.id == m_text;
    return true;
}

void ModelList::addByProvider()
{
    for (int provider = 0; provider < int(m_groups.size()); ++provider) {
        if (!m_filter.providerId.isEmpty() && m_providers.at(provider).id != m_filter.providerId)
            continue;
        const size_t heading = m_rows.size();
        m_rows.push_back({Row::Kind::Heading, Row::Section::Provider, provider, 0});
        for (int model = 0; model < int(m_groups[size_t(provider)].models.size()); ++model) {
            if (isShown({provider, model}))
                m_rows.push_back({Row::Kind::Model, Row::Section::Provider, provider, model});
        }
        if (m_rows.size() == heading + 1 && isSearching())
            m_rows.pop_back();
    }
}

void ModelList::addSorted()
{
    const size_t heading = m_rows.size();
    m_rows.push_back(
        {Row::Kind::Heading, Row::Section::All, std::max(0, indexOf(m_filter.providerId)), 0});
    for (const Place &place : m_sorted) {
        if (isShown(place))
            m_rows.push_back({Row::Kind::Model, Row::Section::All, place.provider, place.model});
    }
    if (m_rows.size() == heading + 1)
        m_rows.pop_back();
}

/// One word may be an id that no list knows.
void ModelList::addHandTyped()
{
    if (m_exact || m_words.size() != 1)
        return;
    for (int provider = 0; provider < int(m_groups.size()); ++provider) {
        if (m_filter.providerId.isEmpty() || m_providers.at(provider).id == m_filter.providerId)
            m_rows.push_back({Row::Kind::HandTyped, Row::Section::Provider, provider, 0});
    }
}

void ModelList::addOffers()
{
    if (m_leftOut > 0)
        m_rows.push_back({Row::Kind::ShowUnknown, Row::Section::All, 0, 0});
    const bool isNothing =
        std::ranges::none_of(m_rows, [](const Row &row) { return row.kind == Row::Kind::Model; });
    if (isNothing && m_filter.isOn() && !m_providers.isEmpty())
        m_rows.push_back({Row::Kind::ClearFilter, Row::Section::All, 0, 0});
}

} // namespace ui
