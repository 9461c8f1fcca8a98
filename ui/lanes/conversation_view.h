// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/lanes/rewritings.h"
#include "ui/lanes/view_context.h"
#include "ui/transcript/activated_image.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

class BlindBar;
class Composer;
class LaneBoard;
class LaneColumn;
class LaneCommands;
class LinkedScrolling;
class TornOutLanes;
class MessageBar;
class RoundBar;
class SweepBar;
class TranscriptView;
class WaitingCallsBar;

/// The shown conversation: its lanes side by side, and one composer for all of them. A conversation
/// with one lane is this with a list of one.
class ConversationView : public QWidget
{
    Q_OBJECT
public:
    explicit ConversationView(const ViewContext &context, QWidget *parent = nullptr);
    ~ConversationView() override;

    /// `chat` is the one of the conversation.
    void setConversation(app::ConversationPtr conversation, app::ChatPtr chat);
    [[nodiscard]] const app::ChatPtr &chat() const { return m_chat; }
    [[nodiscard]] QList<LaneColumn *> columns() const { return m_columns; }
    [[nodiscard]] Composer &composer() const { return *m_composer; }
    /// That of a lane that is prompted alone, while the focus is in it; else the one for all.
    [[nodiscard]] Composer &focusedComposer() const;
    [[nodiscard]] LaneBoard &board() const { return *m_board; }
    [[nodiscard]] LaneCommands &commands() const { return *m_commands; }
    [[nodiscard]] SweepBar &sweepBar() const { return *m_sweepBar; }
    /// That a lane of that chat went on with an answer of a sweep; it can be undone.
    void tellWentOn(const app::ChatPtr &chat, app::LaneId lane, app::MessageId before);

    /// Buttons of the window at the outer edges of the headers.
    void setOuterButtons(QWidget *leading, QWidget *trailing);
    /// The lane whose parameters are shown, of several.
    void setActiveLane(app::LaneId lane);
    /// The narrowest that still reads well with these lanes.
    [[nodiscard]] int wantedWidth() const;
    [[nodiscard]] LaneColumn *activeColumn() const;
    /// The one that has the focus, else that of the active lane.
    [[nodiscard]] TranscriptView &readTranscript() const;
    /// Escape: leaves the rewriting of a prompt, else brings back the lanes beside one that is
    /// shown alone, else stops all replies.
    void stopOrCancel();
    void focusComposer();
    /// The next call that waits for the user takes the focus.
    void focusNextCall();

    /// Earlier messages that are being rewritten and were not sent yet: the one in the composer,
    /// and those that were left for another message or another conversation.
    [[nodiscard]] Rewritings rewritings() const;
    /// Goes on with what another view began, before its conversations are shown.
    void setRewritings(const Rewritings &rewritings);

    /// Lanes in windows of their own, with their places; for another view that takes over.
    [[nodiscard]] QHash<app::LaneId, QRect> tornOut() const;
    void tearOut(const QHash<app::LaneId, QRect> &places);

signals:
    void modelRequested(app::LaneId lane, QWidget *anchor);
    void compareRequested(app::LaneId beside, QWidget *anchor);
    void laneActivated(app::LaneId lane);
    void aboutToSend();
    void lanesChanged();
    void providersRequested(const QString &providerId);
    void timeoutsRequested(const QString &providerId);
    void toolsRequested(); ///< they are to be set up
    void comparisonRequested(app::MessageId answer);
    void sweepRequested(app::LaneId lane);
    void repeatsRequested(app::LaneId lane);
    void earlierSweepsRequested();
    void imageActivated(const ui::ActivatedImage &image);
    void zoomRequested(int steps);

protected:
    /// Pictures may be dropped anywhere on the conversation.
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    /// What is typed where nothing takes text is meant for the composer.
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void bindComposer();
    void bindCommands();
    void bindSweeps();
    void followChat();
    void rebuildColumns();
    [[nodiscard]] LaneColumn *makeColumn(app::LaneId lane);
    [[nodiscard]] LaneColumn *column(app::LaneId lane) const;
    void bindHeader(LaneColumn &column);
    void activate(app::LaneId lane);
    void focusLane(app::LaneId lane);
    void refreshMaximised();
    void arrangeColumns();
    void refreshWindowTitles();
    void placeOuterButtons();
    void refreshStandings();
    void takeVeil();
    void hideTraces();
    void refreshComposer();
    [[nodiscard]] QString composerHint() const;
    void refreshWidth();
    void send(const app::Prompt &prompt);
    [[nodiscard]] Composer &composerOf(const QWidget *widget) const;
    void sendRewritten(const app::Prompt &prompt);
    [[nodiscard]] QList<app::MessageId> heads() const; ///< of the columns
    void showSent(const QList<app::MessageId> &before);
    void editLast(app::LaneId lane);
    void edit(app::LaneId lane, app::MessageId message);
    [[nodiscard]] Rewriting rewriting() const;
    void endEdit();

    ViewContext m_context;
    app::ConversationPtr m_conversation;
    app::ChatPtr m_chat;
    LaneBoard *m_board;
    LaneCommands *m_commands;
    LinkedScrolling *m_linked;
    TornOutLanes *m_tornOut;
    QList<LaneColumn *> m_columns; ///< on the board or torn out, in the order shown
    BlindBar *m_blindBar;
    RoundBar *m_roundBar;
    SweepBar *m_sweepBar;
    WaitingCallsBar *m_callsBar;
    MessageBar *m_editBar;
    MessageBar *m_saveBar;
    Composer *m_composer;
    QHBoxLayout *m_composerRow = nullptr;
    QWidget *m_leading = nullptr;
    QWidget *m_trailing = nullptr;
    app::LaneId m_active;
    app::RoundId m_veiled; ///< whose order the columns have; none: names show
    app::MessageId m_edited; ///< the prompt or answer being rewritten in the composer
    app::LaneId m_editedIn;
    Rewritings m_left; ///< without that one
};

} // namespace ui
