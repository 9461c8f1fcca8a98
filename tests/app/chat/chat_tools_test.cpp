// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/prompt_builder.h"
#include "app/chat/tool_step.h"
#include "app/tools/tool_registry.h"
#include "tests/app/chat/chat_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = LaneActivity::State;
using CallState = CallActivity::State;

namespace {

const QByteArray kChatPath = "/chat/completions";

/// JSON as it can be written down: with single quotes.
QByteArray wire(QByteArray json)
{
    return json.replace('\'', '"');
}

QByteArray callDelta(int index, const QByteArray &id, const QByteArray &name,
                     const QByteArray &arguments)
{
    return tests::delta(wire("'tool_calls':[{'index':") + QByteArray::number(index)
                        + wire(",'id':'") + id + wire("','type':'function','function':{'name':'")
                        + name + wire("','arguments':") + quoted(arguments) + "}}]");
}

Script calling(const QByteArray &arguments, const QByteArray &name = "weather")
{
    return stream({callDelta(0, "call_a", name, arguments), finish("tool_calls", kUsage), kDone});
}

Script saying(const QByteArray &words)
{
    return stream({tests::text(words), finish("stop", kUsage), kDone});
}

ToolSource weather()
{
    ToolSource source;
    source.id = u"weather"_s;
    source.name = u"weather"_s;
    source.schema = {
        {u"type"_s, u"object"_s},
        {u"properties"_s, QJsonObject{{u"city"_s, QJsonObject{{u"type"_s, u"string"_s}}}}},
        {u"required"_s, QJsonArray{u"city"_s}}};
    return source;
}

/// The fixture of chats, with a lane that offers the tool `weather`.
struct ToolsChat : ChatFixture
{
    explicit ToolsChat(const ToolSource &source = weather()) : tools(settings, http, secrets)
    {
        settings.saveToolSource(source);
        begin();
        Lane lane = conversation->lanes().first();
        lane.tools = {{source.id, {}}};
        chat->updateLane(lane);
    }
    ~ToolsChat() { chat.reset(); }

    void begin()
    {
        ChatDependencies all = dependencies();
        all.tools = &tools;
        chat = std::make_unique<Chat>(conversation, all);
    }
    [[nodiscard]] QList<CallActivity> calls() const { return chat->calls(lane()); }
    [[nodiscard]] CallState callState(qsizetype call = 0) const
    {
        return calls().value(call).state;
    }
    [[nodiscard]] QList<Message> path() const
    {
        QList<Message> messages;
        for (const MessageId id : conversation->path(lane()))
            messages.append(*conversation->message(id));
        return messages;
    }
    [[nodiscard]] ToolResultPart result(qsizetype message = 2, qsizetype part = 0) const
    {
        return std::get<ToolResultPart>(path().at(message).parts.at(part));
    }
    [[nodiscard]] QByteArray body(qsizetype request) const
    {
        return server.requests().at(request).body;
    }

    ToolRegistry tools;
};

/// A canned reply: nobody is asked.
ToolSource canned(const QString &reply)
{
    ToolSource source = weather();
    source.cannedReply = reply;
    return source;
}

} // namespace

class ChatToolsTest : public QObject
{
    Q_OBJECT
private slots:
    /// deepinfra-api: request, deltas and follow-up of the walk-through, byte by byte.
    void theWalkThroughByteByByte()
    {
        ToolsChat fixture;
        fixture.server.setScripts(
            kChatPath,
            {stream(
                 {tests::event(wire("{'choices':[{'delta':{'role':'assistant','content':null}}]}")),
                  tests::delta(wire(
                      "'tool_calls':[{'index':0,'id':'call_a','type':'function','function':{'name':'weather','arguments':''}}]")),
                  tests::delta(
                      wire("'tool_calls':[{'index':0,'function':{'arguments':'{\\'city\\':'}}]")),
                  tests::delta(
                      wire("'tool_calls':[{'index':0,'function':{'arguments':'\\'Rome\\'}'}}]")),
                  callDelta(1, "call_b", "weather", wire("{'city':'Oslo'}")),
                  finish("tool_calls", kUsage), kDone}),
             saying("Warm and cold.")});
        fixture.chat->send({u"Weather in Rome and Oslo?"_s, {}});
        QTRY_COMPARE(fixture.state(), State::CallsPending);
        QCOMPARE(fixture.calls().size(), 2);
        QTRY_COMPARE(fixture.callState(1), CallState::Answering);
        fixture.chat->answerCall(fixture.lane(), 1, "9 C"); // not in their order
        fixture.chat->answerCall(fixture.lane(), 0, "21 C");
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.completionRequests(), 2);

