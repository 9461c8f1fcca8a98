// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/command_tool.h"

#include "app/base/when_done.h"
#include "app/tools/command_fingerprint.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kMostErrorBytes = 16 * 1024;

QString inUnits(qint64 bytes)
{
    return bytes >= 1024 * 1024 ? u"%1 MB"_s.arg(bytes / (1024 * 1024)) : u"%1 bytes"_s.arg(bytes);
}

} // namespace

std::optional<Error> whyNotConfirmed(const ToolSource &source,
                                     const Result<QByteArray> &fingerprint)
{
    if (!fingerprint) {
        return Error{.kind = ErrorKind::NotFound,
                     .message = fingerprint.error().message,
                     .code = kToolFailedCode};
    }
    if (*fingerprint == source.confirmed)
        return {};
    const QString sentence = source.confirmed.isEmpty()
                                 ? u"The command of “%1” has not been confirmed yet."_s
                                 : u"The command of “%1” is not the one that was confirmed."_s;
    return Error{.kind = ErrorKind::Forbidden,
                 .message = sentence.arg(source.name),
                 .code = kToolUnconfirmedCode};
}

CommandTool::CommandTool(const ToolSource &source, QObject *parent) : ToolHost(source, parent)
{
}

QList<Tool> CommandTool::tools() const
{
    return {toolNamed(source().name)};
}

void CommandTool::start()
{
    if (m_state == State::Starting || m_state == State::Ready)
        return;
    enter(State::Starting);
    whenDone(commandFingerprint(source().command), this,
             [this](const Result<QByteArray> &fingerprint) {
                 const auto reason = whyNotConfirmed(source(), fingerprint);
                 enter(reason ? State::Unusable : State::Ready, reason);
             });
}

void CommandTool::enter(State state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    emit stateChanged();
}

ToolRun *CommandTool::call(const QString & /*tool*/, const QJsonObject &arguments, QObject *parent)
{
    return new CommandToolRun(source(), QJsonDocument(arguments).toJson(QJsonDocument::Compact),
                              parent);
}

CommandToolRun::CommandToolRun(ToolSource source, QByteArray input, QObject *parent)
    : ToolRun(parent), m_source(std::move(source)), m_input(std::move(input))
{
    m_timeLimit.setSingleShot(true);
    connect(&m_timeLimit, &QTimer::timeout, this, [this] {
        const double seconds = double(m_source.limits.time.count()) / 1000;
        m_verdict = failedCall(
            kToolTimeCode,
            u"The command “%1” was stopped because it took longer than %2 s."_s.arg(m_source.name)
                .arg(seconds),
            ErrorKind::Timeout);
        m_process->kill();
    });
}

/// At every call anew: the file may have changed since the last one.
void CommandToolRun::start()
{
    whenDone(commandFingerprint(m_source.command), this,
             [this](const Result<QByteArray> &fingerprint) {
                 if (m_isOver)
                     return;
                 if (const auto reason = whyNotConfirmed(m_source, fingerprint)) {
                     end(failedCall(reason->code, reason->message, reason->kind));
                     return;
                 }
                 launch();
             });
}

void CommandToolRun::launch()
{
    m_clock.start();
    m_process = new ChildProcess(m_source.command, m_source.limits.memoryBytes, this);
    connect(m_process, &ChildProcess::started, this,
            [this] { m_process->write(std::exchange(m_input, {}) + '\n'); });
    connect(m_process, &ChildProcess::inputWritten, m_process, &ChildProcess::closeInput);
    connect(m_process, &ChildProcess::outputArrived, this, &CommandToolRun::takeOutput);
    connect(m_process, &ChildProcess::errorsArrived, this, &CommandToolRun::takeErrors);
    connect(m_process, &ChildProcess::ended, this, &CommandToolRun::conclude);
    m_process->start();
    if (m_source.limits.time.count() > 0)
        m_timeLimit.start(m_source.limits.time);
}

void CommandToolRun::takeOutput()
{
    const QByteArray bytes = m_process->readOutput();
    const qint64 most = m_source.limits.outputBytes;
    if (m_verdict)
        return;
    m_output += bytes;
    if (most <= 0 || m_output.size() <= most)
        return;
    m_output.clear();
    m_verdict = failedCall(kToolOutputCode,
                           u"The command “%1” was stopped because it wrote more than %2."_s.arg(
                               m_source.name, inUnits(most)));
    m_process->kill();
}

void CommandToolRun::takeErrors()
{
    m_errors += m_process->readErrors();
    if (m_errors.size() > kMostErrorBytes)
        m_errors = m_errors.last(kMostErrorBytes);
}

void CommandToolRun::conclude(const ChildEnd &end)
{
    if (end.hasStarted) {
        takeOutput();
        takeErrors();
    }
    if (m_verdict)
        return this->end(*m_verdict);
    if (end.hasStarted && !end.crashed && end.code == 0) {
        ToolOutcome outcome{.text = m_output};
        const QJsonDocument json = QJsonDocument::fromJson(m_output);
        outcome.structured = json.object();
        return this->end(outcome);
    }
    ToolOutcome failure = failedCall(
        kToolFailedCode, u"The command “%1” %2."_s.arg(m_source.name, end.description()));
    const QByteArray words = m_errors.trimmed().isEmpty() ? m_output.trimmed() : m_errors.trimmed();
    if (!words.isEmpty())
        failure.text += '\n' + words;
    this->end(failure);
}

void CommandToolRun::cancel()
{
    end(failedCall(kToolStoppedCode, u"The user stopped this call."_s, ErrorKind::Cancelled));
}

void CommandToolRun::end(ToolOutcome outcome)
{
    if (std::exchange(m_isOver, true))
        return;
    m_timeLimit.stop();
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->deleteLater(); // its signal may be on the stack
    }
    outcome.duration = std::chrono::milliseconds(m_clock.isValid() ? m_clock.elapsed() : -1);
    emit finished(outcome);
}

} // namespace app
