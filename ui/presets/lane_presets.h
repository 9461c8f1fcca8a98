// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/library/presets.h"
#include "ui/theme/theme.h"

#include <QObject>

class QMenu;

namespace app {
struct Services;
}

namespace ui {

class ParameterPanel;
class PresetsWindow;
class Toast;

/// Presets for the lanes of the shown conversation: what the panel calls their settings, its menu,
/// and what a new conversation or a chosen model brings with it. Made by the window; the panel
/// outlives it.
class LanePresets : public QObject
{
    Q_OBJECT
public:
    /// Dialogs are children of `window`; what happened by itself is told at `place`.
    LanePresets(const Theme &theme, app::Services &services, ParameterPanel &panel, QWidget *window,
                QWidget *place);

    void setChat(app::ChatPtr chat);
    /// The lane that a new conversation begins with. `model` says whether that was named: then a
    /// preset brings no other one.
    enum class ModelIs { Free, Named };
    [[nodiscard]] app::Lane beginning(const app::Lane &lane, ModelIs model);
    /// A lane was given another model (`changed` has it, `before` is as it was): what belongs to
    /// that model is taken where nobody has set anything, and told with an undo. Call it before
    /// Chat::updateLane().
    void takeModel(app::Lane &changed, const app::Lane &before);
    /// The same for a lane that was just made of another one.
    void takeModel(app::LaneId lane, const app::Lane &before);

    void apply(const QString &name, const QList<app::LaneId> &lanes);
    void showWindow();

signals:
    void failed(const QString &sentence); ///< a file could not be read or written

private:
    [[nodiscard]] QString stateOf(const app::Lane &lane) const;
    [[nodiscard]] const app::Preset *appliedTo(const app::Lane &lane) const;
    [[nodiscard]] const app::Lane *currentLane() const;
    [[nodiscard]] bool mayTake(const app::Lane &lane, const app::Preset &preset) const;
    void beginShown();
    void popUp(QWidget *anchor);
    void fill(QMenu &menu, const app::Lane &lane);
    void addPresets(QMenu &menu, const app::Lane *shown, const QList<app::LaneId> &lanes);
    void askForName();
    void tellTaken(const QString &name, const app::Lane &changed, const app::Lane &before);

    const Theme &m_theme;
    app::Services &m_services;
    app::Presets &m_presets;
    ParameterPanel &m_panel;
    QWidget *m_window;
    Toast *m_toast;
    app::ChatPtr m_chat;
};

} // namespace ui
