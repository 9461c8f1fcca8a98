// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/calls_model.h"

#include "app/tools/tool.h"
#include "ui/theme/diff_colours.h"
#include "ui/tools/tool_wording.h"
#include "ui/wording/number_wording.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kShownOfArguments = 300;

QString shownArguments(const QByteArray &arguments)
{
    // A character takes four bytes at most.
    return strangersText(QString::fromUtf8(app::cutText(arguments, 4 * kShownOfArguments)),
                         kShownOfArguments);
}

} // namespace

QString callEndText(const app::RoundCall &call)
{
    QStringList words;
    if (!call.result) {
        words.append(CallsModel::tr("no result"));
        return words.first();
    }
    const app::ToolResultPart &result = *call.result;
    const bool wasCalled = result.durationMs >= 0;
    if (result.isError)
        words.append(wasCalled ? CallsModel::tr("failed") : CallsModel::tr("not called"));
    if (wasCalled)
        words.append(durationText(std::chrono::milliseconds(result.durationMs)));
    if (result.fit == app::ArgumentFit::Fits)
        words.append(CallsModel::tr("fits the schema"));
    else if (result.fit == app::ArgumentFit::DoesNotFit)
        words.append(CallsModel::tr("does not fit the schema"));
    if (result.edited || !result.arguments.isEmpty())
        words.append(CallsModel::tr("edited by you"));
    return words.join(u" · "_s);
}

CallsModel::CallsModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent), m_theme(theme)
{
}

void CallsModel::setCalls(const app::RoundCalls &calls, const QStringList &names)
{
    if (calls == m_calls && names == m_names)
        return;
    beginResetModel();
    m_calls = calls;
    m_names = names;
    endResetModel();
}

const app::RoundCall *CallsModel::call(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() < FirstLane)
        return nullptr;
    const auto &made = m_calls.calls.at(index.row()).lanes.at(index.column() - FirstLane);
    return made ? &*made : nullptr;
}

int CallsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_calls.calls.size());
}

int CallsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstLane + int(m_names.size());
}

/// One lane alone differs from nobody.
bool CallsModel::differs(const app::ComparedCall &call) const
{
    return m_calls.lanes.size() > 1 && !call.isSame;
}

QString CallsModel::text(const QModelIndex &index) const
{
    const app::ComparedCall &row = m_calls.calls.at(index.row());
    if (index.column() == Sign)
        return differs(row) ? u"≠"_s : QString();
    if (index.column() == Tool) {
        const QString name = strangersText(row.name, 80);
        //: The name of a tool, and which of its calls: "weather (2)".
        return row.number == 1 ? name : tr("%1 (%2)").arg(name, QString::number(row.number));
    }
    const app::RoundCall *made = call(index);
    return made ? shownArguments(made->call.arguments) + u'\n' + callEndText(*made) : u"–"_s;
}

QVariant CallsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const app::ComparedCall &row = m_calls.calls.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::AccessibleTextRole:
        return index.column() == Sign ? (differs(row) ? tr("differs") : tr("the same"))
                                      : text(index);
    case Qt::BackgroundRole:
        return differs(row) && index.column() >= FirstLane
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

QVariant CallsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Sign)
        return tr("≠ where the lanes differ");
    if (role != Qt::DisplayRole)
        return {};
    if (section == Sign)
        return QString();
    return section == Tool ? tr("Tool") : m_names.value(section - FirstLane);
}

} // namespace ui
