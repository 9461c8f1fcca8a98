// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/provider_choice.h"

#include "app/catalogue/catalogue.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"

#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Which server a call of the command line asks, and what is known of it.
class ProviderChoiceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Services> m_services;

    void add(const QString &id, const QString &name, const QString &url,
             const Timeouts &timeouts = {})
    {
        Provider provider;
        provider.id = id;
        provider.name = name;
        provider.baseUrl = QUrl(url);
        provider.timeouts = timeouts;
        m_services->settings->saveProvider(provider);
    }
    [[nodiscard]] Provider chosen(const ProviderRequest &request)
    {
        std::optional<Result<ChosenProvider>> answer;
        chooseProvider(*m_services, request, this,
                       [&](const Result<ChosenProvider> &choice) { answer = choice; });
        const bool came = QTest::qWaitFor([&] { return answer.has_value(); }, tests::kPatienceMs);
        return came && *answer ? (*answer)->provider : Provider{};
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_services =
            std::make_unique<Services>(Services::Options{Paths::inFolder(m_folder->path()),
                                                         Store::Role::Guest,
                                                         std::make_unique<MemorySecretStore>(),
                                                         nullptr,
                                                         {}});
    }

    void timeoutsAreThoseOfThePreferences_data()
    {
        QTest::addColumn<ProviderRequest>("request");
        QTest::addColumn<Timeouts>("timeouts");
        const Timeouts preferred{.firstByte = 2s, .idle = 3s};
        const Timeouts own{.firstByte = 7s};
        QTest::newRow("address") << ProviderRequest{.baseUrl = u"http://localhost:1/v1"_s}
                                 << preferred;
        QTest::newRow("address of a provider")
            << ProviderRequest{.baseUrl = u"http://plain.example/v1"_s} << preferred;
        QTest::newRow("name") << ProviderRequest{.name = u"plain"_s} << preferred;
        QTest::newRow("built in") << ProviderRequest{.name = u"deepinfra"_s} << preferred;
        QTest::newRow("default") << ProviderRequest{} << preferred;
        QTest::newRow("its own, by name") << ProviderRequest{.name = u"patient"_s} << own;
        QTest::newRow("its own, by address")
            << ProviderRequest{.baseUrl = u"http://patient.example/v1"_s} << own;
    }
    void timeoutsAreThoseOfThePreferences()
    {
        QFETCH(ProviderRequest, request);
        add(u"1"_s, u"Plain"_s, u"http://plain.example/v1"_s);
        add(u"2"_s, u"Patient"_s, u"http://patient.example/v1"_s, {.firstByte = 7s});
        Preferences preferences = m_services->settings->preferences();
        preferences.timeouts = {.firstByte = 2s, .idle = 3s};
        preferences.defaultProvider = u"1"_s;
        m_services->settings->setPreferences(preferences);
        const Provider provider = chosen(request);
        QVERIFY(!provider.baseUrl.isEmpty());
        QTEST(provider.timeouts, "timeouts");
    }

    void anIdGoesBeforeANameThatIsTheSame()
    {
        add(u"1"_s, u"DeepInfra"_s, u"http://other.example/v1"_s);
        add(u"2"_s, u"Mine"_s, u"http://mine.example/v1"_s);
        QCOMPARE(chosen({.name = u"deepinfra"_s}).baseUrl, deepInfraProvider().baseUrl);
        QCOMPARE(chosen({.name = u"DEEPINFRA"_s}).baseUrl, deepInfraProvider().baseUrl);
        QCOMPARE(chosen({.name = u"mine"_s}).id, u"2"_s);
        add(u"deepinfra"_s, u"Changed"_s, u"http://changed.example/v1"_s); // its own settings
        QCOMPARE(chosen({.name = u"deepinfra"_s}).name, u"Changed"_s);
    }

    void anAddressIsKeptWithoutItsSecrets_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("id");
        QTest::newRow("plain") << u"http://localhost:1/v1/"_s << u"url:http://localhost:1/v1"_s;
        QTest::newRow("user") << u"http://user:hunter2@localhost:1/v1"_s
                              << u"url:http://localhost:1/v1"_s;
        QTest::newRow("query") << u"http://localhost:1/v1?api_key=hunter2&v=3"_s
                               << u"url:http://localhost:1/v1?api_key=(hidden)&v=3"_s;
        QTest::newRow("harmless query")
            << u"http://localhost:1/v1?version=3"_s << u"url:http://localhost:1/v1?version=3"_s;
    }
    void anAddressIsKeptWithoutItsSecrets()
    {
        QFETCH(QString, address);
        const Provider provider = chosen({.baseUrl = address});
        QTEST(provider.id, "id");
        QCOMPARE(provider.name, u"localhost"_s);
        QCOMPARE(provider.baseUrl, QUrl(address)); // the request still goes there
    }
};

QTEST_GUILESS_MAIN(ProviderChoiceTest)
#include "provider_choice_test.moc"
