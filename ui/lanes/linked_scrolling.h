// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"
#include "ui/lanes/view_context.h"

#include <QObject>
#include <QPointer>

namespace ui {

class LaneColumn;
class TranscriptView;

/// Keeps the same round at the upper edge of all lanes while one of them is scrolled; as much of an
/// answer is passed in each of them. At most once per frame, and at a cost that does not know how
/// long the lanes are. It only scrolls: selections stay. On while the preferences say so.
class LinkedScrolling : public QObject
{
    Q_OBJECT
public:
    explicit LinkedScrolling(const ViewContext &context, QObject *parent = nullptr);
    ~LinkedScrolling() override;

    /// The columns outlive this, or are taken out before.
    void setColumns(app::ConversationPtr conversation, const QList<LaneColumn *> &columns);

private:
    void align();
    void alignTo(const TranscriptView &leader, app::LaneId lane, LaneColumn &other) const;

    ViewContext m_context;
    app::ConversationPtr m_conversation;
    QList<LaneColumn *> m_columns;
    QPointer<LaneColumn> m_leader; ///< scrolled since the last frame
    bool m_aligning = false;
};

/// What stands in a lane for a message of another one: itself where the lanes share it, else the
/// prompt or the first reply of its round; a replay stands beside what it replays. None: the lane
/// has no such round. Costs the logarithm of the lane's length.
[[nodiscard]] app::MessageId counterpart(const app::Conversation &conversation,
                                         app::MessageId message, app::LaneId lane);

} // namespace ui
