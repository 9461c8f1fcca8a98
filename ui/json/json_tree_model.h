// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/json_outline.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModel>
#include <QHash>

#include <optional>
#include <vector>

namespace ui {

/// JSON that may still be written as a tree of names and values. What is in an object or a list
/// stands below it: the first hundred values one by one, more of them in groups of a hundred, of
/// ten thousand, of a million. So no level has more than some hundred rows, rows are only ever
/// added at an end, and growing costs what is in sight, never what there is. The outline belongs to
/// the caller, who tells by grow() that it has more.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Content, Count };

    explicit JsonTreeModel(const Theme &theme, QObject *parent = nullptr);
    ~JsonTreeModel() override;

    /// Null: an empty tree.
    void setOutline(const app::JsonOutline *outline);
    void grow();
    /// Values with something to say about them, in words.
    void setMarks(const QHash<quint32, QString> &marks);

    /// None for a group.
    [[nodiscard]] std::optional<quint32> valueAt(const QModelIndex &index) const;
    /// With the rows that lead to it.
    [[nodiscard]] QModelIndex indexOf(quint32 value);
    [[nodiscard]] bool isGroup(const QModelIndex &index) const;
    /// Rows that views know of; for tests and benchmarks.
    [[nodiscard]] qsizetype itemCount() const { return qsizetype(m_items.size()); }

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    /// A value, or a stretch of the values of one.
    struct Item
    {
        quint32 value = 0; ///< itself, or whose values a group has
        qsizetype first = 0; ///< of a group
        qsizetype span = 0; ///< how many a group has room for; 0: a value
        quint32 parent = 0;
        int row = 0;
        int shown = 0; ///< rows below it that views know of
    };

    [[nodiscard]] quint32 itemOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOfItem(quint32 item, int column = Name) const;
    [[nodiscard]] int rowsOf(const Item &item) const;
    [[nodiscard]] Item childAt(quint32 parent, int row) const;
    [[nodiscard]] quint32 itemAt(quint32 parent, int row) const;
    [[nodiscard]] bool isLive(const Item &item) const;
    void growItem(quint32 item);
    [[nodiscard]] QString name(const Item &item) const;
    [[nodiscard]] QString content(const Item &item) const;
    [[nodiscard]] QString heldText(const Item &item) const;
    [[nodiscard]] QColor colour(const Item &item, int column) const;
    [[nodiscard]] QString markOf(const Item &item) const;

    const Theme &m_theme;
    const app::JsonOutline *m_outline = nullptr;
    QHash<quint32, QString> m_marks;
    bool m_isInserting = false; ///< nobody may ask for more meanwhile
    // Made when a view asks for a row, and kept: they stand for persistent indexes.
    mutable std::vector<Item> m_items;
    mutable QHash<std::pair<quint32, int>, quint32> m_places; ///< parent and row to item
    mutable std::vector<quint32> m_live; ///< whose text or rows may still grow
};

} // namespace ui
