// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/tool_source.h"

#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

namespace app {

/// How a program came to its end.
struct ChildEnd
{
    bool hasStarted = false;
    bool crashed = false; ///< by a signal, its number in `code`
    int code = 0;
    QString reason = {}; ///< where it could not be started: the system's words

    /// "ended with exit code 3", for a sentence that says who.
    [[nodiscard]] QString description() const;
};

/// A program that a tool or a tool server is: started without a shell, in a session of its own,
/// with an environment of few names that holds no key. Whatever it starts ends with it: its process
/// group is killed, then every process that carries its mark, on a worker; when Diptych dies, the
/// program is killed by the system. GUI thread. ended() comes exactly once and last, not before
/// control returned to the event loop; destruction is silent and kills.
class ChildProcess : public QObject
{
    Q_OBJECT
public:
    /// `memoryBytes`: of each process; 0: no limit.
    ChildProcess(const CommandLine &command, qint64 memoryBytes, QObject *parent = nullptr);
    ~ChildProcess() override;

    void start();
    void write(const QByteArray &bytes) { m_process.write(bytes); }
    /// What it has not read yet.
    [[nodiscard]] qint64 bytesToWrite() const { return m_process.bytesToWrite(); }
    void closeInput() { m_process.closeWriteChannel(); }
    [[nodiscard]] QByteArray readOutput() { return m_process.readAllStandardOutput(); }
    [[nodiscard]] QByteArray readErrors() { return m_process.readAllStandardError(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

    /// Closes its input and reads no more; what does not end then is asked to, and killed in the
    /// end.
    void finish();
    void kill();

signals:
    void started(); ///< it takes input
    void outputArrived();
    void errorsArrived();
    void inputWritten(); ///< all of it
    void ended(const app::ChildEnd &end);

private:
    void prepare();
    void conclude(const ChildEnd &end);
    void signalGroup(int number) const;
    void killWhatIsMarked() const;

    CommandLine m_command;
    qint64 m_memoryBytes;
    QByteArray m_mark;
    QProcess m_process;
    QTimer m_patience;
    qint64 m_group = 0;
    bool m_wasAsked = false;
    bool m_isOver = false;
};

/// The program's file; empty where there is none that may be run.
[[nodiscard]] QString executablePath(const QString &program);
/// What a child is given: where programs and the home are, the language, the time zone.
[[nodiscard]] QProcessEnvironment childEnvironment(const CommandLine &command);

} // namespace app
