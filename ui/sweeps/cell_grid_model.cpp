// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/cell_grid_model.h"

#include "app/chat/cell_runner.h"
#include "app/services.h"
#include "ui/transcript/frame_clock.h"
#include "ui/widgets/literal_text.h"
#include "ui/wording/cell_wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr qsizetype kHeaderCharacters = 28;
} // namespace

CellGridModel::CellGridModel(const ViewContext &context, app::ChatPtr chat, app::RoundId round,
                             QObject *parent)
    : QAbstractTableModel(parent), m_context(context), m_chat(std::move(chat)), m_round(round)
{
    reload();
    follow();
}

CellGridModel::~CellGridModel() = default;

void CellGridModel::follow()
{
    const app::Conversation &conversation = m_chat->conversation();
    connect(&conversation, &app::Conversation::messageGrew, this, &CellGridModel::touchMessage);
    connect(&conversation, &app::Conversation::messageChanged, this, &CellGridModel::touchMessage);
    connect(&conversation, &app::Conversation::messageInserted, this, [this](app::MessageId id) {
        // An answer that is continued in a lane.
        const app::Message *message = m_chat->conversation().message(id);
        const int cell = message ? m_ofTurn.value(message->turn, -1) : -1;
        if (cell < 0)
            return;
        m_ofMessage.insert(id, cell);
        touchCell(cell);
    });
    const app::CellRunner &runner = m_chat->cells();
    connect(&runner, &app::CellRunner::cellChanged, this, [this](app::TurnId turn) {
        const int cell = m_ofTurn.value(turn, -1);
        if (cell < 0)
            return;
        m_hasMoved = true;
        m_hasEnded =
            m_hasEnded || m_chat->cells().activity(turn).state == app::LaneActivity::State::Idle;
        touchCell(cell);
    });
    connect(&runner, &app::CellRunner::roundBegan, this, [this](app::RoundId round) {
        if (round != m_round)
            return;
        reload();
        for (int cell = 0; cell < m_grid.cells.size(); ++cell)
            touchCell(cell);
        m_hasMoved = true;
    });
    connect(&m_context.frames, &FrameClock::frameDue, this, &CellGridModel::takeFrame);
}

/// Cells that are asked again stand where they stood: rows and columns stay what they are.
void CellGridModel::reload()
{
    m_grid = app::roundGrid(m_chat->conversation(), m_round);
    m_ofTurn.clear();
    m_ofMessage.clear();
    for (int cell = 0; cell < m_grid.cells.size(); ++cell) {
        const app::RoundCell &at = m_grid.cells.at(cell);
        m_ofTurn.insert(at.turn, cell);
        m_ofMessage.insert(at.reply, cell);
        m_ofMessage.insert(app::endOfCell(m_chat->conversation(), at), cell);
    }
    m_ofTurn.remove({});
    m_ofMessage.remove({});
    m_looks = QList<std::optional<CellLook>>(m_grid.cells.size());
    m_standings.resize(m_grid.cells.size());
    rankCells();
}

void CellGridModel::touchCell(int cell)
{
    m_touched.insert(cell);
    m_context.frames.request();
}

void CellGridModel::touchMessage(app::MessageId message)
{
    const int cell = m_ofMessage.value(message, -1);
    if (cell >= 0)
        touchCell(cell);
}

void CellGridModel::takeFrame()
{
    if (m_touched.isEmpty())
        return;
    const bool hasMoved = std::exchange(m_hasMoved, false);
    if (std::exchange(m_hasEnded, false))
        rankCells();
    for (const int cell : std::exchange(m_touched, {})) {
        m_looks[cell].reset();
        emit dataChanged(indexOf(cell), indexOf(cell));
    }
    if (hasMoved)
        emit progressChanged();
}

/// The best and the worst among those that have ended.
void CellGridModel::rankCells()
{
    QList<LaneFigures> figures;
    for (const app::RoundCell &cell : std::as_const(m_grid.cells)) {
        const bool hasEnded =
            m_chat->cells().activity(cell.turn).state == app::LaneActivity::State::Idle;
        const app::Run *run = hasEnded ? app::runOfCell(m_chat->conversation(), cell) : nullptr;
        figures.append(run ? figuresOf(*run) : LaneFigures());
    }
    const QList<Standing> firstToken = standingsOf(figures, Figure::FirstToken);
    const QList<Standing> speed = standingsOf(figures, Figure::Speed);
    const QList<Standing> cost = standingsOf(figures, Figure::Cost);
    for (int cell = 0; cell < m_grid.cells.size(); ++cell) {
        const CellStandings now{firstToken.at(cell), speed.at(cell), cost.at(cell)};
        if (std::exchange(m_standings[cell], now) != now)
            m_touched.insert(cell);
    }
}

