// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sweeps/cells_dialog.h"

class QCheckBox;

namespace ui {

class AxisEditor;

/// Asks what a sweep varies: one or two parameters, models, prompts.
class SweepDialog : public CellsDialog
{
    Q_OBJECT
public:
    SweepDialog(const ViewContext &context, app::ChatPtr chat, app::LaneId lane,
                const app::Draft &draft, QWidget *parent = nullptr);

    [[nodiscard]] AxisEditor &first() const { return *m_first; }
    [[nodiscard]] AxisEditor &second() const { return *m_second; }
    [[nodiscard]] QCheckBox &severalPrompts() const { return *m_several; }

signals:
    void providersRequested();

protected:
    [[nodiscard]] app::CellsSpec varied(app::CellsSpec spec) const override;
    [[nodiscard]] QString problem() const override;

private:
    QCheckBox *m_several;
    AxisEditor *m_first;
    AxisEditor *m_second;
};

} // namespace ui
