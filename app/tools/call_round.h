// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/message_part.h"
#include "app/schema/schema_verdict.h"
#include "app/tools/offered_tools.h"
#include "app/tools/tool_registry.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace app {

class ToolRun;

/// What happens with a result before the model gets it.
enum class AfterCall {
    GoOn,
    Review, ///< it is shown first, and may be edited
};

/// One call of a reply, and where it is.
struct CallActivity
{
    enum class State {
        Asking, ///< may it be called? approve() or refuse()
        Waiting, ///< approved, others run before it
        Running,
        Answering, ///< a person answers: answer()
        Reviewing, ///< its result waits for accept()
        Done, ///< `outcome` is what the model gets
    };
    ToolCallPart call; ///< as the model made it
    std::optional<Tool> tool = {}; ///< none: the model made it up
    State state = State::Waiting; ///< until it is known what becomes of it
    QByteArray arguments = {}; ///< as they are called
    bool argumentsEdited = false;
    bool resultEdited = false;
    QByteArray given = {}; ///< what the tool said, where that was edited
    /// How `arguments` stand to the schema of the tool; nothing: it is not known yet.
    std::optional<SchemaVerdict> fit = {};
    std::optional<ToolProgress> progress = {};
    ToolOutcome outcome = {}; ///< in Reviewing and Done

    [[nodiscard]] bool waitsForUser() const
    {
        return state == State::Asking || state == State::Answering || state == State::Reviewing;
    }
    bool operator==(const CallActivity &) const = default;
};

/// What its check found.
[[nodiscard]] ArgumentFit argumentFit(const CallActivity &call);

/// The calls of one reply, from the question to the last result. What is no call (an unknown name,
/// arguments that are no JSON object, too many) is answered at once, so that the model can do it
/// better. What the user allowed once and for all runs at once, up to eight of them side by side;
/// what is forbidden is refused; the rest asks, until a rule for it is made. Meanwhile arguments
/// are held against the schema of their tool; a call ends when that is known. GUI thread. After
/// start() nothing is emitted before control returns to the event loop; finished() comes once and
/// last, when every call is Done; cancel() ends all that is not Done with kToolStoppedCode, without
/// a signal; destruction is silent.
class CallRound : public QObject
{
    Q_OBJECT
public:
    CallRound(ToolRegistry &registry, const OfferedTools &offered, const QList<ToolCallPart> &calls,
              QObject *parent = nullptr);
    ~CallRound() override;

    void start();
    void cancel();
    [[nodiscard]] const QList<CallActivity> &calls() const { return m_calls; }
    [[nodiscard]] bool waitsForUser() const;

    // Each does nothing for a call that is in another state. `call`: its place in calls().

    /// `arguments`: a JSON object, as the user left them. InvalidRequest where they are none.
    Result<void> approve(qsizetype call, const QByteArray &arguments, AfterCall after);
    /// `reason`: for the model; empty: that the user did not allow it.
    void refuse(qsizetype call, const QString &reason);
    enum class Answer { Result, Failure };
    void answer(qsizetype call, const QByteArray &text, Answer kind = Answer::Result);
    /// `text`: the result as the user left it.
    void accept(qsizetype call, const QByteArray &text);
    /// Of one that waits or runs; the model is told so.
    void stop(qsizetype call);

signals:
    void changed(qsizetype call);
    void resultReady(qsizetype call); ///< it is Done; comes after changed()
    void finished();

private:
    void judge(qsizetype call);
    void check(qsizetype call);
    void takeFit(qsizetype call, const QByteArray &arguments, const SchemaVerdict &verdict);
    void enqueue(qsizetype call);
    void runMore();
    void run(qsizetype call);
    void runEnded(qsizetype call, const ToolOutcome &outcome);
    void conclude(qsizetype call, const ToolOutcome &outcome);
    void enter(qsizetype call, CallActivity::State state);

    ToolRegistry &m_registry;
    const OfferedTools m_offered;
    QList<CallActivity> m_calls;
    std::vector<ToolRun *> m_runs; ///< children, by call; null while there is none
    QList<AfterCall> m_after;
    QList<bool> m_isChecked; ///< by call: its check is under way, or done
    QHash<qsizetype, ToolOutcome> m_held; ///< results of calls whose check is under way
    QList<qsizetype> m_waiting;
    qsizetype m_done = 0;
    bool m_hasBegun = false;
    bool m_isOver = false;
};

} // namespace app
