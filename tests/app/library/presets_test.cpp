// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/presets.h"

#include "tests/support/patience.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

Provider provider(const QString &id, const QString &name)
{
    Provider made;
    made.id = id;
    made.name = name;
    return made;
}

Lane sampleLane()
{
    Lane lane;
    lane.id = LaneId(7);
    lane.letter = 2;
    lane.providerId = u"p1"_s;
    lane.model = u"org/small"_s;
    lane.parameters.set(u"temperature", 0.2);
    lane.parameters.set(u"of_the_future", QJsonObject{{u"a"_s, 1}});
    lane.sendAnyway = {u"top_k"_s};
    lane.extraJson = {{u"keep_alive"_s, u"5m"_s}};
    lane.systemPrompt = u"Be “brief”.\n"_s;
    lane.head = MessageId(9);
    return lane;
}

Preset named(const QString &name, double temperature = 0)
{
    Preset preset;
    preset.name = name;
    preset.parameters.set(u"temperature", temperature);
    return preset;
}

QStringList namesOf(const Presets &presets)
{
    QStringList names;
    for (const Preset &preset : presets.all())
        names.append(preset.name);
    return names;
}

} // namespace

class PresetsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_profile;

    [[nodiscard]] Paths paths() const { return Paths::inFolder(m_profile->path()); }
    [[nodiscard]] QString folder() const { return paths().config + u"/presets"_s; }
    void write(const QString &name, const QByteArray &content) const
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    static void load(Presets &presets)
    {
        presets.load();
        QTRY_VERIFY(presets.isLoaded());
    }

