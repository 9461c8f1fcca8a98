// SPDX-License-Identifier: GPL-3.0-or-later
// What the whole window costs while answers stream into it, and while a long conversation is
// opened: in a real window of 1480×920 on a virtual display, the server in another process. Each
// scenario runs in a process of its own. Prints one JSON object; times in milliseconds.
//   bench_window [SCENARIO…]
#include "tests/bench/window/scenarios.h"
#include "tests/end_to_end/virtual_display.h"
#include "tests/support/sample_profile.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTextStream>

#include <cstring>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kScreen(1480, 920);
constexpr int kMessages = 10'000;
constexpr int kLongestMs = 600'000;
constexpr const char *kProfile = "DIPTYCH_BENCH_LONG_PROFILE";

const QStringList &scenarioNames()
{
    static const QStringList names{u"read-only-100"_s,    u"answer-100"_s, u"answer-1000"_s,
                                   u"answer-unlimited"_s, u"into-empty"_s, u"into-10000"_s,
                                   u"eight-lanes"_s,      u"open-10000"_s};
    return names;
}

QJsonObject play(const QString &name, bench::FrameProbe &probe)
{
    const QString profile = qEnvironmentVariable(kProfile);
    if (name == "read-only-100"_L1)
        return bench::readOnly(100);
    if (name == "answer-100"_L1)
        return bench::streamAnswer(probe, 100);
    if (name == "answer-1000"_L1)
        return bench::streamAnswer(probe, 1'000);
    if (name == "answer-unlimited"_L1)
        return bench::streamAnswer(probe, 0);
    if (name == "into-empty"_L1)
        return bench::streamInto(probe, {});
    if (name == "into-10000"_L1)
        return bench::streamInto(probe, profile);
    if (name == "eight-lanes"_L1)
        return bench::streamEightLanes(probe);
    if (name == "open-10000"_L1)
        return bench::openConversation(probe, profile);
    return {};
}

QJsonObject runScenario(const QString &name)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {u"--scenario"_s, name});
    if (!process.waitForFinished(kLongestMs))
        process.kill();
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

int runAll(const QStringList &names)
{
    const QTemporaryDir profile;
    if (qEnvironmentVariableIsEmpty(kProfile)) {
        qputenv(kProfile, profile.path().toLocal8Bit());
        app::Store store(app::Paths::inFolder(profile.path()), app::Store::Role::Owner);
        if (!tests::fillProfile(
                store,
                {.conversations = 0, .nowMs = 1'700'000'000'000, .longConversation = kMessages}))
            return 1;
    }
    QJsonObject figures{{u"bench"_s, u"window"_s}};
    bool complete = true;
    for (const QString &name : names) {
        const QJsonObject result = runScenario(name);
        complete &= !result.isEmpty();
        figures.insert(name, result);
    }
    QTextStream(stdout) << QJsonDocument(figures).toJson();
    return complete ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc == 3 && std::strcmp(argv[1], "--scenario") == 0) {
        bench::FrameProbe probe(argc, argv);
        const QJsonObject result = play(QString::fromLocal8Bit(argv[2]), probe);
        QTextStream(stdout) << QJsonDocument(result).toJson();
        return result.isEmpty() ? 1 : 0;
    }
    if (!tests::VirtualDisplay::missingPrograms().isEmpty()) {
        QTextStream(stderr) << tests::VirtualDisplay::missingPrograms().join(u' ') << " missing\n";
        return 1;
    }
    const QCoreApplication application(argc, argv);
    const tests::VirtualDisplay display(kScreen);
    qputenv("DISPLAY", display.name().toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "xcb");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    qunsetenv("WAYLAND_DISPLAY");
    const QStringList names = QCoreApplication::arguments().sliced(1);
    return runAll(names.isEmpty() ? scenarioNames() : names);
}
