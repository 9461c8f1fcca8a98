// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/tool_source.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QMenu;

namespace ui {

class FlatButton;

/// A source of tools, as far as a lane chooses from it.
struct ToolGroup
{
    QString source; ///< ToolSource::id
    QString name;
    bool isServer = false; ///< of many tools, or else of one
    QStringList tools = {}; ///< those of a server, as far as they are known

    bool operator==(const ToolGroup &) const = default;
};

/// Which tools the model of a lane may call: a menu of all that are set up. It changes only by
/// setTools(); what the user does is asked for with edited().
class LaneToolsRow : public QWidget
{
    Q_OBJECT
public:
    explicit LaneToolsRow(const Theme &theme, QWidget *parent = nullptr);

    void setGroups(const QList<ToolGroup> &groups);
    void setTools(const QList<app::ToolRef> &tools);

signals:
    void edited(const QList<app::ToolRef> &tools);
    void manageRequested(); ///< tools are to be set up

private:
    void fillMenu();
    void addGroup(const ToolGroup &group);
    void addRemoved();
    void add(QMenu &menu, const QString &text, const app::ToolRef &ref);
    void toggle(const app::ToolRef &ref);
    void refresh();
    [[nodiscard]] bool isChosen(const app::ToolRef &ref) const;
    [[nodiscard]] const ToolGroup *group(const QString &source) const;

    FlatButton *m_button;
    QMenu *m_menu;
    QList<ToolGroup> m_groups;
    QList<app::ToolRef> m_tools;
};

} // namespace ui
