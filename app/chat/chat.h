// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/chat/spending_ledger.h"
#include "app/library/conversation.h"
#include "app/tools/call_round.h"

#include <QObject>
#include <QRandomGenerator>

#include <memory>

namespace app {

class Catalogue;
class CellRunner;
class HttpClient;
class JudgeRuns;
class Scheduler;
class SecretStore;
class Settings;
class Store;
class ToolRegistry;
struct JudgeOrder;
struct ReplayOrder;

/// What a chat works with. References outlive every Chat.
struct ChatDependencies
{
    Store &store;
    HttpClient &http;
    Settings &settings;
    SecretStore &secrets;
    Catalogue &catalogue;
    const Clock &clock;
    Scheduler &scheduler;
    QRandomGenerator *random = QRandomGenerator::global(); ///< shuffles the lanes of blind rounds
    ToolRegistry *tools = nullptr; ///< null: lanes offer their models none
};

/// What a lane is doing now, for its header and its end of the transcript.
struct LaneActivity
{
    enum class State {
        Idle,
        Saving, ///< the prompt is being committed
        Preparing, ///< key, images, body
        Queued, ///< others are before it, or the server wants to be left alone until `retryAtMs`
        Paused, ///< with all other runs
        Connecting,
        Waiting, ///< for the first token
        RetryWait,
        Thinking,
        Answering,
        CallsRunning, ///< tools are called
        CallsPending, ///< a call waits for the user: see Chat::calls()
        Blocked, ///< stopped before the request left; `error` or `spending` says why
    };
    State state = State::Idle;
    /// Being written, empty before the first token; while tools are called the one that calls them;
    /// none while idle.
    MessageId reply;
    qint64 sinceMs = 0; ///< wall clock of the start of the turn
    int attempt = 0;
    qint64 retryAtMs = 0; ///< wall clock, in RetryWait and Queued; 0: not known
    std::optional<Error> error; ///< in RetryWait, Queued and Blocked
    std::optional<SpendingBlock> spending; ///< in Blocked, by a ceiling; there is no `error` then

    [[nodiscard]] bool isBusy() const { return state != State::Idle && state != State::Blocked; }
    /// Until `retryAtMs`, because of `error`.
    [[nodiscard]] bool waitsForServer() const { return retryAtMs > 0; }
    bool operator==(const LaneActivity &) const = default;
};

/// Calls at the end of a lane that nobody made: the turn was stopped or killed before, or it may
/// not call any more without a word of the user.
struct OpenCalls
{
    MessageId reply; ///< none: there are none
    int count = 0; ///< 0: all were made, and only the answer to their results is missing
    bool isLimitMet = false; ///< the turn called tools as often as the preferences let it

    bool operator==(const OpenCalls &) const = default;
};

/// Runs the turns of one conversation and writes all that it changes. A prompt becomes a round: one
/// user message per distinct history, a turn in every lane. GUI thread. A Chat goes on when nobody
/// shows its conversation; Chats keeps it until it is idle.
class Chat : public QObject
{
    Q_OBJECT
public:
    Chat(ConversationPtr conversation, const ChatDependencies &dependencies,
         QObject *parent = nullptr);
    ~Chat() override;

    [[nodiscard]] Conversation &conversation() const;
    [[nodiscard]] LaneActivity activity(LaneId lane) const;
    /// A turn has not come to its end; one that is Blocked has not either. Those of judges too.
    [[nodiscard]] bool isBusy() const;
    /// The same of lanes alone.
    [[nodiscard]] bool hasBusyLane() const;

    /// The sweeps and repeats of the conversation. They run beside the lanes: isBusy(), idle() and
    /// stopAll() do not speak of them.
    [[nodiscard]] CellRunner &cells() const;

    /// Sends to the lanes that the prompt is for: one, or all that are not detached. While one of
    /// them is busy the prompt is queued instead. It goes on when they all have ended and one of
    /// them at least came to its own end. Where every one failed or was stopped, and after
    /// stopAll() whatever had ended before, it is held: until sendQueued(), the next send() (what
    /// waits goes first) or a retry that works. The queue is written at once, and held in the same
    /// way when the program was killed meanwhile.
    void send(const Prompt &prompt);
    /// Goes on with what is held for lanes that are idle; for busy ones it goes on by itself.
    void sendQueued();
    [[nodiscard]] const QList<Prompt> &queue() const;
    void removeQueued(int index);
    /// What is queued becomes part of the drafts: before the program ends.
    void shelveQueue();

