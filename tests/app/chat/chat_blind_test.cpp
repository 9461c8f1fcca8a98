// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds without names: how their lanes are shuffled and stored, what is held back, what a vote
// locks and when the names show.
#include "app/chat/blind_rounds.h"
#include "app/chat/lane_changes.h"
#include "app/chat/round_votes.h"
#include "tests/app/chat/chat_fixture.h"

#include <QSet>
#include <QSignalSpy>

#include <algorithm>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kCompletions = "/chat/completions";
constexpr quint32 kSeed = 20'261'130;

QStringList blindModels(int count)
{
    QStringList models;
    for (int i = 0; i < count; ++i)
        models.append(u"words-%1"_s.arg(i + 3));
    return models;
}

/// With an order of the lanes that is known.
struct BlindFixture : ChatFixture
{
    explicit BlindFixture(const QStringList &models, BlindMode mode = BlindMode::AsWritten)
        : ChatFixture(models)
    {
        ChatDependencies seeded = dependencies();
        seeded.random = &random;
        chat = std::make_unique<Chat>(conversation, seeded);
        chat->setBlindMode(mode);
    }
    ~BlindFixture() { chat.reset(); } // before what shuffles for it

    [[nodiscard]] QList<LaneId> lanes() const
    {
        QList<LaneId> ids;
        for (const Lane &lane : conversation->lanes())
            ids.append(lane.id);
        return ids;
    }
    [[nodiscard]] QList<LaneId> shownOrder() const
    {
        QList<LaneId> ids;
        for (const ShownLane &lane : shownLanes(*conversation))
            ids.append(lane.lane);
        return ids;
    }

    QRandomGenerator random{kSeed};
};

} // namespace

class ChatBlindTest : public QObject
{
    Q_OBJECT
private slots:
    void lanesAreShuffledForEachRoundAndKept()
    {
        BlindFixture fixture(blindModels(5));
        QRandomGenerator same(kSeed);
        QSet<QList<LaneId>> orders;
        QList<BlindRound> expected;
        for (int i = 0; i < 4; ++i) {
            QVERIFY(fixture.ask(u"Again"_s));
            QList<LaneId> order = fixture.lanes();
            std::ranges::shuffle(order, same);
            const BlindRound *veiled = fixture.conversation->veiledRound();
            QVERIFY(veiled);
            QCOMPARE(veiled->round, newestRound(*fixture.conversation));
            QCOMPARE(veiled->lanes, order);
            QCOMPARE(fixture.shownOrder(), order);
            for (int place = 0; place < order.size(); ++place)
                QCOMPARE(shownLetter(*fixture.conversation, order.at(place)), place);
            orders.insert(order);
            expected.append(*veiled);
        }
        QVERIFY(orders.size() > 1);
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(stored->blindRounds, expected);
        QCOMPARE(stored->summary.blindMode, BlindMode::AsWritten);
        const Conversation again(*stored);
        QVERIFY(again.veiledRound());
        QCOMPARE(*again.veiledRound(), expected.last());
    }

    void theVeilIsThereBeforeAnythingIsTold()
    {
        BlindFixture fixture(blindModels(2));
        int told = 0;
        int unveiled = 0;
        const auto look = [&](MessageId id) {
            ++told;
            unveiled += isVeiled(*fixture.conversation, *fixture.conversation->message(id)) ? 0 : 1;
        };
        connect(fixture.conversation.get(), &Conversation::messageInserted, this, look);
        fixture.chat->send({u"Hello"_s, {}});
        QVERIFY(told >= 3);
        QCOMPARE(unveiled, 0);
        QVERIFY(fixture.waitForEnd());
        fixture.conversation->disconnect(this);
    }