QModelIndex CellGridModel::indexOf(int cell) const
{
    const auto columns = int(m_grid.columns.size());
    return index(cell / columns, cell % columns);
}

const CellLook &CellGridModel::look(const QModelIndex &index) const
{
    const qsizetype number = index.row() * m_grid.columns.size() + index.column();
    std::optional<CellLook> &look = m_looks[number];
    if (look)
        return *look;
    ++m_madeLooks;
    const app::RoundCell &cell = m_grid.cells.at(number);
    const app::Run *run = app::runOfCell(m_chat->conversation(), cell);
    const QString provider = run ? m_context.services.provider(run->providerId).name : QString();
    look = lookOf(m_chat->conversation(), cell, m_chat->cells().activity(cell.turn),
                  m_standings.at(number), provider);
    return *look;
}

CellGridModel::Progress CellGridModel::progress() const
{
    Progress progress;
    const app::Conversation &conversation = m_chat->conversation();
    for (const app::RoundCell &cell : m_grid.cells) {
        if (!cell.turn)
            continue;
        ++progress.cells;
        const bool isRunning =
            m_chat->cells().activity(cell.turn).state != app::LaneActivity::State::Idle;
        progress.running += isRunning ? 1 : 0;
        if (!isRunning && app::isUnanswered(conversation, cell))
            progress.unanswered.append(cell.turn);
        const app::Run *run = app::runOfCell(conversation, cell);
        progress.costUsd += run ? run->costUsd.value_or(0) : 0;
        progress.costComputed = progress.costComputed || (run && run->costComputed);
    }
    return progress;
}

int CellGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_grid.rows.size());
}

int CellGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_grid.rows.isEmpty() ? 0 : int(m_grid.columns.size());
}

QVariant CellGridModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return spoken(index);
    if (role == Qt::ToolTipRole && !look(index).problem.isEmpty())
        return literally(look(index).problem);
    return {};
}

QString CellGridModel::spoken(const QModelIndex &index) const
{
    //: A cell of a grid, for assistive programs: where it stands, what is in it.
    return tr("%1: %2").arg(coordinatesText(m_grid, cell(index).coordinates), look(index).spoken());
}

QVariant CellGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isRow = orientation == Qt::Vertical;
    const QList<QJsonObject> &all = isRow ? m_grid.rows : m_grid.columns;
    if (section < 0 || section >= all.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | (isRow ? Qt::AlignTop : Qt::AlignVCenter));
    const QStringList dimensions =
        isRow ? m_grid.rowDimensions
              : (m_grid.columnDimension.isEmpty() ? QStringList()
                                                  : QStringList{m_grid.columnDimension});
    if (role == Qt::DisplayRole && dimensions.isEmpty())
        return tr("Answer");
    if (role == Qt::DisplayRole)
        return headerText(dimensions, all, section);
    if (role == Qt::ToolTipRole && isRow && dimensions.contains(app::coordinate::kPrompt))
        return literally(wholePrompt(section));
    if (role == Qt::ToolTipRole && dimensions.contains(app::coordinate::kModel))
        return literally(all.at(section).value(app::coordinate::kModel).toString());
    return {};
}

QString CellGridModel::headerText(const QStringList &dimensions, const QList<QJsonObject> &all,
                                  int section) const
{
    const QJsonObject &coordinates = all.at(section);
    QStringList lines;
    for (const QString &dimension : dimensions)
        lines.append(coordinatesText({dimension}, coordinates));
    const QJsonValue model = coordinates.value(app::coordinate::kModel);
    const auto sameModel = std::ranges::count_if(all, [&](const QJsonObject &other) {
        return other.value(app::coordinate::kModel) == model
               && other.value(app::coordinate::kProvider)
                      != coordinates.value(app::coordinate::kProvider);
    });
    if (!model.isUndefined() && sameModel > 0) {
        const QString provider = coordinates.value(app::coordinate::kProvider).toString();
        lines.append(m_context.services.provider(provider).name);
    }
    if (dimensions.contains(app::coordinate::kPrompt) && &all == &m_grid.rows)
        lines.append(beginningOf(wholePrompt(section).toUtf8(), kHeaderCharacters));
    return lines.join(u'\n');
}

QString CellGridModel::wholePrompt(int row) const
{
    for (int column = 0; column < m_grid.columns.size(); ++column) {
        const app::Message *prompt =
            m_chat->conversation().message(m_grid.cell(row, column).prompt);
        if (prompt)
            return QString::fromUtf8(app::textOf(prompt->parts));
    }
    return {};
}

} // namespace ui
