// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/reasoning_efforts.h"

#include "app/openai/parameters.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class ReasoningEffortsTest : public QObject
{
    Q_OBJECT
private slots:
    void aModelOffersWhatItTakes_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("efforts");
        QTest::newRow("no off") << Dialect::DeepInfra << u"openai/gpt-oss-120b"_s
                                << u"low medium high"_s;
        QTest::newRow("on and off")
            << Dialect::DeepInfra << u"moonshotai/Kimi-K2.6"_s << u"none high"_s;
        QTest::newRow("five") << Dialect::DeepInfra << u"deepseek-ai/DeepSeek-V4-Pro-0813"_s
                              << u"none low medium high xhigh"_s;
        QTest::newRow("unknown") << Dialect::Unknown << u"somebody/something"_s
                                 << u"none minimal low medium high xhigh max"_s;
    }
    void aModelOffersWhatItTakes()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, model);
        QTEST(reasoningEfforts(dialect, model).join(u' '), "efforts");
    }

    void theNextLowerOneIsOneThatIsTaken()
    {
        const QStringList gptOss = reasoningEfforts(Dialect::DeepInfra, u"gpt-oss"_s);
        QCOMPARE(lowerEffort(gptOss, u"high"_s), u"medium"_s);
        QCOMPARE(lowerEffort(gptOss, {}), u"medium"_s);
        QCOMPARE(lowerEffort(gptOss, u"low"_s), QString());
        QCOMPARE(lowerEffort({u"none"_s, u"high"_s}, u"high"_s), u"none"_s);
        QCOMPARE(lowerEffort(gptOss, u"turbo"_s), QString());
    }

    void anyWordMayBeTyped()
    {
        const ParameterSpec &spec = *findParameter(u"reasoning_effort");
        QVERIFY(checkParameter(spec, u"ultra"_s));
        QVERIFY(!checkParameter(spec, u""_s));
        QVERIFY(!checkParameter(spec, u"two words"_s));
        QVERIFY(!checkParameter(spec, QString(40, u'a')));
        QVERIFY(!checkParameter(*findParameter(u"service_tier"), u"gold"_s));
    }
};

QTEST_GUILESS_MAIN(ReasoningEffortsTest)
#include "reasoning_efforts_test.moc"
