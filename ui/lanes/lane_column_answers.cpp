// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the answers of a lane: pieces to be dropped or kept, other settings to ask with.
#include "app/catalogue/catalogue.h"
#include "app/services.h"
#include "ui/lanes/lane_column.h"
#include "ui/tokens/token_window.h"
#include "ui/tools/whole_call.h"
#include "ui/transcript/transcript_view.h"

#include <algorithm>

namespace ui {

void LaneColumn::bindAnswers()
{
    connect(m_transcript, &TranscriptView::callRequested, this,
            [this](const QList<app::MessageId> &messages, int call) {
                showWholeCall(m_context.theme, *m_context.services.store, *m_conversation, messages,
                              call, this);
            });
    connect(m_transcript, &TranscriptView::dropPieceRequested, this,
            [this](app::MessageId piece) { emit dropPieceRequested(m_lane, piece); });
    connect(m_transcript, &TranscriptView::keepPieceRequested, this,
            [this](app::MessageId piece) { m_chat->keepPiece(m_lane, piece); });
    connect(m_transcript, &TranscriptView::choicesRequested, this,
            [this](app::MessageId reply) { emit choicesRequested(m_lane, reply); });
    connect(m_transcript, &TranscriptView::tokensRequested, this, &LaneColumn::showTokens);
    connect(m_transcript, &TranscriptView::remedyRequested, this,
            [this](app::MessageId reply, app::Remedy::Kind kind) { use(kind, reply); });
    connect(m_transcript, &TranscriptView::sendAllRequested, this, [this] {
        if (const app::Lane *shown = lane()) {
            app::Lane changed = *shown;
            changed.parameters.unset(app::kLeaveOutRounds);
            m_chat->updateLane(changed);
        }
    });
}

void LaneColumn::showTokens(const QList<app::MessageId> &replies)
{
    auto *tokens = new TokenWindow(m_context, m_conversation, replies, this);
    tokens->setAttribute(Qt::WA_DeleteOnClose);
    connect(tokens, &TokenWindow::branchRequested, this,
            [this](app::MessageId reply, const QByteArray &beginning) {
                m_chat->branchFrom(m_lane, reply, beginning);
            });
    connect(tokens, &TokenWindow::checkRequested, this, [this, tokens](app::MessageId reply) {
        m_chat->runAgain(m_lane, reply);
        if (const app::Lane *shown = lane(); shown && shown->head != reply)
            tokens->awaitCheck(shown->head);
    });
    connect(m_chat.get(), &app::Chat::turnEnded, tokens,
            [tokens](app::LaneId, app::MessageId reply) { tokens->takeEnd(reply); });
    tokens->show();
}

void LaneColumn::use(app::Remedy::Kind kind, app::MessageId reply)
{
    const app::Lane *shown = lane();
    if (!shown)
        return;
    if (kind == app::Remedy::Kind::AnswerNow)
        return m_chat->continueReply(m_lane, reply);
    const QList<app::Remedy> remedies = app::remediesFor(
        *m_conversation, m_lane, reply, m_context.services.provider(shown->providerId),
        m_context.services.catalogue->model(shown->providerId, shown->model));
    const auto chosen = std::ranges::find(remedies, kind, &app::Remedy::kind);
    if (chosen != remedies.end())
        m_chat->retryWith(app::remedied(*shown, *chosen), reply);
}

} // namespace ui
