// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractListModel>
#include <QByteArray>

#include <vector>

namespace ui {

/// A text that may still be written as rows: its lines, long ones folded. Only the rows that are
/// looked at become text. The bytes belong to the caller, who tells by grow() that there are more.
class JsonTextModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit JsonTextModel(const Theme &theme, QObject *parent = nullptr);

    /// Null: no text.
    void setText(const QByteArray *utf8);
    void grow();
    /// The rows with these bytes get a ground of their own, and words.
    void setMarks(const QHash<qsizetype, QString> &marks);

    /// The row with a byte; −1: there is no row.
    [[nodiscard]] int rowOf(qsizetype position) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] std::vector<qsizetype> newStarts() const;
    [[nodiscard]] QString textOf(int row) const;

    const Theme &m_theme;
    const QByteArray *m_text = nullptr;
    std::vector<qsizetype> m_starts; ///< of the rows, in bytes
    qsizetype m_end = 0; ///< of the last row, as views know it
    QHash<int, QString> m_marks; ///< by row
};

} // namespace ui
