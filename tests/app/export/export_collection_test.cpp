// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_collection.h"

#include "app/export/answer_figures.h"
#include "tests/app/export/export_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// Two lanes, one round, answers "one" and "two".
struct OneRound
{
    ConversationRows rows;
    LaneId a = rows.addLane(u"model-a"_s);
    LaneId b = rows.addLane(u"model-b"_s);
    RoundId round = rows.addRound();
    MessageId prompt = rows.addPrompt(round, {}, "Which?");
    MessageId one = rows.addAnswer(a, round, prompt, "one");
    MessageId two = rows.addAnswer(b, round, prompt, "two");
};

QStringList texts(const ExportedRound &round)
{
    QStringList prompts;
    for (const ExportedPrompt &prompt : round.prompts)
        prompts.append(QString::fromUtf8(textOf(prompt.messages.constLast().parts)));
    return prompts;
}

} // namespace

class ExportCollectionTest : public QObject
{
    Q_OBJECT
private slots:
    void lanesStandSideBySide()
    {
        OneRound f;
        const Exported exported = f.rows.exported();
        QCOMPARE(exported.rounds.size(), 1);
        QCOMPARE(answersOf(exported.rounds[0]), (QStringList{u"A: one"_s, u"B: two"_s}));
        QCOMPARE(texts(exported.rounds[0]), QStringList{u"Which?"_s});
        QCOMPARE(exported.rounds[0].answers[1].model, u"model-b"_s);
        QCOMPARE(exported.rounds[0].answers[1].providerName, u"DeepInfra"_s);
        QCOMPARE(totalsOf(exported).runs, 2);
    }

    void lanesWithTheirOwnHistoriesShareAPrompt()
    {
        OneRound f;
        const RoundId second = f.rows.addRound();
        const MessageId toA = f.rows.addPrompt(second, f.one, "Why?");
        const MessageId toB = f.rows.addPrompt(second, f.two, "Why?");
        f.rows.addAnswer(f.a, second, toA, "so");
        f.rows.addAnswer(f.b, second, toB, "thus");
        const Exported exported = f.rows.exported();
        QCOMPARE(exported.rounds.size(), 2);
        QCOMPARE(texts(exported.rounds[1]), QStringList{u"Why?"_s});
        QCOMPARE(answersOf(exported.rounds[1]), (QStringList{u"A: so"_s, u"B: thus"_s}));
    }

    void aRetryTakesThePlaceOfTheAnswerUnlessBranchesAreWanted()
    {
        OneRound f;
        f.rows.addAnswer(f.a, f.round, f.prompt, "one again");
        QCOMPARE(answersOf(f.rows.exported().rounds[0]),
                 (QStringList{u"A: one again"_s, u"B: two"_s}));
        const Exported all = f.rows.exported({.withBranches = true});
        QCOMPARE(answersOf(all.rounds[0]),
                 (QStringList{u"A: one"_s, u"A: one again"_s, u"B: two"_s}));
        QVERIFY(!all.rounds[0].answers[0].isShown);
        QVERIFY(all.rounds[0].answers[1].isShown);
    }

    void aLaneThatWentOnWithAnotherAnswerKeepsItsOwn()
    {
        OneRound f;
        f.rows.setHead(f.b, f.one);
        const ExportedRound round = f.rows.exported().rounds[0];
        QCOMPARE(answersOf(round), (QStringList{u"A: one"_s, u"B: two"_s}));
        QVERIFY(round.answers[0].isShown);
        QVERIFY(!round.answers[1].isShown);
    }

    void aLaneThatIsGoneIsTold()
    {
        OneRound f;
        f.rows.record().lanes.removeLast();
        const ExportedRound round = f.rows.exported().rounds[0];
        QCOMPARE(answersOf(round), (QStringList{u"A: one"_s, u": two"_s}));
        QCOMPARE(round.answers[1].model, u"model-b"_s); // as its run says
    }

    void branchesThatNoLaneShowsAreLeftOut()
    {
        OneRound f;
        const RoundId edited = f.rows.addRound();
        const MessageId other = f.rows.addPrompt(edited, {}, "Which one?");
        f.rows.addAnswer(f.a, edited, other, "this one");
        f.rows.addAnswer(f.b, edited, other, "that one");
        QCOMPARE(f.rows.exported().rounds.size(), 1);
        QCOMPARE(f.rows.exported({.withBranches = true}).rounds.size(), 2);
        QCOMPARE(f.rows.exported({.round = f.round}).rounds.size(), 1); // asked for by name
    }

    void deletedMessagesStayDeleted()
    {
        OneRound f;
        f.rows.record().messages.last().hidden = true;
        QCOMPARE(answersOf(f.rows.exported({.withBranches = true}).rounds[0]),
                 QStringList{u"A: one"_s});
    }

