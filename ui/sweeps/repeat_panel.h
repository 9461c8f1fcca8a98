// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/repeat_statistics.h"
#include "ui/widgets/ground.h"

class QTableWidget;

namespace ui {

class ThemedLabel;

/// What repeats show about a model: how its answers agree, and how their figures are spread.
class RepeatPanel : public Ground
{
    Q_OBJECT
public:
    explicit RepeatPanel(const Theme &theme, QWidget *parent = nullptr);

    void setStatistics(const app::RepeatStatistics &statistics);
    /// "10 answers, 3 of them different. …"; for tests.
    [[nodiscard]] QString summary() const;

private:
    ThemedLabel *m_summary;
    QTableWidget *m_table;
};

} // namespace ui
