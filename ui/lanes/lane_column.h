// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/chat/remedies.h"
#include "ui/lanes/lane_figures.h"
#include "ui/lanes/metrics_strip.h"
#include "ui/lanes/view_context.h"
#include "ui/transcript/activated_image.h"
#include "ui/wording/error_wording.h"

#include <QTimer>
#include <QWidget>

class QStackedLayout;

namespace ui {

class CallPanel;
class EmptyLane;
class JsonPanel;
class LaneHeader;
class LanePrompt;
class MessageBar;
class Separator;
class TranscriptView;

/// One lane of the shown conversation, top to bottom: header, figures, transcript. It tells the
/// chat what the user asks of this lane, and its owner what concerns the window. While names are
/// hidden it shows neither its name nor a figure, and has the letter of its place.
class LaneColumn : public QWidget
{
    Q_OBJECT
public:
    /// `conversation` is the one of the chat.
    LaneColumn(const ViewContext &context, app::ConversationPtr conversation, app::ChatPtr chat,
               app::LaneId lane, QWidget *parent = nullptr);
    ~LaneColumn() override;

    [[nodiscard]] app::LaneId laneId() const { return m_lane; }
    [[nodiscard]] LaneHeader &header() const { return *m_header; }
    [[nodiscard]] TranscriptView &transcript() const { return *m_transcript; }
    [[nodiscard]] const LaneFigures &figures() const { return m_figures; }
    [[nodiscard]] JsonPanel &json() const { return *m_json; }
    /// The composer of a detached lane; null for others.
    [[nodiscard]] LanePrompt *prompt() const { return m_prompt; }
    [[nodiscard]] CallPanel &calls() const { return *m_calls; }
    /// The transcript takes the focus, or what is shown in its place.
    void focusContent();
    /// Of its figures among those of the other lanes.
    void setStandings(const MetricsStrip::Standings &standings);
    /// Whether this is one of several lanes.
    void setAmongOthers(bool amongOthers);

signals:
    void modelRequested(app::LaneId lane, QWidget *anchor);
    void compareRequested(app::LaneId beside, QWidget *anchor);
    void retryRoundRequested(app::MessageId reply);
    void goOnRequested(app::LaneId lane, app::MessageId reply);
    void editRequested(app::LaneId lane, app::MessageId message);
    void comparisonRequested(app::MessageId answer);
    void dropPieceRequested(app::LaneId lane, app::MessageId piece);
    void choicesRequested(app::LaneId lane, app::MessageId reply); ///< side by side
    void imageActivated(const ui::ActivatedImage &image);
    void zoomRequested(int steps);
    /// Empty: to add one.
    void providersRequested(const QString &providerId);
    /// The waits that hold for that provider are to be set.
    void timeoutsRequested(const QString &providerId);
    void toolsRequested(); ///< they are to be set up
    void figuresChanged();
    void aboutToSend(); ///< from the composer of its own
    void editLastRequested(app::LaneId lane);

private:
    void build();
    void bindTranscript();
    void bindAnswers();
    void followConversation();
    void use(app::Remedy::Kind kind, app::MessageId reply);
    void refreshModel();
    void refreshActivity();
    void refreshBar();
    void refreshFigures();
    void refreshStrip();
    void refreshContext();
    void refreshGauge();
    void refreshAccount();
    void refreshProblem();
    void refreshEmpty();
    void refreshName();
    void refreshPrompt();
    void refreshDifferences();
    void grow(app::MessageId message);
    void showDetails(const QList<app::MessageId> &replies);
    void showTokens(const QList<app::MessageId> &replies);
    void act(ErrorAction action, app::MessageId reply);
    [[nodiscard]] std::optional<app::Error> errorOf(app::MessageId reply) const;
    [[nodiscard]] QString doing() const;
    [[nodiscard]] bool asksForFlex() const;
    [[nodiscard]] const app::Lane *lane() const;
    void refreshVeil();
    [[nodiscard]] bool isVeiled() const;
    [[nodiscard]] bool isHeldBack() const;
    void showVeiledName();
    [[nodiscard]] QString veiledDoing() const;
    [[nodiscard]] ErrorSentence veiledSentence(const app::LaneActivity &activity) const;

    ViewContext m_context;
    app::ConversationPtr m_conversation;
    app::ChatPtr m_chat;
    app::LaneId m_lane;
    LaneHeader *m_header;
    MetricsStrip *m_strip;
    Separator *m_stripEdge;
    MessageBar *m_bar;
    QStackedLayout *m_stack;
    EmptyLane *m_empty;
    TranscriptView *m_transcript;
    JsonPanel *m_json;
    CallPanel *m_calls;
    LanePrompt *m_prompt = nullptr; ///< only while the lane is detached
    QTimer m_tick; ///< only while the lane is busy
    LiveMeter m_meter;
    LaneFigures m_figures;
    MetricsStrip::Standings m_standings;
    QList<ErrorAction> m_barActions;
    bool m_amongOthers = false;
};

} // namespace ui
