// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/presets.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace ui {

class ThemedLabel;

/// Asks for the name of a preset and what goes into it besides the parameters. A name that is taken
/// is told before it is replaced.
class SavePresetDialog : public QDialog
{
    Q_OBJECT
public:
    SavePresetDialog(const Theme &theme, const app::Presets &presets, const app::Lane &lane,
                     QWidget *parent);

signals:
    void chosen(const QString &name, app::PresetScope scope);

private:
    void refresh();

    const app::Presets &m_presets;
    QLineEdit *m_name;
    QCheckBox *m_prompt;
    QCheckBox *m_model;
    ThemedLabel *m_note;
    QPushButton *m_save = nullptr;
};

} // namespace ui
