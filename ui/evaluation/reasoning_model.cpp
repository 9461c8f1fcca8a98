// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/reasoning_model.h"

#include "ui/widgets/literal_text.h"
#include "ui/wording/number_wording.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// "62 %".
QString shareText(double share)
{
    return contextPercentText(qRound64(share * 1000), 1000);
}

} // namespace

ReasoningModel::ReasoningModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void ReasoningModel::setLanes(const QList<app::RoundReasoning> &lanes, const QStringList &names)
{
    const auto isSame = [](const app::RoundReasoning &one, const app::RoundReasoning &other) {
        return one.lane == other.lane;
    };
    if (names == m_names && std::ranges::equal(lanes, m_lanes, isSame)) {
        m_lanes = lanes;
        if (!lanes.isEmpty())
            emit dataChanged(index(0, 0), index(int(lanes.size()) - 1, Column::Count - 1));
        return;
    }
    beginResetModel();
    m_lanes = lanes;
    m_names = names;
    endResetModel();
}

int ReasoningModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lanes.size());
}

int ReasoningModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Column::Count;
}

QVariant ReasoningModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return text(index.row(), index.column());
    if (role == Qt::ToolTipRole && index.column() == LaneName)
        return literally(text(index.row(), index.column()));
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == LaneName ? Qt::AlignLeading : Qt::AlignTrailing)
                   | Qt::AlignVCenter);
    return {};
}

QVariant ReasoningModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == LaneName ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Cost)
        return tr("Computed: the tokens of the thoughts at the price of output");
    if (role == Qt::ToolTipRole && section == Share)
        return tr("How much of the tokens of the answer went into thinking");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LaneName:
        return tr("Lane");
    case Length:
        return tr("Characters");
    case Tokens:
        return tr("Tokens");
    case Time:
        return tr("Time");
    case Cost:
        return tr("Cost");
    case Share:
        return tr("Share");
    default:
        return {};
    }
}

QString ReasoningModel::text(int row, int column) const
{
    const app::RoundReasoning &lane = m_lanes.at(row);
    const QString unknown = u"–"_s;
    switch (column) {
    case LaneName:
        return m_names.at(row);
    case Length:
        return countText(lane.characters);
    case Tokens:
        return lane.tokens ? countText(*lane.tokens) : unknown;
    case Time:
        return lane.durationMs > 0 ? durationText(std::chrono::milliseconds(lane.durationMs))
                                   : unknown;
    case Cost:
        return lane.costUsd ? costText(*lane.costUsd) : unknown;
    case Share:
        return lane.share ? shareText(*lane.share) : unknown;
    default:
        return {};
    }
}

} // namespace ui
