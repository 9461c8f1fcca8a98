// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompt_list_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

PromptListModel::PromptListModel(QObject *parent) : QAbstractListModel(parent)
{
}

void PromptListModel::setEntries(const QList<app::PromptEntry> &entries)
{
    m_entries = entries;
    m_haystacks.clear();
    m_haystacks.reserve(size_t(entries.size()));
    for (const app::PromptEntry &entry : entries)
        m_haystacks.push_back((entry.name + u'\n' + entry.tags.join(u'\n')).toCaseFolded());
    rebuild();
}

void PromptListModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void PromptListModel::rebuild()
{
    beginResetModel();
    const QString folded = m_filter.simplified().toCaseFolded();
    const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    std::vector<int> others;
    m_rows.clear();
    for (size_t i = 0; i < m_haystacks.size(); ++i) {
        const QString &haystack = m_haystacks[i];
        const bool matches = std::ranges::all_of(
            words, [&](const QString &word) { return haystack.contains(word); });
        if (matches && (words.isEmpty() || haystack.startsWith(folded)))
            m_rows.push_back(int(i));
        else if (matches)
            others.push_back(int(i));
    }
    m_rows.insert(m_rows.end(), others.begin(), others.end());
    endResetModel();
}

const app::PromptEntry &PromptListModel::entry(int row) const
{
    return m_entries.at(m_rows[size_t(row)]);
}

int PromptListModel::rowOf(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_rows, [&](int index) { return m_entries.at(index).id == id; });
    return found == m_rows.end() ? -1 : int(std::distance(m_rows.begin(), found));
}

int PromptListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PromptListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const app::PromptEntry &row = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleDescriptionRole:
        return row.beginning;
    case Qt::AccessibleTextRole:
        return row.tags.isEmpty() ? row.name : row.name + u", "_s + row.tags.join(u", "_s);
    default:
        return {};
    }
}

} // namespace ui
