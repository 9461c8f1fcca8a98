// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/chat/replay_plan.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace app {
struct Services;
}

namespace ui {

class ModelButton;
class ModelChooser;
class ParameterPanel;
class ThemedLabel;

/// Asks how a lane is to be replayed: by which model, with which settings, and on top of which
/// answers. It begins with what the lane has and changes nothing of it.
class ReplayDialog : public QDialog
{
    Q_OBJECT
public:
    /// The services outlive it.
    ReplayDialog(const Theme &theme, app::Services &services, app::ChatPtr chat, app::LaneId lane,
                 QWidget *parent = nullptr);
    ~ReplayDialog() override;

    void setModel(const QString &providerId, const QString &model);

signals:
    void started(app::LaneId lane); ///< the new one
    void providersRequested();

private:
    QWidget *makeChoices();
    QWidget *makeSettings();
    QWidget *makeFooter();
    QRadioButton *addWay(QVBoxLayout &layout, const QString &text, const QString &explanation);
    void chooseModel();
    void refresh();
    void refreshNote();
    void start();
    [[nodiscard]] app::ReplayOrder order() const;
    [[nodiscard]] QString costSentence(const app::ModelInfo &model) const;
    [[nodiscard]] bool hasImages() const;
    [[nodiscard]] bool takesSettings() const;

    const Theme &m_theme;
    app::Services &m_services;
    app::ChatPtr m_chat;
    app::LaneId m_original;
    app::Lane m_settings; ///< of the lane to be
    ModelChooser *m_chooser;
    ModelButton *m_model;
    QRadioButton *m_oldAnswers = nullptr;
    QRadioButton *m_newAnswers = nullptr;
    ThemedLabel *m_note;
    ParameterPanel *m_panel = nullptr; ///< none while all lanes are kept the same
    QPushButton *m_start = nullptr;
};

} // namespace ui