    void aSweepIsWholeAlthoughNoLaneShowsIt()
    {
        OneRound f;
        const RoundId sweep = f.rows.addRound(RoundKind::Sweep);
        const MessageId prompt = f.rows.addPrompt(sweep, f.one, "And now?");
        for (const double temperature : {0.0, 0.5}) {
            f.rows.addAnswer(f.a, sweep, prompt, "t" + QByteArray::number(temperature),
                             {{u"temperature"_s, temperature}});
        }
        f.rows.addAnswer(f.a, sweep, prompt, "t0.5 again", {{u"temperature"_s, 0.5}});
        f.rows.setHead(f.a, f.one);
        const Exported exported = f.rows.exported();
        QCOMPARE(exported.rounds.size(), 2);
        QCOMPARE(answersOf(exported.rounds[1]), (QStringList{u"A: t0"_s, u"A: t0.5 again"_s}));
        QCOMPARE(coordinatesText(exported.rounds[1].answers[1].coordinates),
                 u"temperature = 0.5"_s);
        QCOMPARE(f.rows.exported({.withBranches = true}).rounds[1].answers.size(), 3);
    }

    void repeatsAreAllThere()
    {
        OneRound f;
        const RoundId repeat = f.rows.addRound(RoundKind::Repeat);
        const MessageId prompt = f.rows.addPrompt(repeat, {}, "Again?");
        for (int i = 0; i < 3; ++i)
            f.rows.addAnswer(f.a, repeat, prompt, "yes");
        f.rows.setHead(f.a, f.one);
        QCOMPARE(f.rows.exported().rounds[1].answers.size(), 3);
    }

    void aSweepOfPromptsHasItsPrompts()
    {
        OneRound f;
        const RoundId sweep = f.rows.addRound(RoundKind::Sweep);
        const MessageId first = f.rows.addPrompt(sweep, {}, "P1");
        const MessageId second = f.rows.addPrompt(sweep, {}, "P2");
        f.rows.addAnswer(f.a, sweep, first, "a1", {{u"prompt"_s, 1}});
        f.rows.addAnswer(f.a, sweep, second, "a2", {{u"prompt"_s, 2}});
        f.rows.setHead(f.a, f.one);
        const ExportedRound round = f.rows.exported().rounds[1];
        QCOMPARE(texts(round), (QStringList{u"P1"_s, u"P2"_s}));
        QCOMPARE(round.answers[0].prompt, 0);
        QCOMPARE(round.answers[1].prompt, 1);
    }

    void aTurnWithToolsAndAContinuationIsOneAnswer()
    {
        OneRound f;
        Message result = f.rows.messageOf(f.one, f.round);
        result.role = Role::Tool;
        result.turn = f.rows.record().turns.constFirst().id;
        result.parts = {ToolResultPart{u"c"_s, "2", false}};
        Message more = f.rows.messageOf(f.rows.put(result), f.round);
        more.role = Role::Assistant;
        more.turn = result.turn;
        more.parts = {TextPart{"It is t"}};
        Message rest = f.rows.messageOf(f.rows.put(more), f.round);
        rest.role = Role::Assistant;
        rest.turn = result.turn;
        rest.continues = more.id;
        rest.parts = {TextPart{"wo."}};
        f.rows.setHead(f.a, f.rows.put(rest));
        const ExportedAnswer answer = f.rows.exported().rounds[0].answers[0];
        QCOMPARE(answerText(answer), "one\n\nIt is two.");
        QCOMPARE(answer.messages.size(), 4);
        const Parts parts = answerParts(answer);
        QCOMPARE(parts.size(), 3);
        QCOMPARE(std::get<TextPart>(parts[2]).text, "It is two.");
    }

    void choicesOfARunAreBesideEachOtherAndCountOnce()
    {
        OneRound f;
        Message second = f.rows.record().messages.at(1);
        second.id = MessageId(900);
        second.choice = 1;
        second.parts = {TextPart{"uno"}};
        f.rows.put(second);
        QCOMPARE(f.rows.exported().rounds[0].answers.size(), 2);
        const Exported all = f.rows.exported({.withBranches = true});
        QCOMPARE(answersOf(all.rounds[0]), (QStringList{u"A: one"_s, u"A: uno"_s, u"B: two"_s}));
        QCOMPARE(figuresOf(all.rounds[0].answers[0]).completionTokens, 101);
        QVERIFY(!figuresOf(all.rounds[0].answers[1]).completionTokens);
        QCOMPARE(totalsOf(all).runs, 2);
    }

