// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/prompt_builder.h"

#include <QJsonDocument>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

Message message(qint64 id, Role role, const Parts &parts)
{
    Message made;
    made.id = MessageId(id);
    made.parent = MessageId(id - 1);
    made.role = role;
    made.parts = parts;
    return made;
}

Message said(qint64 id, Role role, const QByteArray &text)
{
    return message(id, role, text.isEmpty() ? Parts{} : Parts{TextPart{text}});
}

RequestPlan planFor(const QList<Message> &path)
{
    RequestPlan plan;
    plan.provider.dialect = Dialect::DeepInfra;
    plan.model = u"m"_s;
    plan.path = path;
    return plan;
}

QJsonObject bodyOf(const RequestPlan &plan)
{
    return QJsonDocument::fromJson(buildPrompt(plan)->body).object();
}

/// JSON that can be written down in a source.
QByteArray readable(QByteArray json)
{
    return json.replace('"', '\'');
}

QByteArray messagesOf(const RequestPlan &plan)
{
    const QJsonDocument messages(bodyOf(plan).value("messages"_L1).toArray());
    return readable(messages.toJson(QJsonDocument::Compact));
}

const QByteArray kPicture = "\x89PNG not really";

ImagePart picture()
{
    return {"abc", u"image/png"_s, 2, 3, kPicture.size(), u"secret name.png"_s};
}

} // namespace

class PromptBuilderTest : public QObject
{
    Q_OBJECT
private slots:
    void onlyWhatIsSetIsSent()
    {
        const BuiltPrompt built = *buildPrompt(planFor({said(1, Role::User, "Hi")}));
        QCOMPARE(readable(built.body), QByteArray("{'messages':[{'content':'Hi','role':'user'}],"
                                                  "'model':'m','stream':true}"));
        QCOMPARE(built.recipe.bodyBytes, built.body.size());
        QVERIFY(built.withheld.isEmpty());
    }

    void messages_data()
    {
        QTest::addColumn<QList<Message>>("path");
        QTest::addColumn<QByteArray>("messages");
        const Message hi = said(1, Role::User, "Hi");
        const QByteArray hiJson = "{'content':'Hi','role':'user'}";
        QTest::newRow("text with a cut character")
            << QList<Message>{said(1, Role::User, "a\xc3")}
            << QByteArray("[{'content':'a\xef\xbf\xbd','role':'user'}]");
        QTest::newRow("a reply without content is left out")
            << QList<Message>{hi, said(2, Role::Assistant, ""), said(3, Role::User, "Again")}
            << QByteArray("[" + hiJson + ",{'content':'Again','role':'user'}]");
        QTest::newRow("reasoning stays at home")
            << QList<Message>{hi,
                              message(2, Role::Assistant, {ReasoningPart{"hm"}, TextPart{"Yes"}})}
            << QByteArray("[" + hiJson + ",{'content':'Yes','role':'assistant'}]");
        Message more = said(3, Role::Assistant, " there ");
        more.continues = MessageId(2);
        Message evenMore = said(4, Role::Assistant, "is");
        evenMore.continues = MessageId(3);
        QTest::newRow("continuations are joined byte for byte")
            << QList<Message>{hi, said(2, Role::Assistant, "What "), more, evenMore}
            << QByteArray("[" + hiJson + ",{'content':'What  there is','role':'assistant'}]");
        const ToolCallPart call{u"c1"_s, u"f"_s, "{\"a\":1}"};
        QTest::newRow("a call without its result is left out")
            << QList<Message>{hi, message(2, Role::Assistant, {TextPart{"Well"}, call})}
            << QByteArray("[" + hiJson + ",{'content':'Well','role':'assistant'}]");
        QTest::newRow("a tool loop, with its reasoning")
            << QList<Message>{hi, message(2, Role::Assistant, {ReasoningPart{"hm"}, call}),
                              message(3, Role::Tool, {ToolResultPart{u"c1"_s, "42"}})}
            << QByteArray("[" + hiJson
                          + ",{'content':null,'reasoning_content':'hm','role':'assistant',"
                            "'tool_calls':[{'function':{'arguments':'{\\'a\\':1}','name':'f'},"
                            "'id':'c1','type':'function'}]},"
                            "{'content':'42','role':'tool','tool_call_id':'c1'}]");
        QTest::newRow("a tool loop that is over, without")
            << QList<Message>{hi, message(2, Role::Assistant, {ReasoningPart{"hm"}, call}),
                              message(3, Role::Tool, {ToolResultPart{u"c1"_s, "42"}}),
                              said(4, Role::User, "Thanks")}
            << QByteArray("[" + hiJson
                          + ",{'content':null,'role':'assistant',"
                            "'tool_calls':[{'function':{'arguments':'{\\'a\\':1}','name':'f'},"
                            "'id':'c1','type':'function'}]},"
                            "{'content':'42','role':'tool','tool_call_id':'c1'},"
                            "{'content':'Thanks','role':'user'}]");
    }
    void messages()
    {
        QFETCH(QList<Message>, path);
        QTEST(messagesOf(planFor(path)), "messages");
    }

