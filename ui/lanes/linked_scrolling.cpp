// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/linked_scrolling.h"

#include "app/chat/replay.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/lanes/lane_column.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/transcript_view.h"

#include <algorithm>

namespace ui {

LinkedScrolling::LinkedScrolling(const ViewContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
    connect(&context.frames, &FrameClock::frameDue, this, &LinkedScrolling::align);
}

LinkedScrolling::~LinkedScrolling() = default;

void LinkedScrolling::setColumns(app::ConversationPtr conversation,
                                 const QList<LaneColumn *> &columns)
{
    for (LaneColumn *column : std::as_const(m_columns)) {
        if (!columns.contains(column))
            disconnect(&column->transcript(), nullptr, this, nullptr);
    }
    for (LaneColumn *column : columns) {
        if (m_columns.contains(column))
            continue;
        connect(&column->transcript(), &TranscriptView::readerScrolled, this, [this, column] {
            if (m_aligning || m_columns.size() < 2)
                return;
            m_leader = column;
            m_context.frames.request();
        });
    }
    m_conversation = std::move(conversation);
    m_columns = columns;
}

void LinkedScrolling::align()
{
    const QPointer<LaneColumn> leader = std::exchange(m_leader, nullptr);
    if (!leader || !m_context.services.settings->preferences().linkedScrolling)
        return;
    m_aligning = true;
    for (LaneColumn *column : std::as_const(m_columns)) {
        if (column != leader)
            alignTo(leader->transcript(), column->laneId(), *column);
    }
    m_aligning = false;
}

void LinkedScrolling::alignTo(const TranscriptView &leader, app::LaneId lane,
                              LaneColumn &other) const
{
    TranscriptView &view = other.transcript();
    if (leader.isAtEnd()) {
        if (!view.isAtEnd())
            view.scrollToEnd();
        return;
    }
    std::optional<TranscriptView::ReadingPlace> place = leader.readingPlace();
    if (!place)
        return;
    place->message = counterpart(*m_conversation, place->message, lane);
    if (place->message)
        view.showPlace(*place);
}

app::MessageId counterpart(const app::Conversation &conversation, app::MessageId id,
                           app::LaneId lane)
{
    const app::Message *message = conversation.message(id);
    if (!message)
        return {};
    // A round is never older than the one above it, and what is replayed comes in its order: along
    // a path they are sorted.
    const QList<app::MessageId> &path = conversation.path(lane);
    const auto roundOf = [&](app::MessageId each) {
        return app::pairedRound(conversation, *conversation.message(each));
    };
    const app::RoundId round = app::pairedRound(conversation, *message);
    const auto first = std::ranges::lower_bound(path, round, {}, roundOf);
    if (first == path.end() || roundOf(*first) != round)
        return {};
    const auto end = std::ranges::upper_bound(first, path.end(), round, {}, roundOf);
    const auto itself = std::find(first, end, id);
    if (itself != end)
        return *itself;
    const auto sameRole = std::find_if(first, end, [&](app::MessageId each) {
        return (conversation.message(each)->role == app::Role::User)
               == (message->role == app::Role::User);
    });
    return sameRole == end ? *first : *sameRole;
}

} // namespace ui
