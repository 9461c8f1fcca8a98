// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/round_calls.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>

namespace ui {

/// The calls of a round: a row for each, a sign where the lanes differ, a column for each lane with
/// the arguments and how the call ended. Rows that differ have a ground besides.
class CallsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Sign, Tool, FirstLane };

    explicit CallsModel(const Theme &theme, QObject *parent = nullptr);

    /// With a name for each lane.
    void setCalls(const app::RoundCalls &calls, const QStringList &names);
    [[nodiscard]] const app::RoundCalls &calls() const { return m_calls; }
    /// Of the lane in that cell; null where it made none.
    [[nodiscard]] const app::RoundCall *call(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] bool differs(const app::ComparedCall &call) const;
    [[nodiscard]] QString text(const QModelIndex &index) const;

    const Theme &m_theme;
    app::RoundCalls m_calls;
    QStringList m_names;
};

/// How a call ended: "0.2 s", "failed", "not called"; and whether its arguments fitted.
[[nodiscard]] QString callEndText(const app::RoundCall &call);

} // namespace ui
