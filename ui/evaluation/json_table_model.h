// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/json_table.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>

namespace ui {

/// JSON answers side by side: a row for each place, a sign where they differ, a column for each
/// answer. Rows that differ have a ground besides, so that the sign need not be looked for.
class JsonTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Sign, Path, FirstAnswer };

    explicit JsonTableModel(const Theme &theme, QObject *parent = nullptr);

    void setTable(const app::JsonTable &table, const QStringList &names);
    [[nodiscard]] const app::JsonTable &table() const { return m_table; }
    /// Else all rows.
    void setOnlyDifferences(bool only);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void choose();
    [[nodiscard]] QString text(const app::JsonTableRow &row, int column) const;

    const Theme &m_theme;
    app::JsonTable m_table;
    QStringList m_names;
    QList<qsizetype> m_chosen; ///< rows of the table that are shown
    bool m_onlyDifferences = false;
};

} // namespace ui