    void stop(LaneId lane);
    /// Judges too. Holds the queue: who stops everything does not want the next thing to begin.
    void stopAll();
    /// In RetryWait and Queued: without waiting for a moment that a server asked for.
    void retryNow(LaneId lane);
    /// In Blocked by ErrorKind::Storage: goes on although nothing is saved.
    void sendWithoutSaving(LaneId lane);
    /// In Blocked by a ceiling of spending: this once.
    void sendOnce(LaneId lane);
    /// In Blocked by a ceiling of spending: raises it so far that all goes on which then fits. That
    /// of a run in the preferences; that of the conversation as one of its own, so that no other
    /// conversation may cost more for it.
    void raiseCeiling(LaneId lane);

    // Tools. A reply of a lane that offers some may call them: what becomes of each call is decided
    // by the rules of the settings or else by the user, all of them run side by side, and when the
    // last one has its result the turn goes on with another run, as often as the preferences say.
    // The results are a message of role tool below the reply (see ToolResultPart).

    /// The calls that the lane's turn is making, in their order; empty while it makes none. Those
    /// of one reply that had their results before (see makeOpenCalls()) are not among them.
    [[nodiscard]] QList<CallActivity> calls(LaneId lane) const;
    /// How many of them wait for the user.
    [[nodiscard]] int waitingCalls(LaneId lane) const;
    // `call`: a place in calls(). Each does nothing where the call is in another state.
    /// In Asking: with these arguments, which the user may have edited; with AfterCall::Review its
    /// result waits for acceptResult(). InvalidRequest with a sentence where they are no JSON
    /// object.
    Result<void> approveCall(LaneId lane, qsizetype call, const QByteArray &arguments,
                             AfterCall after = AfterCall::GoOn);
    /// In Asking: the model gets the reason; empty: that the user did not allow it. To decide for
    /// all calls of a tool or a source, at once and later, see Settings::setToolPolicy(): those
    /// that ask follow the new rule.
    void refuseCall(LaneId lane, qsizetype call, const QString &reason = {});
    /// In Answering: what the tool gives.
    void answerCall(LaneId lane, qsizetype call, const QByteArray &text,
                    CallRound::Answer kind = CallRound::Answer::Result);
    /// In Reviewing: the result, which the user may have edited.
    void acceptResult(LaneId lane, qsizetype call, const QByteArray &text);
    /// In Waiting and Running: this one only; the model is told.
    void stopCall(LaneId lane, qsizetype call);
    /// What is left to be made where the lane's path ends; while it is busy: nothing.
    [[nodiscard]] OpenCalls openCalls(LaneId lane) const;
    /// Makes them, and goes on with the turn; the count of its rounds begins anew.
    void makeOpenCalls(LaneId lane);

    /// A new turn beside the one that this reply belongs to; stops that turn first.
    void retry(LaneId lane, MessageId reply);
    /// The same with the very bytes that were sent for this reply. Where they cannot be built any
    /// more, because a message or a picture is gone, the new reply fails with kNotTheSameCode.
    void runAgain(LaneId lane, MessageId reply);
    /// The same as retry() in every lane whose path holds an answer of this round.
    void retryRound(RoundId round);
    /// As retry(), without parameters, tools or images that `error` (Unsupported) speaks of.
    void retryWithout(LaneId lane, MessageId reply, const Error &error);
    /// As retry(), with other settings of the lane, which stay: those of updateLane().
    void retryWith(const Lane &settings, MessageId reply);
    /// A reply that goes on where this one was cut. A lane whose parameter kAutoContinue is set
    /// does so by itself (see goesOnByItself()), before turnEnded() is told.
    void continueReply(LaneId lane, MessageId reply);
    /// A piece that was to go on with an answer becomes one of its own, and the head with it.
    void keepPiece(LaneId lane, MessageId piece);
    /// A sibling of the prompt, sent to every lane whose path held it. False: none did, or there is
    /// nothing to send; nothing changed.
    bool editPrompt(MessageId prompt, const Prompt &edited);
    /// A sibling of the answer, marked edited; nothing is sent. False: the lane is gone.
    bool editAnswer(LaneId lane, MessageId answer, const QString &text);
    /// A sibling of the answer that begins with this text and is gone on with by the model.
    void branchFrom(LaneId lane, MessageId answer, const QByteArray &beginning);
    /// Moves the head of the lane to the end of that branch; refused while the lane is busy.
    void showBranch(LaneId lane, MessageId sibling);
    /// The lanes go on below these messages. Busy ones stay where they are.
    void moveHeads(const QHash<LaneId, MessageId> &heads);
    /// All lanes that are not detached go on below this answer, which is on the path of `lane`.
    /// Those that are busy are stopped.
    void goOnWith(LaneId lane, MessageId answer);