        const QByteArray user = wire("{'content':'Weather in Rome and Oslo?','role':'user'}");
        const QByteArray rest =
            wire("'model':'scripted-model','stream':true,'tools':[{'function':{'name':'weather',"
                 "'parameters':{'properties':{'city':{'type':'string'}},'required':['city'],"
                 "'type':'object'}},'type':'function'}]}");
        QCOMPARE(fixture.body(0), wire("{'messages':[") + user + "]," + rest);
        QCOMPARE(fixture.body(1),
                 wire("{'messages':[") + user
                     + wire(",{'content':null,'role':'assistant','tool_calls':["
                            "{'function':{'arguments':'{\\'city\\':\\'Rome\\'}','name':'weather'},"
                            "'id':'call_a','type':'function'},"
                            "{'function':{'arguments':'{\\'city\\':\\'Oslo\\'}','name':'weather'},"
                            "'id':'call_b','type':'function'}]},"
                            "{'content':'21 C','role':'tool','tool_call_id':'call_a'},"
                            "{'content':'9 C','role':'tool','tool_call_id':'call_b'}],")
                     + rest);
        QCOMPARE(fixture.text(), "Warm and cold.");
    }

    void theTreeOfALoop()
    {
        ToolsChat fixture(canned(u"21 C"_s));
        fixture.server.setScripts(kChatPath,
                                  {calling(wire("{'city':'Rome'}")), saying("It is warm.")});
        QSignalSpy ended(fixture.chat.get(), &Chat::turnEnded);
        QVERIFY(fixture.ask(u"Weather?"_s));
        QCOMPARE(ended.size(), 1);
        const QList<Message> path = fixture.path();
        QCOMPARE(path.size(), 4);
        QCOMPARE(path.at(1).role, Role::Assistant);
        QCOMPARE(path.at(1).finishReason, u"tool_calls"_s);
        QCOMPARE(path.at(2).role, Role::Tool);
        QCOMPARE(path.at(2).state, MessageState::Complete);
        QCOMPARE(path.at(3).state, MessageState::Complete);
        for (const Message &message : path.sliced(1))
            QCOMPARE(message.turn, path.at(1).turn);
        QVERIFY(path.at(1).run != path.at(3).run);
        QCOMPARE(fixture.conversation->run(path.at(3).run)->status, RunStatus::Complete);
        QCOMPARE(fixture.result().callId, u"call_a"_s);
        QCOMPARE(fixture.result().text, "21 C");
        QVERIFY(fixture.chat->openCalls(fixture.lane()) == OpenCalls{});

        // Both runs can be built again from what is kept.
        const auto record = fixture.afterRestart();
        QVERIFY(record);
        QCOMPARE(record->runs.size(), 2);
        const auto recipe = settled(fixture.store->recipe(path.at(3).run));
        QVERIFY(recipe);
        QList<Message> sent;
        for (const Message &message : path.first(3))
            sent.append(messageOf(*record, message.id));
        const auto body = rebuildBody(*recipe, sent, {});
        QVERIFY(body);
        QCOMPARE(*body, fixture.body(1));
    }

    void reasoningGoesBackWithinTheLoopOnly()
    {
        ToolsChat fixture(canned(u"21 C"_s));
        const Script thinking =
            stream({tests::delta(wire("'reasoning_content':'Ask first.'")),
                    callDelta(0, "call_a", "weather", "{}"), finish("tool_calls"), kDone});
        fixture.server.setScripts(kChatPath, {thinking, saying("Warm."), saying("Bye.")});
        QVERIFY(fixture.ask(u"Weather?"_s));
        QVERIFY(fixture.body(1).contains(wire("'reasoning_content':'Ask first.'")));
        QVERIFY(fixture.ask(u"Thanks"_s));
        QVERIFY(!fixture.body(2).contains("reasoning_content"));
        QVERIFY(fixture.body(2).contains(wire("'tool_call_id':'call_a'")));
    }

    void asksBeforeACallAndRemembersWhatIsDecided()
    {
        ToolsChat fixture(canned(u"21 C"_s));
        fixture.settings.setToolPolicy({u"weather"_s, u"weather"_s}, ToolPolicy::Ask);
        fixture.server.setScripts(kChatPath, {calling(wire("{'city':'Rome'}")), saying("Warm."),
                                              calling(wire("{'city':'Oslo'}")), saying("Cold.")});
        QSignalSpy told(fixture.chat.get(), &Chat::callsChanged);
        fixture.chat->send({u"Weather?"_s, {}});
        QTRY_COMPARE(fixture.callState(), CallState::Asking);
        QCOMPARE(fixture.state(), State::CallsPending);
        QVERIFY(!told.isEmpty());
        QVERIFY(fixture.chat->isBusy());
        // Always, for this one and those to come.
        fixture.settings.setToolPolicy({u"weather"_s, u"weather"_s}, ToolPolicy::Always);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.text(), "Warm.");
        QVERIFY(fixture.ask(u"And there?"_s));
        QCOMPARE(fixture.text(), "Cold.");
    }

    void whetherArgumentsFitIsKept_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<int>("fit");
        QTest::newRow("they fit") << wire("{'city':'Rome'}") << int(ArgumentFit::Fits);
        QTest::newRow("one is missing") << QByteArray("{}") << int(ArgumentFit::DoesNotFit);
        QTest::newRow("another type") << wire("{'city':1}") << int(ArgumentFit::DoesNotFit);
        QTest::newRow("no JSON") << QByteArray("{") << int(ArgumentFit::Unknown);
    }

    void whetherArgumentsFitIsKept()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(int, fit);
        ToolsChat fixture(canned(u"21 C"_s));
        fixture.server.setScripts(kChatPath, {calling(arguments), saying("Fine.")});
        QVERIFY(fixture.ask(u"Weather?"_s));
        QCOMPARE(int(fixture.result().fit), fit);
        const auto record = fixture.afterRestart();
        QVERIFY(record);
        const Message kept = messageOf(*record, fixture.path().at(2).id);
        QCOMPARE(int(std::get<ToolResultPart>(kept.parts.first()).fit), fit);
    }

    /// What was called counts, not what the model asked for.
    void editedArgumentsAreHeldAgainstTheSchemaAgain()
    {
        ToolsChat fixture(canned(u"21 C"_s));
        fixture.settings.setToolPolicy({u"weather"_s, {}}, ToolPolicy::Ask);
        fixture.server.setScripts(kChatPath, {calling("{}"), saying("Fine.")});
        fixture.chat->send({u"Weather?"_s, {}});
        QTRY_VERIFY(fixture.callState() == CallState::Asking && fixture.calls().first().fit);
        QCOMPARE(fixture.calls().first().fit->kind, SchemaVerdict::Kind::Invalid);
        QVERIFY(
            fixture.chat->approveCall(fixture.lane(), 0, wire("{'city':'Oslo'}"), AfterCall::GoOn));
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.result().fit, ArgumentFit::Fits);
    }

    /// Its answer is not lost, and is not given twice.
    void anAnswerMayComeBeforeTheCheck()
    {
        ToolsChat fixture;
        fixture.server.setScripts(kChatPath, {calling(wire("{'city':'Rome'}")), saying("Fine.")});
        bool isAnswered = false;
        QObject::connect(fixture.chat.get(), &Chat::callsChanged, fixture.chat.get(), [&] {
            if (!isAnswered && fixture.callState() == CallState::Answering) {
                isAnswered = true;
                fixture.chat->answerCall(fixture.lane(), 0, "21 C");
                fixture.chat->answerCall(fixture.lane(), 0, "30 C");
            }
        });
        QVERIFY(fixture.ask(u"Weather?"_s));
        QVERIFY(isAnswered);
        QCOMPARE(fixture.result().text, "21 C");
        QCOMPARE(fixture.result().fit, ArgumentFit::Fits);
    }

    void aRefusalReachesTheModelWithItsReason()
    {
        ToolsChat fixture(canned(u"21 C"_s));
        fixture.settings.setToolPolicy({u"weather"_s, {}}, ToolPolicy::Ask);
        fixture.server.setScripts(kChatPath, {calling("{}"), saying("Then not.")});
        fixture.chat->send({u"Weather?"_s, {}});
        QTRY_COMPARE(fixture.callState(), CallState::Asking);
        fixture.chat->refuseCall(fixture.lane(), 0, u"Guess it."_s);
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.result().isError);
        QCOMPARE(fixture.result().text, "Guess it.");
        QVERIFY(fixture.body(1).contains(wire("'content':'Guess it.','role':'tool'")));
    }

    void whatIsForbiddenIsNotAsked()
    {
        ToolsChat fixture(canned(u"21 C"_s));
        fixture.settings.setToolPolicy({u"weather"_s, {}}, ToolPolicy::Never);
        fixture.server.setScripts(kChatPath, {calling("{}"), saying("Then not.")});
        QVERIFY(fixture.ask(u"Weather?"_s));
        QCOMPARE(fixture.result().text, "The user does not allow calls of this tool.");
        QCOMPARE(fixture.result().durationMs, -1);
    }

    void argumentsAndResultCanBeEdited()
    {
        ToolsChat fixture(canned(u"21 C"_s));
        fixture.settings.setToolPolicy({u"weather"_s, {}}, ToolPolicy::Ask);
        fixture.server.setScripts(kChatPath, {calling(wire("{'city':'Rome'}")), saying("Fine.")});
        fixture.chat->send({u"Weather?"_s, {}});
        QTRY_COMPARE(fixture.callState(), CallState::Asking);
        const auto broken =
            fixture.chat->approveCall(fixture.lane(), 0, "{broken", AfterCall::GoOn);
        QVERIFY(!broken);
        QVERIFY(broken.error().message.startsWith(u"The arguments are not valid JSON"_s));
        QVERIFY(fixture.chat->approveCall(fixture.lane(), 0, wire("{'city':'Oslo'}"),
                                          AfterCall::Review));
        QTRY_COMPARE(fixture.callState(), CallState::Reviewing);
        QCOMPARE(fixture.calls().first().outcome.text, "21 C");
        fixture.chat->acceptResult(fixture.lane(), 0, "9 C");
        QVERIFY(fixture.waitForEnd());
        // What the model said stays; what it is told is what was called.
        QCOMPARE(std::get<ToolCallPart>(fixture.path().at(1).parts.last()).arguments,
                 wire("{'city':'Rome'}"));
        QVERIFY(fixture.body(1).contains(wire("{\\'city\\':\\'Oslo\\'}")));
        QVERIFY(!fixture.body(1).contains("Rome"));
        QVERIFY(fixture.result().edited);
        QCOMPARE(fixture.result().text, "9 C");
        QCOMPARE(*settled(fixture.store->blob(fixture.result().wholeSha256)), "21 C");
    }

    void whatIsNoCallIsAnsweredAtOnce_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no such tool") << "climate"_ba
                                      << "{}"_ba
                                      << "There is no tool “climate”. The tools are: weather."_ba;
        QTest::newRow("no JSON") << "weather"_ba
                                 << "{\"city\":"_ba
                                 << "The arguments are not valid JSON"_ba;
        QTest::newRow("no object") << "weather"_ba
                                   << "[1]"_ba
                                   << "The arguments are not a JSON object. Call the tool again "
                                      "with one."_ba;
        QTest::newRow("5 MB") << "weather"_ba << QByteArray(5'000'000, ' ') + "{}"
                              << "The arguments are longer than 1 MB."_ba;
    }
    void whatIsNoCallIsAnsweredAtOnce()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, arguments);
        QFETCH(QByteArray, text);
        ToolsChat fixture(canned(u"21 C"_s));
        fixture.server.setScripts(kChatPath, {calling(arguments, name), saying("Sorry.")});
        fixture.chat->send({u"Weather?"_s, {}});
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.chat->isBusy(), 4 * kPatienceMs);
        QVERIFY(fixture.result().isError);
        QVERIFY2(fixture.result().text.startsWith(text), fixture.result().text.constData());
        QCOMPARE(fixture.text(), "Sorry.");
    }

    void aLoopHasALimit()
    {
        ToolsChat fixture(canned(u"21 C"_s));
        Preferences preferences = fixture.settings.preferences();
        preferences.toolRounds = 3;
        fixture.settings.setPreferences(preferences);
        fixture.server.setScripts(kChatPath, {calling("{}")}); // for ever
        QVERIFY(fixture.ask(u"Weather?"_s));
        QCOMPARE(fixture.completionRequests(), 4);
        const OpenCalls open = fixture.chat->openCalls(fixture.lane());
        QCOMPARE(open.reply, fixture.end().id);
        QCOMPARE(open.count, 1);
        QVERIFY(open.isLimitMet);

        // The user lets it go on.
        fixture.server.setScripts(kChatPath, {saying("At last.")});
        fixture.chat->makeOpenCalls(fixture.lane());
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.text(), "At last.");
        QCOMPARE(fixture.completionRequests(), 5);
        QVERIFY(fixture.chat->openCalls(fixture.lane()) == OpenCalls{});
    }

    void anAnswerThatWasCutCallsNothing()
    {
        ToolsChat fixture(canned(u"21 C"_s));
        fixture.server.setScripts(kChatPath, {stream({callDelta(0, "a", "weather", "{\"city"),
                                                      finish("length"), kDone})});
        QVERIFY(fixture.ask(u"Weather?"_s));
        QCOMPARE(fixture.completionRequests(), 1);
        QCOMPARE(fixture.path().size(), 2);
    }

    void longResultsAreCutAndKeptWhole()
    {
        const QString whole(100'000, u'ä');
        ToolsChat fixture(canned(whole));
        fixture.server.setScripts(kChatPath, {calling("{}"), saying("Much.")});
        QVERIFY(fixture.ask(u"Weather?"_s));
        const ToolResultPart result = fixture.result();
        QVERIFY(result.text.size() < ToolStep::kMostResultBytes + 200);
        QVERIFY(result.text.endsWith("[Cut here: the result has 200000 bytes, of which the first "
                                     "65536 are above.]"));
        QCOMPARE(*settled(fixture.store->blob(result.wholeSha256)), whole.toUtf8());
    }

    void aStopEndsAllOfIt_data()
    {
        QTest::addColumn<bool>("pending");
        QTest::newRow("a call asks") << true;
        QTest::newRow("a call is answered by hand") << false;
    }
    void aStopEndsAllOfIt()
    {
        QFETCH(bool, pending);
        ToolsChat fixture;
        if (pending)
            fixture.settings.setToolPolicy({u"weather"_s, {}}, ToolPolicy::Ask);
        fixture.server.setScripts(kChatPath, {calling("{}"), saying("Well.")});
        fixture.chat->send({u"Weather?"_s, {}});
        QTRY_COMPARE(fixture.state(), State::CallsPending);
        QSignalSpy idle(fixture.chat.get(), &Chat::idle);
        fixture.chat->stop(fixture.lane());
        QCOMPARE(idle.size(), 1);
        QCOMPARE(fixture.state(), State::Idle);
        QVERIFY(fixture.calls().isEmpty());
        QCOMPARE(fixture.path().size(), 2);
        QCOMPARE(fixture.end().state, MessageState::Complete);
        QCOMPARE(fixture.completionRequests(), 1);

        QCOMPARE(fixture.chat->openCalls(fixture.lane()).count, 1);
        fixture.settings.setToolPolicy({u"weather"_s, {}}, {});
        fixture.chat->makeOpenCalls(fixture.lane());
        QTRY_COMPARE(fixture.callState(), CallState::Answering);
        fixture.chat->answerCall(fixture.lane(), 0, "21 C");
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.text(), "Well.");
    }

    /// As after kill -9: the next owner of the file finds one call of two answered.
    void callsAreFoundAgainAfterARestart()
    {
        ToolsChat fixture;
        fixture.server.setScripts(
            kChatPath, {stream({callDelta(0, "call_a", "weather", wire("{'city':'Rome'}")),
                                callDelta(1, "call_b", "weather", wire("{'city':'Oslo'}")),
                                finish("tool_calls"), kDone}),
                        saying("Both.")});
        fixture.chat->send({u"Weather?"_s, {}});
        QTRY_COMPARE(fixture.callState(1), CallState::Answering);
        fixture.chat->answerCall(fixture.lane(), 1, "9 C");
        QTRY_COMPARE(fixture.path().size(), 3);
        QCOMPARE(fixture.end().state, MessageState::Streaming);

        auto record = fixture.afterRestart();
        QVERIFY(record);
        QCOMPARE(messageOf(*record, fixture.path().at(2).id).state, MessageState::Interrupted);
        fixture.conversation = std::make_shared<Conversation>(*record);
        fixture.begin();
        const OpenCalls open = fixture.chat->openCalls(fixture.lane());
        QCOMPARE(open.count, 1);
        QVERIFY(!open.isLimitMet);
        fixture.chat->makeOpenCalls(fixture.lane());
        QTRY_COMPARE(fixture.calls().size(), 1);
        QCOMPARE(fixture.calls().first().call.id, u"call_a"_s);
        QTRY_COMPARE(fixture.callState(), CallState::Answering);
        fixture.chat->answerCall(fixture.lane(), 0, "21 C");
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.text(), "Both.");
        QCOMPARE(fixture.result(2, 0).text, "21 C");
        QCOMPARE(fixture.result(2, 1).text, "9 C");
    }

    void aSourceThatCannotBeUsedFailsTheTurnWithItsReason()
    {
        ToolSource source = weather();
        source.kind = ToolSourceKind::Command;
        source.command.program = u"/bin/cat"_s;
        ToolsChat fixture(source);
        QVERIFY(fixture.ask(u"Weather?"_s));
        QCOMPARE(fixture.completionRequests(), 0);
        QCOMPARE(fixture.end().state, MessageState::Failed);
        const auto error = fixture.conversation->run(fixture.end().run)->error;
        QCOMPARE(error->code, QString(kToolUnconfirmedCode));
        QCOMPARE(error->message, u"The command of “weather” has not been confirmed yet."_s);
    }

    void theQueueWaitsForTheLoop()
    {
        ToolsChat fixture;
        fixture.server.setScripts(kChatPath,
                                  {calling("{}"), saying("Warm."), saying("You are welcome.")});
        fixture.chat->send({u"Weather?"_s, {}});
        QTRY_COMPARE(fixture.callState(), CallState::Answering);
        fixture.chat->send({u"Thanks"_s, {}});
        QCOMPARE(fixture.chat->queue().size(), 1);
        fixture.chat->answerCall(fixture.lane(), 0, "21 C");
        QTRY_COMPARE(fixture.text(), "You are welcome.");
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.path().size(), 6);
    }

    void settingsChangedMeanwhileStay()
    {
        ToolsChat fixture;
        fixture.server.setScripts(kChatPath, {calling("{}"), saying("Warm.")});
        fixture.chat->send({u"Weather?"_s, {}});
        QTRY_COMPARE(fixture.callState(), CallState::Answering);
        Lane lane = fixture.conversation->lanes().first();
        lane.systemPrompt = u"Be brief."_s;
        fixture.chat->updateLane(lane);
        fixture.chat->answerCall(fixture.lane(), 0, "21 C");
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.conversation->lanes().first().systemPrompt, u"Be brief."_s);
        QVERIFY(!fixture.body(1).contains("Be brief.")); // it is the same turn
        QCOMPARE(fixture.conversation->lanes().first().head, fixture.end().id);
    }
};

QTEST_GUILESS_MAIN(ChatToolsTest)
#include "chat_tools_test.moc"
