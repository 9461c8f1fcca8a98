// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_process.h"
#include "tests/support/scripted_server.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QJsonArray>

using namespace tests;
using namespace Qt::StringLiterals;

/// `diptych-cli record` as a program, on what `ask --save` left.
class RecordCommandTest : public QObject
{
    Q_OBJECT

    ScriptedServer m_server;

    /// Asks and keeps it; the id of the record.
    [[nodiscard]] QString saved(CliProcess &cli, const QStringList &more = {})
    {
        QStringList ask{u"ask"_s,     u"--base-url"_s, m_server.baseUrl().toString(),
                        u"--model"_s, u"words-2"_s,    u"--save"_s,
                        u"--json"_s};
        return cli.run(ask + more + QStringList{u"Say it's two"_s}) == 0
                   ? cli.json()["record_id"_L1].toString()
                   : QString();
    }

private slots:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void init() { m_server.forgetRequests(); }

    void theBodyIsPrintedByteForByte()
    {
        CliProcess cli;
        cli.setVariable(u"DIPTYCH_API_KEY"_s, u"sk-very-secret-1"_s);
        const QString id = saved(cli);
        QVERIFY(!id.isEmpty());
        QCOMPARE(cli.run({u"record"_s, id, u"--body"_s}), 0);
        QCOMPARE(cli.output(), m_server.requests().constFirst().body);
        QCOMPARE(cli.run({u"record"_s, id}), 0);
        QVERIFY(cli.output().contains("words-2"));
        QVERIFY(cli.output().contains("proven by its SHA-256"));
        QVERIFY(!cli.output().contains("sk-very-secret-1"));
        QCOMPARE(cli.run({u"record"_s, u"latest"_s, u"--json"_s}), 0);
        const QJsonObject json = cli.json();
        QCOMPARE(json["format"_L1].toString(), u"diptych-record"_s);
        QCOMPARE(json["id"_L1].toString(), id);
        QCOMPARE(json["request"_L1]["body"_L1].toObject(), m_server.requests().constFirst().json());
        QVERIFY(!cli.output().contains("sk-very-secret-1"));
        QCOMPARE(cli.run({u"record"_s, u"--list"_s}), 0);
        QVERIFY(cli.output().startsWith(id.toLatin1() + "  "));
        QCOMPARE(cli.output().count('\n'), 1);
    }

    void theScriptSendsTheSameBytes()
    {
        CliProcess cli;
        QImage image(2, 2, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QBuffer png;
        png.open(QIODevice::WriteOnly);
        image.save(&png, "PNG");
        const QString id = saved(cli, {u"--image"_s, cli.file(u"a.png"_s, png.data())});
        QVERIFY(!id.isEmpty());
        const QByteArray sent = m_server.requests().constFirst().body;
        QCOMPARE(cli.run({u"record"_s, id, u"--curl"_s}), 0);
        m_server.forgetRequests();
        QProcess shell;
        shell.start(u"/bin/sh"_s, {});
        shell.write(cli.output());
        shell.closeWriteChannel();
        QVERIFY(QTest::qWaitFor([&] { return shell.state() == QProcess::NotRunning; }, 60'000));
        QCOMPARE(m_server.requests().size(), 1);
        QCOMPARE(m_server.requests().constFirst().body, sent);

        const QTemporaryDir folder;
        QCOMPARE(cli.run({u"record"_s, id, u"--python"_s, u"--out"_s, folder.path()}), 0);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
                 (QStringList{u"image-1.png"_s, u"request.py"_s}));
    }

    void theRawStreamIsPrintedWhereItWasKept()
    {
        CliProcess cli;
        const QString without = saved(cli);
        QCOMPARE(cli.run({u"record"_s, without, u"--raw"_s}), 1);
        QVERIFY(cli.errors().contains("was not kept"));
        const QString with = saved(cli, {u"--keep-raw"_s});
        QCOMPARE(cli.run({u"record"_s, with, u"--raw"_s}), 0);
        QVERIFY(cli.output().startsWith("data: {"));
        QVERIFY(cli.output().contains("[DONE]"));
    }

    void noSecretOfAnAddressIsKept()
    {
        CliProcess cli;
        QUrl url = m_server.baseUrl();
        url.setUserInfo(u"user:hunter2-user"_s);
        url.setQuery(u"api_key=hunter2-query"_s);
        (void)cli.run({u"ask"_s, u"--base-url"_s, url.toString(), u"-m"_s, u"words-2"_s,
                       u"--save"_s, u"--json"_s, u"Hello"_s});
        QVERIFY(!cli.json()["record_id"_L1].toString().isEmpty());
        QVERIFY(!cli.output().contains("hunter2"));
        QVERIFY(m_server.requests().constLast().path.contains("api_key=hunter2-query"));
        QDirIterator files(cli.profile(), QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("hunter2"), qPrintable(file.fileName()));
        }
    }

    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("no id") << QStringList{} << "name a record by its id"_ba;
        QTest::newRow("no number") << QStringList{u"abc"_s} << "is no id of a record"_ba;
        QTest::newRow("unknown") << QStringList{u"4711"_s} << "there is no such record"_ba;
        QTest::newRow("two at once") << QStringList{u"1"_s, u"2"_s} << "one record at a time"_ba;
        QTest::newRow("two outputs")
            << QStringList{u"1"_s, u"--curl"_s, u"--raw"_s} << "exclude each other"_ba;
        QTest::newRow("a folder for nothing")
            << QStringList{u"1"_s, u"--out"_s, u"x"_s} << "--out goes with"_ba;
    }
    void usage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, sentence);
        CliProcess cli;
        QVERIFY(!saved(cli).isEmpty());
        QCOMPARE(cli.run(QStringList{u"record"_s} + arguments), 2);
        QVERIFY2(cli.errors().contains(sentence), cli.errors().constData());
    }

    void aProfileThatIsNotThereIsNotMade()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"record"_s, u"latest"_s}), 1);
        QVERIFY(cli.errors().contains("there are no records"));
        QVERIFY(!QDir(cli.profile()).exists());
    }

    void theDemoHasNoScript()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"ask"_s, u"--provider"_s, u"demo"_s, u"--save"_s, u"Hello"_s}), 0);
        QCOMPARE(cli.run({u"record"_s, u"latest"_s, u"--curl"_s}), 1);
        QVERIFY(cli.errors().contains("the demo is a part of this program"));
        QCOMPARE(cli.run({u"record"_s, u"latest"_s, u"--body"_s}), 0);
        QVERIFY(cli.json().contains("messages"_L1));
    }
};

QTEST_GUILESS_MAIN(RecordCommandTest)
#include "record_test.moc"
