// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/lane_parameters.h"

#include "app/catalogue/catalogue.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "app/tools/tool_registry.h"
#include "ui/lanes/lane_figures.h"
#include "ui/parameters/lane_tools_row.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/tools/tool_wording.h"

namespace ui {

LaneParameters::LaneParameters(app::Services &services, ParameterPanel &panel, QObject *parent)
    : QObject(parent), m_services(services), m_panel(panel)
{
    connect(&panel, &ParameterPanel::laneEdited, this, [this](const app::Lane &lane) {
        if (m_chat && m_chat->conversation().lane(lane.id))
            m_chat->updateLane(lane);
    });
    connect(&panel, &ParameterPanel::sameSettingsRequested, this, [this](bool same) {
        if (m_chat)
            m_chat->setSameSettings(same, m_active);
    });
    connect(&panel, &ParameterPanel::currentLaneChanged, this,
            [this](app::LaneId lane) { m_active = lane; });
    connect(services.settings.get(), &app::Settings::providersChanged, this,
            &LaneParameters::refreshProviders);
    connect(services.catalogue.get(), &app::Catalogue::modelsChanged, this,
            &LaneParameters::refreshModels);
    connect(services.tools.get(), &app::ToolRegistry::hostsChanged, this,
            &LaneParameters::refreshTools);
    connect(services.tools.get(), &app::ToolRegistry::hostChanged, this,
            &LaneParameters::refreshTools);
    refreshProviders();
    refreshTools();
}

void LaneParameters::setChat(app::ChatPtr chat)
{
    flush();
    if (m_chat)
        disconnect(&m_chat->conversation(), nullptr, this, nullptr);
    m_chat = std::move(chat);
    app::Conversation &conversation = m_chat->conversation();
    connect(&conversation, &app::Conversation::lanesChanged, this, &LaneParameters::refreshLanes);
    connect(&conversation, &app::Conversation::laneChanged, this, &LaneParameters::refreshLanes);
    connect(&conversation, &app::Conversation::roundChanged, this, &LaneParameters::refreshLanes);
    connect(&conversation, &app::Conversation::summaryChanged, this, &LaneParameters::refreshSame);
    connect(&conversation, &app::Conversation::runChanged, this, &LaneParameters::refreshEchoes);
    connect(&conversation, &app::Conversation::pathChanged, this, &LaneParameters::refreshEchoes);
    m_active = {};
    refreshLanes();
    refreshSame();
}

void LaneParameters::setActiveLane(app::LaneId lane)
{
    if (lane == m_active)
        return;
    m_active = lane;
    refreshLanes();
}

void LaneParameters::flush()
{
    m_panel.flush();
}

void LaneParameters::refreshProviders()
{
    m_panel.setProviders(m_services.providers());
}

void LaneParameters::refreshLanes()
{
    const QList<app::Lane> &lanes = m_chat->conversation().lanes();
    if (lanes.isEmpty())
        return;
    if (!m_chat->conversation().lane(m_active))
        m_active = lanes.first().id;
    m_panel.setVeiled(m_chat->conversation().veiledRound()
                          ? tr("What a lane is asked with could tell it from the others. It shows "
                               "with the names, when you have voted.")
                          : QString());
    m_panel.setLanes(lanes, m_active);
    refreshModels();
    refreshEchoes();
}

void LaneParameters::refreshSame()
{
    m_panel.setSameSettings(m_chat->conversation().summary().sameSettings);
}

void LaneParameters::refreshModels()
{
    if (!m_chat)
        return;
    for (const app::Lane &lane : m_chat->conversation().lanes())
        m_panel.setModelInfo(lane.id, m_services.catalogue->model(lane.providerId, lane.model));
}

void LaneParameters::refreshTools()
{
    QList<ToolGroup> groups;
    for (const app::ToolHost *host : m_services.tools->hosts()) {
        const app::ToolSource &source = host->source();
        ToolGroup group{source.id, source.name};
        group.isServer = isToolServer(source.kind);
        if (group.isServer) {
            for (const app::Tool &tool : host->tools())
                group.tools.append(tool.ref.name);
        }
        groups.append(group);
    }
    m_panel.setToolGroups(groups);
}

void LaneParameters::refreshEchoes()
{
    for (const app::Lane &lane : m_chat->conversation().lanes()) {
        const LaneFigures figures = figuresOf(m_chat->conversation(), lane.id);
        m_panel.setEcho(lane.id, figures.tierAsked, figures.tierEchoed);
    }
}

} // namespace ui
