// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/provider.h"

#include <QSet>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class ProviderTest : public QObject
{
    Q_OBJECT
private slots:
    void everyDialectHasANameThatLeadsBack()
    {
        QSet<QString> names;
        for (int i = 0; i <= int(Dialect::Demo); ++i) {
            const auto dialect = Dialect(i);
            names.insert(QString(dialectName(dialect)));
            QCOMPARE(dialectFromName(QString(dialectName(dialect))), std::optional(dialect));
        }
        QCOMPARE(names.size(), int(Dialect::Demo) + 1);
        QCOMPARE(dialectFromName(u"no such dialect"), std::nullopt);
    }

    void guessesTheDialect_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("deepinfra")
            << u"https://api.deepinfra.com/v1/openai"_s << Dialect::DeepInfra;
        QTest::newRow("upper case") << u"https://API.DeepInfra.com/v1"_s << Dialect::DeepInfra;
        QTest::newRow("look-alike") << u"https://notdeepinfra.com/v1"_s << Dialect::Unknown;
        QTest::newRow("openai") << u"https://api.openai.com/v1"_s << Dialect::OpenAi;
        QTest::newRow("openrouter") << u"https://openrouter.ai/api/v1"_s << Dialect::OpenRouter;
        QTest::newRow("ollama") << u"http://localhost:11434/v1"_s << Dialect::Ollama;
        QTest::newRow("llama-server") << u"http://127.0.0.1:8080/v1"_s << Dialect::LlamaServer;
        QTest::newRow("vllm, own network") << u"http://192.168.1.9:8000/v1"_s << Dialect::Vllm;
        QTest::newRow("vllm, ipv6") << u"http://[::1]:8000/v1"_s << Dialect::Vllm;
        QTest::newRow("lm studio") << u"http://desk.local:1234/v1"_s << Dialect::LmStudio;
        QTest::newRow("public 8080") << u"http://models.example.org:8080/v1"_s << Dialect::Unknown;
        QTest::newRow("public address") << u"http://9.9.9.9:8000/v1"_s << Dialect::Unknown;
        QTest::newRow("other port") << u"http://localhost:5000/v1"_s << Dialect::Unknown;
        QTest::newRow("demo") << demoProvider().baseUrl.toString() << Dialect::Demo;
        QTest::newRow("empty") << QString() << Dialect::Unknown;
    }

    void guessesTheDialect()
    {
        QFETCH(QString, url);
        QTEST(guessDialect(QUrl(url)), "dialect");
    }

    void originLeavesNothingOut_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("expected");
        QTest::newRow("path and query")
            << u"https://a.example/v1/x?y=1#z"_s << u"https://a.example"_s;
        QTest::newRow("case") << u"HTTPS://A.Example/V1"_s << u"https://a.example"_s;
        QTest::newRow("default port") << u"https://a.example:443/"_s << u"https://a.example"_s;
        QTest::newRow("default port, http") << u"http://a.example:80"_s << u"http://a.example"_s;
        QTest::newRow("other port") << u"https://a.example:8443"_s << u"https://a.example:8443"_s;
        QTest::newRow("other scheme's port")
            << u"http://a.example:443"_s << u"http://a.example:443"_s;
        QTest::newRow("user") << u"https://me:pw@a.example/"_s << u"https://a.example"_s;
        QTest::newRow("ipv6") << u"http://[::1]:8080/v1"_s << u"http://[::1]:8080"_s;
        QTest::newRow("unicode") << u"https://bücher.example/"_s
                                 << u"https://xn--bcher-kva.example"_s;
        QTest::newRow("no host") << u"file:///etc/passwd"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void originLeavesNothingOut()
    {
        QFETCH(QString, url);
        QTEST(origin(QUrl(url)), "expected");
    }

    void endpointKeepsTheBasePath_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no slash") << u"https://a/v1/openai"_s << u"models"_s
                                  << u"https://a/v1/openai/models"_s;
        QTest::newRow("slash") << u"https://a/v1/"_s << u"chat/completions"_s
                               << u"https://a/v1/chat/completions"_s;
        QTest::newRow("root") << u"http://localhost:8080"_s << u"models"_s
                              << u"http://localhost:8080/models"_s;
        QTest::newRow("two queries")
            << u"https://a/v1?api-version=2"_s << u"models?filter=with_meta"_s
            << u"https://a/v1/models?api-version=2&filter=with_meta"_s;
        QTest::newRow("encoded") << u"https://a/x%2Fy/v1"_s << u"models"_s
                                 << u"https://a/x%2Fy/v1/models"_s;
        QTest::newRow("fragment") << u"https://a/v1#top"_s << u"models"_s
                                  << u"https://a/v1/models"_s;
    }

    void endpointKeepsTheBasePath()
    {
        QFETCH(QString, base);
        QFETCH(QString, path);
        QTEST(endpoint(QUrl(base), path).toString(QUrl::FullyEncoded), "expected");
    }

    void serversOfOnesOwnAnswerOneAtATime_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("perProvider");
        QTest::addColumn<int>("perModel");
        QTest::newRow("Ollama") << u"http://localhost:11434/v1"_s << 1 << 0;
        QTest::newRow("llama-server") << u"http://192.168.1.7:8080/v1"_s << 1 << 0;
        QTest::newRow("LM Studio") << u"http://127.0.0.1:1234/v1"_s << 1 << 0;
        QTest::newRow("vLLM batches") << u"http://127.0.0.1:8000/v1"_s << 0 << 0;
        QTest::newRow("unknown") << u"http://127.0.0.1:4000/v1"_s << 0 << 0;
        QTest::newRow("DeepInfra") << u"https://api.deepinfra.com/v1/openai"_s << 0 << 200;
        QTest::newRow("demo") << u"demo://diptych/v1"_s << 0 << 0;
    }
    void serversOfOnesOwnAnswerOneAtATime()
    {
        QFETCH(QString, url);
        QFETCH(int, perProvider);
        QFETCH(int, perModel);
        Provider provider;
        provider.baseUrl = QUrl(url);
        provider.dialect = guessDialect(provider.baseUrl);
        QCOMPARE(runLimits(provider), (RunLimits{perProvider, perModel}));
        provider.mostRuns = 0;
        provider.mostRunsPerModel = 3;
        QCOMPARE(runLimits(provider), (RunLimits{0, 3}));
    }

    void anOllamaElsewhereIsNobodysComputer()
    {
        Provider provider;
        provider.baseUrl = QUrl(u"https://ollama.example.com/v1"_s);
        provider.dialect = Dialect::Ollama;
        QCOMPARE(runLimits(provider), RunLimits{});
    }

    void builtInProvidersAreComplete()
    {
        QCOMPARE(origin(deepInfraProvider().baseUrl), u"https://api.deepinfra.com"_s);
        QCOMPARE(endpoint(deepInfraProvider().baseUrl, u"models"),
                 QUrl(u"https://api.deepinfra.com/v1/openai/models"_s));
        QCOMPARE(demoProvider().baseUrl.scheme(), u"demo"_s);
        QVERIFY(endpoint(demoProvider().baseUrl, u"chat/completions").isValid());
    }
};

QTEST_GUILESS_MAIN(ProviderTest)
#include "provider_test.moc"
