// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/token_logprobs.h"

#include "app/openai/delta_reader.h"
#include "tests/support/token_events.h"

#include <QRandomGenerator>
#include <QTest>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

Completion completionOf(const QByteArrayList &events)
{
    Completion completion;
    DeltaReader reader(completion, {});
    for (const QByteArray &event : events)
        reader.read({}, event.trimmed().sliced(qstrlen("data: ")));
    reader.finish();
    return completion;
}

QByteArrayList bytesOf(const TokenLogprobs &tokens)
{
    QByteArrayList all;
    for (qsizetype token = 0; token < tokens.size(); ++token)
        all.append(tokens.bytes(token).toByteArray());
    return all;
}

TokenLogprobs sample()
{
    TokenLogprobs tokens;
    tokens.append("Hello", -0.1F);
    tokens.appendAlternative("Hello", -0.1F);
    tokens.appendAlternative("Hi", -2.5F);
    tokens.append("", kUnknownLogprob);
    tokens.append("\xC3", -4);
    tokens.append("\xA9", 0);
    tokens.appendAlternative("\xA8", kLowestLogprob);
    return tokens;
}

} // namespace

class TokenLogprobsTest : public QObject
{
    Q_OBJECT
private slots:
    void tokensComeWithTheDeltas()
    {
        const Choice choice = completionOf(helloTokenEvents()).choices.first();
        QCOMPARE(choice.text, QByteArray("Hello world."));
        QCOMPARE(choice.tokens.text(), choice.text);
        QCOMPARE(bytesOf(choice.tokens), (QByteArrayList{"Hello", " world", "."}));
        QCOMPARE(choice.tokens.logprob(1), -1.2F);
        QCOMPARE(choice.tokens.begin(1), 5);
        QCOMPARE(choice.tokens.end(1), 11);
        QCOMPARE(choice.tokens.alternativeCount(1), 3);
        QVERIFY(choice.tokens.alternative(1, 2).bytes == " you");
        QCOMPARE(choice.tokens.alternative(1, 2).logprob, -1.6F);
        QCOMPARE(choice.tokens.alternativeCount(2), 0);
        QVERIFY(!choice.tokens.isCut());
    }

    void aWholeAnswerHasThemToo()
    {
        Completion completion;
        DeltaReader reader(completion, {});
        reader.readWhole(R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop",)"
                         R"("logprobs":{"content":[)"
                         + tokenJson("Hi", -0.5) + "]}}]}");
        reader.finish();
        QCOMPARE(bytesOf(completion.choices.first().tokens), QByteArrayList{"Hi"});
    }

    void bytesCountBeforeText()
    {
        const Choice choice =
            completionOf({tokenEvent("", {tokenJson("\xEF\xBF\xBD", -1, ",\"bytes\":[195]")}),
                          tokenEvent("é!", {tokenJson("\xEF\xBF\xBD", -2, ",\"bytes\":[169]"),
                                            tokenJson("!", -1, ",\"bytes\":null")})})
                .choices.first();
        QCOMPARE(bytesOf(choice.tokens), (QByteArrayList{"\xC3", "\xA9", "!"}));
        QCOMPARE(choice.tokens.text(), choice.text);
    }

    void withoutBytesACharacterBelongsToTheTokensAroundIt()
    {
        const QByteArray unknown = tokenJson("\xEF\xBF\xBD", -1);
        const Choice choice =
            completionOf({tokenEvent("A ", {tokenJson("A ", -1)}), tokenEvent("", {unknown}),
                          tokenEvent("早", {unknown, unknown}),
                          tokenEvent(" b", {tokenJson(" b", -1)}),
                          tokenEvent("é", {unknown, unknown})})
                .choices.first();
        QCOMPARE(choice.text, QByteArray("A 早 bé"));
        QCOMPARE(choice.tokens.text(), choice.text);
        QCOMPARE(bytesOf(choice.tokens), (QByteArrayList{"A ", "", "", "早", " b", "", "é"}));
    }

    void whatDoesNotSpellTheAnswerIsLeftAlone()
    {
        const QByteArray unknown = tokenJson("\xEF\xBF\xBD", -1);
        const Choice choice =
            completionOf({tokenEvent("Hello é", {tokenJson("\xE2\x96\x81Hello", -1), unknown})})
                .choices.first();
        QCOMPARE(bytesOf(choice.tokens), (QByteArrayList{"\xE2\x96\x81Hello", "\xEF\xBF\xBD"}));
    }