    void aBlindVoteIsLockedAndShowsTheNames()
    {
        BlindFixture fixture(blindModels(3));
        QVERIFY(fixture.ask(u"Hello"_s));
        const RoundId round = newestRound(*fixture.conversation);
        const QList<LaneId> order = fixture.shownOrder();
        QCOMPARE(answersIn(*fixture.conversation, round).first().lane, order.first());

        fixture.chat->vote(round, VoteOutcome::Winner, order.at(1));
        const Vote given = *fixture.conversation->vote(round);
        QVERIFY(given.isBlind);
        QCOMPARE(given.winner, 1);
        for (int place = 0; place < 3; ++place) {
            QCOMPARE(given.sides.at(place).lane, order.at(place));
            QCOMPARE(given.sides.at(place).letter, place);
        }
        QVERIFY(!fixture.conversation->veiledRound());
        QVERIFY(fixture.conversation->blindRound(round)->revealedMs > 0);
        QCOMPARE(fixture.shownOrder(), fixture.lanes());

        fixture.chat->vote(round, VoteOutcome::Tie);
        QCOMPARE(*fixture.conversation->vote(round), given);
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(stored->votes, QList{given});
        QVERIFY(stored->blindRounds.first().revealedMs > 0);
    }

    void afterTheNamesShowedAVoteIsAnOpenOne()
    {
        BlindFixture fixture(blindModels(2));
        QVERIFY(fixture.ask(u"Hello"_s));
        const RoundId round = newestRound(*fixture.conversation);
        fixture.chat->showNames();
        QVERIFY(!fixture.conversation->veiledRound());
        QVERIFY(!fixture.conversation->vote(round));
        fixture.chat->vote(round, VoteOutcome::Tie);
        QVERIFY(!fixture.conversation->vote(round)->isBlind);
        fixture.chat->vote(round, VoteOutcome::AllBad); // so it can be given again
        QCOMPARE(fixture.conversation->vote(round)->outcome, VoteOutcome::AllBad);
    }

    void oneLaneAloneIsNotBlind()
    {
        BlindFixture alone(blindModels(1));
        QVERIFY(alone.ask(u"Hello"_s));
        QVERIFY(!alone.conversation->veiledRound());

        BlindFixture fixture(blindModels(2));
        fixture.chat->arrangeLanes(
            changesToDetachLane(*fixture.conversation, fixture.lane(1), true));
        fixture.chat->send({u"To one"_s, {}, fixture.lane(1)});
        QVERIFY(fixture.waitForEnd());
        QVERIFY(!fixture.conversation->veiledRound());
    }

    void whatIsSentUnderAVeilIsVeiledToo()
    {
        BlindFixture fixture(blindModels(2));
        QVERIFY(fixture.ask(u"One"_s));
        fixture.chat->setBlindMode(BlindMode::Off);
        QVERIFY(fixture.ask(u"Two"_s));
        QCOMPARE(fixture.conversation->veiledRounds().size(), 2);
        // One vote shows the names of both.
        fixture.chat->vote(newestRound(*fixture.conversation), VoteOutcome::Tie);
        QVERIFY(fixture.conversation->veiledRounds().isEmpty());
        QVERIFY(fixture.ask(u"Three"_s));
        QVERIFY(!fixture.conversation->veiledRound());
    }

    void earlierRoundsAndTheirVotesStay()
    {
        BlindFixture fixture(blindModels(2), BlindMode::Off);
        QVERIFY(fixture.ask(u"One"_s));
        const RoundId first = newestRound(*fixture.conversation);
        fixture.chat->vote(first, VoteOutcome::Tie);
        fixture.chat->setBlindMode(BlindMode::AsWritten);
        QVERIFY(!fixture.conversation->veiledRound());
        QVERIFY(fixture.ask(u"Two"_s));
        QVERIFY(!fixture.conversation->blindRound(first));
        QVERIFY(!fixture.conversation->vote(first)->isBlind);
        QVERIFY(!isVeiled(
            *fixture.conversation,
            *fixture.conversation->message(fixture.conversation->path(fixture.lane()).at(1))));
    }

