// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes that share a server, through the scheduler.
#include "tests/app/chat/chat_fixture.h"

#include <QSignalSpy>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = LaneActivity::State;

namespace {

constexpr auto kChat = "/chat/completions";

/// A word, then nothing until the client goes.
Script hanging()
{
    return {.steps = {send(tests::text("Well")), pause(10min)}};
}

Script answering()
{
    return stream({tests::text("Well."), finish("stop"), kDone});
}

Script refusing(const QByteArray &retryAfter)
{
    Script script = json(R"({"error":{"message":"Rate limited"}})", 429);
    script.headers = {{"Retry-After", retryAfter}};
    return script;
}

QStringList models(int count)
{
    return QStringList(count, u"m"_s);
}

} // namespace

class ChatSchedulingTest : public QObject
{
    Q_OBJECT
private slots:
    void eightLanesStreamAtOnce()
    {
        ChatFixture fixture(models(8));
        fixture.server.setScripts(kChat, {hanging()});
        fixture.chat->send({u"Hello"_s, {}});
        for (int lane = 0; lane < 8; ++lane)
            QTRY_COMPARE_WITH_TIMEOUT(fixture.state(lane), State::Answering, 30'000);
        fixture.chat->stopAll();
    }

    void oneAtATimeIsInTheOrderOfTheLanes()
    {
        ChatFixture fixture(models(3));
        limitTo(fixture, 1);
        fixture.server.setScripts(kChat, {hanging()});
        fixture.chat->send({u"Hello"_s, {}});
        for (int lane = 0; lane < 3; ++lane) {
            QTRY_COMPARE_WITH_TIMEOUT(fixture.state(lane), State::Answering, 30'000);
            for (int later = lane + 1; later < 3; ++later) {
                QCOMPARE(fixture.state(later), State::Queued);
                QVERIFY(!fixture.chat->activity(fixture.lane(later)).waitsForServer());
            }
            QCOMPARE(fixture.completionRequests(), lane + 1);
            fixture.chat->stop(fixture.lane(lane));
        }
    }

    void stoppingWhatIsQueuedSendsNothing()
    {
        ChatFixture fixture(models(2));
        limitTo(fixture, 1);
        fixture.server.setScripts(kChat, {hanging()});
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(1), State::Queued, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(0), State::Answering, 30'000);
        fixture.chat->stop(fixture.lane(1));
        QCOMPARE(fixture.end(1).state, MessageState::Cancelled);
        fixture.chat->stop(fixture.lane(0));
        QCOMPARE(fixture.completionRequests(), 1);
    }

    void aRefusalOfOneLaneHoldsTheOthers()
    {
        ChatFixture fixture(models(2));
        limitTo(fixture, 1);
        fixture.server.setScripts(kChat, {refusing("300"), answering()});
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(0), State::RetryWait, 30'000);
        const auto held = [&] { return fixture.chat->activity(fixture.lane(1)); };
        QTRY_VERIFY_WITH_TIMEOUT(held().waitsForServer(), 30'000);
        QCOMPARE(held().state, State::Queued);
        QCOMPARE(held().error->status, 429);
        QVERIFY(held().retryAtMs > fixture.clock.nowMs() + 200'000);
        QCOMPARE(fixture.completionRequests(), 1);

        fixture.chat->retryNow(fixture.lane(1));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.end(1).state, MessageState::Complete, 30'000);
        QCOMPARE(fixture.state(0), State::RetryWait);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.end(0).state, MessageState::Complete);
    }

    void lanesGoOnWhenTheServerSaid()
    {
        ChatFixture fixture(models(3));
        limitTo(fixture, 1);
        fixture.server.setScripts(kChat, {refusing("0.05"), answering()});
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.chat->isBusy(), 30'000);
        for (int lane = 0; lane < 3; ++lane)
            QCOMPARE(fixture.end(lane).state, MessageState::Complete);
        QCOMPARE(fixture.completionRequests(), 4);
        QCOMPARE(fixture.conversation->run(fixture.end(0).run)->retries, 1);
    }

    void conversationsTakeTurns()
    {
        ChatFixture fixture(models(3));
        limitTo(fixture, 1);
        fixture.server.setScripts(kChat, {hanging()});
        const ConversationPtr other = ChatFixture::newConversation(models(1));
        Chat second(other, fixture.dependencies());
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(0), State::Answering, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(2), State::Queued, 30'000);
        second.send({u"Hello"_s, {}});
        const LaneId lane = other->lanes().first().id;
        QTRY_COMPARE_WITH_TIMEOUT(second.activity(lane).state, State::Queued, 30'000);
        fixture.chat->stop(fixture.lane(0));
        QTRY_COMPARE_WITH_TIMEOUT(second.activity(lane).state, State::Answering, 30'000);
        QCOMPARE(fixture.state(1), State::Queued);
        second.stopAll();
        fixture.chat->stopAll();
    }

    void whatIsPausedGoesOnWhenItIsResumed()
    {
        ChatFixture fixture(models(2));
        fixture.server.setScripts(kChat, {answering()});
        fixture.scheduler.pauseAll();
        fixture.chat->send({u"Hello"_s, {}});
        for (int lane = 0; lane < 2; ++lane) {
            QTRY_COMPARE_WITH_TIMEOUT(fixture.state(lane), State::Paused, 30'000);
            QVERIFY(fixture.chat->activity(fixture.lane(lane)).isBusy());
        }
        QCOMPARE(fixture.completionRequests(), 0);
        fixture.scheduler.resume();
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.completionRequests(), 2);
    }

private:
    static void limitTo(ChatFixture &fixture, int runs)
    {
        Provider provider = *fixture.settings.provider(QString::fromLatin1(ChatFixture::kProvider));
        provider.mostRuns = runs;
        fixture.settings.saveProvider(provider);
    }
};

QTEST_GUILESS_MAIN(ChatSchedulingTest)
#include "chat_scheduling_test.moc"
