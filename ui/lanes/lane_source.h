// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/transcript/conversation_source.h"

namespace app {
struct Services;
}

namespace ui {

/// One lane of a chat, without what would tell it from the others while names are hidden.
class LaneSource : public ConversationSource
{
    Q_OBJECT
public:
    LaneSource(app::ConversationPtr conversation, app::ChatPtr chat, app::LaneId lane,
               const app::Services &services, QObject *parent = nullptr);
    ~LaneSource() override;

    [[nodiscard]] QList<app::MessageId> path() const override;
    /// Nothing of a run under a veil: neither names nor figures.
    [[nodiscard]] const app::Run *run(app::RunId id) const override;
    /// Under a veil those of the same round: another one may have been seen with its name.
    [[nodiscard]] QList<app::MessageId> siblings(app::MessageId id) const override;
    [[nodiscard]] bool canLeaveOut(app::MessageId reply) const override;
    /// Nothing under a veil: they speak of settings.
    [[nodiscard]] QList<app::Remedy> remedies(app::MessageId reply) const override;
    [[nodiscard]] std::optional<double> reasoningCostUsd(const app::Run &run) const override;
    [[nodiscard]] bool hasTokens(app::MessageId reply) const override;
    [[nodiscard]] int roundsLeftOutBefore(app::MessageId prompt) const override;
    [[nodiscard]] bool isVeiled(app::MessageId id) const override;

private:
    void takeRound(app::RoundId round);
    void takeLane(app::LaneId lane);

    app::ConversationPtr m_conversation;
    app::ChatPtr m_chat;
    app::LaneId m_lane;
    const app::Services &m_services;
    int m_leftOut = 0; ///< rounds
    app::RoundId m_veiled; ///< the newest veiled round; none: names may show
};

} // namespace ui
