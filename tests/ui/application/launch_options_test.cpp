// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch_options.h"

#include <QDir>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;
using Task = LaunchOptions::Task;

class LaunchOptionsTest : public QObject
{
    Q_OBJECT
private slots:
    void tasks_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<Task>("task");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("nothing") << QStringList{} << Task::Window << 0;
        QTest::newRow("a question") << QStringList{u"--ask"_s, u"why?"_s} << Task::Window << 0;
        QTest::newRow("a picture")
            << QStringList{u"--screenshot"_s, u"a.png"_s} << Task::Screenshot << 0;
        QTest::newRow("a self-test") << QStringList{u"--self-test"_s} << Task::SelfTest << 0;
        QTest::newRow("the version") << QStringList{u"--version"_s} << Task::Print << 0;
        QTest::newRow("help") << QStringList{u"--help"_s} << Task::Print << 0;
        QTest::newRow("an unknown option") << QStringList{u"--nonsense"_s} << Task::Print << 2;
        QTest::newRow("no address")
            << QStringList{u"--base-url"_s, u"not a url"_s} << Task::Print << 2;
        QTest::newRow("a file as address")
            << QStringList{u"--base-url"_s, u"file:///etc/passwd"_s} << Task::Print << 2;
    }
    void tasks()
    {
        QFETCH(QStringList, arguments);
        QFETCH(Task, task);
        QFETCH(int, exitCode);
        const LaunchOptions options = parseLaunchOptions(QStringList{u"diptych"_s} + arguments);
        QCOMPARE(options.task, task);
        QCOMPARE(options.exitCode, exitCode);
        QCOMPARE(options.text.isEmpty(), task != Task::Print);
    }

    void onlyAWindowIsHandedOver()
    {
        const auto parsed = [](const QStringList &arguments) {
            return parseLaunchOptions(QStringList{u"diptych"_s} + arguments);
        };
        QVERIFY(parsed({}).mayBeHandedOver());
        QVERIFY(!parsed({u"--screenshot"_s, u"a.png"_s}).mayBeHandedOver());
        QVERIFY(!parsed({u"--self-test"_s}).mayBeHandedOver());
    }

    void theMessageCarriesWhatIsAsked()
    {
        LaunchOptions options;
        options.ask = u"“quotes”\nand lines"_s;
        options.model = u"demo/tour"_s;
        options.images = {u"/tmp/a b.png"_s, u"/tmp/c.pdf"_s};
        options.set = u"Small & large"_s;
        options.baseUrl = QUrl(u"http://127.0.0.1:8080/v1"_s);
        QVERIFY(!options.toMessage().contains('\n'));
        QCOMPARE(LaunchOptions::fromMessage(options.toMessage()), options);
        QCOMPARE(LaunchOptions::fromMessage("rubbish"), LaunchOptions());
    }

    void imagesAreFoundFromAnyFolder()
    {
        const LaunchOptions options = parseLaunchOptions(
            {u"diptych"_s, u"--image"_s, u"a.png"_s, u"--image"_s, u"/tmp/b.pdf"_s});
        QCOMPARE(options.images,
                 (QStringList{QDir::current().absoluteFilePath(u"a.png"_s), u"/tmp/b.pdf"_s}));
    }

    void aProfileHasItsOwnFolders()
    {
        LaunchOptions options;
        options.profile = u"/tmp/somewhere"_s;
        QVERIFY(options.paths().store().startsWith(u"/tmp/somewhere"_s));
        QCOMPARE(LaunchOptions().paths(), app::Paths::standard());
    }
};

QTEST_GUILESS_MAIN(LaunchOptionsTest)
#include "launch_options_test.moc"
