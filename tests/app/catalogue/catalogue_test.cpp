// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/catalogue.h"

#include "app/net/http_client.h"
#include "tests/app/catalogue/list_server.h"
#include "tests/support/patience.h"

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