    /// What the user thinks of the answers of a round; given again it takes the place of the vote
    /// before, unless that was blind. `winner` counts with the outcome Winner. A blind vote shows
    /// the names.
    void vote(RoundId round, VoteOutcome outcome, LaneId winner = {});
    /// For the rounds to come; those that are veiled stay so.
    void setBlindMode(BlindMode mode);
    /// The names of all veiled rounds, without a vote. One that is given later is not blind.
    void showNames();
    /// The round whose answers are to be seen together, while one of them is still written.
    [[nodiscard]] RoundId heldBackRound() const;

    /// Asks the prompts of a lane again, one after the other, in a lane beside it: the one that it
    /// gives back; none where there is no prompt. It halts when an answer fails or is stopped, and
    /// goes on with goOnWithReplay() or when that answer is retried. What is sent meanwhile waits.
    LaneId replay(const ReplayOrder &order);
    /// The last prompt again where it has no answer, then those that follow.
    void goOnWithReplay(LaneId lane);
    [[nodiscard]] bool isReplaying(LaneId lane) const;

    /// Asks a judge about each pair of answers twice; the round that holds what it says.
    RoundId judge(const JudgeOrder &order);
    /// What brought no verdict is asked once more.
    void judgeAgain(RoundId judging);
    /// The requests to judges that are on their way.
    [[nodiscard]] JudgeRuns &judgeRuns() const;

    /// A copy of `beside` with a letter of its own, the same path and another model.
    LaneId addLane(LaneId beside, const QString &providerId, const QString &model);
    void removeLane(LaneId lane);
    /// Places, widths, what is detached, lanes put back: changes made by lane_changes.h.
    void arrangeLanes(const Changes &changes);
    /// Model, parameters, system prompt; all else is kept as it is. While the settings of all lanes
    /// are the same, the others get them too.
    void updateLane(const Lane &lane);
    /// Whether only the models of the lanes differ: all else becomes that of `pattern`, and each
    /// change of one is a change of all.
    void setSameSettings(bool same, LaneId pattern);

    /// What is in the composer of a detached lane, or in the one for all others. Written within
    /// half a second of the call; survives kill -9 from then on.
    void setDraft(const Draft &draft, LaneId lane = {});

    /// Whether the user looks at it; a reply that ends elsewhere marks it as unread. At first: yes.
    void setShown(bool shown);

signals:
    /// Without a lane: a judge began to be asked.
    void activityChanged(app::LaneId lane);
    /// Any of calls(): its state, progress, result. After activityChanged() where that changes too.
    void callsChanged(app::LaneId lane);
    /// Open calls could not be made: a source of tools cannot be used. The error is that of
    /// ToolRegistry::offer().
    void callsFailed(app::LaneId lane, const app::Error &error);
    void queueChanged();
    void heldBackChanged();
    /// A turn came to its end (any end), after all of it was applied to the conversation.
    void turnEnded(app::LaneId lane, app::MessageId reply);
    /// The last busy lane became idle and nothing follows from the queue.
    void idle();
    /// A write behind the scenes failed; what is on the screen is not saved.
    void writeFailed(const app::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace app
