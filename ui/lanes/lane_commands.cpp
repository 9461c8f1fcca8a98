// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/lane_commands.h"

#include "app/chat/blind_rounds.h"
#include "app/chat/judging.h"
#include "app/chat/lane_changes.h"
#include "app/chat/replay.h"
#include "app/chat/round_calls.h"
#include "app/chat/round_votes.h"
#include "app/chat/scheduler.h"
#include "app/evaluation/round_cells.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/evaluation/json_table_dialog.h"
#include "ui/lanes/lane_board.h"
#include "ui/lanes/lane_column.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/toast.h"

#include <QMenu>

#include <algorithm>

namespace ui {

LaneCommands::LaneCommands(const ViewContext &context, LaneBoard &board, Toast &toast,
                           QObject *parent)
    : QObject(parent), m_context(context), m_board(board), m_toast(toast)
{
}

LaneCommands::~LaneCommands() = default;

void LaneCommands::setChat(app::ChatPtr chat)
{
    m_chat = std::move(chat);
    dropUndo(); // it speaks of the conversation before
}

void LaneCommands::dropUndo()
{
    m_toast.hide();
}

const QList<ActionId> &LaneCommands::all()
{
    using enum ActionId;
    static const QList<ActionId> ids{
        DuplicateLane, MaximiseLane, MoveLaneLeft,    MoveLaneRight, RemoveLane,   NextLane,
        PreviousLane,  StopLane,     RetryAnswer,     RetryRound,    GoOnWith,     DetachLane,
        LinkScrolling, SameSettings, TearOutLane,     BlindMode,     ShowTogether, ShowNames,
        PauseAll,      Sweep,        Repeat,          EarlierSweeps, ReplayLane,   JudgeRound,
        Judgements,    ExportRound,  CompareThinking, JsonTable,     CompareCalls};
    return ids;
}

/// Whether it has to wait: until names show, or until the last answer is there.
bool LaneCommands::isUnderVeil(ActionId id) const
{
    using enum ActionId;
    static const QList<ActionId> telling{
        ChooseModel, Compare,      DuplicateLane, RemoveLane,     MoveLaneLeft, MoveLaneRight,
        DetachLane,  SameSettings, GoOnWith,      Sweep,          Repeat,       EarlierSweeps,
        ReplayLane,  JudgeRound,   Judgements,    CompareThinking};
    static const QList<ActionId> showing{StopLane,       RetryAnswer, RetryRound,
                                         CompareAnswers, JsonTable,   CompareCalls};
    return (m_chat->conversation().veiledRound() && telling.contains(id))
           || (m_chat->heldBackRound() && showing.contains(id));
}

bool LaneCommands::refuses(ActionId id)
{
    const bool isTooFew =
        id == ActionId::BlindMode && m_chat && m_chat->conversation().lanes().size() < 2;
    if (!m_chat || (!isTooFew && !isUnderVeil(id)))
        return false;
    if (isTooFew)
        m_toast.showMessage(tr("One lane alone cannot be blind. Compare with another model."));
    else if (m_chat->conversation().veiledRound() && !m_chat->heldBackRound())
        m_toast.showMessage(tr("That would tell the lanes apart. Vote first, or show the names."),
                            tr("Show names"), [chat = m_chat] { chat->showNames(); });
    else
        m_toast.showMessage(tr("That is possible once all answers are written."));
    return true;
}

bool LaneCommands::isOffered(ActionId id, app::LaneId laneId) const
{
    const app::Lane *lane = m_chat ? m_chat->conversation().lane(laneId) : nullptr;
    if (!lane)
        return false;
    if (isUnderVeil(id))
        return false;
    const auto lanes = int(m_chat->conversation().lanes().size());
    switch (id) {
    case ActionId::BlindMode:
        return lanes > 1 || isOn(id, laneId) == true;
    case ActionId::ShowTogether:
        return isOn(ActionId::BlindMode, laneId) == true;
    case ActionId::ShowNames:
        return m_chat->conversation().veiledRound() != nullptr;
    case ActionId::MoveLaneLeft:
        return lane->position + leftwards() >= 0 && lane->position + leftwards() < lanes;
    case ActionId::MoveLaneRight:
        return lane->position - leftwards() >= 0 && lane->position - leftwards() < lanes;
    case ActionId::MaximiseLane:
        return m_board.columns().size() > 1 && isOnBoard(laneId);
    case ActionId::TearOutLane:
        return m_board.columns().size() > 1 || (lanes > 1 && !isOnBoard(laneId));
    case ActionId::RemoveLane:
    case ActionId::NextLane:
    case ActionId::PreviousLane:
    case ActionId::DetachLane:
    case ActionId::LinkScrolling:
    case ActionId::SameSettings:
        return lanes > 1;
    case ActionId::StopLane:
        return m_chat->activity(laneId).state != app::LaneActivity::State::Idle;
    case ActionId::RetryAnswer:
    case ActionId::CompareThinking:
    case ActionId::ExportRound:
        return lastReply(laneId).isValid();
    case ActionId::EarlierSweeps:
        return !m_chat->conversation().rounds(app::cellKinds()).isEmpty();
    case ActionId::RetryRound:
    case ActionId::GoOnWith:
        return lanes > 1 && lastReply(laneId).isValid();
    case ActionId::ReplayLane:
        return lastReply(laneId).isValid();
    case ActionId::JudgeRound:
        return app::answersIn(m_chat->conversation(), lastRound(laneId)).size() > 1;
    case ActionId::JsonTable:
        return canCompareJson(m_chat->conversation(), lastRound(laneId));
    case ActionId::CompareCalls:
        return app::hasCalls(m_chat->conversation(), lastRound(laneId));
    case ActionId::Judgements:
        return !app::judgingsOf(m_chat->conversation()).isEmpty();
    default:
        return true;
    }
}

void LaneCommands::carryOut(ActionId id, app::LaneId lane)
{
    if (!isOffered(id, lane)) {
        (void)refuses(id);
        return;
    }
    const int position = m_chat->conversation().lane(lane)->position;
    switch (id) {
    case ActionId::DuplicateLane:
        return duplicate(lane);
    case ActionId::RemoveLane:
        return remove(lane);
    case ActionId::MoveLaneLeft:
        return moveTo(lane, position + leftwards());
    case ActionId::MoveLaneRight:
        return moveTo(lane, position - leftwards());
    case ActionId::MaximiseLane:
        return toggleMaximised(lane);
    case ActionId::NextLane:
        return step(lane, 1);
    case ActionId::PreviousLane:
        return step(lane, -1);
    case ActionId::DetachLane:
        return m_chat->arrangeLanes(app::changesToDetachLane(
            m_chat->conversation(), lane, !m_chat->conversation().lane(lane)->detached));
    case ActionId::TearOutLane:
        emit tearOutRequested(lane, isOnBoard(lane));
        return;
    case ActionId::LinkScrolling:
        return toggleLinkedScrolling();
    case ActionId::SameSettings:
        return m_chat->setSameSettings(!m_chat->conversation().summary().sameSettings, lane);
    case ActionId::BlindMode:
        return switchBlindMode();
    case ActionId::ShowTogether:
        return m_chat->setBlindMode(isOn(id, lane) == true ? app::BlindMode::AsWritten
                                                           : app::BlindMode::Together);
    case ActionId::ShowNames:
        return m_chat->showNames();
    case ActionId::PauseAll:
        return isOn(id, lane) == true ? m_context.services.scheduler->resume()
                                      : m_context.services.scheduler->pauseAll();
    case ActionId::StopLane:
        return m_chat->stop(lane);
    case ActionId::RetryAnswer:
        return m_chat->retry(lane, lastReply(lane));
    case ActionId::RetryRound:
        return retryRound(lastReply(lane));
    case ActionId::GoOnWith:
        return goOnWith(lane, lastReply(lane));
    case ActionId::Sweep:
        emit sweepRequested(lane);
        return;
    case ActionId::Repeat:
        emit repeatsRequested(lane);
        return;
    case ActionId::EarlierSweeps:
        emit earlierSweepsRequested();
        return;
    case ActionId::ReplayLane:
        emit replayRequested(lane);
        return;
    case ActionId::JudgeRound:
        emit judgeRequested(lastRound(lane));
        return;
    case ActionId::JsonTable:
        emit jsonTableRequested(lastRound(lane));
        return;
    case ActionId::CompareCalls:
        emit callsRequested(lastRound(lane));
        return;
    case ActionId::Judgements:
        emit judgementsRequested();
        return;
    case ActionId::CompareThinking:
        emit thinkingRequested(lastRound(lane));
        return;
    case ActionId::ExportRound:
        emit exportRequested(lastRound(lane));
        return;
    default:
        return;
    }
}

/// Nothing for what is no switch.
std::optional<bool> LaneCommands::isOn(ActionId id, app::LaneId lane) const
{
    switch (id) {
    case ActionId::MaximiseLane:
        return m_board.maximised() != nullptr;
    case ActionId::TearOutLane:
        return !isOnBoard(lane);
    case ActionId::DetachLane:
        return m_chat->conversation().lane(lane)->detached;
    case ActionId::LinkScrolling:
        return m_context.services.settings->preferences().linkedScrolling;
    case ActionId::SameSettings:
        return m_chat->conversation().summary().sameSettings;
    case ActionId::BlindMode:
        return m_chat->conversation().summary().blindMode != app::BlindMode::Off;
    case ActionId::ShowTogether:
        return m_chat->conversation().summary().blindMode == app::BlindMode::Together;
    case ActionId::PauseAll:
        return m_context.services.scheduler->isPaused();
    default:
        return std::nullopt;
    }
}

void LaneCommands::addEntry(QMenu &menu, ActionId id, app::LaneId lane)
{
    QAction *action =
        menu.addAction(Actions::menuText(id), this, [this, id, lane] { carryOut(id, lane); });
    action->setEnabled(isOffered(id, lane));
    const std::optional<bool> on = isOn(id, lane);
    action->setCheckable(on.has_value());
    action->setChecked(on.value_or(false));
}

void LaneCommands::switchBlindMode()
{
    const bool isOn = m_chat->conversation().summary().blindMode != app::BlindMode::Off;
    m_chat->setBlindMode(isOn ? app::BlindMode::Off : app::BlindMode::AsWritten);
}

void LaneCommands::toggleLinkedScrolling()
{
    app::Preferences preferences = m_context.services.settings->preferences();
    preferences.linkedScrolling = !preferences.linkedScrolling;
    m_context.services.settings->setPreferences(preferences);
}

void LaneCommands::fillMenu(QMenu &menu, app::LaneId lane)
{
    using enum ActionId;
    menu.addAction(tr("Change model…"), this, [this, lane] { emit modelRequested(lane); })
        ->setEnabled(!isUnderVeil(ActionId::ChooseModel));
    menu.addAction(tr("Compare with another model…"), this,
                   [this, lane] { emit compareRequested(lane); })
        ->setEnabled(!isUnderVeil(ActionId::Compare));
    addEntry(menu, DuplicateLane, lane);
    addEntry(menu, ReplayLane, lane);
    if (m_chat->conversation().lanes().size() > 1)
        addLaneEntries(menu, lane);
    menu.addSeparator();
    for (const ActionId id : {Sweep, Repeat, EarlierSweeps})
        addEntry(menu, id, lane);
    menu.addSeparator();
    for (const ActionId id : {CompareThinking, CompareCalls, ExportRound, PauseAll})
        addEntry(menu, id, lane);
}

void LaneCommands::addLaneEntries(QMenu &menu, app::LaneId lane)
{
    using enum ActionId;
    menu.addSeparator();
    for (const ActionId id : {MaximiseLane, TearOutLane, MoveLaneLeft, MoveLaneRight})
        addEntry(menu, id, lane);
    menu.addSeparator();
    for (const ActionId id : {DetachLane, SameSettings, LinkScrolling})
        addEntry(menu, id, lane);
    menu.addSeparator();
    for (const ActionId id : {BlindMode, ShowTogether, ShowNames})
        addEntry(menu, id, lane);
    menu.addSeparator();
    for (const ActionId id : {StopLane, RetryRound, GoOnWith, JsonTable, JudgeRound, Judgements})
        addEntry(menu, id, lane);
    menu.addSeparator();
    addEntry(menu, RemoveLane, lane);
}

void LaneCommands::duplicate(app::LaneId id)
{
    const app::Lane lane = *m_chat->conversation().lane(id);
    const app::LaneId added = m_chat->addLane(id, lane.providerId, lane.model);
    emit laneRequested(added);
}

/// The lane keeps its letter, its place and all that was said in it.
void LaneCommands::remove(app::LaneId id)
{
    const app::Lane lane = *m_chat->conversation().lane(id);
    m_chat->removeLane(id);
    //: %1 is the letter of a lane.
    m_toast.showMessage(
        tr("Lane %1 was removed.").arg(laneLetter(lane.letter)), tr("Undo"), [chat = m_chat, lane] {
            chat->arrangeLanes(app::changesToRestoreLane(chat->conversation(), lane));
        });
}

void LaneCommands::moveTo(app::LaneId lane, int position)
{
    m_chat->arrangeLanes(app::changesToMoveLane(m_chat->conversation(), lane, position));
}

/// -1 where lanes stand from left to right.
int LaneCommands::leftwards() const
{
    return m_board.isRightToLeft() ? 1 : -1;
}

void LaneCommands::toggleMaximised(app::LaneId lane)
{
    if (m_board.maximised())
        return m_board.setMaximised(nullptr);
    for (LaneColumn *column : m_board.columns()) {
        if (column->laneId() == lane)
            return m_board.setMaximised(column);
    }
}

bool LaneCommands::isOnBoard(app::LaneId lane) const
{
    return std::ranges::any_of(
        m_board.columns(), [lane](const LaneColumn *column) { return column->laneId() == lane; });
}

void LaneCommands::step(app::LaneId from, int by)
{
    const QList<app::ShownLane> lanes = app::shownLanes(m_chat->conversation());
    const auto count = int(lanes.size());
    const auto place = int(std::ranges::find(lanes, from, &app::ShownLane::lane) - lanes.begin());
    emit laneRequested(lanes.at((place + by + count) % count).lane);
}

app::MessageId LaneCommands::lastReply(app::LaneId lane) const
{
    const QList<app::MessageId> &path = m_chat->conversation().path(lane);
    const auto last = std::find_if(path.crbegin(), path.crend(), [this](app::MessageId id) {
        const app::Message *message = m_chat->conversation().message(id);
        return message && message->role == app::Role::Assistant;
    });
    return last == path.crend() ? app::MessageId() : *last;
}

/// Of a replay the one that it replays.
app::RoundId LaneCommands::lastRound(app::LaneId lane) const
{
    const app::Message *reply = m_chat->conversation().message(lastReply(lane));
    return reply ? app::pairedRound(m_chat->conversation(), *reply) : app::RoundId();
}

void LaneCommands::retryRound(app::MessageId reply)
{
    if (const app::Message *message = m_chat->conversation().message(reply))
        m_chat->retryRound(message->round);
}

void LaneCommands::goOnWith(app::LaneId laneId, app::MessageId reply)
{
    if (refuses(ActionId::GoOnWith))
        return;
    QHash<app::LaneId, app::MessageId> before;
    for (const app::Lane &lane : m_chat->conversation().lanes())
        before.insert(lane.id, lane.head);
    const int letter = m_chat->conversation().lane(laneId)->letter;
    m_chat->goOnWith(laneId, reply);
    //: %1 is the letter of a lane.
    m_toast.showMessage(tr("All lanes go on with the answer of %1.").arg(laneLetter(letter)),
                        tr("Undo"), [chat = m_chat, before] { chat->moveHeads(before); });
}

void LaneCommands::tellWentOn(const app::ChatPtr &chat, app::LaneId laneId, app::MessageId before)
{
    const app::Lane *lane = chat->conversation().lane(laneId);
    if (!lane)
        return;
    //: %1 is the letter of a lane.
    m_toast.showMessage(tr("Lane %1 goes on with this answer.").arg(laneLetter(lane->letter)),
                        tr("Undo"), [chat, laneId, before] {
                            chat->moveHeads({{laneId, before}});
                        });
}

} // namespace ui
