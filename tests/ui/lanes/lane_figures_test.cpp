// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/lane_figures.h"
#include "ui/lanes/metrics_strip.h"

#include <QTest>

using namespace ui;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

app::Run run(qint64 firstMs, qint64 lastMs, qint64 tokens)
{
    app::Run run;
    run.status = app::RunStatus::Complete;
    run.timings.firstTokenMs = firstMs;
    run.timings.lastTokenMs = lastMs;
    run.usage = app::Usage{.promptTokens = 100, .completionTokens = tokens, .totalTokens = 0};
    return run;
}

} // namespace

class LaneFiguresTest : public QObject
{
    Q_OBJECT
private slots:
    void speedIsCountedFromTheFirstToken()
    {
        const LaneFigures figures = figuresOf(run(200, 2200, 192));
        QCOMPARE(figures.firstToken, std::optional(200ms));
        QCOMPARE(figures.tokensPerSecond, std::optional(96.0));
        QCOMPARE(figures.contextUsed, std::optional<qint64>(292));
        QVERIFY(!figures.estimated);
    }

    void reasoningCountsAsTheFirstToken()
    {
        app::Run thinking = run(3000, 5000, 50);
        thinking.timings.firstReasoningMs = 400;
        QCOMPARE(figuresOf(thinking).firstToken, std::optional(400ms));
    }

    void whatIsNotKnownIsLeftOut()
    {
        const LaneFigures figures = figuresOf(app::Run());
        QVERIFY(!figures.firstToken);
        QVERIFY(!figures.tokensPerSecond);
        QVERIFY(!figures.tokens);
        QVERIFY(!figures.costUsd);
        QVERIFY(!figuresOf(run(200, 210, 40)).tokensPerSecond); // all came in one packet
    }

    void aFailureSaysHowItEnded()
    {
        app::Run refused;
        refused.status = app::RunStatus::Failed;
        refused.httpStatus = 429;
        refused.retries = 4;
        refused.timings.totalMs = 340;
        LaneFigures figures = figuresOf(refused);
        figures.state = app::MessageState::Failed;
        QVERIFY(!figures.complete);
        const Theme theme;
        MetricsStrip strip(theme);
        strip.setFigures(figures, {}, {});
        QCOMPARE(strip.text(), u"failed after 0.34 s, HTTP 429, 4 retries"_s);
        // A run that was interrupted by the end of the program has no times.
        LaneFigures interrupted = figuresOf(app::Run());
        interrupted.state = app::MessageState::Interrupted;
        strip.setFigures(interrupted, {}, {});
        QCOMPARE(strip.text(), u"interrupted"_s);
    }

    void theLiveMeterReckonsFromBytes()
    {
        using State = app::LaneActivity::State;
        LiveMeter meter;
        app::LaneActivity activity;
        activity.state = State::Connecting;
        activity.reply = app::MessageId(7);
        meter.activity(activity, 1s);
        QVERIFY(!meter.figures().firstToken);
        QCOMPARE(meter.waited(3s), std::optional(2000ms));
        activity.state = State::Answering;
        meter.activity(activity, 1500ms);
        meter.grew(800, 3500ms);
        QCOMPARE(meter.figures().firstToken, std::optional(500ms));
        QCOMPARE(meter.figures().tokens, std::optional<qint64>(200));
        QCOMPARE(meter.figures().tokensPerSecond, std::optional(100.0));
        QVERIFY(meter.figures().estimated);
        activity.state = State::Idle;
        meter.activity(activity, 4s);
        QCOMPARE(meter.figures(), LaneFigures());
    }

    void anAttemptMadeAgainStartsItsTimeAgain()
    {
        LiveMeter meter;
        app::LaneActivity activity;
        activity.state = app::LaneActivity::State::Connecting;
        meter.activity(activity, 1s);
        activity.state = app::LaneActivity::State::RetryWait;
        meter.activity(activity, 2s);
        activity.state = app::LaneActivity::State::Connecting;
        meter.activity(activity, 10s);
        activity.state = app::LaneActivity::State::Answering;
        meter.activity(activity, 10300ms);
        QCOMPARE(meter.figures().firstToken, std::optional(300ms));
    }

    void theBestIsMarkedOnlyWithinOneRound()
    {
        QList<LaneFigures> lanes{figuresOf(run(200, 2200, 100)), figuresOf(run(400, 1400, 100))};
        for (LaneFigures &lane : lanes)
            lane.round = app::RoundId(1);
        QCOMPARE(bestOf(lanes, Figure::FirstToken), (QList{true, false}));
        QCOMPARE(bestOf(lanes, Figure::Speed), (QList{false, true}));
        QCOMPARE(bestOf(lanes, Figure::Cost), (QList{false, false}));
        lanes[1].round = app::RoundId(2);
        QCOMPARE(bestOf(lanes, Figure::FirstToken), (QList{false, false}));
        QCOMPARE(bestOf({lanes.first()}, Figure::FirstToken), QList{false});
        QCOMPARE(bestOf({}, Figure::FirstToken), QList<bool>());
    }

    void theStripSaysAllOfIt()
    {
        Theme theme;
        MetricsStrip strip(theme);
        LaneFigures figures = figuresOf(run(210, 2210, 412));
        figures.costUsd = 0.0002;
        figures.tierAsked = u"priority"_s;
        figures.tierEchoed = u"priority"_s;
        strip.setFigures(figures, {}, {.firstToken = true});
        QCOMPARE(strip.text(),
                 u"first token 0.21 s best, 206 tok/s, 412 tokens, $0.0002, priority ✓"_s);
        figures.tierEchoed = u"default"_s;
        strip.setFigures(figures, {}, {});
        QVERIFY(strip.text().endsWith(u"default"_s));
    }
};

QTEST_MAIN(LaneFiguresTest)
#include "lane_figures_test.moc"
