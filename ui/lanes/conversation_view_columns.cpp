// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the lanes: made, put on the board, found.
#include "app/catalogue/model_info.h"
#include "app/chat/blind_rounds.h"
#include "app/chat/lane_changes.h"
#include "ui/lanes/conversation_view.h"
#include "ui/lanes/lane_board.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_commands.h"
#include "ui/lanes/lane_header.h"
#include "ui/lanes/linked_scrolling.h"
#include "ui/lanes/round_bar.h"
#include "ui/lanes/torn_out_lanes.h"
#include "ui/transcript/transcript_view.h"
#include "ui/widgets/badge_label.h"

#include <QApplication>
#include <QMenu>

namespace ui {

void ConversationView::bindCommands()
{
    connect(m_board, &LaneBoard::maximisedChanged, this, &ConversationView::refreshMaximised);
    connect(m_roundBar, &RoundBar::goOnRequested, m_commands, &LaneCommands::goOnWith);
    connect(m_roundBar, &RoundBar::judgeRequested, m_commands, &LaneCommands::judgeRequested);
    connect(m_roundBar, &RoundBar::jsonTableRequested, m_commands,
            &LaneCommands::jsonTableRequested);
    connect(m_board, &LaneBoard::rowCountChanged, this, &ConversationView::placeOuterButtons);
    connect(m_board, &LaneBoard::moveRequested, m_commands, &LaneCommands::moveTo);
    connect(m_board, &LaneBoard::widthsChanged, this, [this](const auto &widths) {
        if (m_veiled)
            return; // they are of the places, not of the lanes
        m_chat->arrangeLanes(app::changesToWidenLanes(*m_conversation, widths));
    });
    connect(m_tornOut, &TornOutLanes::changed, this, &ConversationView::arrangeColumns);
    connect(m_commands, &LaneCommands::tearOutRequested, this, [this](app::LaneId lane, bool out) {
        LaneColumn *asked = column(lane);
        if (asked && out)
            m_tornOut->tearOut(*asked);
        else if (asked)
            m_tornOut->putBack(*asked);
    });
    connect(m_commands, &LaneCommands::laneRequested, this, &ConversationView::focusLane);
    const auto anchored = [this](auto signal) {
        return [this, signal](app::LaneId lane) {
            if (const LaneColumn *asked = column(lane))
                emit(this->*signal)(lane, asked->header().modelAnchor());
        };
    };
    connect(m_commands, &LaneCommands::modelRequested, this,
            anchored(&ConversationView::modelRequested));
    connect(m_commands, &LaneCommands::compareRequested, this,
            anchored(&ConversationView::compareRequested));
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        for (const LaneColumn *each : std::as_const(m_columns)) {
            if (now && each->isAncestorOf(now))
                return activate(each->laneId());
        }
    });
}

void ConversationView::bindSweeps()
{
    connect(m_commands, &LaneCommands::sweepRequested, this, [this](app::LaneId lane) {
        emit aboutToSend(); // what is typed in the panel holds
        emit sweepRequested(lane);
    });
    connect(m_commands, &LaneCommands::repeatsRequested, this, [this](app::LaneId lane) {
        emit aboutToSend();
        emit repeatsRequested(lane);
    });
    connect(m_commands, &LaneCommands::earlierSweepsRequested, this,
            &ConversationView::earlierSweepsRequested);
}

void ConversationView::tellWentOn(const app::ChatPtr &chat, app::LaneId lane, app::MessageId before)
{
    m_commands->tellWentOn(chat, lane, before);
}

void ConversationView::rebuildColumns()
{
    // Columns of lanes that stay are kept: what the reader looks at does not move.
    QList<LaneColumn *> old = std::exchange(m_columns, {});
    for (const app::ShownLane &shown : app::shownLanes(*m_conversation)) {
        const auto kept = std::find_if(old.begin(), old.end(), [&](const LaneColumn *column) {
            return column->laneId() == shown.lane;
        });
        LaneColumn *column = kept != old.end() ? *kept : makeColumn(shown.lane);
        old.removeOne(column);
        m_columns.append(column);
    }
    const bool several = m_columns.size() > 1;
    for (LaneColumn *column : std::as_const(m_columns))
        column->setAmongOthers(several);
    for (LaneColumn *column : std::as_const(old))
        m_tornOut->forget(*column);
    m_linked->setColumns(m_conversation, m_columns);
    arrangeColumns();
    for (LaneColumn *column : std::as_const(old))
        column->deleteLater(); // its menu may have asked for it
    refreshStandings();
}

