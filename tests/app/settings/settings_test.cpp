// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class SettingsTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = Paths::inFolder(m_folder->path());
    }

    void startWithDefaultsAndWriteNothing()
    {
        {
            const Settings settings(m_paths);
            QCOMPARE(settings.preferences(), Preferences());
            QVERIFY(settings.providers().isEmpty());
            QVERIFY(settings.setAside().isEmpty());
        }
        QVERIFY(!QFile::exists(m_paths.settings()));
    }

    void everyFieldSurvives()
    {
        const Preferences preferences = unusualPreferences();
        const Provider provider = unusualProvider();
        {
            Settings settings(m_paths);
            settings.setPreferences(preferences);
            settings.saveProvider(deepInfraProvider());
            settings.saveProvider(provider);
        }
        const Settings settings(m_paths);
        QCOMPARE(settings.preferences(), preferences);
        QCOMPARE(settings.providers(), (QList{deepInfraProvider(), provider}));
        QCOMPARE(settings.provider(provider.id), std::optional(provider));
        QCOMPARE(settings.provider(u"nobody"_s), std::nullopt);
    }

    void toolsSurvive()
    {
        const ToolSource source = unusualToolSource();
        ToolSource plain;
        plain.id = u"hand"_s;
        {
            Settings settings(m_paths);
            settings.saveToolSource(plain);
            settings.saveToolSource(source);
            settings.setToolPolicy({u"files"_s, {}}, ToolPolicy::Never);
            settings.setToolPolicy({u"files"_s, u"read"_s}, ToolPolicy::Always);
        }
        Settings settings(m_paths);
        QCOMPARE(settings.toolSources(), (QList{plain, source}));
        QCOMPARE(settings.toolPolicy({u"files"_s, u"read"_s}), std::optional(ToolPolicy::Always));
        QCOMPARE(settings.toolPolicy({u"files"_s, u"write"_s}), std::optional(ToolPolicy::Never));
        QCOMPARE(settings.toolPolicy({u"hand"_s, u"x"_s}), std::nullopt);

        QSignalSpy rules(&settings, &Settings::toolRulesChanged);
        settings.setToolPolicy({u"files"_s, u"read"_s}, {}); // taken back
        QCOMPARE(settings.toolPolicy({u"files"_s, u"read"_s}), std::optional(ToolPolicy::Never));
        settings.setToolPolicy({u"files"_s, u"read"_s}, {});
        QCOMPARE(rules.size(), 1);
        settings.removeToolSource(u"files"_s);
        QVERIFY(settings.toolRules().isEmpty());
        QCOMPARE(settings.toolSources(), QList{plain});
    }

    void toolsOfANewerVersionAreNone()
    {
        QVERIFY(!toolSourceFromJson({{u"id"_s, u"x"_s}, {u"kind"_s, u"telepathy"_s}}));
        QVERIFY(!toolSourceFromJson({{u"kind"_s, u"command"_s}}));
        QVERIFY(!toolRuleFromJson({{u"source"_s, u"x"_s}, {u"policy"_s, u"sometimes"_s}}));
        QVERIFY(!toolRefFromJson({{u"name"_s, u"x"_s}}));

        const QJsonObject later{{u"id"_s, u"x"_s}, {u"kind"_s, u"telepathy"_s}};
        write(QJsonDocument(QJsonObject{{u"toolSources"_s, QJsonArray{later}}}).toJson());
        {
            Settings settings(m_paths);
            QVERIFY(settings.toolSources().isEmpty());
            settings.saveToolSource(unusualToolSource());
        }
        QCOMPARE(file().value("toolSources"_L1).toArray().first().toObject(), later);
        QCOMPARE(file().value("toolSources"_L1).toArray().size(), 2);
    }

    void aValueAtItsDefaultIsNotWritten()
    {
        Settings settings(m_paths);
        Preferences preferences;
        preferences.theme = ThemeChoice::Dark;
        settings.setPreferences(preferences);
        preferences.theme = ThemeChoice::System;
        preferences.textZoomPercent = 120;
        settings.setPreferences(preferences);
        QVERIFY(settings.flush());
        QCOMPARE(file().value("preferences"_L1).toObject(),
                 (QJsonObject{{u"textZoomPercent"_s, 120}}));
    }

    void providersChangeInPlace()
    {
        Settings settings(m_paths);
        QSignalSpy changed(&settings, &Settings::providersChanged);
        Provider first = unusualProvider();
        settings.saveProvider(first);
        settings.saveProvider(deepInfraProvider());
        first.name = u"Renamed"_s;
        settings.saveProvider(first);
        settings.saveProvider(first);
        QCOMPARE(settings.providers().at(0).name, u"Renamed"_s);
        QCOMPARE(changed.size(), 3);
        settings.removeProvider(first.id);
        settings.removeProvider(first.id);
        QCOMPARE(settings.providers(), QList{deepInfraProvider()});
        QCOMPARE(changed.size(), 4);
    }

    void theDemoIsNeverAmongThem()
    {
        Settings settings(m_paths);
        settings.saveProvider(demoProvider());
        QVERIFY(settings.providers().isEmpty());
    }

    void whatANewerVersionWroteStays()
    {
        write(R"({"format":7,"later":[1],"preferences":{"theme":"dark","shape":"round"},
                  "providers":[{"id":"x","baseUrl":"http:\/\/h\/v1","colour":"red"}]})");
        {
            Settings settings(m_paths);
            QCOMPARE(settings.preferences().theme, ThemeChoice::Dark);
            Preferences preferences = settings.preferences();
            preferences.theme = ThemeChoice::Light;
            settings.setPreferences(preferences);
            Provider provider = settings.providers().at(0);
            provider.name = u"named"_s;
            settings.saveProvider(provider);
        }
        const QJsonObject root = file();
        QCOMPARE(root.value("format"_L1).toInt(), 7);
        QCOMPARE(root.value("later"_L1).toArray(), QJsonArray{1});
        QCOMPARE(root.value("preferences"_L1).toObject(),
                 (QJsonObject{{u"theme"_s, u"light"_s}, {u"shape"_s, u"round"_s}}));
        const QJsonObject row = root.value("providers"_L1).toArray().at(0).toObject();
        QCOMPARE(row.value("colour"_L1).toString(), u"red"_s);
        QCOMPARE(row.value("name"_L1).toString(), u"named"_s);
    }

    void badValuesFallBackOneByOne()
    {
        write(R"({"preferences":{"theme":"purple","textZoomPercent":9000,"language":5,
                  "sidebarShown":"no","connectTimeoutMs":-4,"sendKey":"ctrl-enter"},
                  "providers":[{"id":"a"},{"baseUrl":"http:\/\/h"},"text",
                               {"id":"demo","baseUrl":"http:\/\/h"},
                               {"id":"b","baseUrl":"http:\/\/h","extraHeaders":[["X"],7,["","v"]]},
                               {"id":"b","baseUrl":"http:\/\/other"}]})");
        const Settings settings(m_paths);
        Preferences expected;
        expected.textZoomPercent = 300;
        expected.timeouts.connect = std::chrono::milliseconds(0);
        expected.sendKey = SendKey::CtrlEnter;
        QCOMPARE(settings.preferences(), expected);
        QCOMPARE(settings.providers().size(), 1);
        QCOMPARE(settings.providers().at(0).baseUrl, QUrl(u"http://h"_s));
        QCOMPARE(settings.providers().at(0).extraHeaders, (QList{std::pair(u"X"_s, QString())}));
        QVERIFY(settings.setAside().isEmpty());
    }

    void aBrokenFileIsSetAsideAndNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cut off") << QByteArray("{\"preferences\":{\"theme\":\"da");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("\0\1\2\xff", 4);
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }

    void aBrokenFileIsSetAsideAndNamed()
    {
        QFETCH(QByteArray, content);
        write(content);
        Settings settings(m_paths);
        QCOMPARE(settings.preferences(), Preferences());
        QFile aside(settings.setAside());
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), content);
        settings.saveProvider(deepInfraProvider());
        QVERIFY(settings.flush());
        QCOMPARE(Settings(m_paths).providers().size(), 1);
        QVERIFY(aside.exists());
    }

    void changesAreWrittenBehind()
    {
        Settings settings(m_paths);
        settings.saveProvider(deepInfraProvider());
        QVERIFY(!QFile::exists(m_paths.settings()));
        QTRY_VERIFY(QFile::exists(m_paths.settings()));
        QCOMPARE(file().value("providers"_L1).toArray().size(), 1);
        const auto others = QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(!(QFileInfo(m_paths.settings()).permissions() & others));
    }

    void aFailedWriteNamesTheFileAndIsTriedAgain()
    {
        QFile inTheWay(m_folder->filePath(u"profile"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        const Paths paths = Paths::inFolder(inTheWay.fileName());
        Settings settings(paths);
        QSignalSpy failed(&settings, &Settings::writeFailed);
        settings.saveProvider(deepInfraProvider());
        QVERIFY(failed.wait(30'000));
        const auto error = failed.at(0).at(0).value<Error>();
        QCOMPARE(error.kind, ErrorKind::Storage);
        QVERIFY2(error.message.contains(inTheWay.fileName()), qPrintable(error.message));
        QVERIFY(inTheWay.remove());
        QVERIFY(settings.flush());
        QVERIFY(QFile::exists(paths.settings()));
    }

    void timeoutsOfTheProviderGoFirst()
    {
        Preferences preferences;
        preferences.timeouts.idle = std::chrono::seconds(7);
        Provider provider = deepInfraProvider();
        QCOMPARE(effectiveTimeouts(preferences, provider), preferences.timeouts);
        provider.timeouts.connect = std::chrono::seconds(1);
        QCOMPARE(effectiveTimeouts(preferences, provider), provider.timeouts);
    }

private:
    static Preferences unusualPreferences()
    {
        Preferences preferences;
        preferences.theme = ThemeChoice::HighContrast;
        preferences.fontFamily = u"Inter"_s;
        preferences.fontPointSize = 13;
        preferences.textZoomPercent = 150;
        preferences.sendKey = SendKey::CtrlEnter;
        preferences.language = u"de"_s;
        preferences.timeouts = {std::chrono::milliseconds(1), std::chrono::milliseconds(2),
                                std::chrono::milliseconds(3), std::chrono::milliseconds(0)};
        preferences.proxyKind = ProxyKind::Socks5;
        preferences.proxyHost = u"proxy.example"_s;
        preferences.runCeilingUsd = 0;
        preferences.conversationCeilingUsd = 1.5;
        preferences.proxyPort = 1080;
        preferences.defaultProvider = u"deepinfra"_s;
        preferences.defaultModel = u"a/b"_s;
        preferences.sidebarShown = false;
        preferences.parametersShown = false;
        preferences.windowGeometry = QByteArray("\x00\x01\xfe", 3);
        preferences.shownConversation = 1'836'479'502'346'240;
        preferences.closedMs = 1'764'500'000'000;
        return preferences;
    }

    static Provider unusualProvider()
    {
        Provider provider;
        provider.id = u"own-1"_s;
        provider.name = u"Eigener “Server”"_s;
        provider.baseUrl = QUrl(u"http://[::1]:8000/a%20b/v1?x=1"_s);
        provider.dialect = Dialect::Vllm;
        provider.extraHeaders = {{u"X-One"_s, u"1"_s}, {u"X-One"_s, u"2"_s}};
        provider.dropFields = {u"seed"_s, u"stop"_s};
        provider.reasoningField = u"thoughts"_s;
        provider.timeouts.firstByte = std::chrono::minutes(10);
        provider.sendsUsageOption = false;
        provider.mostRuns = 1;
        provider.mostRunsPerModel = 0;
        return provider;
    }

    static ToolSource unusualToolSource()
    {
        ToolSource source;
        source.id = u"files"_s;
        source.name = u"Files “here”"_s;
        source.kind = ToolSourceKind::McpCommand;
        source.description = u"Reads"_s;
        source.schema = {{u"type"_s, u"object"_s}};
        source.cannedReply = QString();
        source.command = {
            u"node"_s, {u"a b"_s, QString(), u"--x"_s}, u"/tmp"_s, {{u"A"_s, u"1"_s}}};
        source.confirmed = "abc";
        source.url = QUrl(u"http://[::1]:8000/mcp?x=%20"_s);
        source.headers = {{u"X-One"_s, u"1"_s}};
        source.limits.time = std::chrono::seconds(5);
        source.limits.outputBytes = 7;
        source.limits.memoryBytes = 0;
        return source;
    }

    void write(const QByteArray &content)
    {
        QFile out(m_paths.settings());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }

    QJsonObject file() const
    {
        QFile in(m_paths.settings());
        return in.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(in.readAll()).object()
                                            : QJsonObject();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Paths m_paths;
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