    void oddFiguresAreTamed_data()
    {
        QTest::addColumn<QByteArray>("logprob");
        QTest::addColumn<float>("kept");
        QTest::newRow("null") << QByteArray("null") << kUnknownLogprob;
        QTest::newRow("text") << QByteArray("\"-1\"") << kUnknownLogprob;
        QTest::newRow("positive") << QByteArray("3") << kUnknownLogprob;
        QTest::newRow("rounded") << QByteArray("1e-7") << 0.0F;
        QTest::newRow("none") << QByteArray("-1e300") << kLowestLogprob;
    }
    void oddFiguresAreTamed()
    {
        QFETCH(QByteArray, logprob);
        const TokenLogprobs tokens =
            completionOf({tokenEvent("a", {"{\"token\":\"a\",\"logprob\":" + logprob + '}'})})
                .choices.first()
                .tokens;
        QCOMPARE(tokens.size(), 1);
        QTEST(tokens.logprob(0), "kept");
    }

    void otherShapesArePassedOver_data()
    {
        QTest::addColumn<QByteArray>("logprobs");
        for (const char *json : {"null", "[]", "7", "{}", "{\"content\":null}", "{\"content\":{}}",
                                 "{\"content\":[null,7,[]]}", "{\"tokens\":[\"a\"]}"})
            QTest::newRow(json) << QByteArray(json);
    }
    void otherShapesArePassedOver()
    {
        QFETCH(QByteArray, logprobs);
        const Completion completion = completionOf({tests::event(
            "{\"choices\":[{\"delta\":{\"content\":\"a\"},\"logprobs\":" + logprobs + "}]}")});
        QCOMPARE(completion.malformedEvents, 0);
        QCOMPARE(completion.choices.first().text, QByteArray("a"));
        QVERIFY(completion.choices.first().tokens.isEmpty());
    }

    void theLimitsHold()
    {
        TokenLogprobs tokens;
        tokens.append("a", -1);
        for (int i = 0; i < 100; ++i)
            tokens.appendAlternative("b", -1);
        QCOMPARE(tokens.alternativeCount(0), token_limits::kAlternatives);
        tokens.append(QByteArray(token_limits::kTokenBytes + 1, 'x'), -1);
        QVERIFY(tokens.isCut());
        tokens.append("c", -1);
        QCOMPARE(tokens.size(), 1);

        TokenLogprobs many;
        const QByteArray long1000(1000, 'x');
        for (qsizetype i = 0; i < 20'000; ++i)
            many.append(long1000, -1);
        QVERIFY(many.isCut());
        QVERIFY(many.text().size() <= token_limits::kBytes + 1000);
    }

    void packedItComesBack()
    {
        const TokenLogprobs tokens = sample();
        const auto back = TokenLogprobs::fromPacked(tokens.packed());
        QVERIFY(back);
        QVERIFY(*back == tokens);
        TokenLogprobs cut = tokens;
        cut.append(QByteArray(2000, 'x'), -1);
        QVERIFY(TokenLogprobs::fromPacked(cut.packed())->isCut());
        QVERIFY(TokenLogprobs::fromPacked(TokenLogprobs().packed())->isEmpty());
    }

    void damageIsFound()
    {
        const QByteArray packed = sample().packed();
        for (qsizetype size = 0; size < packed.size(); ++size)
            QVERIFY(!TokenLogprobs::fromPacked(packed.first(size)));
        QVERIFY(!TokenLogprobs::fromPacked(packed + 'x'));
        QRandomGenerator random(5);
        for (int round = 0; round < 2000; ++round) {
            QByteArray damaged = packed;
            damaged[random.bounded(int(damaged.size()))] = char(random.bounded(256));
            if (const auto read = TokenLogprobs::fromPacked(damaged))
                QVERIFY(read->size() <= packed.size());
        }
    }

    void piecesOfAnAnswerAreJoined()
    {
        TokenLogprobs whole = sample();
        whole.append(sample());
        QCOMPARE(whole.size(), 2 * sample().size());
        QCOMPARE(whole.text(), sample().text() + sample().text());
        QVERIFY(whole.alternative(4, 1).bytes == "Hi");
    }
};

QTEST_GUILESS_MAIN(TokenLogprobsTest)
#include "token_logprobs_test.moc"
