// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/lane_set_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

Provider provider(const QString &id, const QString &name)
{
    Provider made;
    made.id = id;
    made.name = name;
    made.baseUrl = QUrl(u"http://127.0.0.1:1/v1"_s);
    return made;
}

QList<Lane> twoLanes()
{
    Lane one;
    one.id = LaneId(5);
    one.letter = 3;
    one.providerId = u"p1"_s;
    one.model = u"org/small"_s;
    one.parameters.set(u"temperature", 0);
    one.sendAnyway = {u"top_k"_s};
    one.extraJson = {{u"keep_alive"_s, u"5m"_s}};
    one.systemPrompt = u"Be “brief”.\n"_s;
    one.head = MessageId(9);
    Lane other;
    other.providerId = u"p2"_s;
    other.model = u"large"_s;
    return {one, other};
}

} // namespace

class LaneSetTest : public QObject
{
    Q_OBJECT
private slots:
    void lanesComeBackAsTheyWere()
    {
        const QList<Provider> providers{provider(u"p1"_s, u"One"_s), provider(u"p2"_s, u"Two"_s)};
        const LaneSet set = laneSetOf(u"A set"_s, twoLanes(), providers);
        const auto read = laneSetFromJson(laneSetToJson(set));
        QVERIFY(read);
        QCOMPARE(*read, set);
        const QList<Lane> lanes = lanesOf(*read, providers);
        QCOMPARE(lanes.size(), 2);
        Lane expected = twoLanes().first();
        expected.id = lanes.first().id;
        expected.letter = 0; // new lanes, from A on
        expected.head = {}; // without a history
        QCOMPARE(lanes.first(), expected);
        QVERIFY(lanes.first().id && lanes.first().id != lanes.last().id);
        QCOMPARE(lanes.last().letter, 1);
        QCOMPARE(lanes.last().position, 1);
    }

    void aProviderIsFoundByIdThenByName()
    {
        const LaneSet set{u"s"_s,
                          {{.provider = u"theirs"_s, .providerName = u"ollama"_s, .model = u"m"_s},
                           {.provider = u"Ollama"_s, .providerName = {}, .model = u"m"_s},
                           {.provider = u"p9"_s, .providerName = u"Ollama"_s, .model = u"m"_s},
                           {.provider = u"nobody"_s, .providerName = {}, .model = u"m"_s}}};
        const QList<Lane> lanes =
            lanesOf(set, {provider(u"p1"_s, u"Ollama"_s), provider(u"p9"_s, u"Other"_s)});
        QCOMPARE(lanes.at(0).providerId, u"p1"_s);
        QCOMPARE(lanes.at(1).providerId, u"p1"_s);
        QCOMPARE(lanes.at(2).providerId, u"p9"_s);
        QCOMPARE(lanes.at(3).providerId, u"nobody"_s); // says so in its lane
    }

    void whatIsNoSetIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        const QByteArray head = R"({"format":"diptych-lane-set","version":1,"lanes":)";
        QTest::newRow("no JSON") << QByteArray("{,") << u"byte "_s;
        QTest::newRow("another format") << QByteArray("[]") << u"format"_s;
        QTest::newRow("newer") << QByteArray(R"({"format":"diptych-lane-set","version":2})")
                               << u"newer version"_s;
        QTest::newRow("no lanes") << head + "[]}" << u"1 to 26"_s;
        QTest::newRow("no model") << head + R"([{"model":"a"},{"provider":"p"}]})" << u"lane 2"_s;
        QTest::newRow("too many") << head + "[" + QByteArray("{},").repeated(26) + "{}]}"
                                  << u"1 to 26"_s;
    }
    void whatIsNoSetIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        const auto read = laneSetFromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::InvalidRequest);
        QVERIFY2(read.error().message.contains(words), qPrintable(read.error().message));
    }

    void setsAreKeptByName()
    {
        const QTemporaryDir profile;
        const LaneSetFolder folder(Paths::inFolder(profile.path()));
        QVERIFY(folder.names().isEmpty());
        const QStringList names{u"../up/and away"_s, u"Große & kleine"_s, u"plain"_s};
        for (const QString &name : names)
            QVERIFY(folder.save(laneSetOf(name, twoLanes(), {})));
        QCOMPARE(folder.names(), names);
        QCOMPARE(QDir(profile.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        QCOMPARE(folder.load(names.first())->name, names.first());
        QCOMPARE(folder.load(names.first())->lanes.size(), 2);
        QVERIFY(folder.save(laneSetOf(u"plain"_s, {twoLanes().first()}, {})));
        QCOMPARE(folder.load(u"plain"_s)->lanes.size(), 1);
        QVERIFY(folder.remove(u"plain"_s));
        QCOMPARE(folder.load(u"plain"_s).error().kind, ErrorKind::NotFound);
        QVERIFY(!folder.remove(u"plain"_s));
    }

    void aFileIsASetToo()
    {
        const QTemporaryDir profile;
        const LaneSetFolder folder(Paths::inFolder(profile.path()));
        const QString path = profile.filePath(u"mine.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"format":"diptych-lane-set","lanes":[{"provider":"p","model":"m"}]})");
        file.close();
        QCOMPARE(folder.load(path)->name, u"mine"_s);
        QCOMPARE(folder.load(profile.path()).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(LaneSetTest)
#include "lane_set_test.moc"
