// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_list.h"

#include "ui/wording/number_wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString haystack(const app::ModelInfo &info, const app::Provider &provider)
{
    return QStringList{info.id, provider.name, abilitiesText(info), info.tags.join(u' ')}
        .join(u' ')
        .toCaseFolded();
}

bool matches(const QString &haystack, const QStringList &words)
{
    return std::ranges::all_of(words, [&](const QString &word) { return haystack.contains(word); });
}

} // namespace

ModelList::ModelList(QObject *parent) : QAbstractListModel(parent)
{
}

void ModelList::setProviders(const QList<app::Provider> &providers)
{
    m_providers = providers;
    m_groups.assign(size_t(providers.size()), {});
    rebuild();
}

void ModelList::setModels(const QString &providerId, const QList<app::ModelInfo> &models)
{
    for (qsizetype i = 0; i < m_providers.size(); ++i) {
        if (m_providers[i].id != providerId)
            continue;
        Group &group = m_groups[size_t(i)];
        group.models = models;
        group.models.removeIf(
            [](const app::ModelInfo &info) { return info.chat == app::Ability::No; });
        group.haystacks.clear();
        for (const app::ModelInfo &info : std::as_const(group.models))
            group.haystacks.push_back(haystack(info, m_providers[i]));
        rebuild();
    }
}

void ModelList::setState(const QString &providerId, ListState state)
{
    for (qsizetype i = 0; i < m_providers.size(); ++i) {
        if (m_providers[i].id == providerId)
            m_groups[size_t(i)].state = state;
    }
    for (int i = 0; i < int(m_rows.size()); ++i) {
        if (m_rows[size_t(i)].kind == Row::Kind::Heading)
            emit dataChanged(index(i), index(i));
    }
}

void ModelList::setFilter(const QString &filter)
{
    const QString trimmed = filter.simplified();
    if (trimmed == m_filter)
        return;
    m_filter = trimmed;
    rebuild();
}

void ModelList::rebuild()
{
    // A filter changes nearly all rows at once: hundreds of single insertions would cost the view
    // more than looking at everything anew.
    beginResetModel();
    m_rows.clear();
    const QStringList words = m_filter.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    bool exact = false;
    for (int i = 0; i < int(m_groups.size()); ++i) {
        const Group &group = m_groups[size_t(i)];
        const size_t heading = m_rows.size();
        m_rows.push_back({Row::Kind::Heading, i, 0});
        for (int model = 0; model < int(group.models.size()); ++model) {
            if (!matches(group.haystacks[size_t(model)], words))
                continue;
            m_rows.push_back({Row::Kind::Model, i, model});
            exact = exact || group.models[model].id == m_filter;
        }
        if (m_rows.size() == heading + 1 && !words.isEmpty())
            m_rows.pop_back();
    }
    // One word may be an id that no list knows.
    if (!exact && words.size() == 1) {
        for (int i = 0; i < int(m_groups.size()); ++i)
            m_rows.push_back({Row::Kind::HandTyped, i, 0});
    }
    endResetModel();
}

bool ModelList::isChoosable(int index) const
{
    return index >= 0 && index < int(m_rows.size()) && row(index).kind != Row::Kind::Heading;
}

const app::ModelInfo &ModelList::info(const Row &row) const
{
    return m_groups[size_t(row.provider)].models.at(row.model);
}

const app::Provider &ModelList::provider(const Row &row) const
{
    return m_providers.at(row.provider);
}

QString ModelList::modelId(const Row &row) const
{
    return row.kind == Row::Kind::Model ? info(row).id : m_filter;
}

QString ModelList::headingText(const Row &row) const
{
    const Group &group = m_groups[size_t(row.provider)];
    const QString &name = provider(row).name;
    if (group.state == ListState::Refreshing)
        return tr("%1 – the list is being refreshed").arg(name);
    if (group.state == ListState::Failed && group.models.isEmpty())
        return tr("%1 – the server gave no list: type an id").arg(name);
    if (group.state == ListState::Failed)
        return tr("%1 – the list could not be refreshed").arg(name);
    if (group.models.isEmpty())
        return tr("%1 – no list yet: type an id").arg(name);
    return name;
}

int ModelList::rowOf(const QString &providerId, const QString &modelId) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const Row &row) {
        return row.kind == Row::Kind::Model && provider(row).id == providerId
               && info(row).id == modelId;
    });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ModelList::bestRow() const
{
    int handTyped = -1;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        if (m_rows[size_t(i)].kind == Row::Kind::Model)
            return i;
        if (handTyped < 0 && m_rows[size_t(i)].kind == Row::Kind::HandTyped)
            handTyped = i;
    }
    return handTyped;
}

int ModelList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ModelList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &shown = row(index.row());
    if (role == Qt::ToolTipRole && shown.kind == Row::Kind::Model)
        return info(shown).description.left(600).toHtmlEscaped();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (shown.kind == Row::Kind::Heading)
        return headingText(shown);
    if (shown.kind == Row::Kind::HandTyped)
        return tr("Use “%1” with %2").arg(m_filter, provider(shown).name);
    if (role == Qt::DisplayRole)
        return info(shown).id;
    QStringList parts{info(shown).id, provider(shown).name};
    if (info(shown).contextLength)
        parts.append(tr("%1 context").arg(contextLengthText(*info(shown).contextLength)));
    parts.append(pricesText(info(shown)));
    parts.append(abilitiesText(info(shown)));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

Qt::ItemFlags ModelList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!isChoosable(index.row()))
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QString abilitiesText(const app::ModelInfo &info)
{
    QStringList words;
    if (info.images == app::Ability::Yes)
        words.append(ModelList::tr("image", "ability of a model"));
    if (info.tools == app::Ability::Yes)
        words.append(ModelList::tr("tools", "ability of a model"));
    if (info.reasoning == app::Ability::Yes || info.reasoningEffort == app::Ability::Yes)
        words.append(ModelList::tr("reasoning", "ability of a model"));
    if (info.json == app::Ability::Yes)
        words.append(ModelList::tr("JSON", "ability of a model"));
    return words.join(u" · "_s);
}

QString pricesText(const app::ModelInfo &info)
{
    if (!info.prices.input || !info.prices.output)
        return {};
    //: Prices per million tokens of the prompt and of the answer.
    return ModelList::tr("%1 in · %2 out")
        .arg(priceText(*info.prices.input), priceText(*info.prices.output));
}

} // namespace ui
