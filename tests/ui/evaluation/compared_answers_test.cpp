// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/compared_answers.h"

#include "tests/ui/evaluation/answers_fixture.h"

#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

class ComparedAnswersTest : public QObject
{
    Q_OBJECT
private slots:
    void everyAnswerOfThePathsAndThoseBesideThem()
    {
        const auto answers = comparedAnswers(*sample::conversation("one", "two\nlines"));
        QStringList labels;
        for (const ComparedAnswer &answer : answers)
            labels.append(answer.label);
        QCOMPARE(labels, (QStringList{u"A · one · 1 · one"_s, u"A · one · 2 · A retry."_s,
                                      u"A · one · 3 · second of A"_s, u"B · two · 1 · two lines"_s,
                                      u"B · two · 2 · end"_s}));
    }

    void whatWasContinuedIsOneAnswer()
    {
        const auto conversation = sample::conversation("one", "two");
        QCOMPARE(answerText(*conversation, app::MessageId(24)), u"second of B without end"_s);
        QCOMPARE(answerText(*conversation, app::MessageId(11)), u"one"_s);
        QCOMPARE(answerText(*conversation, app::MessageId(99)), QString());
    }

    void theLikelyPartnerAnsweredTheSamePrompt()
    {
        const auto answers = comparedAnswers(*sample::conversation("one", "two"));
        QCOMPARE(likelyPartner(answers, 0), 3); // the other lane
        QCOMPARE(likelyPartner(answers, 2), 4);
        QCOMPARE(likelyPartner(answers, 3), 0);
        QCOMPARE(likelyPartner(answers.first(2), 0), 1); // the retry
        QCOMPARE(likelyPartner(answers.first(1), 0), -1);
        QCOMPARE(likelyPartner(answers.first(3), 2), 1); // the one before
        QCOMPARE(likelyPartner(answers, 9), -1);
    }

    void longAnswersAreNamedByTheirFirstWords()
    {
        const auto answers =
            comparedAnswers(*sample::conversation(QByteArray(1'000'000, 'x'), "y"));
        QVERIFY(answers.first().label.size() < 80);
        QVERIFY(answers.first().label.endsWith(u'…'));
    }
};

QTEST_MAIN(ComparedAnswersTest)
#include "compared_answers_test.moc"
