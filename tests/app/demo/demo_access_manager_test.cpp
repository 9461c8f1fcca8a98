// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_access_manager.h"

#include "app/net/http_client.h"
#include "app/net/http_job.h"
#include "tests/support/patience.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

constexpr double kFast = 1'000;

HttpClient::ManagerFactory demo(double speed = kFast)
{
    return [speed] { return std::make_unique<DemoAccessManager>(speed); };
}

HttpRequest request(const QString &model, bool stream = true)
{
    const QJsonArray messages{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Hello"_s}}};
    HttpRequest made;
    made.method = "POST";
    made.url = endpoint(demoProvider().baseUrl, u"chat/completions");
    made.body =
        QJsonDocument(
            QJsonObject{{u"model"_s, model}, {u"stream"_s, stream}, {u"messages"_s, messages}})
            .toJson();
    return made;
}

/// A job run to its end.
struct Exchange
{
    explicit Exchange(HttpJob *job)
    {
        QObject::connect(job, &HttpJob::connecting, job, [this] { signs.append(u"connecting"_s); });
        QObject::connect(job, &HttpJob::requestSent, job, [this] { signs.append(u"sent"_s); });
        QObject::connect(job, &HttpJob::headersArrived, job,
                         [this] { signs.append(u"headers"_s); });
        QObject::connect(job, &HttpJob::bytesArrived, job, [this, job] {
            bytes += job->read(job->bytesAvailable());
            ++reads;
        });
        QObject::connect(job, &HttpJob::finished, job, [this, job](const Result<void> &result) {
            signs.append(u"finished"_s);
            outcome = result;
            status = job->response().status;
            contentType = job->response().contentType;
        });
        job->start();
    }

    QStringList signs;
    QByteArray bytes;
    int reads = 0;
    int status = 0;
    QByteArray contentType;
    std::optional<Result<void>> outcome;
};

} // namespace

class DemoAccessManagerTest : public QObject
{
    Q_OBJECT
private slots:
    void streamsLikeAServer()
    {
        HttpClient http(demo(50));
        Exchange exchange(http.prepare(request(demoModel()), this));
        QTRY_VERIFY(exchange.outcome);
        QVERIFY(*exchange.outcome);
        QCOMPARE(exchange.signs,
                 (QStringList{u"connecting"_s, u"sent"_s, u"headers"_s, u"finished"_s}));
        QCOMPARE(exchange.status, 200);
        QVERIFY(exchange.bytes.endsWith("data: [DONE]\n\n"));
        QVERIFY(exchange.bytes.contains("\"finish_reason\":\"stop\""));
        QVERIFY(exchange.bytes.contains("\"usage\""));
        QVERIFY(exchange.reads > 3);
    }

    void answersWholeWhereNotStreaming()
    {
        HttpClient http(demo());
        const auto future = http.fetch(request(demoModel(), false));
        QTRY_VERIFY(future.isFinished());
        const auto response = future.result().value();
        QCOMPARE(response.contentType, QByteArray("application/json"));
        QCOMPARE(QJsonDocument::fromJson(response.body).object().value("object"_L1).toString(),
                 u"chat.completion"_s);
    }

    void givesItsModels()
    {
        HttpClient http(demo());
        HttpRequest list;
        list.url = endpoint(demoProvider().baseUrl, u"models");
        const auto future = http.fetch(list);
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result().value().body.contains("diptych/tour"));
    }

    void errorsKeepTheirStatusHeadersAndBody()
    {
        HttpClient http(demo());
        const auto future = http.fetch(request(u"diptych/error-busy"_s));
        QTRY_VERIFY(future.isFinished());
        const auto response = future.result().value();
        QCOMPARE(response.status, 429);
        QCOMPARE(response.header("retry-after"), QByteArray("2"));
        QVERIFY(response.body.contains("engine_overloaded"));
    }

    void nobodyThereIsANetworkError()
    {
        HttpClient http(demo());
        const auto future = http.fetch(request(u"diptych/error-offline"_s));
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, ErrorKind::Network);
    }

    void aCutStreamEndsWithoutAMark()
    {
        HttpClient http(demo());
        const auto future = http.fetch(request(u"diptych/error-cut"_s));
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result().value().body.contains("\"content\""));
        QVERIFY(!future.result().value().body.contains("[DONE]"));
    }

    void cancelStopsAtOnce()
    {
        HttpClient http(demo(1));
        HttpJob *job = http.prepare(request(u"diptych/slow"_s), this);
        Exchange exchange(job);
        QTRY_VERIFY(exchange.signs.contains(u"headers"_s));
        job->cancel();
        QVERIFY(exchange.outcome);
        QCOMPARE(exchange.outcome->error().kind, ErrorKind::Cancelled);
    }

    void deletionInTheMiddleIsSilent()
    {
        HttpClient http(demo(1));
        auto job = std::unique_ptr<HttpJob>(http.prepare(request(demoModel()), nullptr));
        QSignalSpy finished(job.get(), &HttpJob::finished);
        Exchange exchange(job.get());
        QTRY_VERIFY(exchange.reads > 0);
        job.reset();
        QCoreApplication::processEvents();
        QVERIFY(finished.isEmpty());
    }

    void theClientMayDieFirst()
    {
        auto http = std::make_unique<HttpClient>(demo(1));
        Exchange exchange(http->prepare(request(demoModel()), this));
        QTRY_VERIFY(exchange.signs.contains(u"sent"_s));
        http.reset();
        QTRY_VERIFY(exchange.outcome);
        QCOMPARE(exchange.outcome->error().kind, ErrorKind::Cancelled);
    }

    void manyStreamAtOnce()
    {
        HttpClient http(demo());
        std::vector<std::unique_ptr<Exchange>> exchanges;
        for (int i = 0; i < 12; ++i)
            exchanges.push_back(
                std::make_unique<Exchange>(http.prepare(request(demoModel()), this)));
        for (const auto &exchange : exchanges) {
            QTRY_VERIFY(exchange->outcome);
            QVERIFY(exchange->bytes.endsWith("data: [DONE]\n\n"));
        }
    }

    void otherSchemesGoTheUsualWay()
    {
        HttpClient http(demo());
        HttpRequest other;
        other.url = QUrl(u"http://127.0.0.1:1/models"_s);
        const auto future = http.fetch(other);
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, ErrorKind::Network);
    }
};

QTEST_GUILESS_MAIN(DemoAccessManagerTest)
#include "demo_access_manager_test.moc"
