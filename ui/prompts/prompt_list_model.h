// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/prompt_folder.h"

#include <QAbstractListModel>

#include <vector>

namespace ui {

/// The prompts that match a filter, those whose name begins with it first. Thousands are filtered
/// within a key press: nothing is read, and the view is reset once.
class PromptListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit PromptListModel(QObject *parent = nullptr);

    /// By name; the order is kept.
    void setEntries(const QList<app::PromptEntry> &entries);
    /// Words that must all be found somewhere in the name or the tags, in any case of letters.
    void setFilter(const QString &filter);
    [[nodiscard]] const QString &filter() const { return m_filter; }

    [[nodiscard]] const app::PromptEntry &entry(int row) const;
    /// -1: not shown.
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void rebuild();

    QList<app::PromptEntry> m_entries;
    std::vector<QString> m_haystacks; ///< of each entry, folded for the search
    QString m_filter;
    std::vector<int> m_rows;
};

} // namespace ui
