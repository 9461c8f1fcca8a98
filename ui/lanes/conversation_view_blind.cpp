// SPDX-License-Identifier: GPL-3.0-or-later
// The view while names are hidden.
#include "app/chat/blind_rounds.h"
#include "ui/lanes/conversation_view.h"
#include "ui/lanes/lane_board.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_commands.h"
#include "ui/lanes/sweep_bar.h"
#include "ui/lanes/torn_out_lanes.h"

#include <QApplication>

#include <algorithm>

namespace ui {

/// The columns stand in another order once a veil falls or is lifted.
void ConversationView::takeVeil()
{
    const app::BlindRound *veiled = m_conversation->veiledRound();
    const app::RoundId now = veiled ? veiled->round : app::RoundId();
    if (std::exchange(m_veiled, now) == now)
        return;
    m_sweepBar->setVeiled(bool(now));
    if (now)
        hideTraces();
    rebuildColumns();
    refreshComposer();
}

/// What the reader did with a lane would tell where it went.
void ConversationView::hideTraces()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool isInLane = std::ranges::any_of(
        m_columns, [&](const LaneColumn *each) { return each->isAncestorOf(focus); });
    if (isInLane)
        focusComposer();
    m_commands->dropUndo();
    m_tornOut->putBackAll();
    m_board->setMaximised(nullptr);
    m_active = {};
    activate(app::shownLanes(*m_conversation).first().lane);
}

} // namespace ui
