// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/costs_model.h"

#include "ui/statistics/costs_wording.h"
#include "ui/widgets/literal_text.h"
#include "ui/wording/number_wording.h"

#include <QFont>

namespace ui {

CostsModel::CostsModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void CostsModel::setCosts(const QList<app::CostRow> &rows, const app::CostRow &total)
{
    // Another range or grouping is another table.
    beginResetModel();
    m_rows = rows;
    if (!m_rows.isEmpty())
        m_rows.append(total);
    endResetModel();
}

bool CostsModel::isShown(Column column, app::CostGrouping grouping)
{
    using Grouping = app::CostGrouping;
    switch (column) {
    case Day:
        return grouping == Grouping::Day || grouping == Grouping::DayAndModel;
    case Conversation:
        return grouping == Grouping::Conversation;
    case Model:
    case Provider:
        return grouping == Grouping::Model || grouping == Grouping::DayAndModel;
    default:
        return true;
    }
}

int CostsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CostsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Column::Count;
}

QVariant CostsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isSum = index.row() == m_rows.size() - 1;
    const bool isNumber = index.column() >= Cost && index.column() <= ReasoningTokens;
    switch (role) {
    case Qt::ToolTipRole:
        return literally(data(index, Qt::DisplayRole).toString());
    case Qt::DisplayRole: {
        const bool isName = index.column() <= Provider;
        if (isSum && isName)
            return index.column() == Provider ? QString() : tr("All together");
        return text(m_rows.at(index.row()), index.column());
    }
    case Qt::TextAlignmentRole:
        return int((isNumber ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    case Qt::FontRole: {
        if (!isSum)
            return {};
        QFont font;
        font.setBold(true);
        return font;
    }
    default:
        return {};
    }
}

QVariant CostsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(
            (section >= Cost && section <= ReasoningTokens ? Qt::AlignTrailing : Qt::AlignLeading)
            | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Day:
        return tr("Day");
    case Conversation:
        return tr("Conversation");
    case Model:
        return tr("Model");
    case Provider:
        return tr("Provider");
    case Answers:
        return tr("Answers");
    case PromptTokens:
        return tr("Tokens in");
    case CachedTokens:
        return tr("cached");
    case AnswerTokens:
        return tr("Tokens out");
    case ReasoningTokens:
        return tr("reasoning");
    case Cost:
        return tr("Cost");
    default:
        return {};
    }
}

QString CostsModel::text(const app::CostRow &row, int column) const
{
    switch (column) {
    case Day:
        return dayText(row.day);
    case Conversation:
        return conversationText(row);
    case Model:
        return row.model;
    case Provider:
        return row.providerName;
    case Answers:
        return countText(row.answers);
    case PromptTokens:
        return countText(row.promptTokens);
    case CachedTokens:
        return countText(row.cachedTokens);
    case AnswerTokens:
        return countText(row.completionTokens);
    case ReasoningTokens:
        return countText(row.reasoningTokens);
    case Cost:
        return row.answers > 0 && row.unknown == row.answers ? QString() : costText(row.costUsd());
    case Note:
        return costNote(row);
    default:
        return {};
    }
}

} // namespace ui
