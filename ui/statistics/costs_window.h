// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/costs.h"
#include "app/store/store.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QComboBox;
class QPushButton;
class QTableView;

namespace app {
struct Services;
}

namespace ui {

class CostsChart;
class CostsModel;
class SegmentedControl;
class ThemedLabel;

/// What answers cost by day, model and conversation: a sentence, a plot, a table. Read from the
/// store when it opens and when another range is chosen.
class CostsWindow : public QDialog
{
    Q_OBJECT
public:
    CostsWindow(const Theme &theme, app::Services &services, QWidget *parent = nullptr);
    ~CostsWindow() override;

    [[nodiscard]] const CostsModel &model() const { return *m_model; }
    [[nodiscard]] const CostsChart &chart() const { return *m_chart; }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString basis() const;
    void setRange(int days); ///< 0: all
    void setGrouping(app::CostGrouping grouping);

signals:
    void read(); ///< what is shown is new

private:
    QWidget *makeHeader();
    QWidget *makeBody();
    QWidget *makeFooter();
    void readCosts();
    void take(const app::CostTable &costs);
    void showTable();
    [[nodiscard]] int days() const;
    [[nodiscard]] QSet<QString> freeProviders() const;

    const Theme &m_theme;
    app::Services &m_services;
    ThemedLabel *m_headline;
    ThemedLabel *m_basis;
    QComboBox *m_range;
    SegmentedControl *m_grouping;
    CostsChart *m_chart;
    CostsModel *m_model;
    QTableView *m_table;
    QPushButton *m_export = nullptr;
    app::CostTable m_costs;
    int m_asked = 0; ///< reads: an older one is passed over
};

} // namespace ui
