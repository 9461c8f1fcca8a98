// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/call_round.h"

#include "app/base/when_done.h"

#include <QJsonDocument>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

using CallState = CallActivity::State;

namespace {

constexpr qsizetype kMostAtOnce = 8;
constexpr qsizetype kMostCallsOfReply = 64;
constexpr qsizetype kLongestArguments = 1024 * 1024;
constexpr qsizetype kMostNamesTold = 50;

Result<QJsonObject> argumentsFrom(const QByteArray &text)
{
    if (text.trimmed().isEmpty())
        return QJsonObject();
    if (text.size() > kLongestArguments) {
        return fail(ErrorKind::InvalidRequest,
                    u"The arguments are longer than 1 MB. Call the tool again with less."_s);
    }
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(ErrorKind::InvalidRequest,
                    u"The arguments are not valid JSON: %1 at byte %2. Call the tool again with a "
                    "JSON object."_s.arg(error.errorString())
                        .arg(error.offset));
    }
    if (!json.isObject()) {
        return fail(ErrorKind::InvalidRequest,
                    u"The arguments are not a JSON object. Call the tool again with one."_s);
    }
    return json.object();
}

QString unknownTool(const QString &name, const OfferedTools &offered)
{
    QStringList names;
    for (const OfferedTool &tool : offered.first(std::min(offered.size(), kMostNamesTold)))
        names.append(tool.wireName);
    return u"There is no tool “%1”. The tools are: %2."_s.arg(name.left(100), names.join(u", "_s));
}

} // namespace

ArgumentFit argumentFit(const CallActivity &call)
{
    if (!call.fit || call.fit->kind == SchemaVerdict::Kind::NotChecked)
        return ArgumentFit::Unknown;
    return call.fit->kind == SchemaVerdict::Kind::Valid ? ArgumentFit::Fits
                                                        : ArgumentFit::DoesNotFit;
}

CallRound::CallRound(ToolRegistry &registry, const OfferedTools &offered,
                     const QList<ToolCallPart> &calls, QObject *parent)
    : QObject(parent), m_registry(registry), m_offered(offered), m_runs(size_t(calls.size())),
      m_after(calls.size(), AfterCall::GoOn), m_isChecked(calls.size(), false)
{
    for (const ToolCallPart &call : calls) {
        CallActivity activity;
        activity.call = call;
        activity.arguments = call.arguments;
        if (const OfferedTool *tool = findOffered(offered, call.name))
            activity.tool = tool->tool;
        m_calls.append(activity);
    }
    connect(&registry, &ToolRegistry::policyChanged, this, [this] {
        const QPointer<CallRound> self(this);
        for (qsizetype call = 0; self && !m_isOver && call < m_calls.size(); ++call) {
            if (m_hasBegun && m_calls.at(call).state == CallState::Asking)
                judge(call);
        }
    });
}

CallRound::~CallRound() = default;

void CallRound::start()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_hasBegun = true;
            const QPointer<CallRound> self(this);
            for (qsizetype call = 0; self && call < m_calls.size() && !m_isOver; ++call) {
                if (m_calls.at(call).state != CallState::Done) // stopped already
                    judge(call);
            }
            if (self && m_calls.isEmpty() && !std::exchange(m_isOver, true))
                emit finished();
        },
        Qt::QueuedConnection);
}

bool CallRound::waitsForUser() const
{
    return std::ranges::any_of(m_calls, &CallActivity::waitsForUser);
}

/// What becomes of a call without a word of the user.
void CallRound::judge(qsizetype call)
{
    const CallActivity &activity = m_calls.at(call);
    if (!activity.tool) {
        return conclude(call,
                        failedCall(kToolUnknownCode, unknownTool(activity.call.name, m_offered),
                                   ErrorKind::NotFound));
    }
    if (call >= kMostCallsOfReply) {
        return conclude(call, failedCall(kToolRefusedCode,
                                         u"There were too many calls at once; this one was not "
                                         "made."_s,
                                         ErrorKind::InvalidRequest));
    }
    if (const auto arguments = argumentsFrom(activity.arguments); !arguments) {
        return conclude(call, failedCall(kToolArgumentsCode, arguments.error().message,
                                         ErrorKind::InvalidRequest));
    }
    if (!m_isChecked.at(call))
        check(call);
    switch (m_registry.policy(*activity.tool)) {
    case ToolPolicy::Ask:
        return enter(call, CallState::Asking);
    case ToolPolicy::Never:
        return conclude(call, failedCall(kToolRefusedCode,
                                         u"The user does not allow calls of this tool."_s,
                                         ErrorKind::Forbidden));
    case ToolPolicy::Always:
        return enqueue(call);
    }
}

void CallRound::check(qsizetype call)
{
    CallActivity &activity = m_calls[call];
    m_isChecked[call] = true;
    activity.fit.reset();
    whenDone(m_registry.checkArguments(*activity.tool, activity.arguments), this,
             [this, call, arguments = activity.arguments](const SchemaVerdict &verdict) {
                 takeFit(call, arguments, verdict);
             });
}

void CallRound::takeFit(qsizetype call, const QByteArray &arguments, const SchemaVerdict &verdict)
{
    CallActivity &activity = m_calls[call];
    if (m_isOver || activity.state == CallState::Done || activity.arguments != arguments)
        return;
    activity.fit = verdict;
    const QPointer<CallRound> self(this);
    emit changed(call);
    if (self && !m_isOver && m_held.contains(call))
        runEnded(call, m_held.take(call));
}

