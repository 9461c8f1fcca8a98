// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/conversation_list_model.h"

#include "ui/widgets/literal_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

ConversationListModel::ConversationListModel(app::Library &library, app::Chats &chats,
                                             QObject *parent)
    : QAbstractListModel(parent), m_library(library), m_chats(chats), m_today(QDate::currentDate())
{
    connect(&library, &app::Library::loaded, this, &ConversationListModel::rebuild);
    connect(&library, &app::Library::inserted, this, &ConversationListModel::synchronise);
    connect(&library, &app::Library::moved, this, &ConversationListModel::synchronise);
    connect(&library, &app::Library::removed, this, &ConversationListModel::synchronise);
    connect(&library, &app::Library::changed, this, &ConversationListModel::rowChanged);
    connect(&chats, &app::Chats::busyChanged, this, [this](app::ConversationId id) {
        for (int i = 0; i < m_rows.size(); ++i) {
            if (m_rows.at(i).id == id)
                emit dataChanged(index(i), index(i), {BusyRole});
        }
    });
    rebuild();
}

void ConversationListModel::setFilter(std::optional<QSet<app::ConversationId>> filter)
{
    m_filter = std::move(filter);
    rebuild();
}

void ConversationListModel::setToday(QDate today)
{
    if (std::exchange(m_today, today) != today)
        synchronise();
}

QString ConversationListModel::heading(QDate day, QDate today, const QLocale &locale)
{
    const qint64 age = day.daysTo(today);
    if (age <= 0)
        return tr("Today");
    if (age == 1)
        return tr("Yesterday");
    if (age < 7)
        return locale.standaloneDayName(day.dayOfWeek());
    if (day.year() == today.year())
        return locale.standaloneMonthName(day.month());
    //: A month of an earlier year in the list of conversations: "October 2025".
    return tr("%1 %2").arg(locale.standaloneMonthName(day.month()), QString::number(day.year()));
}

void ConversationListModel::setFoldedTags(const QStringList &tags)
{
    m_folded = tags;
    synchronise();
}

void ConversationListModel::setFolded(const QString &tag, bool folded)
{
    if (app::hasTag(m_folded, tag) == folded)
        return;
    if (folded)
        m_folded.append(tag);
    else
        m_folded.removeIf(
            [&](const QString &other) { return other.compare(tag, Qt::CaseInsensitive) == 0; });
    synchronise();
}

QList<ConversationListModel::Row> ConversationListModel::wantedRows() const
{
    QList<Row> rows;
    rows.reserve(m_library.conversations().size() + 16);
    if (!m_filter) {
        addPinned(rows);
        addFolders(rows);
    }
    addDays(rows);
    return rows;
}

void ConversationListModel::addPinned(QList<Row> &rows) const
{
    for (const app::ConversationSummary &summary : m_library.conversations()) {
        if (!summary.pinned)
            continue;
        if (rows.isEmpty())
            rows.append({Row::Kind::Heading, {}, tr("Pinned")});
        rows.append({Row::Kind::Conversation, summary.id, {}});
    }
}

void ConversationListModel::addFolders(QList<Row> &rows) const
{
    const QStringList tags = m_library.tags();
    if (tags.isEmpty())
        return;
    QHash<QString, QList<app::ConversationId>> members;
    for (const app::ConversationSummary &summary : m_library.conversations()) {
        for (const QString &tag : summary.tags)
            members[tag.toCaseFolded()].append(summary.id);
    }
    rows.append({Row::Kind::Heading, {}, tr("Tags")});
    for (const QString &tag : tags) {
        rows.append({Row::Kind::Folder, {}, tag});
        if (app::hasTag(m_folded, tag))
            continue;
        for (const app::ConversationId id : members.value(tag.toCaseFolded()))
            rows.append({Row::Kind::Conversation, id, tag});
    }
}

bool ConversationListModel::isOnTop(const app::ConversationSummary &summary) const
{
    return !m_filter && (summary.pinned || !summary.tags.isEmpty());
}

void ConversationListModel::addDays(QList<Row> &rows) const
{
    const QLocale locale;
    // Asking for the local time zone costs a look at the file system: once a day is enough.
    qint64 dayStartMs = 0;
    qint64 dayEndMs = -1;
    QString lastHeading;
    for (const app::ConversationSummary &summary : m_library.conversations()) {
        if ((m_filter && !m_filter->contains(summary.id)) || isOnTop(summary))
            continue;
        if (summary.changedMs < dayStartMs || summary.changedMs > dayEndMs) {
            const QDate day = QDateTime::fromMSecsSinceEpoch(summary.changedMs).date();
            dayStartMs = day.startOfDay().toMSecsSinceEpoch();
            dayEndMs = day.endOfDay().toMSecsSinceEpoch();
            const QString title = heading(day, m_today, locale);
            if (title != lastHeading)
                rows.append({Row::Kind::Heading, {}, title});
            lastHeading = title;
        }
        rows.append({Row::Kind::Conversation, summary.id, {}});
    }
}

