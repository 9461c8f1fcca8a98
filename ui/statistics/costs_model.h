// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/costs.h"

#include <QAbstractTableModel>

namespace ui {

/// Costs as rows of a table, and below them their sum.
class CostsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Day,
        Conversation,
        Model,
        Provider,
        Cost, ///< before the figures that it is made of: they may be out of sight
        Answers,
        PromptTokens,
        CachedTokens,
        AnswerTokens,
        ReasoningTokens,
        Note,
        Count,
    };

    explicit CostsModel(QObject *parent = nullptr);

    /// Grouped already; `total` of all of them.
    void setCosts(const QList<app::CostRow> &rows, const app::CostRow &total);
    [[nodiscard]] const QList<app::CostRow> &rows() const { return m_rows; }
    /// Whether rows of that grouping have something to say in that column.
    [[nodiscard]] static bool isShown(Column column, app::CostGrouping grouping);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const app::CostRow &row, int column) const;

    QList<app::CostRow> m_rows; ///< the last one is the sum, where there are any
};

} // namespace ui
