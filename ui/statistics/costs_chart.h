// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/run_queries.h"
#include "ui/theme/theme.h"

#include <QDate>
#include <QWidget>

class QChart;
class QChartView;

namespace ui {

/// Costs over time as stacked bars: a bar for each day, week or month, so that there are never more
/// than some thirty, a part for each of the dearest models and one for all others.
class CostsChart : public QWidget
{
    Q_OBJECT
public:
    explicit CostsChart(const Theme &theme, QWidget *parent = nullptr);

    /// `days` up to today; 0: since the first row.
    void setCosts(const QList<app::CostRow> &rows, int days, QDate today);
    /// For tests.
    [[nodiscard]] int barCount() const;
    [[nodiscard]] int partCount() const;

private:
    [[nodiscard]] QDate firstDay() const;
    void rebuild();
    void addBars(QChart &chart) const;

    QChartView *m_view;
    const Theme &m_theme;
    QList<app::CostRow> m_rows;
    int m_days = 0;
    QDate m_today;
};

} // namespace ui
