// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/judgement_models.h"

#include "ui/evaluation/judge_wording.h"
#include "ui/widgets/literal_text.h"
#include "ui/wording/number_wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

JudgedPairsModel::JudgedPairsModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void JudgedPairsModel::setPairs(const QList<app::JudgedPair> &pairs, const QStringList &letters)
{
    const auto isSame = [](const app::JudgedPair &one, const app::JudgedPair &other) {
        return one.left == other.left && one.right == other.right;
    };
    if (letters == m_letters && std::ranges::equal(pairs, m_pairs, isSame)) {
        m_pairs = pairs;
        if (!pairs.isEmpty())
            emit dataChanged(index(0, 0), index(int(pairs.size()) - 1, Column::Count - 1));
        return;
    }
    beginResetModel();
    m_pairs = pairs;
    m_letters = letters;
    endResetModel();
}

int JudgedPairsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pairs.size());
}

int JudgedPairsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Column::Count;
}

QVariant JudgedPairsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const QString shown = text(index.row(), index.column());
    return role == Qt::ToolTipRole ? literally(shown) : shown;
}

QVariant JudgedPairsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Pair:
        return tr("Pair");
    case LeftFirst:
        return tr("In this order");
    case RightFirst:
        return tr("Swapped");
    case Result:
        return tr("Together");
    default:
        return {};
    }
}

QString JudgedPairsModel::text(int row, int column) const
{
    const app::JudgedPair &pair = m_pairs.at(row);
    const QString left = m_letters.at(pair.left);
    const QString right = m_letters.at(pair.right);
    switch (column) {
    case Pair:
        return u"%1 – %2"_s.arg(left, right);
    case LeftFirst:
        return orderText(pair.leftFirst, left, right);
    case RightFirst:
        return orderText(pair.rightFirst, right, left);
    case Result:
        return pairText(pair.result(), left, right);
    default:
        return {};
    }
}

JudgeTallyModel::JudgeTallyModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void JudgeTallyModel::setTallies(const QList<app::JudgeTally> &tallies, const QStringList &names)
{
    beginResetModel();
    m_tallies = tallies;
    m_names = names;
    endResetModel();
}

int JudgeTallyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tallies.size());
}

int JudgeTallyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Column::Count;
}

QVariant JudgeTallyModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return text(index.row(), index.column());
    if (role == Qt::ToolTipRole)
        return literally(text(index.row(), index.column()));
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Answer ? Qt::AlignLeading : Qt::AlignTrailing)
                   | Qt::AlignVCenter);
    return {};
}

QVariant JudgeTallyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Answer ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Disagreements)
        return tr("Pairs in which the other answer won when positions were swapped: the place "
                  "decided");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Answer:
        return tr("Answer");
    case Wins:
        return tr("Better");
    case Ties:
        return tr("Tie");
    case Losses:
        return tr("Worse");
    case Disagreements:
        return tr("Self-contradictory");
    case Undecided:
        return tr("Not decided");
    case Score:
        return tr("Mean score");
    default:
        return {};
    }
}

QString JudgeTallyModel::text(int row, int column) const
{
    const app::JudgeTally &tally = m_tallies.at(row);
    switch (column) {
    case Answer:
        return m_names.at(row);
    case Wins:
        return countText(tally.wins);
    case Ties:
        return countText(tally.ties);
    case Losses:
        return countText(tally.losses);
    case Disagreements:
        return countText(tally.disagreements);
    case Undecided:
        return countText(tally.undecided);
    case Score:
        return tally.meanScore ? plainNumberText(*tally.meanScore, 1) : QString();
    default:
        return {};
    }
}

} // namespace ui
