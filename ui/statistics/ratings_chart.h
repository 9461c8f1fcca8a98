// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/ratings.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QChartView;

namespace ui {

/// Points of the models with their intervals as error bars, the best at the top. A model without
/// enough votes has a hollow mark and a thin bar; between groups that never met is a gap.
class RatingsChart : public QWidget
{
    Q_OBJECT
public:
    explicit RatingsChart(const Theme &theme, QWidget *parent = nullptr);

    void setRatings(const app::Ratings &ratings);
    /// As it is shown, twice as sharp.
    [[nodiscard]] QImage image();
    /// For tests.
    [[nodiscard]] int markCount() const;
    [[nodiscard]] int barCount() const;

private:
    void rebuild();

    QChartView *m_view;
    const Theme &m_theme;
    app::Ratings m_ratings;
};

} // namespace ui
