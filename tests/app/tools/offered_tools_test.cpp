// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/mcp/json_rpc.h"
#include "app/tools/mcp/mcp_values.h"
#include "app/tools/offered_tools.h"

#include <QJsonDocument>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

Tool named(const QString &name, const QString &source)
{
    Tool tool;
    tool.ref = {source, name};
    tool.sourceName = source;
    tool.schema = {{u"type"_s, u"object"_s}};
    return tool;
}

QStringList wireNames(const QList<Tool> &tools, const QStringList &taken = {})
{
    QStringList names;
    for (const OfferedTool &offered : offeredTools(tools, taken))
        names.append(offered.wireName);
    return names;
}

} // namespace

class OfferedToolsTest : public QObject
{
    Q_OBJECT
private slots:
    void namesThatServersTake()
    {
        QCOMPARE(wireNames({named(u"read_file"_s, u"files"_s)}), QStringList{u"read_file"_s});
        QCOMPARE(wireNames({named(u"fs/read.file ü"_s, u"files"_s)}),
                 QStringList{u"fs_read_file__"_s});
        QCOMPARE(wireNames({named(QString(200, u'a'), u"files"_s)}),
                 QStringList{QString(64, u'a')});
    }

    void namesThatAreTaken()
    {
        const QList<Tool> tools{named(u"search"_s, u"web"_s), named(u"search"_s, u"mail"_s),
                                named(u"search"_s, u"mail"_s)};
        QCOMPARE(wireNames(tools),
                 (QStringList{u"search"_s, u"mail_search"_s, u"mail_search_2"_s}));
        QCOMPARE(wireNames(tools, {u"search"_s}).first(), u"web_search"_s);
        QCOMPARE(wireNames({named(QString(64, u'a'), u"x"_s), named(QString(64, u'a'), u"a"_s)})
                     .last()
                     .size(),
                 64);
    }

    void asARequestWantsThem()
    {
        Tool tool = named(u"echo"_s, u"x"_s);
        tool.description = u"Says it again."_s;
        QCOMPARE(QJsonDocument(toolsToJson(offeredTools({tool}))).toJson(QJsonDocument::Compact),
                 R"([{"function":{"description":"Says it again.","name":"echo",)"
                 R"("parameters":{"type":"object"}},"type":"function"}])");
    }

    void thoseOfARequestAreByHand()
    {
        const QJsonArray given =
            QJsonDocument::fromJson(
                R"([{"type":"function","function":{"name":"a","parameters":{"x":1}}},{"type":"other"}])")
                .array();
        const OfferedTools offered = handToolsFromJson(given);
        QCOMPARE(offered.size(), 1);
        QCOMPARE(offered.first().wireName, u"a"_s);
        QCOMPARE(offered.first().tool.kind, ToolSourceKind::ByHand);
        QVERIFY(offered.first().tool.ref.source.isEmpty());
    }

    void textIsCutBetweenCharacters()
    {
        QCOMPARE(cutText("aä", 3), "aä");
        QCOMPARE(cutText("aä", 2), "a");
        QCOMPARE(cutText("\xF0\x9F\x98\x80", 3), "");
    }

    void messagesOfTheProtocol_data()
    {
        using Kind = RpcMessage::Kind;
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QList<int>>("kinds");
        QTest::newRow("request") << R"({"id":1,"method":"ping"})"_ba << QList{int(Kind::Request)};
        QTest::newRow("notification") << R"({"method":"x"})"_ba << QList{int(Kind::Notification)};
        QTest::newRow("null id") << R"({"id":null,"method":"x"})"_ba
                                 << QList{int(Kind::Notification)};
        QTest::newRow("result") << R"({"id":"a","result":{}})"_ba << QList{int(Kind::Result)};
        QTest::newRow("error") << R"({"id":1,"error":{"code":1}})"_ba << QList{int(Kind::Failure)};
        QTest::newRow("neither") << R"({"id":1})"_ba << QList{int(Kind::Invalid)};
        QTest::newRow("batch") << R"([{"method":"x"},7])"_ba
                               << QList{int(Kind::Notification), int(Kind::Invalid)};
        QTest::newRow("no JSON") << "{"_ba << QList<int>{};
        QTest::newRow("a number") << "12"_ba << QList<int>{};
        QTest::newRow("nested") << QByteArray(5'000, '[') << QList<int>{};
    }
    void messagesOfTheProtocol()
    {
        QFETCH(QByteArray, json);
        QFETCH(QList<int>, kinds);
        QList<int> read;
        for (const RpcMessage &message : readRpc(json))
            read.append(int(message.kind));
        QCOMPARE(read, kinds);
    }

    void toolsOfStrangersHaveLimits()
    {
        const Tool base = named({}, u"x"_s);
        QVERIFY(!mcpTool({}, base));
        QVERIFY(!mcpTool({{u"name"_s, QString(300, u'a')}}, base));
        QVERIFY(!mcpTool({{u"name"_s, u"a"_s},
                          {u"inputSchema"_s, QJsonObject{{u"x"_s, QString(300'000, u'a')}}}},
                         base));
        const auto tool =
            mcpTool({{u"name"_s, u"a"_s}, {u"description"_s, QString(100'000, u'd')}}, base);
        QVERIFY(tool);
        QCOMPARE(tool->description.size(), 32 * 1024);
        QCOMPARE(tool->schema, base.schema);
    }
};

QTEST_GUILESS_MAIN(OfferedToolsTest)
#include "offered_tools_test.moc"
