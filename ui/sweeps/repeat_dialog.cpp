// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/repeat_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/fit_to_screen.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr QSize kRepeatDialogSize{560, 360};
constexpr int kUsualRepeats = 10;
} // namespace

RepeatDialog::RepeatDialog(const ViewContext &context, app::ChatPtr chat, app::LaneId laneId,
                           const app::Draft &draft, QWidget *parent)
    : CellsDialog(context, std::move(chat), laneId, draft, parent), m_times(new QSpinBox(this))
{
    setWindowTitle(tr("Repeat"));
    m_times->setRange(2, int(app::kMostRoundCells));
    m_times->setValue(kUsualRepeats);
    m_times->setAccessibleName(tr("How often"));
    auto *label = new QLabel(tr("&How often"), this);
    label->setBuddy(m_times);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::kStep2);
    row->addWidget(label);
    row->addWidget(m_times);
    row->addStretch(1);
    middle()->addLayout(row);
    connect(m_times, &QSpinBox::valueChanged, this, &RepeatDialog::refresh);
    finish(tr("Asks the same again and again under the settings of the lane, and shows how "
              "the answers differ. The lane stays where it is."),
           tr("Start"));
    resizeWithinScreen(*this, kRepeatDialogSize);
}

app::CellsSpec RepeatDialog::varied(app::CellsSpec spec) const
{
    spec.repeats = m_times->value();
    return spec;
}

} // namespace ui
