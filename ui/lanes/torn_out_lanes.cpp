// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/torn_out_lanes.h"

#include "ui/lanes/lane_column.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ground.h"

#include <QAction>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {
constexpr QSize kUsualWindow{560, 760};
constexpr QSize kSmallestWindow{320, 320};
constexpr int kBesideHome = 48;
} // namespace

TornOutLanes::TornOutLanes(const ViewContext &context, QWidget &home, QObject *parent)
    : QObject(parent), m_context(context), m_home(home)
{
}

TornOutLanes::~TornOutLanes() = default;

void TornOutLanes::tearOut(LaneColumn &column, const QRect &place)
{
    if (contains(&column))
        return;
    auto window = std::make_unique<Ground>(m_context.theme, &Colours::transcript);
    window->setWindowIcon(m_home.window()->windowIcon());
    window->setMinimumSize(kSmallestWindow);
    window->addActions(m_home.window()->actions());
    auto *layout = new QVBoxLayout(window.get());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&column);
    column.show();
    const QPoint beside = m_home.window()->pos() + QPoint(kBesideHome, kBesideHome);
    window->setGeometry(place.isValid() ? place : QRect(beside, kUsualWindow));
    window->installEventFilter(this);
    window->show();
    m_lanes.push_back({&column, std::move(window)});
    emit changed();
}

void TornOutLanes::putBack(const LaneColumn &column)
{
    const auto found = std::ranges::find(m_lanes, &column, &TornOut::column);
    if (found != m_lanes.end())
        closed(found->window.get());
}

void TornOutLanes::putBackAll()
{
    while (!m_lanes.empty())
        closed(m_lanes.back().window.get());
}

void TornOutLanes::forget(LaneColumn &column)
{
    const auto found = std::ranges::find(m_lanes, &column, &TornOut::column);
    if (found == m_lanes.end())
        return;
    column.setParent(&m_home);
    column.hide();
    found->window->hide();
    found->window.release()->deleteLater(); // one of its signals may be on the stack
    m_lanes.erase(found);
}

bool TornOutLanes::contains(const LaneColumn *column) const
{
    return std::ranges::find(m_lanes, column, &TornOut::column) != m_lanes.end();
}

QHash<app::LaneId, QRect> TornOutLanes::places() const
{
    QHash<app::LaneId, QRect> places;
    for (const TornOut &lane : m_lanes)
        places.insert(lane.column->laneId(), lane.window->geometry());
    return places;
}

void TornOutLanes::setTitle(app::LaneId id, const QString &title)
{
    for (const TornOut &lane : m_lanes) {
        if (lane.column->laneId() == id)
            lane.window->setWindowTitle(title);
    }
}

bool TornOutLanes::eventFilter(QObject *watched, QEvent *event)
{
    const bool isClosed = event->type() == QEvent::Close;
    if (isClosed)
        closed(static_cast<QWidget *>(watched));
    return QObject::eventFilter(watched, event);
}

/// The owner puts the column where it belongs while it hears of it.
void TornOutLanes::closed(const QWidget *window)
{
    const auto found = std::ranges::find_if(
        m_lanes, [&](const TornOut &lane) { return lane.window.get() == window; });
    if (found == m_lanes.end())
        return;
    std::unique_ptr<QWidget> closing = std::move(found->window);
    found->column->setParent(&m_home);
    m_lanes.erase(found);
    closing->removeEventFilter(this);
    closing->hide();
    closing.release()->deleteLater(); // its close event is on the stack
    emit changed();
}

} // namespace ui
