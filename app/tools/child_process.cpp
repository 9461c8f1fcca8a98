// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/child_process.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QUuid>
#include <QtConcurrentRun>

#include <chrono>
#include <csignal>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kMarkName = "DIPTYCH_TOOL_RUN"_L1;
constexpr std::chrono::milliseconds kPatience{1'500}; ///< for each step of finish()
constexpr int kFarewellMs = 100;
constexpr qint64 kLongestEnvironment = 256 * 1024;

/// Between fork and exec: only what is safe there.
void enterChild(qint64 memoryBytes)
{
    ::setsid();
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    if (memoryBytes <= 0)
        return;
    // Not the address space: some runtimes reserve much of it and use little.
    const auto most = static_cast<rlim_t>(memoryBytes);
    const rlimit memory{most, most};
    ::setrlimit(RLIMIT_DATA, &memory);
}

#ifdef Q_OS_LINUX
bool carriesMark(const QString &process, const QByteArray &mark)
{
    QFile environment(u"/proc/%1/environ"_s.arg(process));
    return environment.open(QIODevice::ReadOnly)
           && environment.read(kLongestEnvironment).contains(mark);
}

bool killEachMarked(const QByteArray &mark)
{
    bool found = false;
    const QStringList processes =
        QDir(u"/proc"_s).entryList({u"[1-9]*"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &process : processes) {
        if (carriesMark(process, mark))
            found = ::kill(process.toInt(), SIGKILL) == 0 || found;
    }
    return found;
}

/// What left its group. It may be between two programs, when it has no environment, or not be
/// there yet while what forks it is dead already: nothing is left when several looks at different
/// times find nothing.
void killMarked(const QByteArray &mark)
{
    constexpr int kMostRounds = 30;
    constexpr int kQuietRounds = 3;
    constexpr std::chrono::milliseconds kBetweenRounds{10};
    int quiet = 0;
    for (int round = 0; round < kMostRounds && quiet < kQuietRounds; ++round) {
        if (round > 0)
            std::this_thread::sleep_for(kBetweenRounds);
        quiet = killEachMarked(mark) ? 0 : quiet + 1;
    }
}
#else
void killMarked(const QByteArray & /*mark*/)
{
}
#endif

} // namespace

QString ChildEnd::description() const
{
    if (!hasStarted)
        return u"could not be started: %1"_s.arg(reason);
    return crashed ? u"was ended by signal %1"_s.arg(code) : u"ended with exit code %1"_s.arg(code);
}

QString executablePath(const QString &program)
{
    if (program.startsWith("~/"_L1))
        return executablePath(QDir::home().filePath(program.sliced(2)));
    if (!program.contains(u'/'))
        return QStandardPaths::findExecutable(program);
    const QFileInfo file(program);
    return file.isFile() && file.isExecutable() ? file.absoluteFilePath() : QString();
}

QProcessEnvironment childEnvironment(const CommandLine &command)
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment given;
    for (const QString &name : ours.keys()) {
        static const QStringList passed{u"PATH"_s,    u"HOME"_s,  u"USER"_s,
                                        u"LOGNAME"_s, u"LANG"_s,  u"LANGUAGE"_s,
                                        u"TZ"_s,      u"SHELL"_s, u"TMPDIR"_s};
        if (passed.contains(name) || name.startsWith("LC_"_L1))
            given.insert(name, ours.value(name));
    }
    for (const auto &[name, value] : command.environment)
        given.insert(name, value);
    return given;
}

ChildProcess::ChildProcess(const CommandLine &command, qint64 memoryBytes, QObject *parent)
    : QObject(parent), m_command(command), m_memoryBytes(memoryBytes),
      m_mark(QUuid::createUuid().toByteArray(QUuid::Id128))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        signalGroup(m_wasAsked ? SIGKILL : SIGTERM);
        if (!std::exchange(m_wasAsked, true))
            m_patience.start();
    });
    connect(&m_process, &QProcess::started, this, &ChildProcess::started);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ChildProcess::outputArrived);
    connect(&m_process, &QProcess::readyReadStandardError, this, &ChildProcess::errorsArrived);
    connect(&m_process, &QProcess::bytesWritten, this, [this] {
        if (m_process.bytesToWrite() == 0)
            emit inputWritten();
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        conclude({true, status == QProcess::CrashExit, code, {}});
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            conclude({.reason = m_process.errorString()});
    });
}

ChildProcess::~ChildProcess()
{
    m_process.disconnect(this);
    if (!isRunning())
        return;
    m_process.closeWriteChannel();
    signalGroup(SIGTERM);
    m_process.waitForFinished(kFarewellMs);
    signalGroup(SIGKILL);
    if (isRunning())
        m_process.waitForFinished(); // it is dead, and only to be buried
    killWhatIsMarked();
}

void ChildProcess::start()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_isOver)
                prepare();
        },
        Qt::QueuedConnection);
}

void ChildProcess::prepare()
{
    const QString program = executablePath(m_command.program);
    if (program.isEmpty()) {
        conclude({.reason = u"there is no such program"_s});
        return;
    }
    QProcessEnvironment environment = childEnvironment(m_command);
    environment.insert(kMarkName, QString::fromLatin1(m_mark));
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(m_command.folder.isEmpty() ? QDir::homePath() : m_command.folder);
    m_process.setChildProcessModifier([memory = m_memoryBytes] { enterChild(memory); });
    m_process.start(program, m_command.arguments);
    m_group = m_process.processId(); // before started(), which comes through the event loop
}

void ChildProcess::finish()
{
    if (!isRunning())
        return;
    m_process.closeWriteChannel();
    m_process.closeReadChannel(QProcess::StandardOutput);
    m_process.closeReadChannel(QProcess::StandardError);
    if (!m_patience.isActive())
        m_patience.start();
}

void ChildProcess::kill()
{
    if (isRunning())
        signalGroup(SIGKILL);
    else if (!m_isOver && m_group == 0)
        conclude({.reason = u"it was stopped before"_s});
}

void ChildProcess::signalGroup(int number) const
{
    if (m_group <= 1)
        return;
    // Right after the fork it has no group of its own yet.
    if (::kill(-pid_t(m_group), number) != 0 && isRunning())
        ::kill(pid_t(m_group), number);
}

void ChildProcess::killWhatIsMarked() const
{
    if (m_group > 0)
        (void)QtConcurrent::run(
            [mark = kMarkName.latin1() + QByteArray("=") + m_mark] { killMarked(mark); });
}

void ChildProcess::conclude(const ChildEnd &end)
{
    if (std::exchange(m_isOver, true))
        return;
    m_patience.stop();
    signalGroup(SIGKILL); // what it left behind
    killWhatIsMarked();
    emit ended(end);
}

} // namespace app
