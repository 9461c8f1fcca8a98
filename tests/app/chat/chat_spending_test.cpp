// SPDX-License-Identifier: GPL-3.0-or-later
// Ceilings of spending, through a chat. Prices are those of the model list of the server.
#include "app/chat/spending.h"
#include "tests/app/chat/chat_fixture.h"

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = LaneActivity::State;
using Scope = SpendingBlock::Scope;

namespace {

constexpr auto kChat = "/chat/completions";
const QString kPriced = u"openai/gpt-oss-120b"_s;

/// An answer that costs so much by the server's word.
Script answerFor(const QByteArray &usd)
{
    return stream({tests::text("Well."),
                   finish("stop", "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2,"
                                  "\"total_tokens\":11,\"estimated_cost\":"
                                      + usd + "}"),
                   kDone});
}

struct SpendingFixture : ChatFixture
{
    explicit SpendingFixture(int lanes = 1) : ChatFixture(QStringList(lanes, kPriced))
    {
        const auto provider = settings.provider(QString::fromLatin1(kProvider));
        arePricesKnown = settled(catalogue.refresh(*provider, {})).has_value();
        server.setScripts(kChat, {answerFor("0.25")});
    }
    void setCeilings(std::optional<double> ofRuns, std::optional<double> ofConversations)
    {
        Preferences preferences = settings.preferences();
        preferences.runCeilingUsd = ofRuns;
        preferences.conversationCeilingUsd = ofConversations;
        settings.setPreferences(preferences);
    }
    [[nodiscard]] std::optional<SpendingBlock> block(int position = 0) const
    {
        return chat->activity(lane(position)).spending;
    }
    bool arePricesKnown = false;
};

} // namespace

class ChatSpendingTest : public QObject
{
    Q_OBJECT
private slots:
    void aCeilingOfZeroBlocksWhatCosts()
    {
        SpendingFixture fixture;
        QVERIFY(fixture.arePricesKnown);
        fixture.setCeilings({}, 0);
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(), State::Blocked, 30'000);
        QVERIFY(!fixture.chat->activity(fixture.lane()).error);
        QCOMPARE(fixture.block()->scope, Scope::Conversation);
        QVERIFY(*fixture.block()->estimateUsd > 0);
        QCOMPARE(fixture.block()->spentUsd, 0.0);
        QCOMPARE(fixture.block()->ceilingUsd, 0.0);

        fixture.chat->stop(fixture.lane());
        QCOMPARE(fixture.end().state, MessageState::Cancelled);
        QCOMPARE(fixture.completionRequests(), 0);
        QVERIFY(!fixture.chat->isBusy());
    }

    void sendingOnceDoesNotRaiseTheCeiling()
    {
        SpendingFixture fixture;
        fixture.setCeilings({}, 0);
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(), State::Blocked, 30'000);
        fixture.chat->sendOnce(fixture.lane());
        QVERIFY(!fixture.block());
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.end().state, MessageState::Complete);
        QCOMPARE(fixture.settings.preferences().conversationCeilingUsd, 0.0);

