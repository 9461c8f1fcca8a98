// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sweeps/cells_dialog.h"

class QSpinBox;

namespace ui {

/// Asks how often the same is to be asked.
class RepeatDialog : public CellsDialog
{
    Q_OBJECT
public:
    RepeatDialog(const ViewContext &context, app::ChatPtr chat, app::LaneId lane,
                 const app::Draft &draft, QWidget *parent = nullptr);

    [[nodiscard]] QSpinBox &times() const { return *m_times; }

protected:
    [[nodiscard]] app::CellsSpec varied(app::CellsSpec spec) const override;
    [[nodiscard]] QString problem() const override { return {}; }

private:
    QSpinBox *m_times;
};

} // namespace ui
