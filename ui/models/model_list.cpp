// SPDX-License-Identifier: GPL-3.0-or-later
// The rows; how they are found is in model_list_rows.cpp.
#include "ui/models/model_list.h"

#include "app/catalogue/models_list.h"
#include "ui/widgets/literal_text.h"
#include "ui/wording/number_wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

ModelList::ModelList(QObject *parent) : QAbstractListModel(parent)
{
}

bool ModelList::isChoosable(int index) const
{
    return index >= 0 && index < int(m_rows.size()) && row(index).kind != Row::Kind::Heading;
}

bool ModelList::isModel(int index) const
{
    return isChoosable(index)
           && (row(index).kind == Row::Kind::Model || row(index).kind == Row::Kind::HandTyped);
}

const app::ModelInfo &ModelList::info(const Row &row) const
{
    if (row.section == Row::Section::Favourites)
        return m_favourites[size_t(row.model)].info;
    if (row.section == Row::Section::Recent)
        return m_recent[size_t(row.model)].info;
    return m_groups[size_t(row.provider)].models.at(row.model);
}

const app::Provider &ModelList::provider(const Row &row) const
{
    return m_providers.at(row.provider);
}

bool ModelList::namesProvider(const Row &row) const
{
    return row.section != Row::Section::Provider && m_providers.size() > 1;
}

QString ModelList::modelId(const Row &row) const
{
    return row.kind == Row::Kind::Model ? info(row).id : m_text;
}

QString ModelList::headingText(const Row &row) const
{
    switch (row.section) {
    case Row::Section::Favourites:
        return tr("Favourites");
    case Row::Section::Recent:
        return tr("Chosen last");
    case Row::Section::All:
        return m_filter.providerId.isEmpty() ? tr("All models") : provider(row).name;
    case Row::Section::Provider:
        break;
    }
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
    if (group.models.size() >= app::kMostListedModels)
        return tr("%1 – the first %2 models").arg(name, countText(group.models.size()));
    return name;
}

QString ModelList::headingNote(const Row &row) const
{
    if (row.kind != Row::Kind::Heading || row.section != Row::Section::Provider)
        return {};
    const Group &group = m_groups[size_t(row.provider)];
    return group.state == ListState::Failed ? group.why : QString();
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
    for (const auto kind :
         {Row::Kind::Model, Row::Kind::HandTyped, Row::Kind::ShowUnknown, Row::Kind::ClearFilter}) {
        const auto found = std::ranges::find(m_rows, kind, &Row::kind);
        if (found != m_rows.end())
            return int(found - m_rows.begin());
    }
    return -1;
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
    if (role == Qt::ToolTipRole && shown.kind == Row::Kind::Heading)
        return literally(headingNote(shown));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (shown.kind) {
    case Row::Kind::Heading: {
        const QString note = role == Qt::AccessibleTextRole ? headingNote(shown) : QString();
        return note.isEmpty() ? headingText(shown) : headingText(shown) + u' ' + note;
    }
    case Row::Kind::HandTyped:
        return tr("Use “%1” with %2").arg(m_text, provider(shown).name);
    case Row::Kind::ShowUnknown:
        return tr("Show %Ln more of which it is not known", nullptr, m_leftOut);
    case Row::Kind::ClearFilter:
        return tr("No model matches. Show all again");
    case Row::Kind::Model:
        break;
    }
    if (role == Qt::DisplayRole)
        return info(shown).id;
    QStringList parts{info(shown).id, provider(shown).name};
    if (isFavourite(provider(shown).id, info(shown).id))
        parts.append(tr("favourite", "a model is one"));
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
    if (abilityOf(info, &app::ModelInfo::reasoning) == app::Ability::Yes)
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
