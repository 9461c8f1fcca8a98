// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/prompt_builder.h"
#include "app/chat/reply_writer.h"
#include "tests/app/chat/chat_fixture.h"
#include "tests/support/scenarios.h"

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

MessageState messageStateOf(const Expected &expected, const Choice &choice)
{
    const bool ended = !choice.finishReason.isEmpty() && expected.status != RunStatus::Failed;
    if (ended || expected.status == RunStatus::Complete)
        return MessageState::Complete;
    return expected.status == RunStatus::CutOff ? MessageState::CutOff : MessageState::Failed;
}

/// Ids that the client made up and durations differ from run to run.
Parts comparable(Parts parts)
{
    for (Part &part : parts) {
        if (auto *call = std::get_if<ToolCallPart>(&part))
            call->id.clear();
        if (auto *reasoning = std::get_if<ReasoningPart>(&part))
            reasoning->durationMs = 0;
    }
    return parts;
}

} // namespace

/// Every way a server answers, seen from the conversation and from the next start.
class ChatScenariosTest : public QObject
{
    Q_OBJECT
private slots:
    void scenario_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const Scenario &scenario : scenarios())
            QTest::newRow(scenario.name.constData()) << scenario.name;
    }
    void scenario()
    {
        QFETCH(QByteArray, name);
        const Scenario &played = *findScenario(name);
        const Expected &expected = played.expected;
        const QString model = QString::fromLatin1(name);
        ChatFixture fixture({model});
        if (played.modelThinks) {
            fixture.catalogue.learn(u"scripted"_s, model, &ModelInfo::reasoning, Ability::Yes);
        }
        if (name.startsWith("silence"))
            fixture.setPatience(150ms);
        if (!played.streams) {
            Lane lane = fixture.conversation->lanes().first();
            lane.parameters.set(u"stream", false);
            fixture.chat->updateLane(lane);
        }
        QVERIFY(fixture.ask(u"Hello"_s));
        QCOMPARE(fixture.completionRequests(), expected.requests);

        const Message reply = fixture.end();
        const Run *run = fixture.conversation->run(reply.run);
        QVERIFY(run);
        QCOMPARE(run->status, expected.status);
        QCOMPARE(run->usage, expected.usage);
        QCOMPARE(run->modelAnswered, expected.model);
        QCOMPARE(run->tierEchoed, expected.serviceTier);
        QCOMPARE(run->retries, expected.requests - 1);
        QCOMPARE(run->error ? std::optional(run->error->kind) : std::nullopt, expected.error);

        QList<MessageId> replies = fixture.conversation->children(reply.parent);
        QCOMPARE(replies.size(), expected.choices.size());
        const Run live = *run;
        const auto stored = fixture.afterRestart();
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().message));
        QCOMPARE(stored->runs.size(), 1);
        QVERIFY(stored->runs.first() == live);
        for (qsizetype at = 0; at < replies.size(); ++at) {
            const Choice &choice = expected.choices.at(at);
            const Message kept = messageOf(*stored, replies.at(at));
            QCOMPARE(kept.state, messageStateOf(expected, choice));
            QCOMPARE(kept.choice, choice.index);
            QCOMPARE(kept.finishReason, choice.finishReason);
            QCOMPARE(comparable(kept.parts), comparable(partsOf(choice)));
        }
    }

    void theStoredRecipeGivesTheBodyThatTheServerSaw()
    {
        ChatFixture fixture;
        const QByteArray picture = "not really a picture";
        const auto hash = settled(fixture.store->putBlob(picture, u"image/png"_s));
        QVERIFY(hash);
        Lane lane = fixture.conversation->lanes().first();
        lane.systemPrompt = u"Be “brief”."_s;
        lane.parameters.set(u"temperature", 0.25);
        fixture.chat->updateLane(lane);

        const ImagePart linked{.sha256 = "0f", .url = u"https://example.org/a.png"_s};
        fixture.chat->send(
            {u"What is this?\n\t✓"_s, {ImagePart{*hash, u"image/png"_s, 4, 5, 20}, linked}});
        QVERIFY(fixture.waitForEnd());
        fixture.chat->continueReply(fixture.lane(), fixture.end().id);
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.ask(u"Thanks"_s));

        const QList<SeenRequest> seen = fixture.server.requests();
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(stored->runs.size(), seen.size());
        for (qsizetype at = 0; at < seen.size(); ++at) {
            const auto recipe = settled(fixture.store->recipe(stored->runs.at(at).id));
            QVERIFY(recipe);
            QList<Message> path;
            for (const Recipe::Ref &ref : recipe->messages)
                path.append(messageOf(*stored, ref.message));
            const auto rebuilt = rebuildBody(*recipe, path, {{*hash, picture}});
            QVERIFY2(rebuilt, rebuilt ? "" : qPrintable(rebuilt.error().message));
            QCOMPARE(*rebuilt, seen.at(at).body);
            QCOMPARE(recipe->images, (QList<QByteArray>{*hash, linked.sha256}));
            QVERIFY(seen.at(at).body.contains("{\"url\":\"https://example.org/a.png\"}"));
        }
    }
};

QTEST_GUILESS_MAIN(ChatScenariosTest)
#include "chat_scenarios_test.moc"
