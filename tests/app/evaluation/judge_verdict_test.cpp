// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/judge_verdict.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

/// "1", "2", "tie", or "none" where nothing can be read.
QByteArray choiceIn(const QByteArray &reply)
{
    const auto verdict = readVerdict(reply);
    if (!verdict)
        return "none";
    switch (verdict->choice) {
    case JudgeChoice::First:
        return "1";
    case JudgeChoice::Second:
        return "2";
    case JudgeChoice::Tie:
        return "tie";
    }
    return {};
}

} // namespace

class JudgeVerdictTest : public QObject
{
    Q_OBJECT
private slots:
    void theWinnerIsReadOrSaidToBeUnreadable_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QByteArray>("choice");
        const auto row = [](const char *name, const QByteArray &reply, const QByteArray &choice) {
            QTest::newRow(name) << reply << choice;
        };
        row("plain", R"({"winner":"1"})", "1");
        row("number", R"({"winner": 2})", "2");
        row("tie", R"({"winner":"tie","reason":"equal"})", "tie");
        row("any case", R"({"Winner":"TIE"})", "tie");
        row("words", R"({"winner":"Answer 2"})", "2");
        row("identifier", R"({"winner":"answer_1"})", "1");
        row("draw", R"({"winner":" draw "})", "tie");
        row("fenced", "```json\n{\"winner\":\"2\"}\n```", "2");
        row("text around", "Let me see.\n{\"winner\":\"1\",\"reason\":\"}\"}\nThat is it.", "1");
        row("a brace in prose", "The set {a, b} is fine. {\"winner\":\"2\"}", "2");
        row("an open brace before", "if (x) { then\n\n{\"winner\":\"2\"}", "2");
        row("an object around it", R"({"verdict":{"winner":"1"}})", "1");
        row("another object before", R"({"language":"en"} {"winner":"1"})", "1");
        row("the same twice", R"({"winner":"1"} so {"winner":"1","reason":"x"})", "1");
        row("an escaped quote", R"({"reason":"a \"}\" b","winner":"2"})", "2");

        row("empty", "", "none");
        row("prose", "Answer 1 is better.", "none");
        row("no winner", R"({"better":"1"})", "none");
        row("null", R"({"winner":null})", "none");
        row("both", R"({"winner":"both"})", "none");
        row("three", R"({"winner":3})", "none");
        row("a half", R"({"winner":1.5})", "none");
        row("contradiction", R"({"winner":"1"} no: {"winner":"2"})", "none");
        row("one readable of two", R"({"winner":"1"} {"winner":"A"})", "none");
        row("cut off", R"({"winner":"1","reason":"It is)", "none");
        row("the form itself", R"({"winner": W, "reason": R})", "none");
        row("a list", R"(["1"])", "none");
        row("broken UTF-8", "{\"winner\":\"\xff\"}", "none");
    }
    void theWinnerIsReadOrSaidToBeUnreadable()
    {
        QFETCH(const QByteArray, reply);
        QTEST(choiceIn(reply), "choice");
    }

    void reasonAndScoresComeAlong()
    {
        const auto verdict = readVerdict(
            R"({"winner":"1","reason":" Shorter.\nAnd right. ","scores":{"1":8,"2":6.5}})");
        QVERIFY(verdict);
        QCOMPARE(verdict->reason, u"Shorter.\nAnd right."_s);
        QVERIFY(verdict->scores);
        QCOMPARE(verdict->scores->at(0), 8.0);
        QCOMPARE(verdict->scores->at(1), 6.5);
    }

    void scoresAreTakenOnlyWhole_data()
    {
        QTest::addColumn<QByteArray>("scores");
        QTest::addColumn<bool>("taken");
        QTest::newRow("members") << QByteArray(R"({"1":8,"2":6})") << true;
        QTest::newRow("spelt") << QByteArray(R"({"answer_1":8,"Answer_2":6})") << true;
        QTest::newRow("list") << QByteArray("[8,6]") << true;
        QTest::newRow("one") << QByteArray(R"({"1":8})") << false;
        QTest::newRow("text") << QByteArray(R"({"1":"8","2":"6"})") << false;
        QTest::newRow("number") << QByteArray("8") << false;
    }
    void scoresAreTakenOnlyWhole()
    {
        QFETCH(const QByteArray, scores);
        const auto verdict = readVerdict(R"({"winner":"tie","scores":)" + scores + '}');
        QVERIFY(verdict);
        QTEST(verdict->scores.has_value(), "taken");
    }

    void hostileRepliesCostLittle()
    {
        QCOMPARE(choiceIn(QByteArray(1'000'000, 'x') + R"({"winner":"2"})"), QByteArray("2"));
        QCOMPARE(choiceIn(QByteArray(1'000'000, '{')), QByteArray("none"));
        QCOMPARE(choiceIn(QByteArray(500'000, '{') + QByteArray(500'000, '}')), QByteArray("none"));
    }
};

QTEST_APPLESS_MAIN(JudgeVerdictTest)
#include "judge_verdict_test.moc"