    void systemMessagesBecomeOneWhereOnlyOneIsTaken()
    {
        const auto given = QJsonDocument::fromJson(
            R"([{"role":"developer","content":[{"type":"text","text":"Kind."}]},
                {"role":"user","content":"One"}])");
        RequestPlan plan = planFor({said(1, Role::System, "Exact."), said(2, Role::User, "Two")});
        plan.systemPrompt = u"Brief."_s;
        plan.givenMessages = given.array();
        QCOMPARE(messagesOf(plan),
                 QByteArray("[{'content':'Brief.\\n\\nKind.\\n\\nExact.','role':'system'},"
                            "{'content':'One','role':'user'},{'content':'Two','role':'user'}]"));
        const BuiltPrompt built = *buildPrompt(plan);
        QCOMPARE(built.recipe.messages.size(), 1);

        plan.provider.dialect = Dialect::OpenAi;
        QCOMPARE(bodyOf(plan).value("messages"_L1).toArray().size(), 5);

        // One alone stays where it stands.
        const QList<Message> one{said(1, Role::User, "Hi"), said(2, Role::System, "Exact.")};
        QCOMPARE(messagesOf(planFor(one)), QByteArray("[{'content':'Hi','role':'user'},"
                                                      "{'content':'Exact.','role':'system'}]"));
    }

    void theRecipeOfSeveralSystemMessagesGivesTheBodyAgain()
    {
        RequestPlan plan = planFor({said(1, Role::System, "Exact."), said(2, Role::User, "Two")});
        plan.systemPrompt = u"Brief."_s;
        const BuiltPrompt built = *buildPrompt(plan);
        const auto rebuilt = rebuildBody(built.recipe, {plan.path.at(1)}, {});
        QVERIFY(rebuilt);
        QCOMPARE(*rebuilt, built.body);
    }

    void imagesStandBeforeTheText()
    {
        RequestPlan plan = planFor({message(1, Role::User, {TextPart{"What?"}, picture()})});
        plan.imageBytes.insert("abc", kPicture);
        const QByteArray expected =
            "[{'content':[{'image_url':{'url':'data:image/png;base64," + kPicture.toBase64()
            + "'},'type':'image_url'},{'text':'What?','type':'text'}],'role':'user'}]";
        QCOMPARE(messagesOf(plan), expected);
        QVERIFY(!buildPrompt(plan)->body.contains("secret"));

        RequestPlan without = plan;
        without.imageBytes.clear();
        QCOMPARE(buildPrompt(without).error().kind, ErrorKind::Storage);

        plan.omission.images = true;
        QCOMPARE(messagesOf(plan), QByteArray("[{'content':'What?','role':'user'}]"));
        QVERIFY(buildPrompt(plan)->recipe.images.isEmpty());
    }

    void fieldsFollowTheDialect_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QStringList>("anyway");
        QTest::addColumn<bool>("sent");
        QTest::newRow("taken") << Dialect::DeepInfra << QStringList() << true;
        QTest::newRow("unknown takes all") << Dialect::Unknown << QStringList() << true;
        QTest::newRow("not taken") << Dialect::OpenAi << QStringList() << false;
        QTest::newRow("sent anyway") << Dialect::OpenAi << QStringList{u"min_p"_s} << true;
    }
    void fieldsFollowTheDialect()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QStringList, anyway);
        QFETCH(bool, sent);
        RequestPlan plan = planFor({said(1, Role::User, "Hi")});
        plan.provider.dialect = dialect;
        plan.parameters.set(u"min_p", 0.1);
        plan.sendAnyway = anyway;
        QCOMPARE(bodyOf(plan).contains("min_p"_L1), sent);
        QCOMPARE(buildPrompt(plan)->withheld.contains(u"min_p"_s), !sent);
    }

    void extraJsonComesLastAndDroppedFieldsGo()
    {
        RequestPlan plan = planFor({said(1, Role::User, "Hi")});
        plan.parameters.set(u"temperature", 0.5);
        plan.parameters.set(u"seed", 7);
        plan.extraJson = {{u"temperature"_s, 1.5}};
        plan.provider.dropFields = {u"seed"_s};
        const QJsonObject body = bodyOf(plan);
        QCOMPARE(body.value("temperature"_L1).toDouble(), 1.5);
        QVERIFY(!body.contains("seed"_L1));
    }

    void whatTheModelRefusedIsLeftOut()
    {
        RequestPlan plan = planFor({said(1, Role::User, "Hi")});
        plan.parameters.set(u"temperature", 0.5);
        plan.omission.parameters = {u"temperature"_s};
        QVERIFY(!bodyOf(plan).contains("temperature"_L1));
    }

    void aContinuationSaysSoWhereTheServerWantsIt()
    {
        RequestPlan plan = planFor({said(1, Role::User, "Hi"), said(2, Role::Assistant, "We")});
        plan.continues = true;
        QCOMPARE(bodyOf(plan).value("continue_final_message"_L1), QJsonValue(true));
        plan.provider.dialect = Dialect::Unknown;
        QVERIFY(!bodyOf(plan).contains("continue_final_message"_L1));
    }

    void theRecipeGivesTheBodyAgain()
    {
        Message more = said(3, Role::Assistant, " and more");
        more.continues = MessageId(2);
        RequestPlan plan = planFor(
            {message(1, Role::User,
                     {picture(), ImagePart{.sha256 = "def", .url = u"https://x.org/ü?a=1&b"_s},
                      TextPart{"Hi \"ü\"\n"}}),
             said(2, Role::Assistant, "Yes"), more, said(4, Role::User, "Go on")});
        plan.imageBytes.insert("abc", kPicture);
        plan.systemPrompt = u"Be brief."_s;
        plan.parameters.set(u"stop", QJsonArray{u"END"_s});
        const BuiltPrompt built = *buildPrompt(plan);

        QList<MessageId> named;
        for (const Recipe::Ref &ref : built.recipe.messages)
            named.append(ref.message);
        QCOMPARE(named, (QList<MessageId>{MessageId(1), MessageId(2), MessageId(3), MessageId(4)}));
        const auto rebuilt = rebuildBody(built.recipe, plan.path, plan.imageBytes);
        QVERIFY(rebuilt);
        QCOMPARE(*rebuilt, built.body);

        QList<Message> changed = plan.path;
        changed[3].parts = {TextPart{"Stop"}};
        QVERIFY(!rebuildBody(built.recipe, changed, plan.imageBytes));
    }
};

QTEST_GUILESS_MAIN(PromptBuilderTest)
#include "prompt_builder_test.moc"
