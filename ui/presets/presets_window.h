// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/presets.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace app {
struct Services;
}

namespace ui {

class FlatButton;
class MessageBar;
class ThemedLabel;
class Toast;

/// All presets: what each one says and what it is used for; apply, rename, delete with undo,
/// import, export. What it says is judged by the server of one lane.
class PresetsWindow : public QDialog
{
    Q_OBJECT
public:
    enum class Lanes { This, All };

    PresetsWindow(const Theme &theme, app::Services &services, const app::Lane &lane, int laneCount,
                  QWidget *parent);

    void select(const QString &name);

signals:
    void applyRequested(const QString &name, ui::PresetsWindow::Lanes lanes);

private:
    void build(const app::Lane &lane, int laneCount);
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeDetails(const app::Lane &lane, int laneCount);
    [[nodiscard]] QWidget *makeUses(const app::Lane &lane);
    void takeEntries();
    void showPreset(const app::Preset *preset);
    void showLines(const app::Preset &preset);
    [[nodiscard]] QString current() const;
    void rename();
    void remove();
    void askForFiles();
    void import(const QStringList &paths);
    void exportCurrent();
    void tell(const QString &sentence);

    const Theme &m_theme;
    app::Services &m_services;
    app::Presets &m_presets;
    const QString m_providerId; ///< of the lane
    const QString m_model;
    MessageBar *m_notice;
    QListWidget *m_list;
    QScrollArea *m_lines = nullptr; ///< what the preset says
    ThemedLabel *m_title = nullptr;
    QCheckBox *m_usual = nullptr;
    QCheckBox *m_ofModel = nullptr;
    QList<QPushButton *> m_apply;
    QList<FlatButton *> m_ofOne; ///< they need a preset
    Toast *m_toast = nullptr;
};

} // namespace ui
