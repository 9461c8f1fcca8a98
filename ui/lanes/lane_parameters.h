// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"

#include <QObject>

namespace app {
struct Services;
}

namespace ui {

class ParameterPanel;

/// Keeps the parameter panel and the lanes of the shown conversation in step. The panel outlives
/// it.
class LaneParameters : public QObject
{
    Q_OBJECT
public:
    LaneParameters(app::Services &services, ParameterPanel &panel, QObject *parent = nullptr);

    void setChat(app::ChatPtr chat);
    void setActiveLane(app::LaneId lane);
    /// What is being typed into the panel belongs to the prompt that is about to leave.
    void flush();

private:
    void refreshProviders();
    void refreshLanes();
    void refreshSame();
    void refreshModels();
    void refreshTools();
    void refreshEchoes();

    app::Services &m_services;
    ParameterPanel &m_panel;
    app::ChatPtr m_chat;
    app::LaneId m_active;
};

} // namespace ui
