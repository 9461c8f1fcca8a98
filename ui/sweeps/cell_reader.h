// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/evaluation/round_cells.h"
#include "ui/lanes/view_context.h"
#include "ui/transcript/activated_image.h"
#include "ui/widgets/ground.h"
#include "ui/wording/error_wording.h"

namespace ui {

class FlatButton;
class ThemedLabel;
class TranscriptView;

/// The cell that is read: its prompt, its whole answer, and what can be done with it.
class CellReader : public Ground
{
    Q_OBJECT
public:
    explicit CellReader(const ViewContext &context, QWidget *parent = nullptr);
    ~CellReader() override;

    /// A cell without a turn shows nothing.
    void setCell(const app::ChatPtr &chat, const app::RoundCell &cell, const QString &title);
    [[nodiscard]] const app::RoundCell &cell() const { return m_cell; }
    /// Whether the cell runs, and whether a lane can go on with it; for the buttons.
    void setState(bool running, bool canGoOn);
    [[nodiscard]] TranscriptView &transcript() const { return *m_transcript; }

signals:
    void goOnRequested();
    void stopRequested();
    void retryRequested();
    void compareRequested();
    void imageActivated(const ui::ActivatedImage &image);
    void errorActionRequested(ui::ErrorAction action);

private:
    void build();
    void bindTranscript();
    void showDetails(const QList<app::MessageId> &replies);

    ViewContext m_context;
    app::ChatPtr m_chat; ///< of the cell
    app::ConversationPtr m_conversation; ///< its own
    app::RoundCell m_cell;
    ThemedLabel *m_title;
    FlatButton *m_goOn;
    FlatButton *m_compare;
    FlatButton *m_retry;
    FlatButton *m_stop;
    TranscriptView *m_transcript;
};

} // namespace ui
