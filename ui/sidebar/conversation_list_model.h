// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/library/library.h"

#include <QAbstractListModel>
#include <QDate>

#include <optional>

namespace ui {

/// The rows of the sidebar over the library: what is pinned, a folder for each tag, and below them
/// a heading per group of days with the conversations of those days that are in neither. A
/// conversation stands in every folder of its tags. Changes arrive as single inserts, moves and
/// removes, so that the view keeps its place; only another filter resets it.
class ConversationListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, ///< qint64; 0 for a heading
        LaneCountRole,
        BusyRole, ///< a reply runs
        UnreadRole, ///< one ended unseen
        FolderRole, ///< the tag of a folder; invalid for all other rows
        FoldedRole, ///< of a folder
        CountRole, ///< how many are in a folder
        IndentedRole, ///< stands in a folder
    };

    ConversationListModel(app::Library &library, app::Chats &chats, QObject *parent = nullptr);

    /// Shows these conversations only, by day and without folders; nothing: all.
    void setFilter(std::optional<QSet<app::ConversationId>> filter);
    void setFoldedTags(const QStringList &tags);
    [[nodiscard]] QStringList foldedTags() const { return m_folded; }
    void setFolded(const QString &tag, bool folded);
    /// Headings follow the calendar; call it when the day may have changed.
    void setToday(QDate today);

    /// The first row of several.
    [[nodiscard]] QModelIndex indexOf(app::ConversationId id) const;
    [[nodiscard]] app::ConversationId idAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// "Today", "Yesterday", the weekdays before, then months.
    [[nodiscard]] static QString heading(QDate day, QDate today, const QLocale &locale);

private:
    struct Row
    {
        enum class Kind { Heading, Folder, Conversation };
        Kind kind = Kind::Conversation;
        app::ConversationId id; ///< of a conversation
        QString text; ///< of a heading; the tag of the folder that it is, or stands in
        bool operator==(const Row &) const = default;
    };

    [[nodiscard]] QList<Row> wantedRows() const;
    void addPinned(QList<Row> &rows) const;
    void addFolders(QList<Row> &rows) const;
    void addDays(QList<Row> &rows) const;
    [[nodiscard]] bool isOnTop(const app::ConversationSummary &summary) const;
    [[nodiscard]] QVariant folderData(const Row &row, int role) const;
    void refreshPlaces();
    void rebuild();
    void synchronise();
    void rowChanged(int libraryRow);
    [[nodiscard]] const app::ConversationSummary *summary(app::ConversationId id) const;

    app::Library &m_library;
    app::Chats &m_chats;
    QList<Row> m_rows;
    /// Where each conversation stands in the library's list.
    QHash<app::ConversationId, int> m_places;
    QHash<QString, int> m_folderSizes; ///< by tag without its case
    std::optional<QSet<app::ConversationId>> m_filter;
    QStringList m_folded;
    QDate m_today;
};

} // namespace ui
