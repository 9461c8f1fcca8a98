// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/json_table_model.h"

#include "ui/theme/diff_colours.h"
#include "ui/widgets/literal_text.h"
#include "ui/wording/format_wording.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr qsizetype kShownOfCell = 300;
} // namespace

JsonTableModel::JsonTableModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent), m_theme(theme)
{
}

void JsonTableModel::setTable(const app::JsonTable &table, const QStringList &names)
{
    beginResetModel();
    m_table = table;
    m_names = names;
    choose();
    endResetModel();
}

void JsonTableModel::setOnlyDifferences(bool only)
{
    beginResetModel();
    m_onlyDifferences = only;
    choose();
    endResetModel();
}

void JsonTableModel::choose()
{
    m_chosen.clear();
    for (qsizetype row = 0; row < m_table.rows.size(); ++row) {
        if (!m_onlyDifferences || m_table.rows.at(row).differs)
            m_chosen.append(row);
    }
}

int JsonTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chosen.size());
}

int JsonTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstAnswer + int(m_names.size());
}

QString JsonTableModel::text(const app::JsonTableRow &row, int column) const
{
    if (column == Sign)
        return row.differs ? u"≠"_s : QString();
    if (column == Path)
        return placeText(row.path);
    const QString &cell = row.cells.at(column - FirstAnswer);
    if (!cell.isNull())
        return cell.size() > kShownOfCell ? cell.first(kShownOfCell) + u'…' : cell;
    return m_table.isJson.at(column - FirstAnswer) ? u"–"_s : QString();
}

QVariant JsonTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const app::JsonTableRow &row = m_table.rows.at(m_chosen.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return literally(text(row, index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == Sign ? (row.differs ? tr("differs") : tr("the same"))
                                      : text(row, index.column());
    case Qt::BackgroundRole:
        return row.differs && index.column() >= FirstAnswer
                   ? QVariant(diffColoursOf(m_theme.scheme()).added)
                   : QVariant();
    case Qt::FontRole:
        return m_theme.font(index.column() == Sign ? TextRole::Strong : TextRole::Code);
    case Qt::TextAlignmentRole:
        return int((index.column() == Sign ? Qt::AlignHCenter : Qt::AlignLeading)
                   | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant JsonTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Sign)
        return tr("≠ where the answers differ");
    if (role != Qt::DisplayRole)
        return {};
    if (section == Sign)
        return QString();
    return section == Path ? tr("Place") : m_names.value(section - FirstAnswer);
}

} // namespace ui
