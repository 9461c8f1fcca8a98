// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"
#include "ui/transcript/transcript_source.h"

namespace ui {

/// One lane of an open conversation. Holds the conversation open.
class ConversationSource : public TranscriptSource
{
    Q_OBJECT
public:
    ConversationSource(app::ConversationPtr conversation, app::LaneId lane,
                       QObject *parent = nullptr);

    [[nodiscard]] QList<app::MessageId> path() const override;
    [[nodiscard]] const app::Message *message(app::MessageId id) const override;
    [[nodiscard]] const app::Run *run(app::RunId id) const override;
    [[nodiscard]] QList<app::MessageId> siblings(app::MessageId id) const override;
    [[nodiscard]] bool canLeaveOut(app::MessageId reply) const override;

private:
    void forwardRun(app::RunId run);

    app::ConversationPtr m_conversation;
    app::LaneId m_lane;
};

} // namespace ui
