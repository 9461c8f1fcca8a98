// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/lane_tools_row.h"

#include "app/base/visible_text.h"
#include "ui/parameters/parameter_row.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/error_wording.h"

#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace ui {

namespace {

/// In a menu an ampersand would mark a key.
QString menuName(const QString &name)
{
    return app::withVisibleCharacters(shortened(name, 60)).replace(u'&', QLatin1StringView("&&"));
}

} // namespace

LaneToolsRow::LaneToolsRow(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_button(new FlatButton(theme, {}, tr("none", "tools"), this)),
      m_menu(new QMenu(m_button))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    auto *name = new ThemedLabel(theme, TextRole::Body, &Colours::text, this);
    name->setText(tr("Tools to call"));
    name->setToolTip(tr("Tools that Diptych runs when the model calls them"));
    line->addWidget(name, 1);
    m_button->setPadding(kFlushPadding);
    m_button->setMenu(m_menu);
    m_button->setPopupMode(QToolButton::InstantPopup);
    line->addWidget(m_button);
    connect(m_menu, &QMenu::aboutToShow, this, &LaneToolsRow::fillMenu);
    refresh();
}

void LaneToolsRow::setGroups(const QList<ToolGroup> &groups)
{
    if (groups == m_groups)
        return;
    m_groups = groups;
    refresh();
}

void LaneToolsRow::setTools(const QList<app::ToolRef> &tools)
{
    if (tools == m_tools)
        return;
    m_tools = tools;
    refresh();
}

const ToolGroup *LaneToolsRow::group(const QString &source) const
{
    const auto found = std::ranges::find(m_groups, source, &ToolGroup::source);
    return found == m_groups.end() ? nullptr : &*found;
}

bool LaneToolsRow::isChosen(const app::ToolRef &ref) const
{
    return m_tools.contains(ref) || m_tools.contains(app::ToolRef{ref.source, {}});
}

void LaneToolsRow::fillMenu()
{
    m_menu->clear();
    for (const ToolGroup &each : std::as_const(m_groups))
        addGroup(each);
    addRemoved();
    if (!m_menu->isEmpty())
        m_menu->addSeparator();
    connect(m_menu->addAction(tr("Set up tools…")), &QAction::triggered, this,
            &LaneToolsRow::manageRequested);
}

void LaneToolsRow::addGroup(const ToolGroup &group)
{
    if (!group.isServer)
        return add(*m_menu, menuName(group.name), {group.source, {}});
    QMenu *menu = m_menu->addMenu(menuName(group.name));
    add(*menu, tr("All of its tools"), {group.source, {}});
    if (!group.tools.isEmpty())
        menu->addSeparator();
    for (const QString &tool : group.tools)
        add(*menu, menuName(tool), {group.source, tool});
    for (const app::ToolRef &chosen : std::as_const(m_tools)) {
        const bool isGone = chosen.source == group.source && !chosen.name.isEmpty()
                            && !group.tools.contains(chosen.name);
        if (isGone)
            add(*menu, menuName(chosen.name), chosen);
    }
}

/// What is not set up any more can only be taken out.
void LaneToolsRow::addRemoved()
{
    for (const app::ToolRef &chosen : std::as_const(m_tools)) {
        if (!group(chosen.source))
            add(*m_menu, tr("A tool that was removed"), chosen);
    }
}

void LaneToolsRow::add(QMenu &menu, const QString &text, const app::ToolRef &ref)
{
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(isChosen(ref));
    connect(action, &QAction::triggered, this, [this, ref] { toggle(ref); });
}

void LaneToolsRow::toggle(const app::ToolRef &ref)
{
    QList<app::ToolRef> tools = m_tools;
    const app::ToolRef all{ref.source, {}};
    const ToolGroup *server = group(ref.source);
    if (ref == all && !tools.contains(all)) {
        tools.removeIf([&](const app::ToolRef &each) { return each.source == ref.source; });
        tools.append(all);
    } else if (ref != all && tools.contains(all) && server) {
        tools.removeAll(all); // the others stay
        for (const QString &name : server->tools) {
            if (name != ref.name)
                tools.append({ref.source, name});
        }
    } else if (!tools.removeAll(ref)) {
        tools.append(ref);
    }
    emit edited(tools);
}

void LaneToolsRow::refresh()
{
    QString text = tr("none", "tools");
    if (m_tools.size() == 1) {
        const app::ToolRef &only = m_tools.first();
        const ToolGroup *source = group(only.source);
        const QString name = !only.name.isEmpty() ? only.name
                             : source             ? source->name
                                                  : tr("removed", "tool");
        text = app::withVisibleCharacters(shortened(name, 18));
    } else if (m_tools.size() > 1) {
        text = tr("%n chosen", nullptr, int(m_tools.size()));
    }
    m_button->setText(text);
    m_button->setTone(m_tools.isEmpty() ? FlatButton::Tone::Secondary : FlatButton::Tone::Plain);
    //: For a screen reader: %1 is the name of a tool, or how many are chosen.
    m_button->setAccessibleName(tr("Tools to call: %1").arg(text));
}

} // namespace ui