void ConversationListModel::refreshPlaces()
{
    m_places.clear();
    m_folderSizes.clear();
    for (int i = 0; i < m_library.conversations().size(); ++i) {
        const app::ConversationSummary &summary = m_library.conversations().at(i);
        m_places.insert(summary.id, i);
        for (const QString &tag : summary.tags)
            ++m_folderSizes[tag.toCaseFolded()];
    }
}

void ConversationListModel::rebuild()
{
    beginResetModel();
    refreshPlaces();
    m_rows = wantedRows();
    endResetModel();
}

void ConversationListModel::synchronise()
{
    refreshPlaces();
    const QList<Row> wanted = wantedRows();
    const auto same = [](const Row &a, const Row &b) { return a == b; };
    for (int i = 0; i < wanted.size() || i < m_rows.size();) {
        if (i < wanted.size() && i < m_rows.size() && same(wanted.at(i), m_rows.at(i))) {
            ++i;
            continue;
        }
        const qsizetype from = i < wanted.size() ? m_rows.indexOf(wanted.at(i), i) : -1;
        const bool obsolete = i < m_rows.size() && wanted.indexOf(m_rows.at(i), i) < 0;
        if (obsolete) {
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
        } else if (from > i) {
            beginMoveRows({}, int(from), int(from), {}, i);
            m_rows.move(from, i);
            endMoveRows();
        } else {
            beginInsertRows({}, i, i);
            m_rows.insert(i, wanted.at(i));
            endInsertRows();
        }
    }
}

/// A pin or a tag may have come or gone.
void ConversationListModel::rowChanged(int libraryRow)
{
    const app::ConversationId id = m_library.conversations().at(libraryRow).id;
    synchronise();
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id || m_rows.at(i).kind == Row::Kind::Folder)
            emit dataChanged(index(i), index(i));
    }
}

const app::ConversationSummary *ConversationListModel::summary(app::ConversationId id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? nullptr : &m_library.conversations().at(*place);
}

QModelIndex ConversationListModel::indexOf(app::ConversationId id) const
{
    const auto row = std::ranges::find(m_rows, id, &Row::id);
    return !id || row == m_rows.cend() ? QModelIndex() : index(int(row - m_rows.cbegin()));
}

app::ConversationId ConversationListModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).id : app::ConversationId();
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    if (row.kind == Row::Kind::Folder)
        return folderData(row, role);
    if (row.kind == Row::Kind::Heading)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? row.text : QVariant();
    const app::ConversationSummary *conversation = summary(row.id);
    if (!conversation)
        return {};
    const bool busy = m_chats.isBusy(row.id);
    switch (role) {
    case Qt::DisplayRole:
        return conversation->title.isEmpty() ? tr("New conversation") : conversation->title;
    case Qt::ToolTipRole:
        return literally(conversation->title); // there is not always room for all of it
    case Qt::EditRole:
        return conversation->title;
    case Qt::AccessibleTextRole: {
        const QString title = data(index, Qt::DisplayRole).toString();
        if (busy)
            return tr("%1, a reply is being written").arg(title);
        return conversation->unread ? tr("%1, unread").arg(title) : title;
    }
    case IdRole:
        return row.id.value();
    case IndentedRole:
        return !row.text.isEmpty();
    case LaneCountRole:
        return conversation->laneCount;
    case BusyRole:
        return busy;
    case UnreadRole:
        return conversation->unread;
    default:
        return {};
    }
}

QVariant ConversationListModel::folderData(const Row &row, int role) const
{
    const bool folded = app::hasTag(m_folded, row.text);
    switch (role) {
    case Qt::DisplayRole:
    case FolderRole:
        return row.text;
    case Qt::AccessibleTextRole:
        //: A folder in the list of conversations, read aloud. %1 is the tag.
        return folded ? tr("Tag %1, folded").arg(row.text) : tr("Tag %1, unfolded").arg(row.text);
    case FoldedRole:
        return folded;
    case CountRole:
        return m_folderSizes.value(row.text.toCaseFolded());
    default:
        return {};
    }
}

bool ConversationListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const app::ConversationId id = idAt(index);
    const QString title = value.toString().simplified();
    if (role != Qt::EditRole || !id || title.isEmpty())
        return false;
    m_library.rename(id, title);
    return true;
}

Qt::ItemFlags ConversationListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (m_rows.at(index.row()).kind == Row::Kind::Folder)
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (!idAt(index))
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

} // namespace ui
