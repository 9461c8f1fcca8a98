// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/round_reasoning.h"

#include <QAbstractTableModel>

namespace ui {

/// How long each lane thought in a round, as rows in the order of the lanes.
class ReasoningModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { LaneName, Length, Tokens, Time, Cost, Share, Count };

    explicit ReasoningModel(QObject *parent = nullptr);

    /// With a name for each. The same lanes with other figures keep rows and selection.
    void setLanes(const QList<app::RoundReasoning> &lanes, const QStringList &names);
    [[nodiscard]] const QList<app::RoundReasoning> &lanes() const { return m_lanes; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;

    QList<app::RoundReasoning> m_lanes;
    QStringList m_names;
};

} // namespace ui
