// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanes/context_gauge.h"
#include "ui/lanes/figure_lines.h"
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

    void reasoningAndAnswerHaveTheirOwnSpeeds()
    {
        app::Run thinking = run(3000, 5000, 300);
        thinking.timings.connectedMs = 50;
        thinking.timings.headersMs = 250;
        thinking.timings.firstReasoningMs = 1000;
        thinking.timings.totalMs = 5100;
        thinking.usage->reasoningTokens = 200;
        thinking.usage->cachedTokens = 64;
        thinking.model = u"asked"_s;
        thinking.modelAnswered = u"another"_s;
        thinking.retries = 2;
        LaneFigures figures = figuresOf(thinking);
        QCOMPARE(figures.connected, std::optional(50ms));
        QCOMPARE(figures.queued, std::optional(200ms));
        QCOMPARE(figures.firstReasoning, std::optional(1000ms));
        QCOMPARE(figures.firstAnswer, std::optional(3000ms));
        QCOMPARE(figures.reasoningPerSecond, std::optional(100.0));
        QCOMPARE(figures.tokensPerSecond, std::optional(50.0));
        figures.finishReason = u"stop"_s;
        QCOMPARE(figureLines(figures),
                 (QStringList{u"Connected after: 0.05 s"_s, u"Queued for: 0.20 s"_s,
                              u"First reasoning token: 1.0 s"_s, u"First answer token: 3.0 s"_s,
                              u"Whole run: 5.1 s"_s, u"Speed of the reasoning: 100 tok/s"_s,
                              u"Speed of the answer: 50 tok/s"_s, u"Tokens of the prompt: 100"_s,
                              u"of them cached: 64"_s, u"Tokens of the answer: 300"_s,
                              u"of them reasoning: 200"_s, u"Finish reason: stop"_s,
                              u"Retries: 2"_s, u"Answered by: another"_s}));
    }

    void reasoningThatIsNotCountedIsNotGuessed()
    {
        app::Run thinking = run(3000, 5000, 400);
        thinking.timings.firstReasoningMs = 1000;
        const LaneFigures figures = figuresOf(thinking);
        QVERIFY(!figures.reasoningPerSecond);
        QCOMPARE(figures.tokensPerSecond, std::optional(100.0)); // of all that came
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
        meter.grew({.reasoning = 0, .text = 800}, 3500ms);
        QCOMPARE(meter.figures().firstToken, std::optional(500ms));
        QCOMPARE(meter.figures().tokens, std::optional<qint64>(200));
        QCOMPARE(meter.figures().tokensPerSecond, std::optional(100.0));
        QVERIFY(meter.figures().estimated);
        activity.state = State::Idle;
        meter.activity(activity, 4s);
        QCOMPARE(meter.figures(), LaneFigures());
    }

    void theLiveMeterTellsThoughtsFromTheAnswer()
    {
        using State = app::LaneActivity::State;
        LiveMeter meter;
        app::LaneActivity activity;
        activity.reply = app::MessageId(7);
        for (const auto &[state, at] : {std::pair(State::Connecting, 1000ms),
                                        {State::Waiting, 1100ms},
                                        {State::Thinking, 2000ms},
                                        {State::Answering, 4000ms}}) {
            activity.state = state;
            meter.activity(activity, at);
        }
        meter.grew({.reasoning = 800, .text = 400}, 5s);
        const LaneFigures figures = meter.figures();
        QCOMPARE(figures.connected, std::optional(100ms));
        QCOMPARE(figures.firstReasoning, std::optional(1000ms));
        QCOMPARE(figures.firstAnswer, std::optional(3000ms));
        QCOMPARE(figures.reasoningPerSecond, std::optional(100.0));
        QCOMPARE(figures.tokensPerSecond, std::optional(100.0));
        QCOMPARE(figures.reasoningTokens, std::optional<qint64>(200));
        QCOMPARE(figures.tokens, std::optional<qint64>(300));
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

    void lanesAreComparedOnlyWithinOneRound()
    {
        using enum Standing;
        QList<LaneFigures> lanes{figuresOf(run(200, 2200, 100)), figuresOf(run(400, 1400, 100))};
        for (LaneFigures &lane : lanes)
            lane.round = app::RoundId(1);
        QCOMPARE(standingsOf(lanes, Figure::FirstToken), (QList{Best, Usual}));
        QCOMPARE(standingsOf(lanes, Figure::Speed), (QList{Usual, Best}));
        QCOMPARE(standingsOf(lanes, Figure::Cost), (QList{Usual, Usual}));
        lanes[1].round = app::RoundId(2);
        QCOMPARE(standingsOf(lanes, Figure::FirstToken), (QList{Usual, Usual}));
        QCOMPARE(standingsOf({lanes.first()}, Figure::FirstToken), QList{Usual});
        QCOMPARE(standingsOf({}, Figure::FirstToken), QList<Standing>());
    }

    void theWorstIsToldFromThreeLanesOn()
    {
        using enum Standing;
        QList<LaneFigures> lanes{figuresOf(run(200, 2200, 100)), figuresOf(run(404, 1404, 100)),
                                 figuresOf(run(401, 1401, 100)), figuresOf(run(204, 1204, 100))};
        // What reads the same is the same: 0.20 s is 0.20 s.
        QCOMPARE(standingsOf(lanes, Figure::FirstToken), (QList{Best, Worst, Worst, Best}));
        QCOMPARE(standingsOf(lanes, Figure::Speed), (QList{Worst, Best, Best, Best}));
        lanes[0].complete = false;
        QCOMPARE(standingsOf(lanes, Figure::Speed), (QList{Usual, Usual, Usual, Usual}));
        // 0.34 s is 0.34 s too, and 1.2 s is 1.2 s.
        lanes = {figuresOf(run(335, 2000, 100)), figuresOf(run(344, 2000, 100)),
                 figuresOf(run(331, 2000, 100))};
        QCOMPARE(standingsOf(lanes, Figure::FirstToken), (QList{Worst, Worst, Best}));
        lanes = {figuresOf(run(1160, 2000, 100)), figuresOf(run(1240, 2000, 100)),
                 figuresOf(run(1300, 2000, 100))};
        QCOMPARE(standingsOf(lanes, Figure::FirstToken), (QList{Best, Best, Worst}));
    }

    void theStripSaysAllOfIt()
    {
        Theme theme;
        MetricsStrip strip(theme);
        LaneFigures figures = figuresOf(run(210, 2210, 412));
        figures.costUsd = 0.0002;
        figures.tierAsked = u"priority"_s;
        figures.tierEchoed = u"priority"_s;
        strip.setFigures(figures, {}, {.firstToken = Standing::Best});
        QCOMPARE(strip.text(),
                 u"first token 0.21 s best, 206 tok/s, 412 tokens, $0.0002, priority ✓"_s);
        strip.setFigures(figures, {}, {.cost = Standing::Worst});
        QVERIFY(strip.text().contains(u"$0.0002 worst"_s));
        QVERIFY(strip.accessibleDescription().contains(u"Tokens of the prompt: 100"_s));
        figures.tierEchoed = u"default"_s;
        strip.setFigures(figures, {}, {});
        QVERIFY(strip.text().startsWith(u"tier default, not priority, first token"_s));
        figures.tierEchoed.reset();
        strip.setFigures(figures, {}, {});
        QVERIFY(strip.text().endsWith(u"priority asked"_s));
        figures.tierAsked.clear();
        figures.tierEchoed = u"flex"_s;
        strip.setFigures(figures, {}, {});
        QVERIFY(strip.text().startsWith(u"tier flex, not asked"_s));
    }

    void theStripNamesWhoAnswered()
    {
        Theme theme;
        MetricsStrip strip(theme);
        app::Run other = run(210, 2210, 412);
        other.model = u"org/old"_s;
        other.modelAnswered = u"org/new"_s;
        QVERIFY(figuresOf(other).answeredByAnother);
        strip.setFigures(figuresOf(other), {}, {});
        QVERIFY(strip.text().startsWith(u"answered by new, first token"_s));
        // A snapshot of the model is the model.
        other.modelAnswered = u"org/old-2026-11-03"_s;
        QVERIFY(!figuresOf(other).answeredByAnother);
        strip.setFigures(figuresOf(other), {}, {});
        QVERIFY(strip.text().startsWith(u"answered by old-2026-11-03"_s));
        other.modelAnswered.clear(); // it did not say
        strip.setFigures(figuresOf(other), {}, {});
        QVERIFY(strip.text().startsWith(u"first token"_s));
    }

    void theContextIsCountedAndReckoned()
    {
        app::ConversationRecord record;
        record.summary.id = app::ConversationId::next();
        app::Lane lane;
        lane.id = app::LaneId::next();
        app::Message prompt{.id = app::MessageId::next()};
        prompt.parts = {app::TextPart{QByteArray(400, 'x')}};
        record.messages = {prompt};
        lane.head = prompt.id;
        record.lanes = {lane};
        const ContextUse reckoned = contextUse(app::Conversation(record), lane.id);
        QCOMPARE(reckoned.tokens, std::optional<qint64>(100));
        QVERIFY(reckoned.estimated);

        app::Run answered = run(1, 2, 50);
        answered.id = app::RunId::next();
        app::Message reply{.id = app::MessageId::next(), .parent = prompt.id};
        reply.role = app::Role::Assistant;
        reply.run = answered.id;
        record.runs = {answered};
        record.messages.append(reply);
        record.lanes.first().head = reply.id;
        const ContextUse counted = contextUse(app::Conversation(record), lane.id);
        QCOMPARE(counted.tokens, std::optional<qint64>(150));
        QVERIFY(!counted.estimated);

        app::Message next{.id = app::MessageId::next(), .parent = reply.id};
        next.parts = {app::TextPart{QByteArray(80, 'x')}};
        record.messages.append(next);
        record.lanes.first().head = next.id;
        const ContextUse both = contextUse(app::Conversation(record), lane.id);
        QCOMPARE(both.tokens, std::optional<qint64>(170));
        QVERIFY(both.estimated);
        record.lanes.first().head = {};
        QVERIFY(!contextUse(app::Conversation(record), lane.id).tokens);
    }

    void theGaugeWarnsFromNineTenths()
    {
        Theme theme;
        ContextGauge gauge(theme);
        using Extent = ContextGauge::Extent;
        gauge.setUse({}, 1'000);
        gauge.setExtent(Extent::Share);
        QVERIFY(gauge.isHidden());
        gauge.setUse({899, false}, 1'000);
        gauge.setExtent(Extent::Share);
        QVERIFY(!gauge.isHidden());
        QVERIFY(!gauge.warns());
        QCOMPARE(gauge.text(), u"90 % of 1k"_s);
        gauge.setUse({900, true}, 1'000);
        QVERIFY(gauge.warns());
        QCOMPARE(gauge.text(), u"≈\u200990 % of 1k"_s);
        QVERIFY(gauge.toolTip().contains(u"nearly full"_s));
        QVERIFY(gauge.accessibleName().contains(u"estimated"_s));
        gauge.setExtent(Extent::Percent);
        QCOMPARE(gauge.text(), u"≈\u200990 %"_s);
        QVERIFY(gauge.widthOf(Extent::Percent) < gauge.widthOf(Extent::Share));
        gauge.setUse({5'000, false}, 1'000); // more than fits: the server will say no
        QCOMPARE(gauge.text(), u"500 %"_s);
    }
};

QTEST_MAIN(LaneFiguresTest)
#include "lane_figures_test.moc"
