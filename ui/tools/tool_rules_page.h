// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace app {
class Settings;
}

namespace ui {

/// All that was decided once for the calls of a tool or a server, in one list; each can be taken
/// back. It follows the settings.
class ToolRulesPage : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive it.
    ToolRulesPage(const Theme &theme, app::Settings &settings, QWidget *parent = nullptr);

private:
    void fill();
    void takeBack();

    app::Settings &m_settings;
    QTreeWidget *m_rules;
    QPushButton *m_takeBack;
};

} // namespace ui