Result<void> CallRound::approve(qsizetype call, const QByteArray &arguments, AfterCall after)
{
    if (m_isOver || m_calls.value(call).state != CallState::Asking || !m_calls.value(call).tool)
        return {};
    if (const auto read = argumentsFrom(arguments); !read)
        return fail(read.error());
    CallActivity &activity = m_calls[call];
    activity.argumentsEdited = arguments != activity.call.arguments;
    const bool isOther = std::exchange(activity.arguments, arguments) != arguments;
    if (isOther)
        check(call);
    m_after[call] = after;
    enqueue(call);
    return {};
}

void CallRound::refuse(qsizetype call, const QString &reason)
{
    if (m_isOver || m_calls.value(call).state != CallState::Asking)
        return;
    const QString sentence =
        reason.trimmed().isEmpty() ? u"The user did not allow this call."_s : reason;
    conclude(call, failedCall(kToolRefusedCode, sentence, ErrorKind::Forbidden));
}

void CallRound::enqueue(qsizetype call)
{
    m_waiting.append(call);
    const QPointer<CallRound> self(this);
    enter(call, CallState::Waiting);
    if (self)
        runMore();
}

void CallRound::runMore()
{
    const auto running = std::ranges::count(m_calls, CallState::Running,
                                            [](const auto &each) { return each.state; });
    const QPointer<CallRound> self(this);
    for (auto free = kMostAtOnce - running; self && free > 0 && !m_waiting.isEmpty(); --free)
        run(m_waiting.takeFirst());
}

void CallRound::run(qsizetype call)
{
    const CallActivity &activity = m_calls.at(call);
    const QJsonObject arguments = argumentsFrom(activity.arguments).value_or(QJsonObject());
    ToolRun *run = m_registry.call(*activity.tool, arguments, this);
    m_runs[size_t(call)] = run;
    connect(run, &ToolRun::progressed, this, [this, call](const ToolProgress &progress) {
        m_calls[call].progress = progress;
        emit changed(call);
    });
    connect(run, &ToolRun::finished, this, [this, call](const ToolOutcome &outcome) {
        m_runs[size_t(call)]->deleteLater(); // its signal is on the stack
        m_runs[size_t(call)] = nullptr;
        if (m_calls.at(call).fit)
            runEnded(call, outcome);
        else
            m_held.insert(call, outcome);
    });
    run->start();
    enter(call, run->waitsForAnswer() ? CallState::Answering : CallState::Running);
}

void CallRound::runEnded(qsizetype call, const ToolOutcome &outcome)
{
    const QPointer<CallRound> self(this);
    if (m_after.at(call) == AfterCall::Review) {
        m_calls[call].outcome = outcome;
        enter(call, CallState::Reviewing);
    } else {
        conclude(call, outcome);
    }
    if (self && !m_isOver)
        runMore();
}

void CallRound::answer(qsizetype call, const QByteArray &text, Answer kind)
{
    if (m_isOver || m_calls.value(call).state != CallState::Answering)
        return;
    ToolOutcome outcome{.text = text};
    outcome.isError = kind == Answer::Failure;
    if (ToolRun *run = m_runs[size_t(call)]) // else its answer waits for the check
        run->answer(outcome);
}

void CallRound::accept(qsizetype call, const QByteArray &text)
{
    if (m_isOver || m_calls.value(call).state != CallState::Reviewing)
        return;
    CallActivity &activity = m_calls[call];
    ToolOutcome outcome = activity.outcome;
    if (text != outcome.text) {
        activity.resultEdited = true;
        activity.given = std::exchange(outcome.text, text);
        outcome.structured = {};
    }
    conclude(call, outcome);
}

void CallRound::stop(qsizetype call)
{
    const CallState state = m_calls.value(call).state;
    const bool canBe = state == CallState::Waiting || state == CallState::Running;
    if (m_isOver || !canBe || m_held.contains(call)) // that one has its result
        return;
    if (ToolRun *run = m_runs[size_t(call)])
        return run->cancel();
    m_waiting.removeAll(call);
    conclude(call,
             failedCall(kToolStoppedCode, u"The user stopped this call."_s, ErrorKind::Cancelled));
}

void CallRound::cancel()
{
    if (std::exchange(m_isOver, true))
        return;
    m_waiting.clear();
    for (ToolRun *run : std::exchange(m_runs, {})) {
        if (!run)
            continue;
        run->disconnect(this);
        run->cancel();
    }
    for (CallActivity &activity : m_calls) {
        if (activity.state == CallState::Done)
            continue;
        activity.state = CallState::Done;
        activity.outcome =
            failedCall(kToolStoppedCode, u"The user stopped this call."_s, ErrorKind::Cancelled);
    }
}

void CallRound::conclude(qsizetype call, const ToolOutcome &outcome)
{
    m_calls[call].outcome = outcome;
    m_calls[call].progress.reset();
    ++m_done;
    const QPointer<CallRound> self(this);
    enter(call, CallState::Done);
    if (!self || m_isOver)
        return;
    emit resultReady(call);
    if (self && !m_isOver && m_done == m_calls.size()) {
        m_isOver = true;
        emit finished();
    }
}

void CallRound::enter(qsizetype call, CallState state)
{
    m_calls[call].state = state;
    emit changed(call);
}

} // namespace app
