// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/retry_policy.h"

#include <QTest>

using namespace app;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class RetryPolicyTest : public QObject
{
    Q_OBJECT
private slots:
    void doublesToItsLongest()
    {
        const RetryPolicy policy{.maxRetries = 8};
        const Error busy{.kind = ErrorKind::RateLimited, .status = 429};
        QList<qint64> highest;
        for (int retry = 0; retry < 8; ++retry)
            highest.append(policy.delay(busy, retry, true, 1.0)->count());
        QCOMPARE(highest, (QList<qint64>{1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000}));
        QCOMPARE(policy.delay(busy, 0, true, 0.0), std::optional(500ms));
        QCOMPARE(policy.delay(busy, 8, true, 0.0), std::nullopt);
    }

    void knowsWhatMayPass_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("requestLeft");
        QTest::addColumn<bool>("again");
        QTest::newRow("busy") << ErrorKind::RateLimited << 429 << true << true;
        QTest::newRow("500") << ErrorKind::Server << 500 << true << true;
        QTest::newRow("502") << ErrorKind::Server << 502 << true << true;
        QTest::newRow("error without status") << ErrorKind::Server << 0 << true << false;
        QTest::newRow("lost") << ErrorKind::Network << 0 << true << true;
        QTest::newRow("dead host") << ErrorKind::Network << 0 << false << false;
        QTest::newRow("timeout") << ErrorKind::Timeout << 0 << true << false;
        QTest::newRow("key") << ErrorKind::Unauthorised << 401 << true << false;
        QTest::newRow("balance") << ErrorKind::NoBalance << 402 << true << false;
        QTest::newRow("feature") << ErrorKind::Unsupported << 405 << true << false;
        QTest::newRow("certificate") << ErrorKind::Tls << 0 << false << false;
    }
    void knowsWhatMayPass()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(int, status);
        QFETCH(bool, requestLeft);
        const Error error{.kind = kind, .status = status};
        QTEST(RetryPolicy().delay(error, 0, requestLeft, 0.5).has_value(), "again");
    }

    void honoursTheServersWish()
    {
        Error error{.kind = ErrorKind::RateLimited, .status = 429};
        error.retryAfter = 7s;
        QCOMPARE(RetryPolicy().delay(error, 0, true, 0.0), std::optional<milliseconds>(7s));
        error.retryAfter = 1h;
        QCOMPARE(RetryPolicy().delay(error, 0, true, 0.0), std::nullopt);
    }

    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("seconds") << QByteArray("12") << qint64(12'000);
        QTest::newRow("fraction") << QByteArray("0.5") << qint64(500);
        QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(7'000);
        QTest::newRow("past") << QByteArray("Sun, 06 Nov 1994 08:49:00 GMT") << qint64(0);
        QTest::newRow("negative") << QByteArray("-1") << qint64(-1);
        QTest::newRow("nan") << QByteArray("nan") << qint64(-1);
        QTest::newRow("text") << QByteArray("soon") << qint64(-1);
        QTest::newRow("empty") << QByteArray() << qint64(-1);
    }
    void readsRetryAfter()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, expected);
        constexpr qint64 kNow = 784111770'000; // Sun, 06 Nov 1994 08:49:30 GMT
        const auto read = parseRetryAfter(value, kNow);
        QCOMPARE(read ? read->count() : -1, expected);
    }
};

QTEST_GUILESS_MAIN(RetryPolicyTest)
#include "retry_policy_test.moc"
