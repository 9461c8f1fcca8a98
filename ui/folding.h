// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace app {
class Settings;
}

namespace ui {

/// Which of the window's outer parts are shown. What the user wants is kept in the preferences;
/// where there is no room for it, the parameters give way first, then the sidebar. A part that is
/// asked for all the same takes the place of the other one, until the window is wide enough.
class Folding : public QObject
{
    Q_OBJECT
public:
    enum class Part { None, Sidebar, Parameters };
    struct Widgets
    {
        QWidget *sidebar;
        QWidget *sidebarEdge;
        QWidget *parameters;
        QWidget *parametersEdge;
    };

    /// The settings and the widgets outlive it.
    Folding(app::Settings &settings, const Widgets &widgets, QObject *parent = nullptr);

    /// `room`: what the conversation leaves of the window's width.
    void fit(int room);
    /// Shows or folds the part, and remembers it. Follow with fit().
    void toggle(Part part);
    [[nodiscard]] bool isShown(Part part) const;

private:
    app::Settings &m_settings;
    const Widgets m_widgets;
    Part m_forced = Part::None; ///< shown by the user although there is no room for both
};

} // namespace ui
