// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/models_list.h"

#include <QFile>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kNow = 1'790'000'000'000;

ModelInfo only(const QByteArray &row)
{
    const auto models = readModelsList(R"({"data":[)" + row + "]}");
    return models && models->size() == 1 ? models->first() : ModelInfo();
}

QStringList ids(const QList<ModelInfo> &models)
{
    QStringList list;
    for (const ModelInfo &model : models)
        list.append(model.id);
    return list;
}

} // namespace

class ModelsListTest : public QObject
{
    Q_OBJECT
private slots:
    void readsTheListOfDeepInfra()
    {
        QFile file(QStringLiteral(DIPTYCH_SOURCE_DIR "/tests/golden/models/deepinfra.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto models = readModelsList(file.readAll()).value();
        QCOMPARE(models.size(), 15); // 20 rows: four of other kinds, one stub

        const ModelInfo &first = models.first();
        QCOMPARE(first.id, u"deepseek-ai/DeepSeek-V4-Flash-0731"_s);
        QCOMPARE(first.contextLength, std::optional<qint64>(1'048'576));
        QCOMPARE(first.prices.input, std::optional(0.06));
        QCOMPARE(first.prices.output, std::optional(0.18));
        QCOMPARE(first.prices.cacheRead, std::optional(0.015));
        QCOMPARE(first.chat, Ability::Yes);
        QCOMPARE(first.images, Ability::No);
        QCOMPARE(first.reasoning, Ability::Yes);
        QCOMPARE(first.reasoningEffort, Ability::Yes);
        QCOMPARE(first.tools, Ability::Unknown);
        QCOMPARE(models.at(2).images, Ability::Yes);
        QVERIFY(!ids(models).contains(u"BAAI/bge-m3"_s));
        QVERIFY(!ids(models).contains(u"hexgrad/Kokoro-82M"_s));
    }

    void joinsWhatTheOtherListSays()
    {
        auto models = readModelsList(R"({"data":[{"id":"a/one","metadata":{"tags":["chat"],
            "context_length":null,"pricing":{"input_tokens":0.5}}},{"id":"b/two"},{"id":"c"}]})")
                          .value();
        joinModelDetails(models, R"([{"model_name":"a/one","tags":["openai","tools","json"],
            "max_tokens":8192,"pricing":{"type":"tokens","cents_per_input_token":0.00009,
            "cents_per_output_token":0.0001,"rate_per_input_token_cached":0.2,
            "rate_per_service_tier_priority":1.5,"rate_per_service_tier_flex":null},
            "deprecated":1700000000,"replaced_by":"b/two"},
            {"model_name":"b/two","tags":null,"pricing":{"type":"time",
            "cents_per_input_token":5,"rate_per_service_tier_priority":null,
            "rate_per_service_tier_flex":null},"deprecated":1999999999,"replaced_by":null},
            {"model_name":"not/listed"}, 7, null])",
                         kNow);
        QCOMPARE(ids(models), (QStringList{u"a/one"_s, u"b/two"_s, u"c"_s}));
        const ModelInfo &one = models.at(0);
        QCOMPARE(one.tools, Ability::Yes);
        QCOMPARE(one.json, Ability::Yes);
        QCOMPARE(one.tiers, Ability::Yes);
        QCOMPARE(one.contextLength, std::optional<qint64>(8192));
        QCOMPARE(one.prices.input, std::optional(0.9)); // it goes before the first list's
        QCOMPARE(one.prices.output, std::optional(1.0));
        QCOMPARE(one.prices.cacheRead, std::optional(0.18));
        QCOMPARE(one.prices.discount, std::nullopt);
        QCOMPARE(one.prices.priorityFactor, std::optional(1.5));
        QCOMPARE(one.prices.flexFactor, std::nullopt);
        QVERIFY(one.deprecated);
        QCOMPARE(one.replacedBy, u"b/two"_s);
        const ModelInfo &two = models.at(1);
        QCOMPARE(two.tools, Ability::Unknown);
        QCOMPARE(two.tiers, Ability::No);
        QCOMPARE(two.prices, Prices());
        QVERIFY(!two.deprecated); // announced for later
        QCOMPARE(models.at(2), (ModelInfo{.id = u"c"_s}));
    }

    void takesOffTheDiscount_data()
    {
        QTest::addColumn<QByteArray>("discount");
        QTest::addColumn<double>("output");
        QTest::addColumn<qint64>("endsMs");
        QTest::newRow("none") << QByteArray("null") << 10.0 << qint64(0);
        QTest::newRow("a half") << QByteArray("0.5") << 5.0 << qint64(0);
        QTest::newRow("as text") << QByteArray(R"("2e-1")") << 8.0 << qint64(0);
        QTest::newRow("negative") << QByteArray("-0.5") << 10.0 << qint64(0);
        QTest::newRow("all of it") << QByteArray("1") << 10.0 << qint64(0);
        QTest::newRow("until later") << QByteArray(R"(0.5,"discount_ends_at":1790000001)") << 5.0
                                     << qint64(1'790'000'001'000);
        QTest::newRow("until a date")
            << QByteArray(R"(0.5,"discount_ends_at":"2100-01-01T00:00:00Z")") << 5.0
            << qint64(4'102'444'800'000);
        QTest::newRow("over") << QByteArray(R"(0.5,"discount_ends_at":1789999999)") << 10.0
                              << qint64(0);
        QTest::newRow("an odd end")
            << QByteArray(R"(0.5,"discount_ends_at":[1])") << 5.0 << qint64(0);
    }

    void takesOffTheDiscount()
    {
        QFETCH(QByteArray, discount);
        QFETCH(double, output);
        auto models = readModelsList(R"([{"id":"a"}])").value();
        joinModelDetails(models,
                         R"([{"model_name":"a","pricing":{"type":"tokens",
                             "cents_per_input_token":"2e-4","cents_per_output_token":0.001,
                             "full":"Dearer beyond 128k","discount":)"
                             + discount + "}}]",
                         kNow);
        const Prices prices = models.first().prices;
        QCOMPARE(prices.output, std::optional(output));
        QCOMPARE(prices.discount.has_value(), output < 10);
        QTEST(prices.discountEndsMs, "endsMs");
        QCOMPARE(models.first().pricesNote, u"Dearer beyond 128k"_s);
        // Once it has ended the prices are those before it.
        const Prices after = pricesAt(prices, 5'000'000'000'000);
        if (prices.discountEndsMs != 0)
            QCOMPARE(after.output, std::optional(10.0));
        else
            QCOMPARE(after, prices);
    }

    void aBrokenSecondListChangesNothing()
    {
        auto models = readModelsList(R"([{"id":"a"}])").value();
        const auto before = models;
        for (const auto &body : {"", "<html>", "{}", "[null]", R"({"detail":"Not Found"})"}) {
            joinModelDetails(models, body, kNow);
            QCOMPARE(models, before);
        }
    }

    void readsOpenRouter()
    {
        const ModelInfo model = only(R"({"id":"x/y","description":"d","context_length":200000,
            "architecture":{"input_modalities":["text","image"],"output_modalities":["text"]},
            "supported_parameters":["tools","temperature","reasoning"],
            "pricing":{"prompt":"0.00000007","completion":"0.0000035","input_cache_read":"bad"}})");
        QCOMPARE(model.contextLength, std::optional<qint64>(200'000));
        QCOMPARE(model.images, Ability::Yes);
        QCOMPARE(model.tools, Ability::Yes);
        QCOMPARE(model.json, Ability::No);
        QCOMPARE(model.reasoning, Ability::Yes);
        QCOMPARE(model.prices.input, std::optional(0.07));
        QCOMPARE(model.prices.output, std::optional(3.5));
        QCOMPARE(model.prices.cacheRead, std::nullopt);
    }

    void oddPricesAreNoPrices_data()
    {
        QTest::addColumn<QByteArray>("price");
        QTest::addColumn<double>("usd"); // per million; negative: none
        QTest::newRow("exponent") << QByteArray("6e-8") << 0.06;
        QTest::newRow("exponent in text") << QByteArray(R"("6E-08")") << 0.06;
        QTest::newRow("nothing") << QByteArray("0") << 0.0;
        QTest::newRow("negative") << QByteArray("-6e-8") << -1.0;
        QTest::newRow("absurd") << QByteArray("1e300") << -1.0;
        QTest::newRow("not a number") << QByteArray(R"("NaN")") << -1.0;
        QTest::newRow("null") << QByteArray("null") << -1.0;
        QTest::newRow("a list") << QByteArray("[1]") << -1.0;
    }

    void oddPricesAreNoPrices()
    {
        QFETCH(QByteArray, price);
        QFETCH(double, usd);
        const ModelInfo model = only(R"({"id":"m","pricing":{"prompt":)" + price + "}}");
        QCOMPARE(model.id, u"m"_s);
        QCOMPARE(model.prices.input, usd < 0 ? std::nullopt : std::optional(usd));
    }

    void aHugeListCostsLittle()
    {
        // 52 MB: nulls, prices as text, every row twice; one row that is longer than all of them
        // should be, and one that is no row.
        QByteArray body = "{\"object\":\"list\",\"data\":[null,{\"id\":\"huge\",\"description\":\""
                          + QByteArray(400000, 'x') + "\"},7,";
        const QByteArray rest =
            "\",\"metadata\":{\"tags\":[\"chat\",null,3],\"context_length\":null,"
            "\"pricing\":{\"input_tokens\":\"7e-2\",\"output_tokens\":-1},"
            "\"description\":\""
            + QByteArray(1000, 'y') + "\"}},";
        for (int i = 0; body.size() < 52000000; ++i)
            body += "{\"id\":\"org/model-" + QByteArray::number(i / 2) + rest;
        body += "{}]}";
        const auto models = readModelsList(body).value();
        QCOMPARE(models.size(), kMostListedModels);
        QCOMPARE(models.first().id, u"org/model-0"_s);
        QCOMPARE(models.last().id, u"org/model-%1"_s.arg(kMostListedModels - 1));
        QCOMPARE(models.last().prices.input, std::optional(0.07));
        QCOMPARE(models.last().prices.output, std::nullopt);
        QCOMPARE(models.last().tags, QStringList{u"chat"_s});
    }

    void longTextsAreCut()
    {
        const ModelInfo model = only(R"({"id":"m","description":")" + QByteArray(90000, 'x')
                                     + R"(","metadata":{
                "description":")" + QByteArray(9000, 'y')
                                     + R"(","tags":["chat",")" + QByteArray(9000, 'z') + R"("]}})");
        QCOMPARE(model.description.size(), 4000);
        QCOMPARE(model.tags.last().size(), 60);
        QCOMPARE(only(R"({"id":")" + QByteArray(301, 'i') + R"("})").id, QString());
    }

    void readsAListBehindAMark()
    {
        QCOMPARE(readModelsList("\xef\xbb\xbf[{\"id\":\"a\"}] \n").value().size(), 1);
    }

    void readsWhenAModelAppeared()
    {
        QCOMPARE(only(R"({"id":"a","created":1700000000})").createdMs, 1'700'000'000'000);
        QCOMPARE(only(R"({"id":"a","created":0})").createdMs, 0);
        QCOMPARE(only(R"({"id":"a","created":"2026-11-03T00:00:00Z"})").createdMs,
                 1'793'664'000'000);
        auto models = readModelsList(R"([{"id":"a"}])").value();
        joinModelDetails(models,
                         R"([{"model_name":"a","create_ts":1700000000,"max_output_tokens":4096}])",
                         kNow);
        QCOMPARE(models.first().createdMs, 1'700'000'000'000);
        QCOMPARE(models.first().maxOutput, std::optional<qint64>(4096));
    }

    void tellsVersionsFromModels()
    {
        QCOMPARE(unversionedModel(u"org/model:v2"_s), u"org/model"_s);
        QCOMPARE(unversionedModel(u"deploy_id:abc"_s), u"deploy_id"_s);
        QCOMPARE(unversionedModel(u"org/model"_s), QString());
        QCOMPARE(unversionedModel(u"org/model:"_s), QString());
        QCOMPARE(unversionedModel(u"host:80/model"_s), QString());
        QVERIFY(isSameModel(u"gpt-5"_s, u"gpt-5-2025-08-07"_s));
        QVERIFY(isSameModel(u"org/Model:v2"_s, u"org/model"_s));
        QVERIFY(isSameModel(u"a"_s, u"a"_s));
        QVERIFY(!isSameModel(u"gpt-5"_s, u"gpt-5-mini"_s));
        QVERIFY(!isSameModel(u"org/model"_s, u"org/other"_s));
    }

    void aPriceOfMinusOneIsNoPrice()
    {
        const ModelInfo model = only(R"({"id":"auto","pricing":{"prompt":"-1","completion":-1}})");
        QCOMPARE(model.prices, Prices());
    }

    void floatNoiseIsRounded()
    {
        const ModelInfo model = only(R"({"id":"a","metadata":{"tags":["chat"],
            "pricing":{"input_tokens":0.070000002,"output_tokens":"0.29999999"}}})");
        QCOMPARE(model.prices.input, std::optional(0.07));
        QCOMPARE(model.prices.output, std::optional(0.3));
    }

    void readsLocalServers_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<ModelInfo>("expected");
        QTest::newRow("Ollama") << QByteArray(
            R"({"id":"llama3:8b","object":"model","owned_by":"library"})")
                                << ModelInfo{.id = u"llama3:8b"_s};
        QTest::newRow("llama-server")
            << QByteArray(R"({"id":"/m/a.gguf","meta":{"n_ctx_train":32768},
                "architecture":{"input_modalities":["text","image"]}})")
            << ModelInfo{.id = u"/m/a.gguf"_s, .contextLength = 32'768, .images = Ability::Yes};
        QTest::newRow("vLLM") << QByteArray(R"({"id":"m","max_model_len":4096})")
                              << ModelInfo{.id = u"m"_s, .contextLength = 4096};
        QTest::newRow("LM Studio")
            << QByteArray(R"({"id":"m","type":"vlm","max_context_length":8192,
                "capabilities":["tool_use"]})")
            << ModelInfo{.id = u"m"_s,
                         .contextLength = 8192,
                         .chat = Ability::Yes,
                         .images = Ability::Yes,
                         .tools = Ability::Yes};
        QTest::newRow("all null") << QByteArray(
            R"({"id":"m","description":null,"meta":null,"architecture":null,
                "pricing":null,"supported_parameters":null,"context_length":null})")
                                  << ModelInfo{.id = u"m"_s};
        QTest::newRow("all wrong")
            << QByteArray(R"({"id":"m","description":[1],"meta":"x","architecture":3,
                "pricing":[],"supported_parameters":{},"context_length":"many","type":7})")
            << ModelInfo{.id = u"m"_s};
    }

    void readsLocalServers()
    {
        QFETCH(QByteArray, row);
        QFETCH(ModelInfo, expected);
        QVERIFY(only(row) == expected);
    }

    void leavesOutWhatDoesNotChat()
    {
        const auto models = readModelsList(R"({"data":[
            {"id":"text-embedding-3-small"},{"id":"gpt-5"},{"id":"whisper-1"},{"id":"dall-e-3"},
            {"id":"gpt-4o-mini-tts"},{"id":"Embedded-Assistant-7B"},
            {"id":"o","architecture":{"output_modalities":["image"]}},
            {"id":"rerank-v3","metadata":{"tags":["chat"]}}]})")
                                .value();
        QCOMPARE(ids(models),
                 (QStringList{u"gpt-5"_s, u"Embedded-Assistant-7B"_s, u"rerank-v3"_s}));
    }

    void skipsNamesThatHideSomething()
    {
        // Not as a raw string: moc loses its way in those escapes.
        const auto models = readModelsList("{\"data\":[{\"id\":\"a\\nb\"},{\"id\":\"\\u202eevil\"},"
                                           "{\"id\":\"b\\u001b[2Jc\"},{\"id\":\"a/b\"}]}");
        QVERIFY(models);
        QCOMPARE(models->size(), 1);
        QCOMPARE(models->first().id, u"a/b"_s);
    }

    void skipsDuplicatesAndRowsWithoutAnId()
    {
        const auto models = readModelsList(R"({"data":[{"id":"a"},{"id":"a","max_model_len":9},
            {"id":""},{"id":null},{},7,"x",null,{"id":"b","metadata":null},{"name":"c"}]})")
                                .value();
        QCOMPARE(ids(models), (QStringList{u"a"_s, u"c"_s}));
    }

    void refusesWhatIsNoList_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<!doctype html><p>no");
        QTest::newRow("cut off") << QByteArray(R"({"data":[{"id":"a")");
        QTest::newRow("error") << QByteArray(R"({"error":{"message":"no"}})");
        QTest::newRow("other shape") << QByteArray(R"({"data":{"id":"a"}})");
        QTest::newRow("nested") << QByteArray(100'000, '[');
    }

    void refusesWhatIsNoList()
    {
        QFETCH(QByteArray, body);
        const auto models = readModelsList(body);
        QVERIFY(!models);
        QCOMPARE(models.error().kind, ErrorKind::BadResponse);
    }

    void anEmptyListIsAList()
    {
        QCOMPARE(readModelsList(R"({"object":"list","data":[]})").value().size(), 0);
    }

    void shortensNames()
    {
        QCOMPARE(shortModelName(u"deepseek-ai/DeepSeek-V4"_s), u"DeepSeek-V4"_s);
        QCOMPARE(shortModelName(u"llama3:8b"_s), u"llama3:8b"_s);
        QCOMPARE(shortModelName(u"C:\\models\\a.gguf"_s), u"a.gguf"_s);
        QCOMPARE(shortModelName(u"odd/"_s), u"odd/"_s);
        QCOMPARE(shortModelName({}), QString());
    }
};

QTEST_GUILESS_MAIN(ModelsListTest)
#include "models_list_test.moc"
