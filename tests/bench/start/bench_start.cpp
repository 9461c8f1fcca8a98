// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the process to a window in which a typed letter is seen, against a bare Qt
// Widgets window in the same run; then memory and wake-ups while nobody does anything. On a virtual
// display of its own, with a profile of 10,000 conversations.
#include "tests/bench/start/watched_program.h"
#include "tests/end_to_end/virtual_display.h"

#include <QDir>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kScreen(1480, 920);
constexpr int kConversations = 10'000;
constexpr int kRuns = 9;
constexpr int kIdleMs = 10'000;

struct Figures
{
    QList<double> ready;
    QList<double> typed;
    qint64 pssKilobytes = 0;
    double wakeUpsPerSecond = 0;
};

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? -1 : values[values.size() / 2];
}

/// A program that starts from the same profile each time: what is typed is kept as a draft. How it
/// looks when it takes typing is learnt with an empty profile: a full one opens the newest
/// conversation next.
struct Candidate
{
    QString program;
    QRect typing;
    QString profile = {};
    bench::WatchedProgram::Sight sight = {};
    Figures figures = {};
    std::unique_ptr<QTemporaryDir> copy = {};

    QStringList arguments()
    {
        if (profile.isEmpty())
            return {};
        copy = std::make_unique<QTemporaryDir>();
        for (const QString &file : QDir(profile).entryList(QDir::Files))
            QFile::copy(QDir(profile).filePath(file), copy->filePath(file));
        return {u"--profile"_s, copy->path()};
    }

    bool learn()
    {
        const QTemporaryDir empty;
        QStringList onEmpty;
        if (!profile.isEmpty())
            onEmpty << u"--profile"_s << empty.path();
        bench::WatchedProgram watched(program, onEmpty, typing);
        sight = watched.learn();
        return sight.ready != sight.typed;
    }

    bool startOnce()
    {
        bench::WatchedProgram watched(program, arguments(), typing);
        const auto start = watched.start(sight);
        figures.ready.append(start.readyMs);
        figures.typed.append(start.typedMs);
        return start.typedMs >= 0;
    }

    void watchIdle()
    {
        bench::WatchedProgram watched(program, arguments(), typing);
        (void)watched.learn();
        const qint64 before = watched.wakeUps();
        QTest::qWait(kIdleMs);
        figures.wakeUpsPerSecond = double(watched.wakeUps() - before) * 1000 / kIdleMs;
        figures.pssKilobytes = watched.pssKilobytes();
    }

    [[nodiscard]] QJsonObject toJson() const
    {
        return {
            {u"ready_ms"_s, median(figures.ready)},
            {u"typed_ms"_s, median(figures.typed)},
            {u"worst_typed_ms"_s, *std::max_element(figures.typed.begin(), figures.typed.end())},
            {u"idle_pss_mb"_s, double(figures.pssKilobytes) / 1024},
            {u"idle_wakeups_per_s"_s, figures.wakeUpsPerSecond}};
    }
};

int measure()
{
    // One that was made by diptych-make-profile before saves the minutes that it takes.
    const QTemporaryDir made;
    const QString given = qEnvironmentVariable("DIPTYCH_BENCH_PROFILE");
    const QString profile = given.isEmpty() ? made.path() : given;
    if (given.isEmpty()
        && QProcess::execute(
               QStringLiteral(DIPTYCH_MAKE_PROFILE),
               {u"--profile"_s, profile, u"--conversations"_s, QString::number(kConversations)})
               != 0)
        return 1;
    // Where a letter shows and the caret does not blink: right of the first letter in the bare
    // window, where the composer says what it is for in ours.
    Candidate bare{QStringLiteral(DIPTYCH_BARE_WINDOW), QRect(8, 4, 30, 20)};
    Candidate diptych{QStringLiteral(DIPTYCH_PROGRAM), QRect(385, 790, 120, 30), profile};
    if (!bare.learn() || !diptych.learn()) {
        QTextStream(stderr) << "a typed letter is not seen where it should be\n";
        return 1;
    }
    for (int run = 0; run < kRuns; ++run) {
        if (!bare.startOnce() || !diptych.startOnce()) {
            QTextStream(stderr) << "a window did not look as it did before\n";
            return 1;
        }
    }
    bare.watchIdle();
    diptych.watchIdle();

    const double ratio = median(diptych.figures.typed) / median(bare.figures.typed);
    const QJsonObject figures{{u"bench"_s, u"start"_s},
                              {u"conversations"_s, kConversations},
                              {u"runs"_s, kRuns},
                              {u"bare_window"_s, bare.toJson()},
                              {u"diptych"_s, diptych.toJson()},
                              {u"typed_ratio"_s, ratio}};
    QTextStream(stdout) << QJsonDocument(figures).toJson();
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    if (!tests::VirtualDisplay::missingPrograms().isEmpty())
        return 1;
    const tests::VirtualDisplay display(kScreen);
    qputenv("DISPLAY", display.name().toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "xcb");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    qunsetenv("WAYLAND_DISPLAY");
    const QGuiApplication application(argc, argv);
    return measure();
}