/// Those that are not in windows of their own, on the board.
void ConversationView::arrangeColumns()
{
    QList<LaneColumn *> onBoard = m_columns;
    onBoard.removeIf([this](const LaneColumn *each) { return m_tornOut->contains(each); });
    if (onBoard.isEmpty() && !m_columns.isEmpty()) // those beside the last one were removed
        return m_tornOut->putBack(*m_columns.first());
    QHash<app::LaneId, int> widths;
    for (const app::Lane &lane : m_conversation->lanes()) {
        if (!m_veiled) // a wide one would be known by it
            widths.insert(lane.id, lane.width);
    }
    m_board->setColumns(onBoard, widths);
    for (LaneColumn *column : std::as_const(m_columns))
        column->header().setCompareShown(column == onBoard.last());
    placeOuterButtons();
    refreshWindowTitles();
    refreshWidth();
    emit lanesChanged();
}

void ConversationView::refreshWindowTitles()
{
    const QString given = m_conversation->summary().title;
    const QString title = given.isEmpty() ? tr("Diptych") : given;
    for (const app::ShownLane &shown : app::shownLanes(*m_conversation)) {
        const QString letter = laneLetter(shown.letter);
        const QString model = app::shortModelName(m_conversation->lane(shown.lane)->model);
        QString words;
        if (m_veiled)
            //: Title of the window of one lane while names are hidden: letter, conversation.
            words = tr("%1 — %2").arg(letter, title);
        else
            //: Title of the window of one lane: letter, model, conversation.
            words = tr("%1 · %2 — %3").arg(letter, model, title);
        m_tornOut->setTitle(shown.lane, words);
    }
}

QHash<app::LaneId, QRect> ConversationView::tornOut() const
{
    return m_tornOut->places();
}

void ConversationView::tearOut(const QHash<app::LaneId, QRect> &places)
{
    for (const auto &[lane, place] : places.asKeyValueRange()) {
        if (LaneColumn *torn = column(lane); torn && m_board->columns().size() > 1)
            m_tornOut->tearOut(*torn, place);
    }
}

LaneColumn *ConversationView::makeColumn(app::LaneId lane)
{
    auto *column = new LaneColumn(m_context, m_conversation, m_chat, lane, m_board);
    connect(column, &LaneColumn::modelRequested, this, &ConversationView::modelRequested);
    connect(column, &LaneColumn::compareRequested, this, &ConversationView::compareRequested);
    connect(column, &LaneColumn::providersRequested, this, &ConversationView::providersRequested);
    connect(column, &LaneColumn::timeoutsRequested, this, &ConversationView::timeoutsRequested);
    connect(column, &LaneColumn::toolsRequested, this, &ConversationView::toolsRequested);
    connect(column, &LaneColumn::figuresChanged, this, &ConversationView::refreshStandings);
    connect(column, &LaneColumn::editRequested, this, &ConversationView::edit);
    connect(column, &LaneColumn::editLastRequested, this, &ConversationView::editLast);
    connect(column, &LaneColumn::aboutToSend, this, &ConversationView::aboutToSend);
    connect(column, &LaneColumn::retryRoundRequested, m_commands, &LaneCommands::retryRound);
    connect(column, &LaneColumn::goOnRequested, m_commands, &LaneCommands::goOnWith);
    connect(column, &LaneColumn::dropPieceRequested, m_commands, &LaneCommands::dropPiece);
    connect(column, &LaneColumn::choicesRequested, m_commands, &LaneCommands::showChoices);
    connect(column, &LaneColumn::comparisonRequested, this, &ConversationView::comparisonRequested);
    connect(column, &LaneColumn::imageActivated, this, &ConversationView::imageActivated);
    connect(column, &LaneColumn::zoomRequested, this, &ConversationView::zoomRequested);
    bindHeader(*column);
    return column;
}

