// SPDX-License-Identifier: GPL-3.0-or-later
// A lane whose name is hidden: what it shows in the place of what would tell it from the others.
#include "app/chat/blind_rounds.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_header.h"
#include "ui/lanes/lane_prompt.h"
#include "ui/widgets/badge_label.h"
#include "ui/wording/finish_wording.h"

namespace ui {

bool LaneColumn::isVeiled() const
{
    return m_conversation->veiledRound() != nullptr;
}

/// Its answer may be there, but those of others are not.
bool LaneColumn::isHeldBack() const
{
    const app::BlindRound *veiled = m_conversation->veiledRound();
    return veiled && veiled->round == m_chat->heldBackRound() && veiled->lanes.contains(m_lane);
}

void LaneColumn::refreshVeil()
{
    refreshModel();
    refreshName();
    refreshDifferences();
    refreshActivity();
    if (m_prompt)
        m_prompt->refresh();
    if (!lane())
        return;
    m_header->setLetter(app::shownLetter(*m_conversation, m_lane), m_amongOthers);
    m_header->setDraggable(m_amongOthers && !isVeiled());
}

void LaneColumn::showVeiledName()
{
    //: %1 is the letter of a lane.
    setAccessibleName(tr("Lane %1").arg(laneLetter(app::shownLetter(*m_conversation, m_lane))));
}

/// How far it got would say which one is quick, and which one thinks.
QString LaneColumn::veiledDoing() const
{
    const app::LaneActivity activity = m_chat->activity(m_lane);
    if (activity.state == app::LaneActivity::State::Paused)
        return activityText(activity.state);
    if (activity.isBusy() || isHeldBack())
        return tr("writing");
    const LaneFigures figures = figuresOf(*m_conversation, m_lane);
    const QString state = messageStateText(figures.state);
    return state.isEmpty() && figures.complete ? tr("written") : state;
}

/// What holds the answer up, without the words of a server, which may hold names.
ErrorSentence LaneColumn::veiledSentence(const app::LaneActivity &activity) const
{
    if (activity.spending) {
        QList<ErrorAction> actions{ErrorAction::SendOnce};
        if (activity.spending->raisedUsd())
            actions.append(ErrorAction::RaiseCeiling);
        return {tr("A ceiling of spending holds this answer back."), actions};
    }
    if (activity.error && activity.error->kind == app::ErrorKind::Storage) {
        return errorSentence(*activity.error, laneLetter(app::shownLetter(*m_conversation, m_lane)),
                             {});
    }
    return {tr("This answer is late. The reason shows with the names."), {ErrorAction::Retry}};
}

} // namespace ui
