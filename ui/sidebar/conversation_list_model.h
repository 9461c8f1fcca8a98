// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/library/library.h"

#include <QAbstractListModel>
#include <QDate>

#include <optional>

namespace ui {

/// The rows of the sidebar over the library: a heading per group of days, and below it the
/// conversations of those days. Changes arrive as single inserts, moves and removes, so that the
/// view keeps its place; only another filter resets it.
class ConversationListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, ///< qint64; 0 for a heading
        LaneCountRole,
        BusyRole, ///< a reply runs
        UnreadRole, ///< one ended unseen
    };

    ConversationListModel(app::Library &library, app::Chats &chats, QObject *parent = nullptr);

    /// Shows these conversations only, in the order of the library; nothing: all.
    void setFilter(std::optional<QSet<app::ConversationId>> filter);
    /// Headings follow the calendar; call it when the day may have changed.
    void setToday(QDate today);

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
        app::ConversationId id; ///< none: a heading
        QString heading;
        bool operator==(const Row &) const = default;
    };

    [[nodiscard]] QList<Row> wantedRows() const;
    void rebuild();
    void synchronise();
    void rowChanged(int libraryRow);
    [[nodiscard]] const app::ConversationSummary *summary(app::ConversationId id) const;

    app::Library &m_library;
    app::Chats &m_chats;
    QList<Row> m_rows;
    /// Where each conversation stands in the library's list.
    QHash<app::ConversationId, int> m_places;
    std::optional<QSet<app::ConversationId>> m_filter;
    QDate m_today;
};

} // namespace ui
