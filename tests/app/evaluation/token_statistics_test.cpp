// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/token_statistics.h"

#include <QTest>

#include <cmath>

using namespace app;

namespace {

TokenLogprobs tokensOf(const QList<std::pair<QByteArray, double>> &probabilities)
{
    TokenLogprobs tokens;
    for (const auto &[bytes, probability] : probabilities)
        tokens.append(bytes, float(std::log(probability)));
    return tokens;
}

bool isNear(double value, double wanted)
{
    return std::abs(value - wanted) < 1e-4;
}

} // namespace

class TokenStatisticsTest : public QObject
{
    Q_OBJECT
private slots:
    void optionsAreOrderedAndEachIsThereOnce()
    {
        TokenLogprobs tokens = tokensOf({{"b", 0.25}});
        tokens.appendAlternative("a", float(std::log(0.5)));
        tokens.appendAlternative("b", float(std::log(0.25)));
        const QList<TokenOption> options = tokenOptions(tokens, 0);
        QCOMPARE(options.size(), 2);
        QCOMPARE(options.at(0).bytes, QByteArray("a"));
        QVERIFY(!options.at(0).isChosen && options.at(1).isChosen);
        QVERIFY(isNear(restProbability(options), 0.25));
    }

    void entropyCountsTheRestAsOneMore()
    {
        TokenLogprobs tokens = tokensOf({{"a", 0.5}, {"b", 1}, {"c", 0.25}});
        QVERIFY(isNear(*tokenEntropy(tokens, 0), 1)); // one half and the other
        QVERIFY(isNear(*tokenEntropy(tokens, 1), 0));
        tokens.appendAlternative("x", float(std::log(0.25)));
        tokens.appendAlternative("c", float(std::log(0.25)));
        QVERIFY(isNear(*tokenEntropy(tokens, 2), 1.5)); // ¼, ¼ and a half that is not named
        QCOMPARE(tokenEntropies(tokens).size(), 3);
    }

    void whatIsNotKnownIsNotGuessed()
    {
        TokenLogprobs tokens;
        tokens.append("a", kUnknownLogprob);
        QVERIFY(!tokenProbability(tokens.logprob(0)));
        QVERIFY(!tokenEntropy(tokens, 0));
        QVERIFY(tokenOptions(tokens, 0).isEmpty());
        QVERIFY(!perplexity(tokens));
        QCOMPARE(leastSureToken(tokens), -1);
        QVERIFY(unsureTokens(tokens, 10).isEmpty());
    }

    void unsureTokensComeInTheOrderOfTheText()
    {
        const TokenLogprobs tokens =
            tokensOf({{"a", 0.9}, {"b", 0.2}, {"c", 0.99}, {"d", 0.05}, {"e", 0.4}});
        QCOMPARE(unsureTokens(tokens, 10), (QList<qsizetype>{1, 3, 4}));
        QCOMPARE(unsureTokens(tokens, 2), (QList<qsizetype>{1, 3}));
        QCOMPARE(leastSureToken(tokens), 3);
    }

    void whereAllAreSureTheLeastSureAreTaken()
    {
        const TokenLogprobs tokens = tokensOf({{"a", 0.9}, {"b", 0.8}, {"c", 0.99}});
        QCOMPARE(unsureTokens(tokens, 10), (QList<qsizetype>{0, 1, 2}));
        QCOMPARE(unsureTokens(tokens, 1), QList<qsizetype>{1});
    }

    void perplexityIsThatOfTheMean()
    {
        QVERIFY(isNear(*perplexity(tokensOf({{"a", 1}, {"b", 1}})), 1));
        QVERIFY(isNear(*perplexity(tokensOf({{"a", 0.25}, {"b", 0.25}})), 4));
    }

    void partsOfACharacterAreOneCell()
    {
        const TokenLogprobs tokens = tokensOf({{"a", 1},
                                               {" \xE6", 1},
                                               {"\x97", 1},
                                               {"\xA9", 1},
                                               {"b\xC3", 1},
                                               {"\xA9", 1},
                                               {"c", 1}});
        QCOMPARE(tokenCells(tokens), (QList<TokenCell>{{0, 0}, {1, 3}, {4, 5}, {6, 6}}));
    }

    void brokenBytesStandAlone()
    {
        const TokenLogprobs tokens =
            tokensOf({{"a", 1}, {"\xC3", 1}, {"b", 1}, {"\xA9", 1}, {"", 1}});
        QCOMPARE(tokenCells(tokens).size(), 5);
    }

    void theLastPlaceOfTheAnswerCounts()
    {
        const TokenLogprobs tokens =
            tokensOf({{"42?", 1}, {"</think>", 1}, {"42", 1}, {"<end>", 1}});
        QCOMPARE(placeOfAnswer(tokens, "42").value_or(-1), 11);
        QVERIFY(!placeOfAnswer(tokens, "43"));
        QVERIFY(!placeOfAnswer(tokens, ""));
    }

    void commonTokensEndWhereAnswersPart()
    {
        const TokenLogprobs one = tokensOf({{"a", 1}, {"b", 1}, {"c", 1}});
        QCOMPARE(commonTokens(one, one), 3);
        QCOMPARE(commonTokens(one, tokensOf({{"a", 0.5}, {"x", 1}})), 1);
        QCOMPARE(commonTokens(one, {}), 0);
    }
};

QTEST_APPLESS_MAIN(TokenStatisticsTest)
#include "token_statistics_test.moc"
