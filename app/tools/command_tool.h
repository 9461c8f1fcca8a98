// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/child_process.h"
#include "app/tools/tool_host.h"

#include <QElapsedTimer>

namespace app {

/// A tool that is a program: it is started for each call, gets the arguments as one JSON object on
/// standard input, and says its result on standard output. Exit code 0 is a result, any other an
/// error whose words are those of standard error. It is not started when it is not the program that
/// the user confirmed.
class CommandTool final : public ToolHost
{
    Q_OBJECT
public:
    explicit CommandTool(const ToolSource &source, QObject *parent = nullptr);

    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] std::optional<Error> error() const override { return m_error; }
    [[nodiscard]] QList<Tool> tools() const override;
    void start() override;
    void stop() override { }
    [[nodiscard]] ToolRun *call(const QString &tool, const QJsonObject &arguments,
                                QObject *parent) override;

private:
    void enter(State state, std::optional<Error> error = {});

    State m_state = State::Idle;
    std::optional<Error> m_error;
};

/// One call of it.
class CommandToolRun final : public ToolRun
{
    Q_OBJECT
public:
    CommandToolRun(ToolSource source, QByteArray input, QObject *parent);

    void start() override;
    void cancel() override;

private:
    void launch();
    void takeOutput();
    void takeErrors();
    void conclude(const ChildEnd &end);
    void end(ToolOutcome outcome);

    const ToolSource m_source;
    QByteArray m_input;
    ChildProcess *m_process = nullptr; ///< a child
    QByteArray m_output;
    QByteArray m_errors; ///< the end of them
    QTimer m_timeLimit;
    QElapsedTimer m_clock;
    std::optional<ToolOutcome> m_verdict; ///< why it is being killed
    bool m_isOver = false;
};

/// Why a command may not be started, where its fingerprint is this one; nothing where it may.
[[nodiscard]] std::optional<Error> whyNotConfirmed(const ToolSource &source,
                                                   const Result<QByteArray> &fingerprint);

} // namespace app
