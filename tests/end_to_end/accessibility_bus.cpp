// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/accessibility_bus.h"

#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tests {

namespace {

constexpr int kLongestMs = 60'000;

QString launcher()
{
    const QStringList folders{u"/usr/libexec"_s, u"/usr/lib/at-spi2-core"_s, u"/usr/lib"_s};
    return QStandardPaths::findExecutable(u"at-spi-bus-launcher"_s, folders);
}

} // namespace

QString systemPython()
{
    return u"/usr/bin/python3"_s;
}

QStringList AccessibilityBus::missing()
{
    QStringList missing;
    for (const QString &program : {u"dbus-daemon"_s, u"dbus-send"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            missing += program;
    }
    if (launcher().isEmpty())
        missing += u"at-spi-bus-launcher"_s;
    const bool reads = QFileInfo::exists(systemPython())
                       && QProcess::execute(systemPython(), {u"-c"_s, u"import pyatspi"_s}) == 0;
    if (!reads)
        missing += u"python3-pyatspi"_s;
    return missing;
}

AccessibilityBus::AccessibilityBus(const QString &display)
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    m_environment.insert(u"DISPLAY"_s, display);
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, m_runtime.path());
    m_environment.remove(u"AT_SPI_BUS_ADDRESS"_s);
    m_environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    m_running = startSession() && enable();
}

AccessibilityBus::~AccessibilityBus()
{
    for (QProcess *process : {&m_launcher, &m_session}) {
        process->terminate();
        if (!process->waitForFinished(kLongestMs))
            process->kill();
    }
}

bool AccessibilityBus::startSession()
{
    m_session.setProcessEnvironment(m_environment);
    m_session.start(u"dbus-daemon"_s,
                    {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
    while (!m_session.canReadLine()) {
        if (!m_session.waitForReadyRead(kLongestMs))
            return false;
    }
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s,
                         QString::fromLatin1(m_session.readLine().trimmed()));
    m_launcher.setProcessEnvironment(m_environment);
    m_launcher.start(launcher(), {u"--launch-immediately"_s});
    return m_launcher.waitForStarted(kLongestMs);
}

/// A screen reader sets this when it starts; programs look at it when they do.
bool AccessibilityBus::enable()
{
    QProcess send;
    send.setProcessEnvironment(m_environment);
    send.start(u"dbus-send"_s,
               {u"--session"_s, u"--print-reply"_s, u"--dest=org.a11y.Bus"_s, u"/org/a11y/bus"_s,
                u"org.freedesktop.DBus.Properties.Set"_s, u"string:org.a11y.Status"_s,
                u"string:IsEnabled"_s, u"variant:boolean:true"_s});
    return send.waitForFinished(kLongestMs) && send.exitCode() == 0;
}

} // namespace tests
