// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/catalogue.h"

#include "app/net/http_client.h"
#include "tests/app/catalogue/list_server.h"
#include "tests/support/patience.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <limits>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

QStringList ids(const QList<ModelInfo> &models)
{
    QStringList list;
    for (const ModelInfo &model : models)
        list.append(model.id);
    return list;
}

QByteArray longList(int count)
{
    QByteArray rows;
    for (int i = 0; i < count; ++i) {
        rows += i ? "," : "";
        rows += R"({"id":"maker/model-)" + QByteArray::number(i)
                + R"(","metadata":{"description":")" + QByteArray(600, 'x')
                + R"(","context_length":1000,"tags":["chat"],"pricing":{"input_tokens":0.1}}})";
    }
    return R"({"data":[)" + rows + "]}";
}

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = Paths::inFolder(m_folder->path());
        m_server = std::make_unique<ListServer>();
        m_provider = Provider{};
        m_provider.id = u"some/provider"_s;
        m_provider.baseUrl = m_server->url(u"/v1"_s);
    }

    void asksTheServerAndTells()
    {
        m_server->answer("/v1/models", R"({"data":[{"id":"a","max_model_len":9},{"id":"b"}]})");
        HttpClient http;
        Catalogue catalogue(http, m_paths);
        QSignalSpy changed(&catalogue, &Catalogue::modelsChanged);
        QCOMPARE(ids(refreshed(catalogue).value()), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), m_provider.id);
        QCOMPARE(catalogue.models(m_provider.id).size(), 2);
        QCOMPARE(catalogue.model(m_provider.id, u"a"_s).contextLength, std::optional<qint64>(9));
        QVERIFY(m_server->requests().first().startsWith("GET /v1/models "));
        QVERIFY(m_server->requests().first().contains("Bearer the-key"));
        QVERIFY(refreshed(catalogue));
        QCOMPARE(changed.size(), 1); // the same list again is no news
    }

    void anyIdHasARow()
    {
        HttpClient http;
        const Catalogue catalogue(http, m_paths);
        QCOMPARE(catalogue.model(u"nobody"_s, u"typed/by-hand"_s).id, u"typed/by-hand"_s);
        QVERIFY(catalogue.models(u"nobody"_s).isEmpty());
    }

    void joinsTheTwoListsOfDeepInfra()
    {
        m_provider.dialect = Dialect::DeepInfra;
        m_provider.baseUrl = m_server->url(u"/v1/openai"_s);
        m_server->answer("/v1/openai/models",
                         R"({"data":[{"id":"a","metadata":{"tags":["chat"]}}]})");
        m_server->answer("/models/list", R"([{"model_name":"a","tags":["tools"]}])");
        HttpClient http;
        Catalogue catalogue(http, m_paths);
        QCOMPARE(refreshed(catalogue).value().first().tools, Ability::Yes);
        QVERIFY(!m_server->requestOf("/v1/openai/models?filter=with_meta").isEmpty());
        QVERIFY(!m_server->requestOf("/models/list").contains("Authorization"));
    }

    void theSecondListMayFail()
    {
        m_provider.dialect = Dialect::DeepInfra;
        m_server->answer("/v1/models", R"({"data":[{"id":"a"}]})");
        m_server->answer("/models/list", "<html>", 500);
        HttpClient http;
        Catalogue catalogue(http, m_paths);
        QCOMPARE(ids(refreshed(catalogue).value()), QStringList{u"a"_s});
    }

    void theCacheIsThereBeforeTheServerAnswers()
    {
        m_server->answer("/v1/models", R"({"data":[{"id":"a","max_model_len":9}]})");
        HttpClient http;
        {
            Catalogue catalogue(http, m_paths);
            QVERIFY(refreshed(catalogue));
        }
        m_server->stall("/v1/models");
        Catalogue catalogue(http, m_paths);
        const auto running = catalogue.refresh(m_provider, {});
        QTRY_COMPARE(ids(catalogue.models(m_provider.id)), QStringList{u"a"_s});
        QCOMPARE(catalogue.model(m_provider.id, u"a"_s).contextLength, std::optional<qint64>(9));
        QVERIFY(!running.isFinished());
    }

    void theCacheOfAnotherAddressIsNotUsed()
    {
        m_server->answer("/v1/models", R"({"data":[{"id":"a"}]})");
        HttpClient http;
        Catalogue catalogue(http, m_paths);
        QVERIFY(refreshed(catalogue));
        m_provider.baseUrl = m_server->url(u"/other"_s);
        const auto result = refreshed(catalogue);
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
        QVERIFY(catalogue.models(m_provider.id).isEmpty());
    }

    void aFailureKeepsWhatIsKnown()
    {
        m_server->answer("/v1/models", R"({"data":[{"id":"a"}]})");
        HttpClient http;
        Catalogue catalogue(http, m_paths);
        QVERIFY(refreshed(catalogue));
        m_server->answer("/v1/models", "no", 503);
        QCOMPARE(refreshed(catalogue).error().kind, ErrorKind::Server);
        m_server->answer("/v1/models", "<html>", 200);
        QCOMPARE(refreshed(catalogue).error().kind, ErrorKind::BadResponse);
        QCOMPARE(ids(catalogue.models(m_provider.id)), QStringList{u"a"_s});
    }

    void aBrokenCacheIsAsGoodAsNone()
    {
        m_server->answer("/v1/models", R"({"data":[{"id":"a"}]})");
        HttpClient http;
        {
            Catalogue catalogue(http, m_paths);
            QVERIFY(refreshed(catalogue));
        }
        const QDir cache(m_paths.modelCache());
        for (const QString &name : cache.entryList(QDir::Files)) {
            QFile file(cache.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("{\"format\":1,\"models\":[{\"id\"");
        }
        Catalogue catalogue(http, m_paths);
        QCOMPARE(ids(refreshed(catalogue).value()), QStringList{u"a"_s});
    }

    void twoCallsMakeOneRequest()
    {
        m_server->answer("/v1/models", R"({"data":[{"id":"a"}]})");
        HttpClient http;
        Catalogue catalogue(http, m_paths);
        const auto first = catalogue.refresh(m_provider, {});
        const auto second = catalogue.refresh(m_provider, {});
        QTRY_VERIFY(first.isFinished() && second.isFinished());
        QCOMPARE(m_server->requests().size(), 1);
        const auto withKey = catalogue.refresh(m_provider, u"k"_s);
        QTRY_VERIFY(withKey.isFinished());
        QCOMPARE(m_server->requests().size(), 2);
    }

    void whatIsLearntGoesFirstAndStays()
    {
        m_server->answer("/v1/models", R"({"data":[{"id":"a","supported_parameters":["tools"]}]})");
        HttpClient http;
        {
            Catalogue catalogue(http, m_paths);
            QVERIFY(refreshed(catalogue));
            QSignalSpy changed(&catalogue, &Catalogue::modelsChanged);
            catalogue.learn(m_provider.id, u"a"_s, &ModelInfo::tools, Ability::No);
            catalogue.learn(m_provider.id, u"typed"_s, &ModelInfo::images, Ability::Yes);
            QCOMPARE(changed.size(), 1);
            QCOMPARE(catalogue.model(m_provider.id, u"a"_s).tools, Ability::No);
            QCOMPARE(catalogue.model(m_provider.id, u"typed"_s).images, Ability::Yes);
            catalogue.learn(m_provider.id, u"a"_s, &ModelInfo::json, Ability::Yes);
            catalogue.learn(m_provider.id, u"a"_s, &ModelInfo::json, Ability::Unknown);
            QCOMPARE(catalogue.model(m_provider.id, u"a"_s).json, Ability::No);
        }
        Catalogue catalogue(http, m_paths);
        QCOMPARE(refreshed(catalogue).value().first().tools, Ability::No);
        QTRY_COMPARE(catalogue.model(m_provider.id, u"typed"_s).images, Ability::Yes);
    }

    void tellsWhyAnAbilityIsBelieved()
    {
        m_server->answer("/v1/models", R"({"data":[{"id":"a","supported_parameters":["tools"]}]})");
        HttpClient http;
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        Catalogue catalogue(http, m_paths);
        QVERIFY(refreshed(catalogue));
        const auto belief = [&](Ability ModelInfo::*ability) {
            return catalogue.belief(m_provider.id, u"a"_s, ability);
        };
        QCOMPARE(belief(&ModelInfo::tools).source, Belief::Source::List);
        QCOMPARE(belief(&ModelInfo::tools).ability, Ability::Yes);
        QCOMPARE(belief(&ModelInfo::images), Belief());
        catalogue.learn(m_provider.id, u"a"_s, &ModelInfo::tools, Ability::No,
                        u"Tool calling is not\nsupported"_s);
        QCOMPARE(belief(&ModelInfo::tools).source, Belief::Source::Learnt);
        QCOMPARE(belief(&ModelInfo::tools).ability, Ability::No);
        QCOMPARE(belief(&ModelInfo::tools).reason, u"Tool calling is not supported"_s);
        QVERIFY(belief(&ModelInfo::tools).sinceMs >= before);
        catalogue.setByUser(m_provider.id, u"a"_s, &ModelInfo::tools, Ability::Yes);
        QCOMPARE(belief(&ModelInfo::tools).source, Belief::Source::User);
        QCOMPARE(catalogue.knownBelief(m_provider.id, u"a"_s, &ModelInfo::tools).source,
                 Belief::Source::Learnt);
    }

    void whatTheUserSaysGoesBeforeAllElse()
    {
        m_server->answer("/v1/models", R"({"data":[{"id":"a","supported_parameters":["tools"]}]})");
        HttpClient http;
        {
            Catalogue catalogue(http, m_paths);
            QVERIFY(refreshed(catalogue));
            const QSignalSpy changed(&catalogue, &Catalogue::modelsChanged);
            catalogue.setByUser(m_provider.id, u"a"_s, &ModelInfo::tools, Ability::No);
            QCOMPARE(changed.size(), 1);
            QCOMPARE(catalogue.models(m_provider.id).first().tools, Ability::No);
            catalogue.learn(m_provider.id, u"a"_s, &ModelInfo::tools, Ability::Yes);
            QCOMPARE(catalogue.model(m_provider.id, u"a"_s).tools, Ability::No);
            catalogue.setByUser(m_provider.id, u"a"_s, &ModelInfo::json, Ability::Unknown);
            QCOMPARE(catalogue.model(m_provider.id, u"a"_s).json, Ability::Unknown);
            catalogue.setByUser(m_provider.id, u"typed"_s, &ModelInfo::images, Ability::Yes);
            QCOMPARE(catalogue.model(m_provider.id, u"typed"_s).images, Ability::Yes);
            QCOMPARE(changed.size(), 3);
        }
        QVERIFY(QDir(m_paths.modelCache()).removeRecursively()); // it is no part of the cache
        Catalogue catalogue(http, m_paths);
        QVERIFY(refreshed(catalogue));
        QTRY_COMPARE(catalogue.model(m_provider.id, u"a"_s).tools, Ability::No);
        QCOMPARE(catalogue.model(m_provider.id, u"typed"_s).images, Ability::Yes);
        QVERIFY(catalogue.belief(m_provider.id, u"a"_s, &ModelInfo::tools).sinceMs > 0);
        catalogue.setByUser(m_provider.id, u"a"_s, &ModelInfo::tools, {});
        catalogue.setByUser(m_provider.id, u"a"_s, &ModelInfo::json, {});
        QCOMPARE(catalogue.model(m_provider.id, u"a"_s).tools, Ability::Yes);
        QCOMPARE(catalogue.model(m_provider.id, u"a"_s).json, Ability::No);
    }

    void readsWhatOlderVersionsLearnt()
    {
        QVERIFY(QDir().mkpath(m_paths.modelCache()));
        QFile file(m_paths.modelCache() + u"/learnt.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"format":1,"providers":{"some/provider":{"a":{"tools":false}}}})");
        file.close();
        HttpClient http;
        const Catalogue catalogue(http, m_paths);
        QTRY_COMPARE(catalogue.model(m_provider.id, u"a"_s).tools, Ability::No);
        const Belief belief = catalogue.belief(m_provider.id, u"a"_s, &ModelInfo::tools);
        QCOMPARE(belief.source, Belief::Source::Learnt);
        QCOMPARE(belief.sinceMs, 0);
    }

    void aVersionHasWhatIsKnownOfItsModel()
    {
        m_server->answer("/v1/models",
                         R"({"data":[{"id":"org/a","max_model_len":9,"supported_parameters":[
                             "tools"]},{"id":"org/a:free","max_model_len":5}]})");
        HttpClient http;
        Catalogue catalogue(http, m_paths);
        QVERIFY(refreshed(catalogue));
        const ModelInfo version = catalogue.model(m_provider.id, u"org/a:v2"_s);
        QCOMPARE(version.id, u"org/a:v2"_s);
        QCOMPARE(version.contextLength, std::optional<qint64>(9));
        QCOMPARE(version.tools, Ability::Yes);
        QVERIFY(catalogue.isListed(m_provider.id, u"org/a:v2"_s));
        // One that is listed itself is its own model.
        QCOMPARE(catalogue.model(m_provider.id, u"org/a:free"_s).contextLength,
                 std::optional<qint64>(5));
        catalogue.learn(m_provider.id, u"org/a"_s, &ModelInfo::images, Ability::No);
        QCOMPARE(catalogue.model(m_provider.id, u"org/a:v2"_s).images, Ability::No);
        QCOMPARE(catalogue.belief(m_provider.id, u"org/a:v2"_s, &ModelInfo::images).source,
                 Belief::Source::Learnt);
        catalogue.learn(m_provider.id, u"org/a:v2"_s, &ModelInfo::images, Ability::Yes);
        QCOMPARE(catalogue.model(m_provider.id, u"org/a:v2"_s).images, Ability::Yes);
        QCOMPARE(catalogue.model(m_provider.id, u"org/a"_s).images, Ability::No);
        QCOMPARE(catalogue.model(m_provider.id, u"deploy_id:x"_s),
                 (ModelInfo{.id = u"deploy_id:x"_s}));
        QVERIFY(!catalogue.isListed(m_provider.id, u"deploy_id:x"_s));
    }

    void keepsThePricesOfEachDay()
    {
        m_provider.dialect = Dialect::DeepInfra;
        const auto price = [this](const QByteArray &cents) {
            m_server->answer("/models/list",
                             R"([{"model_name":"a","pricing":{"type":"tokens",
                                 "cents_per_input_token":0.0001,"cents_per_output_token":)"
                                 + cents + "}}]");
        };
        m_server->answer("/v1/models", R"({"data":[{"id":"a","metadata":{"tags":["chat"],
            "pricing":{"input_tokens":7,"output_tokens":8}}}]})");
        HttpClient http;
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        {
            Catalogue catalogue(http, m_paths);
            price("0.0002");
            QVERIFY(refreshed(catalogue));
            QVERIFY(refreshed(catalogue));
            QCOMPARE(catalogue.priceHistory(m_provider.id, u"a"_s).size(), 1);
            price("0.0003");
            QVERIFY(refreshed(catalogue));
            // Without the second list prices are those before any discount: that is no change.
            m_server->answer("/models/list", "<html>", 500);
            QVERIFY(refreshed(catalogue));
            QCOMPARE(catalogue.model(m_provider.id, u"a"_s).prices.output, std::optional(8.0));
            QVERIFY(catalogue.listSeenMs(m_provider.id) >= before);
        }
        QVERIFY(QDir(m_paths.modelCache()).removeRecursively()); // nor is this a part of the cache
        m_server->stall("/v1/models");
        Catalogue catalogue(http, m_paths);
        const auto running = catalogue.refresh(m_provider, {});
        QTRY_COMPARE(catalogue.priceHistory(m_provider.id, u"a:v2"_s).size(), 2);
        const PriceHistory history = catalogue.priceHistory(m_provider.id, u"a"_s);
        QCOMPARE(history.first().prices.output, std::optional(2.0));
        QCOMPARE(history.last().prices.output, std::optional(3.0));
        QVERIFY(history.first().sinceMs >= before);
        QVERIFY(history.last().sinceMs >= history.first().sinceMs);
    }

    void destructionInTheMiddleIsSilent()
    {
        m_server->answer("/v1/models", R"({"data":[{"id":"a"}]})");
        HttpClient http;
        auto catalogue = std::make_unique<Catalogue>(http, m_paths);
        const auto running = catalogue->refresh(m_provider, {});
        catalogue.reset();
        QTRY_VERIFY(running.isFinished());
        QVERIFY(running.isCanceled());
    }

    void aLongListDoesNotHoldUpTheWindow()
    {
        m_server->answer("/v1/models", longList(5'000)); // 3.5 MB
        HttpClient http;
        Catalogue catalogue(http, m_paths);
        qint64 shortest = std::numeric_limits<qint64>::max();
        // What else the machine does falls on some of these; reading the list here would fall on
        // all.
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer sinceTick;
            qint64 longestGap = 0;
            QTimer ticks;
            connect(&ticks, &QTimer::timeout, this,
                    [&] { longestGap = std::max(longestGap, sinceTick.restart()); });
            sinceTick.start();
            ticks.start(0);
            QCOMPARE(refreshed(catalogue).value().size(), 5'000);
            shortest = std::min(shortest, longestGap);
        }
        QVERIFY2(shortest < 200, qPrintable(u"%1 ms"_s.arg(shortest)));
    }

private:
    Result<QList<ModelInfo>> refreshed(Catalogue &catalogue)
    {
        const auto future = catalogue.refresh(m_provider, u"the-key"_s);
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, tests::kPatienceMs))
            return fail(ErrorKind::Timeout, u"the refresh does not end"_s);
        return future.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Paths m_paths;
    std::unique_ptr<ListServer> m_server;
    Provider m_provider;
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