void ConversationView::bindHeader(LaneColumn &column)
{
    const LaneHeader &header = column.header();
    connect(&header, &LaneHeader::menuAboutToShow, &column,
            [this, lane = column.laneId()](QMenu *menu) {
                activate(lane);
                m_commands->fillMenu(*menu, lane);
            });
    connect(&header, &LaneHeader::pressed, &column,
            [this, lane = column.laneId()] { activate(lane); });
    connect(&header, &LaneHeader::maximiseRequested, &column,
            [this, lane = column.laneId()] { m_commands->carryOut(ActionId::MaximiseLane, lane); });
    connect(&header, &LaneHeader::dragged, m_board,
            [this, &column](QPoint global) { m_board->dragOver(&column, global); });
    connect(&header, &LaneHeader::dropped, m_board,
            [this, &column](QPoint global) { m_board->drop(&column, global); });
    connect(&header, &LaneHeader::dragCancelled, m_board, &LaneBoard::cancelDrag);
}

LaneColumn *ConversationView::column(app::LaneId lane) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&](const LaneColumn *each) { return each->laneId() == lane; });
    return found == m_columns.end() ? nullptr : *found;
}

void ConversationView::activate(app::LaneId lane)
{
    if (lane == m_active)
        return;
    m_active = lane;
    emit laneActivated(lane);
}

/// One that is shown alone gives its place to the one that is asked for.
void ConversationView::focusLane(app::LaneId lane)
{
    LaneColumn *wanted = column(lane);
    if (!wanted)
        return;
    if (m_board->maximised() && !m_tornOut->contains(wanted))
        m_board->setMaximised(wanted);
    wanted->window()->activateWindow();
    wanted->focusContent();
    activate(lane);
}

void ConversationView::refreshMaximised()
{
    for (const LaneColumn *each : std::as_const(m_columns))
        each->header().setAlone(each == m_board->maximised());
    placeOuterButtons();
    refreshWidth();
    emit lanesChanged();
}

void ConversationView::setOuterButtons(QWidget *leading, QWidget *trailing)
{
    m_leading = leading;
    m_trailing = trailing;
    placeOuterButtons();
}

void ConversationView::placeOuterButtons()
{
    if (m_board->columns().isEmpty())
        return;
    const LaneColumn *alone = m_board->maximised();
    const LaneColumn *first = alone ? alone : m_board->columns().first();
    const LaneColumn *last = m_board->upperCorner();
    for (LaneColumn *column : std::as_const(m_columns)) {
        column->header().setLeading(column == first ? m_leading : nullptr);
        column->header().setTrailing(column == last ? m_trailing : nullptr);
    }
}

int ConversationView::wantedWidth() const
{
    return LaneBoard::wantedWidth(m_board->maximised() ? 1 : int(m_board->columns().size()));
}

void ConversationView::refreshStandings()
{
    QList<LaneFigures> figures;
    for (const LaneColumn *column : std::as_const(m_columns))
        figures.append(column->figures());
    const QList<Standing> firstToken = standingsOf(figures, Figure::FirstToken);
    const QList<Standing> speed = standingsOf(figures, Figure::Speed);
    const QList<Standing> cost = standingsOf(figures, Figure::Cost);
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        m_columns.at(i)->setStandings({firstToken.at(i), speed.at(i), cost.at(i)});
}

LaneColumn *ConversationView::activeColumn() const
{
    LaneColumn *active = column(m_active);
    return active ? active : m_columns.first();
}

TranscriptView &ConversationView::readTranscript() const
{
    for (const LaneColumn *column : m_columns) {
        if (column->isAncestorOf(QApplication::focusWidget()))
            return column->transcript();
    }
    return activeColumn()->transcript();
}

void ConversationView::setActiveLane(app::LaneId lane)
{
    m_active = lane;
}

} // namespace ui
