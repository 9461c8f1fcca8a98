// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/repeat_statistics.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {
RepeatedAnswer answer(const QByteArray &text)
{
    return {.text = text, .usage = {}, .timings = {}, .costUsd = {}};
}

RepeatStatistics statisticsOf(const QList<QByteArray> &texts)
{
    QList<RepeatedAnswer> answers;
    for (const QByteArray &text : texts)
        answers.append(answer(text));
    return repeatStatistics(answers);
}
} // namespace

class RepeatStatisticsTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingSaysNothing()
    {
        const RepeatStatistics none = repeatStatistics({});
        QCOMPARE(none, RepeatStatistics());
        QVERIFY(!none.selfAgreement && !none.validJson);
        QVERIFY(!statisticsOf({"one"}).selfAgreement);
        QCOMPARE(statisticsOf({"one"}).distinct, 1);
    }

    /// Of the six pairs of a a a b three are equal.
    void selfAgreementIsTheShareOfEqualPairs()
    {
        const RepeatStatistics made = statisticsOf({"a", "a", "b", "a"});
        QCOMPARE(made.distinct, 2);
        QCOMPARE(*made.selfAgreement, 0.5);
        QCOMPARE(*statisticsOf({"a", "b", "c"}).selfAgreement, 0.0);
        QCOMPARE(*statisticsOf({"a", "a"}).selfAgreement, 1.0);
    }

    void spaceCaseAndTheSpellingOfJsonDoNotMakeAnAnswerDifferent()
    {
        QCOMPARE(statisticsOf({"Yes,  it\nis.", "yes, it is. ", "no"}).distinct, 2);
        QCOMPARE(
            statisticsOf({R"({"a":1,"b":2})", "```json\n{ \"b\": 2, \"a\": 1 }\n```"}).distinct, 1);
        QCOMPARE(statisticsOf({R"({"a":"X"})", R"({"a":"x"})"}).distinct, 2);
    }

    void validJsonIsAShare()
    {
        QCOMPARE(*statisticsOf({"{}", "[1]", "{", "text"}).validJson, 0.5);
        QCOMPARE(*statisticsOf({"text"}).validJson, 0.0);
    }

    void figuresAreOfTheAnswersThatHaveThem()
    {
        RepeatedAnswer counted = answer("gr\xC3\xBC\xC3\x9F");
        counted.usage = Usage{.completionTokens = 50};
        counted.timings = {.firstTokenMs = 200, .lastTokenMs = 700, .totalMs = 800};
        counted.costUsd = 0.002;
        RepeatedAnswer thought = counted;
        thought.usage->completionTokens = 100;
        thought.timings.firstReasoningMs = 100;
        thought.timings.lastTokenMs = 1'100;
        const RepeatStatistics made = repeatStatistics({counted, thought, answer("x")});
        QCOMPARE(made.characters.count, 3);
        QCOMPARE(made.characters.largest, 4.0);
        QCOMPARE(made.tokens.count, 2);
        QCOMPARE(made.tokens.mean, 75.0);
        QCOMPARE(made.tokensPerSecond.mean, 100.0);
        QCOMPARE(made.firstTokenMs.count, 2);
        QCOMPARE(made.totalMs.median, 800.0);
        QCOMPARE(made.costUsd.count, 2);
    }

    void whatFailedIsCountedOnly()
    {
        RepeatedAnswer failed = answer("half");
        failed.status = RunStatus::Failed;
        RepeatedAnswer stopped = failed;
        stopped.status = RunStatus::Cancelled;
        RepeatedAnswer cut = answer("whole");
        cut.status = RunStatus::CutOff;
        const RepeatStatistics made = repeatStatistics({failed, stopped, cut});
        QCOMPARE(made.failed, 2);
        QCOMPARE(made.answers, 1);
        QCOMPARE(made.characters.count, 1);
    }
};

QTEST_GUILESS_MAIN(RepeatStatisticsTest)
#include "repeat_statistics_test.moc"
