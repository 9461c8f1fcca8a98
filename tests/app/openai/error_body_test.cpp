// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/error_body.h"

#include "app/net/http_client.h"

#include <QJsonDocument>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Written out: moc loses its way in raw strings with backslashes.
constexpr char kNested[] =
    "{\"error\":{\"message\":\"Provider said: {\\\"error\\\":{\\\"message\\\":"
    "\\\"too hot\\\",\\\"param\\\":\\\"temperature\\\"}}\"}}";

} // namespace

class ErrorBodyTest : public QObject
{
    Q_OBJECT
private slots:
    void readsEveryShape_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error>("error");

        const auto row = [](const char *name, const char *body, const Error &error) {
            const int status = error.status;
            QTest::newRow(name) << status << QByteArray(body) << error;
        };
        using enum ErrorKind;
        row("envelope",
            R"({"error":{"message":"Not authenticated","type":"invalid_request_error","param":null,"code":null}})",
            {Unauthorised, u"Not authenticated"_s, 401});
        row("busy",
            R"({"error":{"message":"Model busy, retry later","type":"invalid_request_error","code":"engine_overloaded"}})",
            {RateLimited, u"Model busy, retry later"_s, 429, u"engine_overloaded"_s});
        row("message only", R"({"error":{"message":"busy"}})", {RateLimited, u"busy"_s, 429});
        row("string", R"({"error":"text"})", {Forbidden, u"text"_s, 403});
        row("detail object", R"({"detail":{"error":"Not authenticated"}})",
            {Unauthorised, u"Not authenticated"_s, 403});
        row("detail list",
            R"({"detail":[{"loc":["body","top_p"],"msg":"too small"},{"loc":["body","messages",0,"role"],"msg":"bad"}]})",
            {InvalidRequest, u"top_p: too small; messages.0.role: bad"_s, 422, {}, u"top_p"_s});
        row("detail list of errors", R"({"detail":[{"error":"no"}]})",
            {InvalidRequest, u"no"_s, 422});
        row("detail text", R"({"detail":"Not Found"})", {NotFound, u"Not Found"_s, 404});
        row("bare object",
            R"({"object":"error","message":"bad","type":"BadRequestError","param":null,"code":400})",
            {InvalidRequest, u"bad"_s, 400, u"400"_s});
        row("error_message", R"({"error_type":"x","error_message":"no"})",
            {InvalidRequest, u"no"_s, 400});
        row("param", R"({"error":{"message":"bad role","param":"messages.0.role"}})",
            {InvalidRequest, u"bad role"_s, 422, {}, u"messages.0.role"_s});
        row("list around it", R"([{"error":{"message":"no","code":400}}])",
            {InvalidRequest, u"no"_s, 400, u"400"_s});
        row("nested JSON", kNested,
            {InvalidRequest, u"Provider said: too hot"_s, 400, {}, u"temperature"_s});
        row("empty", "", {Server, {}, 500});
        row("page", "<html>\n <b>Bad</b>   Gateway", {Server, u"<html> <b>Bad</b> Gateway"_s, 502});
        row("plain", "Internal Server Error", {Server, u"Internal Server Error"_s, 500});
        row("model", R"({"error":{"message":"Model not found"}})",
            {NotFound, u"Model not found"_s, 404, u"model_not_found"_s});
        row("model named by code", R"({"error":{"message":"no","code":"model_not_found"}})",
            {NotFound, u"no"_s, 400, u"model_not_found"_s});
        row("unsupported", R"({"error":{"message":"Tool calling is not supported"}})",
            {Unsupported, u"Tool calling is not supported"_s, 405});
        row("balance", R"({"detail":{"error":"You need positive balance"}})",
            {NoBalance, u"You need positive balance"_s, 402});
        row("overflow",
            R"({"error":{"message":"This model has a maximum context length is 10 tokens. However, you requested 20"}})",
            {ContextOverflow,
             u"This model has a maximum context length is 10 tokens. However, you requested 20"_s,
             400});
        row("overflow by code", R"({"error":{"message":"no","code":"context_length_exceeded"}})",
            {ContextOverflow, u"no"_s, 400, u"context_length_exceeded"_s});
        row("overflow of llama-server",
            R"({"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}})",
            {ContextOverflow, u"the request exceeds the available context size"_s, 400, u"400"_s});
    }
    void readsEveryShape()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Error, error);
        HttpResponse response;
        response.status = status;
        response.body = body;
        const Error read = errorFromResponse(response, 0);
        QCOMPARE(read.message, error.message);
        QCOMPARE(read.kind, error.kind);
        QCOMPARE(read.code, error.code);
        QCOMPARE(read.param, error.param);
        QVERIFY(read == error);
    }

    void readsRetryAfter()
    {
        HttpResponse response;
        response.status = 429;
        response.headers = {{"retry-after", "3"}};
        QVERIFY(errorFromResponse(response, 0).retryAfter == 3000ms);
    }

    void withoutABodyTheReasonIsLeft()
    {
        HttpResponse response;
        response.status = 405;
        response.reason = "Method Not Allowed";
        QCOMPARE(errorFromResponse(response, 0).message, u"Method Not Allowed"_s);
    }

    void longBodiesAreCut()
    {
        HttpResponse response;
        response.status = 500;
        response.body = QByteArray(100'000, 'x');
        QCOMPARE(errorFromResponse(response, 0).message.size(), 300);
        response.body = "{\"error\":\"" + QByteArray(100'000, 'x') + "\"}";
        QCOMPARE(errorFromResponse(response, 0).message.size(), 2000);
    }

    void errorsWithoutAStatusSayTheirCode()
    {
        const auto read = [](const char *json) {
            return errorFromObject(QJsonDocument::fromJson(json).object());
        };
        QCOMPARE(read(R"({"error":{"message":"a","code":429}})").kind, ErrorKind::RateLimited);
        QCOMPARE(read(R"({"error":{"message":"a"}})").kind, ErrorKind::Server);
        QCOMPARE(read("{\"error_message\":\"X: {'code':400}\"}").kind, ErrorKind::InvalidRequest);
        QCOMPARE(read("{\"error_message\":\"X: {'code':400}\"}").status, 400);
    }

    void tellsErrorsFromChunks_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isError");
        QTest::newRow("chunk") << QByteArray(R"({"choices":[]})") << false;
        QTest::newRow("timings") << QByteArray(R"({"timings":{}})") << false;
        QTest::newRow("null error") << QByteArray(R"({"error":null})") << false;
        QTest::newRow("error beside choices") << QByteArray(R"({"error":{},"choices":[]})") << true;
        QTest::newRow("detail") << QByteArray(R"({"detail":"x"})") << true;
        QTest::newRow("object") << QByteArray(R"({"object":"error"})") << true;
        QTest::newRow("detail beside choices")
            << QByteArray(R"({"detail":"x","choices":[]})") << false;
    }
    void tellsErrorsFromChunks()
    {
        QFETCH(QByteArray, json);
        QTEST(isErrorObject(QJsonDocument::fromJson(json).object()), "isError");
    }
};

QTEST_GUILESS_MAIN(ErrorBodyTest)
#include "error_body_test.moc"