        fixture.chat->send({u"Again"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(), State::Blocked, 30'000);
        QCOMPARE(fixture.block()->spentUsd, 0.25);
        fixture.chat->stopAll();
    }

    void aHigherCeilingLetsAllLanesGoOn()
    {
        SpendingFixture fixture(3);
        fixture.setCeilings({}, 1e-9);
        fixture.chat->send({u"Hello"_s, {}});
        for (int lane = 0; lane < 3; ++lane)
            QTRY_COMPARE_WITH_TIMEOUT(fixture.state(lane), State::Blocked, 30'000);
        fixture.setCeilings({}, 10);
        QVERIFY(fixture.waitForEnd());
        for (int lane = 0; lane < 3; ++lane)
            QCOMPARE(fixture.end(lane).state, MessageState::Complete);
    }

    void raisingMakesRoomForWhatIsBlocked()
    {
        SpendingFixture fixture;
        fixture.setCeilings(1e-9, {});
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(), State::Blocked, 30'000);
        QCOMPARE(fixture.block()->scope, Scope::Run);
        const double raised = *fixture.block()->raisedUsd();
        QVERIFY(raised >= *fixture.block()->estimateUsd);
        fixture.chat->raiseCeiling(fixture.lane());
        QCOMPARE(fixture.settings.preferences().runCeilingUsd, raised);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.completionRequests(), 1);
    }

    void aCeilingOfTheConversationTakesThePlaceOfTheUsualOne()
    {
        SpendingFixture fixture;
        fixture.setCeilings({}, 0);
        ConversationSummary summary = fixture.conversation->summary();
        summary.ceilingUsd = 10;
        fixture.conversation->apply(PutConversation{summary});
        QVERIFY(fixture.ask(u"Hello"_s));
        QCOMPARE(fixture.end().state, MessageState::Complete);
        // Lower than the usual one holds as well.
        fixture.setCeilings({}, 100);
        summary = fixture.conversation->summary();
        summary.ceilingUsd = 0.25; // which is spent
        fixture.conversation->apply(PutConversation{summary});
        fixture.chat->send({u"Again"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(), State::Blocked, 30'000);
        QCOMPARE(fixture.block()->ceilingUsd, 0.25);
        QCOMPARE(fixture.block()->spentUsd, 0.25);
        // Without one of its own the usual one holds again, and what waits goes on.
        summary = fixture.conversation->summary();
        summary.ceilingUsd.reset();
        fixture.conversation->apply(PutConversation{summary});
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.end().state, MessageState::Complete);
    }

    void raisingTheCeilingOfAConversationRaisesItsOwn()
    {
        SpendingFixture fixture(2);
        fixture.setCeilings({}, 1e-9);
        fixture.chat->send({u"Hello"_s, {}});
        for (int lane = 0; lane < 2; ++lane)
            QTRY_COMPARE_WITH_TIMEOUT(fixture.state(lane), State::Blocked, 30'000);
        const double raised = *fixture.block()->raisedUsd();
        fixture.chat->raiseCeiling(fixture.lane());
        QCOMPARE(fixture.conversation->summary().ceilingUsd, raised);
        QCOMPARE(fixture.settings.preferences().conversationCeilingUsd, 1e-9); // for all others
        // There is room for one of them: the one that was held back first.
        const auto isComplete = [&fixture](int lane) {
            return fixture.end(lane).state == MessageState::Complete;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isComplete(0) || isComplete(1), 30'000);
        fixture.chat->stopAll();
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(stored->summary.ceilingUsd, raised);
    }

    void whatIsOnItsWayCounts()
    {
        SpendingFixture fixture(2);
        fixture.server.setScripts(kChat, {{.steps = {send(tests::text("Well")), pause(10min)}}});
        fixture.setCeilings({}, 1e-9);
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.block(0) && fixture.block(1), 30'000);
        // Room for one of the two.
        fixture.setCeilings({}, *fixture.block(0)->estimateUsd * 1.5);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.completionRequests(), 1, 30'000);
        const int waiting = fixture.block(0) ? 0 : 1;
        QVERIFY(fixture.block(waiting));
        QVERIFY(!fixture.block(1 - waiting));
        fixture.chat->stopAll();
    }

    void whatWasStoppedCountsAsGuessed()
    {
        SpendingFixture fixture;
        fixture.server.setScripts(kChat, {{.steps = {send(tests::text("Well")), pause(10min)}}});
        fixture.setCeilings({}, 0);
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(), State::Blocked, 30'000);
        const double estimate = *fixture.block()->estimateUsd;
        fixture.chat->sendOnce(fixture.lane());
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(), State::Answering, 30'000);
        fixture.chat->stop(fixture.lane());
        fixture.chat->send({u"Again"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state(), State::Blocked, 30'000);
        QCOMPARE(fixture.block()->spentUsd, estimate);
        fixture.chat->stopAll();
    }

    void aBlockedLaneHoldsNobodyUp()
    {
        SpendingFixture fixture(2);
        Provider provider = *fixture.settings.provider(QString::fromLatin1(ChatFixture::kProvider));
        provider.mostRuns = 1;
        fixture.settings.saveProvider(provider);
        fixture.setCeilings({}, 0);
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.block(0) && fixture.block(1), 30'000);
        fixture.chat->sendOnce(fixture.lane(1));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.end(1).state, MessageState::Complete, 30'000);
        QVERIFY(fixture.block(0));
        fixture.chat->stopAll();
    }

    void nobodyKnowsThePrice()
    {
        ModelInfo unknown;
        Provider gateway;
        gateway.baseUrl = QUrl(u"https://gateway.example.com/v1"_s);
        ChatFixture fixture;
        SpendingLedger ledger(*fixture.conversation, fixture.settings);
        const auto estimate = estimateCost({}, {}, unknown, gateway);
        QVERIFY(!ledger.block(estimate)); // no ceiling, nothing to ask
        Preferences preferences;
        preferences.runCeilingUsd = 1;
        fixture.settings.setPreferences(preferences);
        const auto block = ledger.block(estimate);
        QVERIFY(block && !block->estimateUsd && !block->raisedUsd());
    }

    void raisedCeilingsAreRound_data()
    {
        QTest::addColumn<double>("estimate");
        QTest::addColumn<double>("spent");
        QTest::addColumn<double>("raised");
        QTest::newRow("cents") << 0.013 << 0.0 << 0.02;
        QTest::newRow("exactly") << 0.5 << 0.0 << 0.5;
        QTest::newRow("with what was spent") << 0.3 << 0.9 << 2.0;
        QTest::newRow("next power") << 0.06 << 0.0 << 0.1;
        QTest::newRow("nothing") << 0.0 << 0.0 << 0.0;
    }
    void raisedCeilingsAreRound()
    {
        QFETCH(double, estimate);
        QFETCH(double, spent);
        const SpendingBlock block{Scope::Conversation, estimate, spent, 0};
        QTEST(*block.raisedUsd(), "raised");
    }
};

QTEST_GUILESS_MAIN(ChatSpendingTest)
#include "chat_spending_test.moc"
