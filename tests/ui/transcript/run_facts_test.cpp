// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/run_facts.h"

#include <QTest>

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

class RunFactsTest : public QObject
{
    Q_OBJECT
private slots:
    void saysAllThatIsKnown()
    {
        Message reply;
        reply.createdMs = 1'700'000'000'000;
        reply.finishReason = u"stop"_s;
        Run run;
        run.providerName = u"DeepInfra"_s;
        run.model = u"asked/model"_s;
        run.modelAnswered = u"answered/model"_s;
        run.tierAsked = u"priority"_s;
        run.tierEchoed = u"default"_s;
        run.status = RunStatus::Complete;
        run.httpStatus = 200;
        run.timings = {20, 80, -1, 210, 2210, 2300};
        run.retries = 2;
        Usage usage;
        usage.promptTokens = 1200;
        usage.completionTokens = 201;
        usage.cachedTokens = 64;
        run.usage = usage;
        run.costUsd = 0.0002;
        run.costComputed = true;
        run.responseId = u"chatcmpl-1"_s;
        run.version = u"0.1"_s;

        QHash<QString, QString> facts;
        for (const RunFact &fact : runFacts(reply, &run))
            facts.insert(fact.name, fact.value);
        QCOMPARE(facts.value(u"Provider"_s), u"DeepInfra"_s);
        QCOMPARE(facts.value(u"Model asked"_s), u"asked/model"_s);
        QCOMPARE(facts.value(u"Model that answered"_s), u"answered/model"_s);
        QCOMPARE(facts.value(u"Service tier asked"_s), u"priority"_s);
        QCOMPARE(facts.value(u"Service tier given"_s), u"default"_s);
        QCOMPARE(facts.value(u"Finish reason"_s), u"stop"_s);
        QCOMPARE(facts.value(u"HTTP"_s), u"200"_s);
        QCOMPARE(facts.value(u"First token after"_s), u"0.21 s"_s);
        QCOMPARE(facts.value(u"Speed"_s), u"100 tok/s"_s); // 200 tokens behind the first in 2 s
        QCOMPARE(facts.value(u"Retries"_s), u"2"_s);
        QCOMPARE(facts.value(u"Tokens of the prompt"_s), u"1,200"_s);
        QCOMPARE(facts.value(u"of them cached"_s), u"64"_s);
        QVERIFY(facts.value(u"Cost"_s).startsWith(u"$0.0002"_s));
        QVERIFY(facts.value(u"Cost"_s).contains(u"computed"_s));
        QCOMPARE(facts.value(u"Response id"_s), u"chatcmpl-1"_s);
        QVERIFY(!facts.contains(u"First reasoning after"_s)); // there was none
        QVERIFY(!facts.contains(u"Error"_s));
    }

    void saysWhyItFailed()
    {
        Message reply;
        reply.state = MessageState::Failed;
        Run run;
        run.providerName = u"DeepInfra"_s;
        run.error = Error{ErrorKind::Unauthorised, u"no"_s, 401};
        bool found = false;
        for (const RunFact &fact : runFacts(reply, &run))
            found |= fact.name == "Error"_L1 && !fact.value.isEmpty();
        QVERIFY(found);
    }

    void aRewrittenAnswerHasNoRun()
    {
        Message reply;
        reply.edited = true;
        const QList<RunFact> facts = runFacts(reply, nullptr);
        QCOMPARE(facts.size(), 2);
        QCOMPARE(facts[1].value, u"rewritten by you"_s);
    }
};

QTEST_GUILESS_MAIN(RunFactsTest)
#include "run_facts_test.moc"
