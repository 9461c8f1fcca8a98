// SPDX-License-Identifier: GPL-3.0-or-later
// The reference servers of the protocol, as npm has them. tests/mcp/install.sh brings them; without
// node or its registry this is skipped.
#include "app/tools/mcp/mcp_host.h"
#include "tests/app/tools/tools_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>

using namespace app;
using namespace tests;
using State = ToolHost::State;

namespace {

QString scriptOf(const QString &server)
{
    return QStringLiteral(DIPTYCH_BINARY_DIR)
           + u"/mcp/node_modules/@modelcontextprotocol/%1/dist/index.js"_s.arg(server);
}

/// A server that is started with node.
struct Reference
{
    explicit Reference(const QString &server, const QStringList &arguments,
                       const QList<std::pair<QString, QString>> &environment = {})
    {
        source.id = server;
        source.name = server;
        source.kind = ToolSourceKind::McpCommand;
        source.command.program = u"node"_s;
        source.command.arguments = QStringList{scriptOf(server)} + arguments;
        source.command.environment = environment;
        host = std::make_unique<McpHost>(confirmed(source), http, secrets);
    }
    [[nodiscard]] bool isReady()
    {
        host->start();
        return QTest::qWaitFor([&] { return host->state() == State::Ready; }, 2 * kPatienceMs);
    }
    [[nodiscard]] bool has(const QString &tool) const
    {
        const QList<Tool> tools = host->tools();
        return std::ranges::any_of(tools, [&](const Tool &each) { return each.ref.name == tool; });
    }

    ToolSource source;
    HttpClient http;
    MemorySecretStore secrets;
    std::unique_ptr<McpHost> host;
};

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool answers(int port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(port));
    return socket.waitForConnected(200);
}

} // namespace

class McpReferenceTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
            QSKIP("node is not installed");
        if (!QFile::exists(scriptOf(u"server-everything"_s)))
            QSKIP("the reference servers are not installed");
    }

    void everything()
    {
        Reference everything(u"server-everything"_s, {u"stdio"_s});
        QVERIFY(everything.isReady());
        QVERIFY(everything.has(u"echo"_s));
        QCOMPARE(called(*everything.host, u"echo"_s, {{u"message"_s, u"Grüße"_s}}).text,
                 "Echo: Grüße");
        QVERIFY(called(*everything.host, u"get-sum"_s, {{u"a"_s, 2}, {u"b"_s, 40}})
                    .text.contains("42"));
        const ToolOutcome wrong = called(*everything.host, u"get-sum"_s, {{u"a"_s, u"two"_s}});
        QVERIFY(wrong.isError);
    }

    void everyKindOfContent()
    {
        Reference everything(u"server-everything"_s, {u"stdio"_s});
        QVERIFY(everything.isReady());
        const ToolOutcome image = called(*everything.host, u"get-tiny-image"_s);
        QCOMPARE(image.images.size(), 1);
        QCOMPARE(image.images.first().mimeType, u"image/png"_s);
        QVERIFY(image.images.first().bytes.startsWith("\x89PNG"));
        const ToolOutcome structured =
            called(*everything.host, u"get-structured-content"_s, {{u"location"_s, u"Chicago"_s}});
        QVERIFY(!structured.structured.isEmpty());
        QVERIFY(called(*everything.host, u"get-resource-links"_s, {{u"count"_s, 2}})
                    .text.contains("[resource "));
    }

    void progress()
    {
        Reference everything(u"server-everything"_s, {u"stdio"_s});
        QVERIFY(everything.isReady());
        const std::unique_ptr<ToolRun> run(everything.host->call(
            u"trigger-long-running-operation"_s, {{u"duration"_s, 1}, {u"steps"_s, 4}}, nullptr));
        QSignalSpy progress(run.get(), &ToolRun::progressed);
        const ToolOutcome outcome = outcomeOf(*run);
        QVERIFY2(!outcome.isError, outcome.text.constData());
        QVERIFY(progress.size() >= 3);
    }

    void files()
    {
        QTemporaryDir folder;
        Reference files(u"server-filesystem"_s, {folder.path()});
        QVERIFY(files.isReady());
        const QString path = folder.filePath(u"note.txt"_s);
        QVERIFY(
            !called(*files.host, u"write_file"_s, {{u"path"_s, path}, {u"content"_s, u"Hello\n"_s}})
                 .isError);
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), "Hello\n");
        QVERIFY(
            called(*files.host, u"read_text_file"_s, {{u"path"_s, path}}).text.startsWith("Hello"));
        const ToolOutcome outside =
            called(*files.host, u"read_text_file"_s, {{u"path"_s, u"/etc/passwd"_s}});
        QVERIFY(outside.isError);
        QVERIFY(outside.text.contains("Access denied"));
    }

    void memory()
    {
        QTemporaryDir folder;
        Reference memory(u"server-memory"_s, {},
                         {{u"MEMORY_FILE_PATH"_s, folder.filePath(u"memory.jsonl"_s)}});
        QVERIFY(memory.isReady());
        const QJsonObject rome{{u"name"_s, u"Rome"_s},
                               {u"entityType"_s, u"city"_s},
                               {u"observations"_s, QJsonArray{u"It is warm."_s}}};
        QVERIFY(!called(*memory.host, u"create_entities"_s, {{u"entities"_s, QJsonArray{rome}}})
                     .isError);
        QVERIFY(called(*memory.host, u"read_graph"_s).text.contains("It is warm."));
    }

    void overHttp()
    {
        QProcess server;
        const int port = freePort();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PORT"_s, QString::number(port));
        server.setProcessEnvironment(environment);
        server.start(u"node"_s, {scriptOf(u"server-everything"_s), u"streamableHttp"_s});
        QVERIFY(server.waitForStarted());
        const bool listens = QTest::qWaitFor([&] { return answers(port); }, 2 * kPatienceMs);
        ToolSource source;
        source.id = u"far"_s;
        source.name = u"far"_s;
        source.kind = ToolSourceKind::McpUrl;
        source.url = QUrl(u"http://127.0.0.1:%1/mcp"_s.arg(port));
        HttpClient http;
        MemorySecretStore secrets;
        McpHost host(source, http, secrets);
        host.start();
        const bool isReady =
            listens && QTest::qWaitFor([&] { return host.state() == State::Ready; }, kPatienceMs);
        const ToolOutcome outcome = called(host, u"echo"_s, {{u"message"_s, u"far"_s}});
        server.kill();
        server.waitForFinished();
        QVERIFY(isReady);
        QCOMPARE(outcome.text, "Echo: far");
    }
};

QTEST_GUILESS_MAIN(McpReferenceTest)
#include "mcp_reference_test.moc"