private slots:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }

    void comesBackAsItWas_data()
    {
        QTest::addColumn<bool>("prompt");
        QTest::addColumn<bool>("model");
        QTest::newRow("settings") << false << false;
        QTest::newRow("with the system prompt") << true << false;
        QTest::newRow("a whole lane") << true << true;
    }
    void comesBackAsItWas()
    {
        QFETCH(bool, prompt);
        QFETCH(bool, model);
        const QList<Provider> providers{provider(u"p1"_s, u"One"_s), provider(u"p2"_s, u"Two"_s)};
        const Lane lane = sampleLane();
        const Preset preset = presetOf(u"A preset"_s, lane,
                                       {.withSystemPrompt = prompt, .withModel = model}, providers);
        const auto read = presetFromJson(presetToJson(preset));
        QVERIFY(read);
        QCOMPARE(*read, preset);
        QVERIFY(isAsIn(lane, *read, providers));

        Lane other;
        other.id = LaneId(8);
        other.providerId = u"p2"_s;
        other.model = u"large"_s;
        other.systemPrompt = u"Mine"_s;
        const Lane changed = withPreset(other, *read, providers);
        QCOMPARE(changed.parameters, lane.parameters); // those that are not known too
        QCOMPARE(changed.extraJson, lane.extraJson);
        QCOMPARE(changed.systemPrompt, prompt ? lane.systemPrompt : u"Mine"_s);
        QCOMPARE(changed.model, model ? lane.model : u"large"_s);
        QCOMPARE(changed.providerId, model ? u"p1"_s : u"p2"_s);
        QCOMPARE(changed.id, other.id);
        QVERIFY(!isAsIn(other, *read, providers));
    }

    void aProviderIsFoundByIdThenByName()
    {
        Preset preset = named(u"N"_s);
        preset.model = u"m"_s;
        preset.provider = u"theirs"_s;
        preset.providerName = u"ollama"_s;
        QCOMPARE(withPreset({}, preset, {provider(u"p1"_s, u"Ollama"_s)}).providerId, u"p1"_s);
        QCOMPARE(withPreset({}, preset, {provider(u"theirs"_s, u"X"_s)}).providerId, u"theirs"_s);
        QCOMPARE(withPreset({}, preset, {}).providerId, u"theirs"_s); // says so in its lane
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("part");
        QTest::newRow("no JSON") << QByteArray("{") << u"byte 1"_s;
        QTest::newRow("a list") << QByteArray("[]") << u"format"_s;
        QTest::newRow("a set of lanes")
            << QByteArray(R"({"format":"diptych-lane-set","version":1})") << u"format"_s;
        QTest::newRow("newer") << QByteArray(R"({"format":"diptych-preset","version":2})")
                               << u"newer"_s;
        QTest::newRow("parameters of another kind")
            << QByteArray(R"({"format":"diptych-preset","version":1,"parameters":[1]})")
            << u"parameters"_s;
        QTest::newRow("10 MB") << QByteArray(10'000'000, ' ') << u"large"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, part);
        const auto read = presetFromJson(json);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(part), qPrintable(read.error().message));
    }

    void isSavedRenamedRemovedAndRestored()
    {
        {
            Presets presets(paths());
            load(presets);
            presets.save(named(u"b"_s));
            presets.save(named(u"A/…"_s));
            presets.save(named(u"B"_s, 1)); // in place of b
            QCOMPARE(namesOf(presets), QStringList({u"A/…"_s, u"B"_s}));
            QVERIFY(!presets.rename(u"B"_s, u"a/…"_s)); // taken
            QVERIFY(!presets.rename(u"B"_s, QString()));
            QVERIFY(presets.rename(u"B"_s, u"C"_s));
            QCOMPARE(presets.freeName(u"c"_s), u"c (2)"_s);
        }
        Presets presets(paths());
        load(presets);
        QCOMPARE(namesOf(presets), QStringList({u"A/…"_s, u"C"_s}));
        QCOMPARE(*presets.find(u"C"_s), named(u"C"_s, 1));
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 2);

        presets.setUsual(u"C"_s);
        presets.setOfModel(u"p"_s, u"m"_s, u"C"_s);
        const Presets::Removed removed = presets.remove(u"C"_s);
        QVERIFY(!presets.find(u"C"_s) && !presets.usual() && !presets.ofModel(u"p"_s, u"m"_s));
        QTRY_COMPARE(QDir(folder()).entryList(QDir::Files).size(), 1);
        presets.restore(removed);
        QCOMPARE(presets.usual()->name, u"C"_s);
        QCOMPARE(presets.ofModel(u"p"_s, u"m"_s)->name, u"C"_s);
        QTRY_COMPARE(QDir(folder()).entryList(QDir::Files).size(), 2);
    }

    void whatItIsUsedForFollowsItsName()
    {
        {
            Presets presets(paths());
            load(presets);
            presets.save(named(u"One"_s));
            presets.setUsual(u"One"_s);
            presets.setOfModel(u"p"_s, u"m"_s, u"One"_s);
            presets.setApplied(LaneId(5), u"One"_s);
            QVERIFY(presets.rename(u"One"_s, u"Two"_s));
        }
        Presets presets(paths());
        load(presets);
        QTRY_VERIFY(presets.usual());
        QCOMPARE(presets.usual()->name, u"Two"_s);
        QCOMPARE(presets.ofModel(u"p"_s, u"m"_s)->name, u"Two"_s);
        QVERIFY(!presets.ofModel(u"p"_s, u"other"_s));
        QCOMPARE(presets.appliedTo(LaneId(5)), u"Two"_s);
        presets.setApplied(LaneId(5), {});
        QCOMPARE(presets.appliedTo(LaneId(5)), QString());
    }

    void whatIsSavedBeforeAllIsReadStays()
    {
        write(u"One.json"_s, presetToJson(named(u"One"_s)));
        Presets presets(paths());
        presets.save(named(u"One"_s, 0.7));
        load(presets);
        QCOMPARE(namesOf(presets), QStringList{u"One"_s});
        QCOMPARE(*presets.find(u"One"_s), named(u"One"_s, 0.7));
    }

    void brokenFilesAreSetAside()
    {
        write(u"Good.json"_s, presetToJson(named(u"Other name"_s)));
        write(u"Broken.json"_s, "{ \"format\"");
        write(u"Broken.json.broken"_s, "an older one");
        Presets presets(paths());
        load(presets);
        QCOMPARE(namesOf(presets), QStringList{u"Good"_s}); // the name is that of the file
        QCOMPARE(presets.setAside(), QStringList{folder() + u"/Broken.json.broken-2"_s});
        QFile kept(presets.setAside().first());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("{ \"format\""));
    }

    void aFileIsImportedUnderAFreeName()
    {
        const QString given = m_profile->filePath(u"x.json"_s);
        QFile file(given);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(presetToJson(named(u"One"_s, 2)));
        file.close();
        Presets presets(paths());
        load(presets);
        presets.save(named(u"One"_s));
        const auto imported = presets.import(given);
        QTRY_VERIFY(imported.isFinished());
        QCOMPARE(*imported.result(), u"One (2)"_s);
        QCOMPARE(presets.find(u"One (2)"_s)->parameters.value(u"temperature").toDouble(), 2.0);
        const auto missing = presets.import(u"/nowhere.json"_s);
        QTRY_VERIFY(missing.isFinished());
        QCOMPARE(missing.result().error().kind, ErrorKind::NotFound);
    }

    void whatCannotBeWrittenIsSaid()
    {
        QVERIFY(QDir().mkpath(paths().config));
        QFile inTheWay(folder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        Presets presets(paths());
        QSignalSpy failed(&presets, &Presets::writeFailed);
        presets.save(named(u"One"_s));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(presets.find(u"One"_s)); // nothing is lost from the screen
    }

    void aLaneIsUntouchedUntilSomethingIsSet()
    {
        Lane lane;
        lane.model = u"m"_s;
        QVERIFY(isUntouched(lane));
        lane.parameters.set(u"temperature", 0);
        QVERIFY(!isUntouched(lane));
    }
};

QTEST_GUILESS_MAIN(PresetsTest)
#include "presets_test.moc"
