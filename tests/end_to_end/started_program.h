// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace tests {

/// The real `diptych`, started with a profile of its own and an environment in which neither the
/// user's key store nor the user's display can be reached. Killed with the object.
class StartedProgram
{
public:
    explicit StartedProgram(const QString &profile);
    ~StartedProgram();
    StartedProgram(const StartedProgram &) = delete;
    StartedProgram &operator=(const StartedProgram &) = delete;

    /// Instead of the environment of this process, the bus of the session included; before start().
    void setEnvironment(const QProcessEnvironment &environment);
    /// On a display (":99"), or without one when `display` is empty.
    void start(const QString &display, const QStringList &arguments);
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// SIGKILL.
    void kill();
    /// True when it ended by itself, with 0. Servers in this process go on meanwhile.
    [[nodiscard]] bool waitForSuccess();
    [[nodiscard]] QByteArray output() { return m_process.readAll(); }

private:
    const QString m_profile;
    QProcessEnvironment m_environment;
    QProcess m_process;
};

} // namespace tests
