// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/start/watched_program.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int kLongestMs = 20'000;
constexpr int kSettledMs = 3'000;
constexpr int kLookEveryUs = 500;
constexpr double kMsPerNs = 1e-6;

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 numberAfter(const QByteArray &text, const QByteArray &label)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(label))
            return line.sliced(label.size()).simplified().split(' ').first().toLongLong();
    }
    return -1;
}

} // namespace

WatchedProgram::WatchedProgram(QString program, QStringList arguments, QRect typing)
    : m_program(std::move(program)), m_arguments(std::move(arguments)), m_typing(typing)
{
    m_keyboard.start(u"xdotool"_s, {u"-"_s});
    m_keyboard.waitForStarted();
}

WatchedProgram::~WatchedProgram()
{
    m_process.terminate();
    if (!m_process.waitForFinished(kLongestMs))
        m_process.kill();
    m_keyboard.closeWriteChannel();
    m_keyboard.waitForFinished(kLongestMs);
}

WatchedProgram::Sight WatchedProgram::learn()
{
    Sight sight;
    m_process.start(m_program, m_arguments);
    QTest::qWait(kSettledMs);
    sight.ready = look();
    type();
    QTest::qWait(kSettledMs);
    sight.typed = look();
    return sight;
}

WatchedProgram::Start WatchedProgram::start(const Sight &sight)
{
    Start start;
    QElapsedTimer clock;
    clock.start();
    m_process.start(m_program, m_arguments);
    start.readyMs = waitFor(sight.ready, clock);
    type();
    start.typedMs = waitFor(sight.typed, clock);
    return start;
}

qint64 WatchedProgram::pssKilobytes() const
{
    return numberAfter(contentsOf(u"/proc/%1/smaps_rollup"_s.arg(m_process.processId())), "Pss:");
}

qint64 WatchedProgram::wakeUps() const
{
    const QDir tasks(u"/proc/%1/task"_s.arg(m_process.processId()));
    qint64 sum = 0;
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        sum += numberAfter(contentsOf(tasks.filePath(task + u"/status"_s)),
                           "voluntary_ctxt_switches:");
    return sum;
}

void WatchedProgram::type()
{
    m_keyboard.write("key x\n");
    m_keyboard.waitForBytesWritten();
}

double WatchedProgram::waitFor(const QImage &sight, const QElapsedTimer &clock) const
{
    while (look() != sight) {
        if (clock.hasExpired(kLongestMs))
            return -1;
        QThread::usleep(kLookEveryUs);
    }
    return double(clock.nsecsElapsed()) * kMsPerNs;
}

QImage WatchedProgram::look() const
{
    return QGuiApplication::primaryScreen()
        ->grabWindow(0, m_typing.x(), m_typing.y(), m_typing.width(), m_typing.height())
        .toImage();
}

} // namespace bench