    void givenMessagesAreAPromptAndAnswersWithoutATurnAreAnswers()
    {
        ConversationRows rows;
        const LaneId lane = rows.addLane(u"m"_s);
        const RoundId round = rows.addRound();
        Message system = rows.messageOf({}, round);
        system.role = Role::System;
        system.parts = {TextPart{"Be brief."}};
        const MessageId first = rows.put(system);
        const MessageId prompt = rows.addPrompt(round, first, "Hi");
        Message reply = rows.messageOf(prompt, round);
        reply.role = Role::Assistant;
        reply.parts = {TextPart{"Hello"}};
        rows.setHead(lane, rows.put(reply));
        const ExportedRound exported = rows.exported().rounds[0];
        QCOMPARE(exported.prompts.size(), 1);
        QCOMPARE(exported.prompts[0].messages.size(), 2);
        QCOMPARE(answersOf(exported), QStringList{u": Hello"_s});
    }

    void votesPointAtTheAnswer()
    {
        OneRound f;
        const TurnId second = f.rows.record().turns.at(1).id;
        f.rows.record().votes.append({.round = f.round,
                                      .sides = {{.turn = TurnId(1)}, {.turn = second}},
                                      .outcome = VoteOutcome::Winner,
                                      .winner = 1});
        const ExportedRound round = f.rows.exported().rounds[0];
        QCOMPARE(round.vote, VoteOutcome::Winner);
        QCOMPARE(round.winner, 1);
    }

    void aBlindRoundTellsNoNames()
    {
        OneRound f;
        f.rows.record().blindRounds.append({f.round, {f.b, f.a}, 0});
        const ExportedRound round = f.rows.exported().rounds[0];
        QVERIFY(round.isBlind);
        QCOMPARE(answersOf(round), (QStringList{u"A: two"_s, u"B: one"_s})); // as shown
        for (const ExportedAnswer &answer : round.answers) {
            QVERIFY(answer.model.isEmpty() && answer.providerId.isEmpty());
            QVERIFY(answer.runs.isEmpty() && !answer.lane && !answer.turn);
            QVERIFY(!answer.messages[0].id && !answer.messages[0].run);
            QCOMPARE(answer.messages[0].createdMs, 0);
        }
        for (const ExportFormat format :
             {ExportFormat::Html, ExportFormat::Markdown, ExportFormat::Csv, ExportFormat::Json}) {
            const QByteArray text = written(format, f.rows.exported());
            // Once in the list of lanes, and nowhere else.
            QVERIFY2(text.count("model-b") == (format == ExportFormat::Csv ? 0 : 1),
                     text.constData());
        }
        f.rows.record().blindRounds[0].revealedMs = 1;
        QVERIFY(!f.rows.exported().rounds[0].isBlind);
    }

    void whatCameBeforeABlindAnswerIsNoWayAroundIt()
    {
        OneRound f;
        f.rows.record().blindRounds.append({f.round, {f.b, f.a}, 0});
        const RoundId second = f.rows.addRound();
        const MessageId prompt = f.rows.addPrompt(second, f.two, "Why?");
        f.rows.addAnswer(f.b, second, prompt, "thus");
        for (const ExportWish &wish : {ExportWish{}, ExportWish{.round = second}}) {
            const QByteArray yaml = written(ExportFormat::Promptfoo, f.rows.exported(wish));
            QVERIFY2(!yaml.contains("two"), yaml.constData());
        }
    }

    void aRoundAloneKnowsWhatCameBefore()
    {
        OneRound f;
        const RoundId second = f.rows.addRound();
        f.rows.addAnswer(f.a, second, f.rows.addPrompt(second, f.one, "Why?"), "so");
        const Exported exported = f.rows.exported({.round = second});
        QCOMPARE(exported.rounds.size(), 1);
        QCOMPARE(exported.earlier.size(), 2);
        QCOMPARE(f.rows.exported({.round = RoundId(5'000)}).rounds.size(), 0);
    }

    void addressesAndHeadersWithKeysStayHere()
    {
        OneRound f;
        Provider provider = deepInfraProvider();
        provider.baseUrl = QUrl(u"https://user:sk-planted@e.org/v1?key=sk-planted"_s);
        provider.extraHeaders = {{u"X-Api-Key"_s, u"sk-planted"_s}};
        const Conversation conversation(f.rows.record());
        const Exported exported = collectExport(conversation, {provider}, {});
        QCOMPARE(exported.lanes[0].provider.baseUrl, QUrl(u"https://e.org/v1"_s));
        QVERIFY(exported.lanes[0].provider.extraHeaders.isEmpty());
        QCOMPARE(exported.providers.size(), 1);
        QVERIFY(exported.providers[0].extraHeaders.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ExportCollectionTest)
#include "export_collection_test.moc"
