// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/provider_lookup.h"
#include "app/chat/turn_plan.h"
#include "tests/app/chat/chat_fixture.h"
#include "tests/support/patience.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = LaneActivity::State;

namespace {

QStringList rolesAndTexts(const SeenRequest &request)
{
    QStringList found;
    for (const QJsonValue &message : request.json().value("messages"_L1).toArray())
        found.append(message["role"_L1].toString() + u": "_s + message["content"_L1].toString());
    return found;
}

/// Two words, then nothing until the client goes.
Script hanging()
{
    return {.steps = {send(tests::text("Well ") + tests::text("then")), pause(60s)}};
}

} // namespace

class ChatTest : public QObject
{
    Q_OBJECT
private slots:
    void aPromptBecomesARound()
    {
        ChatFixture fixture;
        QSignalSpy ended(fixture.chat.get(), &Chat::turnEnded);
        QSignalSpy idle(fixture.chat.get(), &Chat::idle);
        QVERIFY(fixture.ask(u"Why is the sky blue?\nIn short."_s));
        QCOMPARE(ended.size(), 1);
        QCOMPARE(idle.size(), 1);
        QCOMPARE(fixture.conversation->path(fixture.lane()).size(), 2);
        QCOMPARE(fixture.end().state, MessageState::Complete);
        QVERIFY(!fixture.text().isEmpty());
        QCOMPARE(fixture.conversation->summary().title, u"Why is the sky blue?"_s);
        QCOMPARE(fixture.state(), State::Idle);
        QCOMPARE(fixture.conversation->round(fixture.end().round)->kind, RoundKind::Chat);
    }

    void lanesThatShareAHistoryShareThePrompt()
    {
        ChatFixture fixture({u"words-3"_s, u"words-5"_s});
        QVERIFY(fixture.ask(u"One"_s));
        const QList<MessageId> left = fixture.conversation->path(fixture.lane(0));
        const QList<MessageId> right = fixture.conversation->path(fixture.lane(1));
        QCOMPARE(left.first(), right.first());
        QVERIFY(left.last() != right.last());

        QVERIFY(fixture.ask(u"Two"_s));
        const Message promptLeft =
            *fixture.conversation->message(fixture.conversation->path(fixture.lane(0)).at(2));
        const Message promptRight =
            *fixture.conversation->message(fixture.conversation->path(fixture.lane(1)).at(2));
        QVERIFY(promptLeft.id != promptRight.id);
        QCOMPARE(promptLeft.round, promptRight.round);
    }

    void aFailingLaneLeavesTheOthersAlone()
    {
        ChatFixture fixture({u"wrong-key"_s, u"words-5"_s});
        QVERIFY(fixture.ask(u"Hello"_s));
        QCOMPARE(fixture.end(0).state, MessageState::Failed);
        QCOMPARE(fixture.end(1).state, MessageState::Complete);
    }

