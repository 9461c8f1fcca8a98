// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets/save_preset_dialog.h"

#include "app/catalogue/model_info.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/error_wording.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int kSavePresetWidth = 400;
constexpr int kLongestModelShown = 40;
} // namespace

SavePresetDialog::SavePresetDialog(const Theme &theme, const app::Presets &presets,
                                   const app::Lane &lane, QWidget *parent)
    : QDialog(parent), m_presets(presets), m_name(new QLineEdit(this)),
      m_prompt(new QCheckBox(tr("With the &system prompt"), this)),
      m_model(new QCheckBox(tr("With the &model: a preset of the whole lane"), this)),
      m_note(new ThemedLabel(theme, TextRole::Small, &Colours::warning, this))
{
    setWindowTitle(tr("Save as preset"));
    auto *label = new QLabel(tr("&Name of the preset"), this);
    label->setBuddy(m_name);
    m_name->setMaxLength(int(app::kLongestPresetName));
    m_name->setAccessibleName(tr("Name of the preset"));
    m_name->setText(presets.appliedTo(lane.id));
    m_name->selectAll();
    m_prompt->setChecked(!lane.systemPrompt.isEmpty());
    m_prompt->setVisible(!lane.systemPrompt.isEmpty());
    m_model->setToolTip(literally(shortened(app::shortModelName(lane.model), kLongestModelShown)));
    m_note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    layout->setSpacing(metrics::kStep2);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(m_note);
    layout->addSpacing(metrics::kStep1);
    layout->addWidget(m_prompt);
    layout->addWidget(m_model);
    layout->addSpacing(metrics::kStep2);
    layout->addWidget(buttons);
    setMinimumWidth(kSavePresetWidth);
    connect(m_name, &QLineEdit::textChanged, this, &SavePresetDialog::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(m_name->text().simplified(),
                    {.withSystemPrompt = m_prompt->isChecked(), .withModel = m_model->isChecked()});
        accept();
    });
    refresh();
}

void SavePresetDialog::refresh()
{
    const QString name = m_name->text().simplified();
    const bool isTaken = !name.isEmpty() && m_presets.find(name);
    m_save->setEnabled(!name.isEmpty());
    m_save->setText(isTaken ? tr("Replace it") : tr("Save"));
    m_note->setText(isTaken ? tr("There is a preset with this name.") : QString());
    m_note->setVisible(isTaken);
}

} // namespace ui
