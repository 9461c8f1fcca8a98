// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/started_program.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tests {

namespace {

constexpr int kLongestMs = 60'000;

} // namespace

StartedProgram::StartedProgram(const QString &profile)
    : m_profile(profile), m_environment(QProcessEnvironment::systemEnvironment())
{
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

StartedProgram::~StartedProgram()
{
    kill();
}

void StartedProgram::setEnvironment(const QProcessEnvironment &environment)
{
    m_environment = environment;
}

void StartedProgram::start(const QString &display, const QStringList &arguments)
{
    QProcessEnvironment environment = m_environment;
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.insert(u"DISPLAY"_s, display);
    environment.insert(u"QT_QPA_PLATFORM"_s, display.isEmpty() ? u"offscreen"_s : u"xcb"_s);
    environment.insert(u"LANGUAGE"_s, u"en"_s);
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(DIPTYCH_PROGRAM),
                    QStringList{u"--profile"_s, m_profile} + arguments);
    m_process.waitForStarted(kLongestMs);
}

void StartedProgram::kill()
{
    m_process.kill();
    m_process.waitForFinished(kLongestMs);
}

bool StartedProgram::waitForSuccess()
{
    const bool ended =
        QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, kLongestMs);
    return ended && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

} // namespace tests