    void anEditedPromptIsABlindRoundOfItsOwn()
    {
        BlindFixture fixture(blindModels(2), BlindMode::Off);
        QVERIFY(fixture.ask(u"One"_s));
        fixture.chat->setBlindMode(BlindMode::AsWritten);
        fixture.chat->editPrompt(fixture.conversation->path(fixture.lane()).first(),
                                 {u"Other"_s, {}});
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.conversation->veiledRound());
        QCOMPARE(fixture.conversation->veiledRound()->round, newestRound(*fixture.conversation));
        // Asked again it is the same round, in the same order.
        const QList<LaneId> order = fixture.shownOrder();
        fixture.chat->retryRound(newestRound(*fixture.conversation));
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.shownOrder(), order);
        QCOMPARE(fixture.conversation->veiledRounds().size(), 1);
    }

    void whatALaneSaidAloneIsOutOfSightUnderAVeil()
    {
        BlindFixture fixture(blindModels(2), BlindMode::Off);
        QVERIFY(fixture.ask(u"Shared"_s));
        fixture.chat->goOnWith(fixture.lane(0), fixture.end(0).id);
        QVERIFY(fixture.ask(u"Own"_s));
        fixture.chat->setBlindMode(BlindMode::AsWritten);
        QVERIFY(fixture.ask(u"Blind"_s));
        for (int i = 0; i < 2; ++i) {
            const QList<MessageId> path = fixture.conversation->path(fixture.lane(i));
            QCOMPARE(path.size(), 6);
            // The own answer is the fourth one.
            const QList<MessageId> shown = path.first(3) + path.last(2);
            QCOMPARE(shownPath(*fixture.conversation, fixture.lane(i), Answers::Shown), shown);
            QCOMPARE(shownPath(*fixture.conversation, fixture.lane(i), Answers::HeldBack),
                     shown.first(4));
        }
        fixture.chat->showNames();
        QCOMPARE(shownPath(*fixture.conversation, fixture.lane(0), Answers::Shown),
                 fixture.conversation->path(fixture.lane(0)));
    }

    void aPromptToOneLaneIsOutOfSightUnderAVeil()
    {
        BlindFixture fixture(blindModels(2), BlindMode::Off);
        fixture.chat->send({u"To one"_s, {}, fixture.lane(1)});
        QVERIFY(fixture.waitForEnd());
        fixture.chat->setBlindMode(BlindMode::AsWritten);
        QVERIFY(fixture.ask(u"To both"_s));
        const QList<MessageId> path = fixture.conversation->path(fixture.lane(1));
        QCOMPARE(path.size(), 4);
        QCOMPARE(shownPath(*fixture.conversation, fixture.lane(1), Answers::Shown), path.last(2));
    }

    void answersAreHeldBackUntilTheLastIsDone()
    {
        BlindFixture fixture(blindModels(2), BlindMode::Together);
        fixture.server.setScripts(kCompletions,
                                  {stream({tests::text("Well."), finish("stop"), kDone}),
                                   {.steps = {send(tests::text("Well")), pause(10min)}}});
        QSignalSpy changed(fixture.chat.get(), &Chat::heldBackChanged);
        fixture.chat->send({u"Hello"_s, {}});
        const RoundId round = fixture.conversation->veiledRound()->round;
        QCOMPARE(fixture.chat->heldBackRound(), round);
        const auto idle = [&](int lane) {
            return fixture.state(lane) == LaneActivity::State::Idle;
        };
        QTRY_VERIFY_WITH_TIMEOUT(idle(0) || idle(1), 30'000);
        QVERIFY(idle(0) != idle(1));
        QCOMPARE(fixture.chat->heldBackRound(), round);
        QCOMPARE(changed.size(), 0);
        fixture.chat->stopAll();
        QVERIFY(!fixture.chat->heldBackRound());
        QCOMPARE(changed.size(), 1);
    }

    void showingTheNamesEndsTheWait()
    {
        BlindFixture fixture(blindModels(2), BlindMode::Together);
        fixture.server.setScripts(kCompletions,
                                  {{.steps = {send(tests::text("Well")), pause(10min)}}});
        fixture.chat->send({u"Hello"_s, {}});
        QVERIFY(fixture.chat->heldBackRound());
        fixture.chat->showNames();
        QVERIFY(!fixture.chat->heldBackRound());
        fixture.chat->stopAll();
    }

    void aRemovedLaneLeavesTheLettersOfTheOthers()
    {
        BlindFixture fixture(blindModels(3));
        QVERIFY(fixture.ask(u"Hello"_s));
        const QList<LaneId> order = fixture.shownOrder();
        fixture.chat->removeLane(order.first());
        const LaneId added = fixture.chat->addLane(order.last(), u"scripted"_s, u"words-9"_s);
        const QList<ShownLane> expected{{order.at(1), 1}, {order.at(2), 2}, {added, 3}};
        QCOMPARE(shownLanes(*fixture.conversation), expected);
    }
};

QTEST_GUILESS_MAIN(ChatBlindTest)
#include "chat_blind_test.moc"
