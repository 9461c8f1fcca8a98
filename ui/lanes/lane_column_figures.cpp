// SPDX-License-Identifier: GPL-3.0-or-later
// What a lane tells of its context and its money beside the figures of its newest run.
#include "app/catalogue/balances.h"
#include "app/catalogue/catalogue.h"
#include "app/services.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_header.h"
#include "ui/parameters/lane_values.h"
#include "ui/wording/balance_wording.h"

using namespace Qt::StringLiterals;

namespace ui {

void LaneColumn::refreshGauge()
{
    const app::Lane *shown = lane();
    if (!shown || isVeiled())
        return m_header->setContext({}, {});
    const app::ModelInfo model =
        m_context.services.catalogue->model(shown->providerId, shown->model);
    m_header->setContext(contextUse(*m_conversation, m_lane), model.contextLength);
}

void LaneColumn::refreshAccount()
{
    const app::Lane *shown = lane();
    if (!shown || isVeiled())
        return m_strip->setAccount({});
    const app::Provider provider = m_context.services.provider(shown->providerId);
    const auto balance = m_context.services.balances->balance(provider);
    m_strip->setAccount(
        balance ? balanceLine(*balance, provider.name, m_context.services.clock->nowMs())
                : QString());
}

/// As the request says that is on its way, else as the lane is set.
bool LaneColumn::asksForFlex() const
{
    const app::Message *reply = m_conversation->message(m_chat->activity(m_lane).reply);
    const app::Run *run = reply ? m_conversation->run(reply->run) : nullptr;
    if (run)
        return run->tierAsked == "flex"_L1;
    const app::Lane *shown = lane();
    return shown && laneValue(*shown, u"service_tier"_s).toString() == "flex"_L1;
}

} // namespace ui
