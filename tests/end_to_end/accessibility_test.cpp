// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who cannot see the window asks something and reads the answer, over the bus that screen
// readers use.
#include "tests/end_to_end/accessibility_bus.h"
#include "tests/end_to_end/started_program.h"
#include "tests/end_to_end/virtual_display.h"
#include "tests/support/scripted_server.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int kLongestMs = 300'000;
constexpr QSize kScreen(1480, 920);
} // namespace

class AccessibilityTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const QStringList missing =
            tests::VirtualDisplay::missingPrograms() + tests::AccessibilityBus::missing();
        if (!missing.isEmpty())
            QSKIP(qPrintable(u"without "_s + missing.join(u", "_s)));
        QVERIFY(m_server.listen());
    }

    void anAnswerIsReadAndAnnouncedOnce()
    {
        const QTemporaryDir profile;
        const tests::VirtualDisplay display(kScreen);
        QVERIFY(display.isRunning());
        const tests::AccessibilityBus bus(display.name());
        QVERIFY(bus.isRunning());
        tests::StartedProgram program(profile.path());
        program.setEnvironment(bus.environment());
        program.start(display.name(), {u"--base-url"_s, m_server.baseUrl().toString(), u"--model"_s,
                                       u"meta/scripted"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!display.windowOf(program.processId()).isEmpty(), kLongestMs);
        display.focus(display.windowOf(program.processId()));

        QProcess reader;
        reader.setProcessEnvironment(bus.environment());
        reader.setProcessChannelMode(QProcess::MergedChannels);
        reader.start(tests::systemPython(),
                     {QStringLiteral(DIPTYCH_SOURCE_DIR) + u"/tests/end_to_end/read_screen.py"_s});
        QVERIFY(reader.waitForStarted());
        // The server of this process answers meanwhile.
        QTRY_COMPARE_WITH_TIMEOUT(reader.state(), QProcess::NotRunning, kLongestMs);
        const QByteArray said = reader.readAll();
        QVERIFY2(reader.exitCode() == 0, said.constData());
        QVERIFY(program.isRunning());
    }

private:
    tests::ScriptedServer m_server;
};

QTEST_GUILESS_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
