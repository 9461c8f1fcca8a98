// SPDX-License-Identifier: GPL-3.0-or-later
// diptych-cli export, the real program on a profile that a window may hold.
#include "app/base/paths.h"
#include "app/store/store.h"
#include "tests/app/cli/cli_process.h"
#include "tests/support/sample_profile.h"

#include <QDir>
#include <QJsonArray>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// Some conversations, of which the store stays open as in a window.
struct Profile
{
    CliProcess cli;
    std::unique_ptr<Store> store;

    Profile()
    {
        store = std::make_unique<Store>(Paths::inFolder(cli.profile()), Store::Role::Owner);
        filled = fillProfile(*store, {.conversations = 6, .nowMs = 1'796'040'000'000}).has_value();
    }
    [[nodiscard]] QByteArrayList lines() const { return cli.output().trimmed().split('\n'); }

    bool filled = false;
};

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT
private slots:
    void listsConversationsAndRounds()
    {
        Profile f;
        QVERIFY(f.filled);
        QCOMPARE(f.cli.run({u"export"_s, u"--list"_s}), 0);
        QCOMPARE(f.lines().size(), 6);
        const QString id = QString::fromLatin1(f.lines().first().split(' ').first());
        QVERIFY(id.toLongLong() > 0);
        QCOMPARE(f.cli.run({u"export"_s, id, u"--list"_s}), 0);
        QVERIFY(f.lines().first().trimmed().startsWith("1  "));
        QVERIFY(f.cli.output().contains("chat"));
    }

    void writesEachFormat_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("html") << u"html"_s << QByteArray("<!doctype html>");
        QTest::newRow("markdown") << u"markdown"_s << QByteArray("## Round 1");
        QTest::newRow("csv") << u"csv"_s << QByteArray("\xef\xbb\xbfround,round_id");
        QTest::newRow("json") << u"json"_s << QByteArray("\"diptych-export\"");
        QTest::newRow("promptfoo") << u"promptfoo"_s << QByteArray("providers:");
    }
    void writesEachFormat()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, part);
        Profile f;
        QCOMPARE(f.cli.run({u"export"_s, u"latest"_s, u"--format"_s, format}), 0);
        QVERIFY2(f.cli.output().contains(part), f.cli.output().left(2'000).constData());
        QCOMPARE(f.cli.errors(), QByteArray());
    }

    void theEndingOfTheFileSaysTheFormat()
    {
        Profile f;
        const QString file = QDir(f.cli.profile()).filePath(u"out.json"_s);
        QCOMPARE(f.cli.run({u"export"_s, u"latest"_s, u"--out"_s, file}), 0);
        QVERIFY(f.cli.errors().contains("wrote"));
        QCOMPARE(f.cli.output(), QByteArray());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QJsonDocument json = QJsonDocument::fromJson(written.readAll());
        QCOMPARE(json["format"_L1].toString(), u"diptych-export"_s);
        QVERIFY(!json["runs"_L1].toArray().isEmpty());
    }

    void oneRoundByNumberAndByName()
    {
        Profile f;
        for (const QString &round : {u"1"_s, u"newest"_s}) {
            QCOMPARE(f.cli.run({u"export"_s, u"latest"_s, u"--format"_s, u"json"_s, u"--round"_s,
                                round, u"--no-runs"_s, u"--no-images"_s}),
                     0);
            QCOMPARE(f.cli.json()["rounds"_L1].toArray().size(), 1);
            QCOMPARE(f.cli.json()["scope"_L1].toString(), u"round"_s);
            QVERIFY(f.cli.json()["runs"_L1].toArray().isEmpty());
        }
    }

    void changesNothing()
    {
        Profile f;
        QCOMPARE(f.cli.run({u"export"_s, u"--list"_s}), 0);
        const QByteArray before = f.cli.output();
        QCOMPARE(f.cli.run({u"export"_s, u"latest"_s}), 0);
        QCOMPARE(f.cli.run({u"export"_s, u"--list"_s}), 0);
        QCOMPARE(f.cli.output(), before);
    }

    void badInputIsToldInASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char *name, const QStringList &arguments, int code,
                            const char *part) {
            QTest::newRow(name) << arguments << code << QByteArray(part);
        };
        row("nothing", {}, 2, "name a conversation");
        row("two", {u"latest"_s, u"latest"_s}, 2, "one too many");
        row("no number", {u"abc"_s}, 2, "is no id");
        row("unknown", {u"12345"_s}, 2, "there is no such conversation");
        row("format", {u"latest"_s, u"--format"_s, u"docx"_s}, 2, "none of html, markdown");
        row("round", {u"latest"_s, u"--round"_s, u"99"_s}, 2, "there is no round");
        row("folder", {u"latest"_s, u"--out"_s, u"/nonexistent/x.html"_s}, 1, "cannot be written");
    }
    void badInputIsToldInASentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, part);
        Profile f;
        QCOMPARE(f.cli.run(QStringList{u"export"_s} + arguments), code);
        QVERIFY2(f.cli.errors().contains(part), f.cli.errors().constData());
        QCOMPARE(f.cli.output(), QByteArray());
    }

    void aProfileThatIsNotThereIsNotMade()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"export"_s, u"--list"_s}), 1);
        QVERIFY(cli.errors().contains("there are no conversations in"));
        QVERIFY(!QDir(cli.profile()).exists());
    }

    void helpSaysItAll()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"export"_s, u"--help"_s}), 0);
        for (const char *word : {"--list", "--format", "--round", "--out", "--no-images",
                                 "--no-runs", "--branches", "--profile", "promptfoo", "Exit codes"})
            QVERIFY2(cli.output().contains(word), word);
    }
};

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
