// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/folding.h"

#include "app/settings/settings.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

Folding::Folding(app::Settings &settings, const Widgets &widgets, QObject *parent)
    : QObject(parent), m_settings(settings), m_widgets(widgets)
{
}

void Folding::fit(int room)
{
    const app::Preferences &preferences = m_settings.preferences();
    bool sidebar = preferences.sidebarShown;
    bool parameters = preferences.parametersShown;
    const int both = metrics::kSidebarWidth + metrics::kParametersWidth;
    if (sidebar && parameters && room < both) {
        // The list of conversations is needed more often than a slider.
        parameters = m_forced == Part::Parameters;
        sidebar = !parameters;
    }
    if (sidebar && room < metrics::kSidebarWidth)
        sidebar = m_forced == Part::Sidebar;
    if (parameters && room < metrics::kParametersWidth)
        parameters = m_forced == Part::Parameters;
    m_widgets.sidebar->setVisible(sidebar);
    m_widgets.sidebarEdge->setVisible(sidebar);
    m_widgets.parameters->setVisible(parameters);
    m_widgets.parametersEdge->setVisible(parameters);
}

void Folding::toggle(Part part)
{
    const bool wasShown = isShown(part);
    m_forced = wasShown ? Part::None : part;
    app::Preferences preferences = m_settings.preferences();
    (part == Part::Sidebar ? preferences.sidebarShown : preferences.parametersShown) = !wasShown;
    m_settings.setPreferences(preferences);
}

bool Folding::isShown(Part part) const
{
    return part == Part::Sidebar      ? m_widgets.sidebar->isVisible()
           : part == Part::Parameters ? m_widgets.parameters->isVisible()
                                      : false;
}

} // namespace ui
