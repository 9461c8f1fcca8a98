// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generation/exchange.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class ExchangeTest : public QObject
{
    Q_OBJECT
private slots:
    void headersThatOpenDoorsAreHidden_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isHidden");
        for (const char *name : {"Authorization", "x-api-key", "Set-Cookie", "Proxy-Authorization",
                                 "X-Access-Token", "X-Client-Secret"})
            QTest::newRow(name) << QByteArray(name) << true;
        for (const char *name : {"content-type", "x-request-id", "x-ratelimit-remaining-tokens",
                                 "HTTP-Referer", "X-Title", "retry-after"})
            QTest::newRow(name) << QByteArray(name) << false;
    }
    void headersThatOpenDoorsAreHidden()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, isHidden);
        const HeaderLines shown = shownHeaders({{name, "value"}}, {});
        QCOMPARE(shown, (HeaderLines{{name, isHidden ? QByteArray(kHiddenValue) : "value"}}));
    }

    void aValueThatHoldsTheKeyIsHidden()
    {
        QCOMPARE(shownHeaders({{"x-echo", "you sent sk-0123456789"}}, "sk-0123456789"),
                 (HeaderLines{{"x-echo", kHiddenValue}}));
    }

    void headersAreBounded()
    {
        HeaderLines many;
        for (int i = 0; i < 1'000; ++i)
            many.append({"x-" + QByteArray::number(i), "v"});
        QCOMPARE(shownHeaders(many, {}).size(), 100);
        const HeaderLines long_{{"a", QByteArray(20'000, 'x')}, {"b", QByteArray(20'000, 'x')}};
        QCOMPARE(shownHeaders(long_, {}).size(), 1);
    }

    void addressesHaveNoUserAndNoKey()
    {
        QCOMPARE(shownUrl(QUrl(u"https://me:pw@host/v1?api-key=abc&version=2#x"_s)),
                 u"https://host/v1?api-key=(hidden)&version=2"_s);
        QCOMPARE(shownUrl(QUrl(u"http://127.0.0.1:8080/a%20b/c"_s)),
                 u"http://127.0.0.1:8080/a%20b/c"_s);
    }

    void keysLeaveTexts()
    {
        QCOMPARE(withoutKey(u"wrong key sk-0123456789!"_s, u"sk-0123456789"_s),
                 u"wrong key [key]!"_s);
        QCOMPARE(withoutKey(u"a short one stays"_s, u"a"_s), u"a short one stays"_s);
        QCOMPARE(withoutKey("x sk-0123456789 y"_ba, "sk-0123456789"_ba), "x [key] y"_ba);
    }

    void itIsReadAsItWasWritten()
    {
        Exchange exchange;
        exchange.method = "POST";
        exchange.url = u"https://host/v1/chat/completions"_s;
        exchange.sent = {{"Accept", "text/event-stream"}, {"X-Title", "Ü"}};
        exchange.received = {{"x-request-id", "1"}};
        Error busy{ErrorKind::RateLimited, u"slow down"_s, 429};
        busy.code = u"engine_overloaded"_s;
        exchange.failures = {{120, busy, 1'000}};
        QCOMPARE(exchangeFromJson(exchangeToJson(exchange)), exchange);
        QCOMPARE(exchangeFromJson({}), Exchange());
    }
};

QTEST_APPLESS_MAIN(ExchangeTest)
#include "exchange_test.moc"
