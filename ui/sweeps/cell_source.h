// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/round_cells.h"
#include "ui/transcript/transcript_source.h"

namespace ui {

/// One cell of a sweep as a transcript: its prompt and its answer, which is on the path of no lane.
/// Holds the conversation open.
class CellSource : public TranscriptSource
{
    Q_OBJECT
public:
    CellSource(app::ConversationPtr conversation, app::RoundCell cell, QObject *parent = nullptr);

    [[nodiscard]] QList<app::MessageId> path() const override;
    [[nodiscard]] const app::Message *message(app::MessageId id) const override;
    [[nodiscard]] const app::Run *run(app::RunId id) const override;
    [[nodiscard]] QList<app::MessageId> siblings(app::MessageId id) const override { return {id}; }
    [[nodiscard]] bool canLeaveOut(app::MessageId) const override { return false; }
    [[nodiscard]] bool isEditable() const override { return false; }

private:
    [[nodiscard]] bool isOurs(app::MessageId message) const;

    app::ConversationPtr m_conversation;
    const app::RoundCell m_cell;
};

} // namespace ui
