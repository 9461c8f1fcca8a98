// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/ratings.h"

#include <QAbstractTableModel>

namespace ui {

/// Ratings as rows of a table, in their order.
class RatingsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Model, Provider, Points, Interval, Wins, Ties, Losses, AllBad, Verdict, Count };

    explicit RatingsModel(QObject *parent = nullptr);

    void setRatings(const app::Ratings &ratings);
    [[nodiscard]] const app::Ratings &ratings() const { return m_ratings; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString verdict(int row) const;

    app::Ratings m_ratings;
};

} // namespace ui