    void eachLaneStopsAlone()
    {
        ChatFixture fixture({u"silence"_s, u"words-5"_s});
        fixture.server.setPace(200);
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE(fixture.state(0), State::Answering);
        fixture.chat->stop(fixture.lane(0));
        QCOMPARE(fixture.state(0), State::Idle);
        QCOMPARE(fixture.end(0).state, MessageState::Cancelled);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.end(1).state, MessageState::Complete);
    }

    void aPromptWaitsWhileALaneIsBusy()
    {
        ChatFixture fixture({u"words-9"_s});
        fixture.chat->send({u"One"_s, {}});
        fixture.chat->send({u"Two"_s, {}});
        fixture.chat->send({u"Three"_s, {}});
        QCOMPARE(fixture.chat->queue().size(), 2);
        fixture.chat->removeQueued(1);
        QVERIFY(fixture.waitForEnd());
        QTRY_COMPARE(fixture.completionRequests(), 2);
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.chat->queue().isEmpty());
        QCOMPARE(rolesAndTexts(fixture.server.requests().at(1)).last(), u"user: Two"_s);
        QCOMPARE(fixture.conversation->path(fixture.lane()).size(), 4);
    }

    void theQueueWaitsAfterAFailure()
    {
        ChatFixture fixture({u"wrong-key"_s});
        fixture.chat->send({u"One"_s, {}});
        fixture.chat->send({u"Two"_s, {}});
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.chat->queue().size(), 1);

        Lane lane = fixture.conversation->lanes().first();
        lane.model = u"words-3"_s;
        fixture.chat->updateLane(lane);
        fixture.chat->retry(fixture.lane(), fixture.end().id);
        QTRY_VERIFY(fixture.chat->queue().isEmpty());
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.completionRequests(), 3);
    }

    void theQueueIsHeldAfterAStop()
    {
        ChatFixture fixture({u"silence"_s});
        fixture.chat->send({u"One"_s, {}});
        fixture.chat->send({u"Two"_s, {}});
        QTRY_COMPARE(fixture.state(), State::Answering);
        QSignalSpy idle(fixture.chat.get(), &Chat::idle);
        fixture.chat->sendQueued(); // nothing: a lane is busy
        fixture.chat->stopAll();
        QCOMPARE(idle.size(), 1);
        QVERIFY(!fixture.chat->isBusy());
        QCOMPARE(fixture.chat->queue(), (QList<Prompt>{{u"Two"_s, {}}}));
        QCOMPARE(fixture.completionRequests(), 1);

        fixture.setModel(u"words-3"_s);
        fixture.chat->sendQueued();
        QVERIFY(fixture.chat->queue().isEmpty());
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(rolesAndTexts(fixture.server.requests().last()).last(), u"user: Two"_s);
    }

    void theNextPromptSendsWhatIsHeldFirst()
    {
        ChatFixture fixture({u"silence"_s});
        fixture.chat->send({u"One"_s, {}});
        fixture.chat->send({u"Two"_s, {}});
        QTRY_COMPARE(fixture.state(), State::Answering);
        fixture.chat->stop(fixture.lane());
        QCOMPARE(fixture.chat->queue().size(), 1);
        fixture.setModel(u"words-3"_s);
        fixture.chat->send({u"Three"_s, {}});
        QTRY_COMPARE(fixture.completionRequests(), 3);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(rolesAndTexts(fixture.server.requests().at(1)).last(), u"user: Two"_s);
        QCOMPARE(rolesAndTexts(fixture.server.requests().at(2)).last(), u"user: Three"_s);
    }

    void aStoppedLaneHoldsNothingWhileAnotherWorks()
    {
        ChatFixture fixture({u"silence"_s, u"words-5"_s});
        fixture.chat->send({u"One"_s, {}});
        fixture.chat->send({u"Two"_s, {}});
        QTRY_COMPARE(fixture.state(1), State::Idle);
        QCOMPARE(fixture.state(0), State::Answering);
        fixture.chat->stop(fixture.lane(0));
        QVERIFY(fixture.chat->queue().isEmpty());
        QVERIFY(fixture.chat->isBusy());
        QTRY_COMPARE(fixture.state(1), State::Idle);

        // Stopping everything holds the queue, although one lane had finished.
        fixture.chat->send({u"Three"_s, {}});
        fixture.chat->stopAll();
        QVERIFY(!fixture.chat->isBusy());
        QCOMPARE(fixture.chat->queue(), (QList<Prompt>{{u"Three"_s, {}}}));
    }

    void whatIsQueuedDoesNotGoToARemovedLane()
    {
        ChatFixture fixture({u"words-5"_s, u"silence"_s});
        fixture.chat->send({u"One"_s, {}});
        fixture.chat->send({u"Two"_s, {}});
        QTRY_COMPARE(fixture.state(0), State::Idle);
        QTRY_COMPARE(fixture.state(1), State::Answering);
        fixture.chat->removeLane(fixture.lane(1));
        QVERIFY(fixture.chat->queue().isEmpty());
        QVERIFY(fixture.chat->isBusy());
        fixture.chat->stopAll();
        QVERIFY(!fixture.chat->isBusy()); // nothing runs that a lane could not stop
        QCOMPARE(fixture.conversation->path(fixture.lane()).size(), 4);
    }

    void theQueueBecomesADraft()
    {
        ChatFixture fixture({u"silence"_s});
        fixture.chat->setDraft({u"unsent"_s, {}});
        fixture.chat->send({u"One"_s, {}});
        fixture.chat->send({u"Two"_s, {}});
        fixture.chat->shelveQueue();
        fixture.chat->stopAll();
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(stored->draft.text, u"Two\n\nunsent"_s);
    }

    void aRetryIsASiblingAndStopsTheTurn()
    {
        ChatFixture fixture({u"silence"_s});
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE(fixture.state(), State::Answering);
        const Message first = fixture.end();
        Lane lane = fixture.conversation->lanes().first();
        lane.model = u"words-3"_s;
        fixture.chat->updateLane(lane);
        QSignalSpy idle(fixture.chat.get(), &Chat::idle);
        fixture.chat->retry(fixture.lane(), first.id);
        QCOMPARE(fixture.conversation->message(first.id)->state, MessageState::Cancelled);
        QCOMPARE(idle.size(), 0);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.end().parent, first.parent);
        QVERIFY(fixture.end().turn != first.turn);
        QCOMPARE(fixture.end().round, first.round);
        QCOMPARE(fixture.conversation->siblings(fixture.lane(), first.id),
                 (QList<MessageId>{first.id, fixture.end().id}));

        fixture.chat->showBranch(fixture.lane(), first.id);
        QCOMPARE(fixture.end().id, first.id);
        const auto stored = fixture.afterRestart();
        QCOMPARE(stored->lanes.first().head, first.id);
    }

    void anEditedPromptGoesToEveryLaneThatHeldIt()
    {
        ChatFixture fixture({u"words-3"_s, u"words-4"_s});
        QVERIFY(fixture.ask(u"One"_s));
        const MessageId prompt = fixture.conversation->path(fixture.lane()).first();
        fixture.chat->editPrompt(prompt, {u"Uno"_s, {}});
        QVERIFY(fixture.waitForEnd());
        const MessageId edited = fixture.conversation->path(fixture.lane(0)).first();
        QVERIFY(edited != prompt);
        QCOMPARE(fixture.conversation->path(fixture.lane(1)).first(), edited);
        QCOMPARE(textOf(fixture.conversation->message(edited)->parts), QByteArray("Uno"));
        QCOMPARE(fixture.conversation->siblings(fixture.lane(), edited),
                 (QList<MessageId>{prompt, edited}));
        QCOMPARE(fixture.completionRequests(), 4);
    }

    void anEditedAnswerIsASiblingAndSendsNothing()
    {
        ChatFixture fixture({u"words-3"_s});
        QVERIFY(fixture.ask(u"One"_s));
        const Message answer = fixture.end();
        fixture.chat->editAnswer(fixture.lane(), answer.id, u"Better"_s);
        QCOMPARE(fixture.text(), QByteArray("Better"));
        QVERIFY(fixture.end().edited);
        QCOMPARE(fixture.conversation->siblings(fixture.lane(), answer.id).size(), 2);
        QCOMPARE(fixture.completionRequests(), 1);

        QVERIFY(fixture.ask(u"Two"_s));
        QCOMPARE(rolesAndTexts(fixture.server.requests().last()),
                 (QStringList{u"user: One"_s, u"assistant: Better"_s, u"user: Two"_s}));
    }

    void aContinuationGoesOnWhereTheReplyWasCut()
    {
        ChatFixture fixture({u"silence"_s});
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE(fixture.state(), State::Answering);
        fixture.chat->stop(fixture.lane());
        const Message cut = fixture.end();
        Lane lane = fixture.conversation->lanes().first();
        lane.model = u"words-3"_s;
        fixture.chat->updateLane(lane);
        fixture.chat->continueReply(fixture.lane(), cut.id);
        QVERIFY(fixture.waitForEnd());
        const Message more = fixture.end();
        QCOMPARE(more.continues, cut.id);
        QCOMPARE(more.parent, cut.id);
        QCOMPARE(more.turn, cut.turn);
        const SeenRequest seen = fixture.server.requests().last();
        QCOMPARE(rolesAndTexts(seen).last(),
                 u"assistant: "_s + QString::fromUtf8(textOf(cut.parts)));
        QVERIFY(seen.json().value("continue_final_message"_L1).toBool());

        fixture.chat->retry(fixture.lane(), more.id);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.end().continues, cut.id);
        QCOMPARE(fixture.conversation->children(cut.id).size(), 2);
    }

    void withoutWhatTheModelRefused()
    {
        ChatFixture fixture({u"no-tools"_s});
        Lane lane = fixture.conversation->lanes().first();
        lane.parameters.set(u"tools", QJsonArray{QJsonObject{{u"type"_s, u"function"_s}}});
        fixture.chat->updateLane(lane);
        QVERIFY(fixture.ask(u"Hello"_s));
        const Message refused = fixture.end();
        const Error error = *fixture.conversation->run(refused.run)->error;
        QCOMPARE(error.kind, ErrorKind::Unsupported);
        QCOMPARE(fixture.catalogue.model(u"scripted"_s, u"no-tools"_s).tools, Ability::No);
        const Belief belief =
            fixture.catalogue.belief(u"scripted"_s, u"no-tools"_s, &ModelInfo::tools);
        QCOMPARE(belief.source, Belief::Source::Learnt);
        QCOMPARE(belief.reason, error.message);
        QVERIFY(belief.sinceMs > 0);
        QCOMPARE(refusedFeatures(*fixture.conversation, fixture.lane(), refused.id).parameters,
                 QStringList{u"tools"_s});
        fixture.chat->retryWithout(fixture.lane(), refused.id, error);
        QVERIFY(fixture.waitForEnd());
        lane.parameters = {};
        fixture.chat->updateLane(lane); // taken out by hand: there is nothing left to go without
        QVERIFY(refusedFeatures(*fixture.conversation, fixture.lane(), refused.id).isEmpty());
        QVERIFY(fixture.server.requests().first().json().contains("tools"_L1));
        QVERIFY(!fixture.server.requests().last().json().contains("tools"_L1));
    }

    void lanesComeAndGo()
    {
        ChatFixture fixture({u"words-3"_s});
        QVERIFY(fixture.ask(u"One"_s));
        const LaneId first = fixture.lane();
        const LaneId second = fixture.chat->addLane(first, u"scripted"_s, u"words-4"_s);
        const LaneId third = fixture.chat->addLane(first, u"scripted"_s, u"words-5"_s);
        QCOMPARE(fixture.lane(1), third);
        QCOMPARE(fixture.conversation->lane(second)->letter, 1);
        QCOMPARE(fixture.conversation->lane(third)->letter, 2);
        QCOMPARE(fixture.conversation->path(second), fixture.conversation->path(first));

        fixture.chat->removeLane(first);
        QVERIFY(fixture.ask(u"Two"_s));
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(stored->lanes.size(), 2);
        QCOMPARE(stored->lanes.at(0).letter, 2);
        QCOMPARE(stored->summary.laneCount, 2);

        fixture.chat = fixture.newChat();
        fixture.chat->removeLane(second);
        fixture.chat->removeLane(third); // the last one stays
        QCOMPARE(fixture.conversation->lanes().size(), 1);
        const LaneId another = fixture.chat->addLane(third, {}, u"m"_s);
        QCOMPARE(fixture.lane(1), another);
        QCOMPARE(fixture.conversation->lanes().at(1).letter, 0);
    }

    void theKeyGoesToItsOriginOnly()
    {
        ChatFixture fixture({u"words-3"_s});
        QVERIFY(settled(fixture.secrets.write(origin(fixture.server.baseUrl()), u"mine"_s)));
        QVERIFY(settled(fixture.secrets.write(u"https://api.deepinfra.com"_s, u"other"_s)));
        QVERIFY(fixture.ask(u"One"_s));
        QCOMPARE(fixture.server.requests().last().header("authorization"),
                 QByteArray("Bearer mine"));
        QVERIFY(settled(fixture.secrets.remove(origin(fixture.server.baseUrl()))));
        QVERIFY(fixture.ask(u"Two"_s));
        QVERIFY(fixture.server.requests().last().header("authorization").isEmpty());
    }

    void deepInfraIsKnownWithoutBeingSetUp()
    {
        const ChatFixture fixture;
        const auto provider = findProvider(fixture.settings, deepInfraProvider().id);
        QVERIFY(provider);
        QCOMPARE(provider->name, u"DeepInfra"_s);
        QVERIFY(!findProvider(fixture.settings, u"gone"_s));
    }

    void anUnknownProviderFailsBeforeARequest()
    {
        ChatFixture fixture;
        Lane lane = fixture.conversation->lanes().first();
        lane.providerId = u"gone"_s;
        fixture.chat->updateLane(lane);
        QVERIFY(fixture.ask(u"Hello"_s));
        QCOMPARE(fixture.end().state, MessageState::Failed);
        QCOMPARE(fixture.conversation->run(fixture.end().run)->error->kind,
                 ErrorKind::InvalidRequest);
        QCOMPARE(fixture.completionRequests(), 0);
    }

    void stopInEveryState_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("model");
        QTest::newRow("saving") << int(State::Saving) << u"words-3"_s;
        QTest::newRow("preparing") << int(State::Preparing) << u"words-3"_s;
        QTest::newRow("connecting") << int(State::Connecting) << u"words-3"_s;
        QTest::newRow("waiting") << int(State::Waiting) << u"silence-before-headers"_s;
        QTest::newRow("waiting to try again") << int(State::RetryWait) << u"busy"_s;
        QTest::newRow("thinking") << int(State::Thinking) << u"thinks-on"_s;
        QTest::newRow("answering") << int(State::Answering) << u"answers-on"_s;
    }
    void stopInEveryState()
    {
        QFETCH(int, state);
        QFETCH(QString, model);
        ChatFixture fixture({model});
        if (state == int(State::Thinking)) {
            fixture.server.setScripts(
                "/chat/completions",
                {{.steps = {send(delta(R"("reasoning_content":"Hm")")), pause(60s)}}});
        } else if (state == int(State::Answering)) {
            fixture.server.setScripts("/chat/completions", {hanging()});
        } else if (state == int(State::RetryWait)) {
            fixture.server.setScripts("/chat/completions",
                                      {json(R"({"error":{"message":"busy"}})", 429)});
        }
        QSignalSpy ended(fixture.chat.get(), &Chat::turnEnded);
        bool stopped = false;
        const auto stopThere = [&] {
            if (int(fixture.state()) != state || std::exchange(stopped, true))
                return;
            fixture.chat->stop(fixture.lane());
        };
        connect(fixture.chat.get(), &Chat::activityChanged, this, stopThere);
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_VERIFY(stopped);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!fixture.chat->isBusy());
        QCOMPARE(fixture.end().state, MessageState::Cancelled);
        const Run run = *fixture.conversation->run(fixture.end().run);
        QCOMPARE(run.status, RunStatus::Cancelled);
        QCOMPARE(run.error->kind, ErrorKind::Cancelled);
        const MessageId reply = fixture.end().id;
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(messageOf(*stored, reply).state, MessageState::Cancelled);
        QCOMPARE(ended.size(), 1);
    }

    void nothingLeavesBeforeThePromptIsSaved()
    {
        ChatFixture fixture({u"words-3"_s});
        fixture.chat.reset();
        fixture.store.reset();
        // A file stands where the folder of the store should be.
        QFile file(fixture.folder.filePath(u"in the way"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        fixture.store = std::make_unique<Store>(Paths::inFolder(file.fileName() + u"/profile"_s),
                                                Store::Role::Owner);
        fixture.chat = fixture.newChat();
        QSignalSpy failed(fixture.chat.get(), &Chat::writeFailed);
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE(fixture.state(), State::Blocked);
        QCOMPARE(fixture.chat->activity(fixture.lane()).error->kind, ErrorKind::Storage);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(fixture.completionRequests(), 0);
        QCOMPARE(fixture.conversation->path(fixture.lane()).size(), 2);

        fixture.chat->sendWithoutSaving(fixture.lane());
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.completionRequests(), 1);
        QCOMPARE(fixture.end().state, MessageState::Complete);
    }

    void aBlockedPromptCanBeGivenUp()
    {
        ChatFixture fixture({u"words-3"_s});
        fixture.chat.reset();
        QFile file(fixture.folder.filePath(u"in the way"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        fixture.store = std::make_unique<Store>(Paths::inFolder(file.fileName() + u"/profile"_s),
                                                Store::Role::Owner);
        fixture.chat = fixture.newChat();
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE(fixture.state(), State::Blocked);
        fixture.chat->stop(fixture.lane());
        QVERIFY(!fixture.chat->isBusy());
        QCOMPARE(fixture.end().state, MessageState::Cancelled);
    }

    void aReplyIsInTheStoreWhileItStreams()
    {
        ChatFixture fixture;
        fixture.server.setScripts("/chat/completions", {hanging()});
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE(fixture.text(), QByteArray("Well then"));
        const MessageId reply = fixture.end().id;
        // 250 ms later at most it is there, in the eyes of another process too.
        Store other(fixture.paths, Store::Role::Guest);
        const auto kept = [&] {
            const auto record = settled(other.conversation(fixture.conversation->id()));
            return record ? textOf(messageOf(*record, reply).parts) : QByteArray();
        };
        QTRY_COMPARE_WITH_TIMEOUT(kept(), QByteArray("Well then"), tests::kPatienceMs);
        QCOMPARE(fixture.end().state, MessageState::Streaming);

        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(messageOf(*stored, reply).state, MessageState::Interrupted);
        QCOMPARE(textOf(messageOf(*stored, reply).parts), QByteArray("Well then"));
    }

    void aSecondOwnerLeavesAloneWhatStreams()
    {
        ChatFixture fixture;
        fixture.server.setScripts("/chat/completions", {hanging()});
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE(fixture.text(), QByteArray("Well then"));
        const MessageId reply = fixture.end().id;
        const ConversationId id = fixture.conversation->id();
        {
            Store beside(fixture.paths, Store::Role::Owner); // as for --screenshot
            const auto record = settled(beside.conversation(id));
            QVERIFY(record);
            QCOMPARE(messageOf(*record, reply).state, MessageState::Streaming);
        }
        // The second one has gone, the first has not.
        Store another(fixture.paths, Store::Role::Owner);
        QCOMPARE(messageOf(*settled(another.conversation(id)), reply).state,
                 MessageState::Streaming);
        fixture.chat->stop(fixture.lane());
        QTRY_COMPARE(messageOf(*settled(another.conversation(id)), reply).state,
                     MessageState::Cancelled);
    }

    void aCallIsInTheStoreWhileItStreams()
    {
        ChatFixture fixture;
        const auto call = [](const QByteArray &members) {
            return delta("\"tool_calls\":[{\"index\":0," + members + "}]");
        };
        const auto arguments = [&](const QByteArray &piece) {
            return call("\"function\":{\"arguments\":" + quoted(piece) + "}");
        };
        fixture.server.setScripts(
            "/chat/completions",
            {{.steps = {send(tests::text("I look. ")
                             + call("\"id\":\"a\",\"function\":{\"name\":\"weather\"}")
                             + arguments("{\"city\":")),
                        send(arguments("\"Ro")), pause(60s)}}});
        fixture.chat->send({u"Hello"_s, {}});
        const Parts expected{TextPart{"I look. "},
                             ToolCallPart{u"a"_s, u"weather"_s, "{\"city\":\"Ro", {}}};
        QTRY_COMPARE(fixture.end().parts, expected);
        const MessageId reply = fixture.end().id;
        Store other(fixture.paths, Store::Role::Guest);
        const auto kept = [&] {
            const auto record = settled(other.conversation(fixture.conversation->id()));
            return record ? messageOf(*record, reply).parts : Parts();
        };
        QTRY_COMPARE_WITH_TIMEOUT(kept(), expected, tests::kPatienceMs);
        QCOMPARE(fixture.end().state, MessageState::Streaming);

        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(messageOf(*stored, reply).state, MessageState::Interrupted);
        QCOMPARE(messageOf(*stored, reply).parts, expected);
    }

    void textThatWasReasoningIsSoInTheStoreToo()
    {
        ChatFixture fixture;
        fixture.catalogue.learn(u"scripted"_s, u"scripted-model"_s, &ModelInfo::reasoning,
                                Ability::Yes);
        fixture.server.setScripts("/chat/completions",
                                  {{.steps = {send(tests::text("Hm") + tests::text("m</think>Well ")
                                                   + tests::text("then")),
                                              pause(60s)}}});
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE(fixture.text(), QByteArray("Well then"));
        const MessageId reply = fixture.end().id;
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(textOf(messageOf(*stored, reply).parts), QByteArray("Well then"));
        QCOMPARE(std::get<ReasoningPart>(messageOf(*stored, reply).parts.first()).text,
                 QByteArray("Hmm"));
    }

    void aQueuedPromptIsInTheStoreAtOnce()
    {
        ChatFixture fixture;
        fixture.server.setScripts("/chat/completions", {hanging()});
        fixture.chat->send({u"One"_s, {}});
        fixture.chat->setDraft({u"Two"_s, {}});
        fixture.chat->send({u"Two"_s, {}});
        fixture.chat->send({u"Three"_s, {}});
        QVERIFY(fixture.conversation->draft().isEmpty());
        Store other(fixture.paths, Store::Role::Guest);
        const auto kept = [&] {
            const auto record = settled(other.conversation(fixture.conversation->id()));
            return record ? record->queue : QList<Prompt>();
        };
        const QList<Prompt> both{{u"Two"_s, {}}, {u"Three"_s, {}}};
        QTRY_COMPARE_WITH_TIMEOUT(kept(), both, tests::kPatienceMs);

        // As after a kill: nobody shelved it.
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(stored->queue, both);
        QVERIFY(stored->draft.isEmpty());
        fixture.conversation = std::make_shared<Conversation>(*stored);
        fixture.chat = fixture.newChat();
        QCOMPARE(fixture.chat->queue(), both);
        QVERIFY(!fixture.chat->isBusy());

        // It goes on with the next thing that works, and leaves the store prompt by prompt.
        fixture.server.setScripts("/chat/completions",
                                  {stream({tests::text("Good."), finish("stop"), kDone})});
        fixture.chat->retry(fixture.lane(), fixture.end().id);
        QTRY_VERIFY(fixture.chat->queue().isEmpty());
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(rolesAndTexts(fixture.server.requests().last()),
                 (QStringList{u"user: One"_s, u"assistant: Good."_s, u"user: Two"_s,
                              u"assistant: Good."_s, u"user: Three"_s}));
        QVERIFY(fixture.afterRestart()->queue.isEmpty());
    }

    void aDraftIsKeptWhileItIsTyped()
    {
        ChatFixture fixture;
        for (const QString &typed : {u"H"_s, u"He"_s, u"Hel"_s})
            fixture.chat->setDraft({typed, {}});
        Store other(fixture.paths, Store::Role::Guest);
        const auto kept = [&] {
            const auto record = settled(other.conversation(fixture.conversation->id()));
            return record ? record->draft.text : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(kept(), u"Hel"_s, tests::kPatienceMs);

        fixture.chat->setDraft({u"Hello"_s, {}});
        QVERIFY(fixture.ask(u"Hello"_s));
        QVERIFY(fixture.conversation->draft().isEmpty());
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QVERIFY(stored->draft.isEmpty());
    }

    void severalChoicesAreSiblings()
    {
        ChatFixture fixture;
        fixture.server.setScripts("/chat/completions",
                                  {stream({tests::text("A", 0), tests::text("B", 1),
                                           finish("stop", {}, 1), finish("stop", {}, 0), kDone})});
        QVERIFY(fixture.ask(u"Hello"_s));
        const QList<MessageId> replies = fixture.conversation->children(fixture.end().parent);
        QCOMPARE(replies.size(), 2);
        QCOMPARE(fixture.end().id, replies.first());
        QCOMPARE(fixture.text(), QByteArray("A"));
        const Message second = *fixture.conversation->message(replies.last());
        QCOMPARE(textOf(second.parts), QByteArray("B"));
        QCOMPARE(second.run, fixture.end().run);
        QCOMPARE(fixture.conversation->siblings(fixture.lane(), replies.first()), replies);
    }
};

QTEST_GUILESS_MAIN(ChatTest)
#include "chat_test.moc"
