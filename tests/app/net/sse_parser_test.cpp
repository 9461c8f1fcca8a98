// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/sse_parser.h"

#include <QTest>

using namespace app;

namespace {

/// "type|data" of every event, fed in these pieces.
QByteArrayList read(const QByteArrayList &pieces, bool finish = true)
{
    SseParser parser;
    QByteArrayList events;
    const auto drain = [&] {
        while (const auto event = parser.next())
            events.append(event->type.toByteArray() + '|' + event->data.toByteArray());
    };
    for (const QByteArray &piece : pieces) {
        parser.feed(piece);
        drain();
    }
    if (finish) {
        parser.finish();
        drain();
    }
    return events;
}

} // namespace

class SseParserTest : public QObject
{
    Q_OBJECT
private slots:
    void readsAnySplitTheSame_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArrayList>("events");

        const auto row = [](const char *name, const char *input, const QByteArrayList &events) {
            QTest::newRow(name) << QByteArray(input) << events;
        };
        row("lf", "data: a\n\ndata: b\n\n", {"|a", "|b"});
        row("crlf", "data: a\r\n\r\ndata: b\r\n\r\n", {"|a", "|b"});
        row("cr", "data: a\r\rdata: b\r\r", {"|a", "|b"});
        row("mixed line ends", "data: a\r\n\ndata: b\n\r\ndata: c\r\r\n", {"|a", "|b", "|c"});
        row("byte order mark",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            {"|a"});
        row("byte order mark alone on its line", "\xEF\xBB\xBF\n\ndata: a\n\n", {"|a"});
        row("no space", "data:a\n\n", {"|a"});
        row("only one space is taken", "data:  a\n\n", {"| a"});
        row("several data lines", "data: a\ndata: b\ndata:\n\n", {"|a\nb\n"});
        row("comments", ": ping - 2026\n\n:\ndata: a\n: in between\ndata: b\n\n", {"|a\nb"});
        row("type", "event: error\ndata: {}\n\ndata: b\n\n", {"error|{}", "|b"});
        row("type without data is nothing", "event: error\n\ndata: b\n\n", {"|b"});
        row("id and retry", "id: 7\nretry: 10\ndata: a\n\n", {"|a"});
        row("field without colon", "data\n\n", {"|"});
        row("unknown fields", "datum: x\nda: y\ndata: a\n\n", {"|a"});
        row("no final blank line", "data: a\n\ndata: b\n", {"|a", "|b"});
        row("no final line end", "data: a\n\ndata: b", {"|a", "|b"});
        row("blank lines", "\n\n\ndata: a\n\n\n\n", {"|a"});
        row("utf-8", "data: \xC3\xA4\xF0\x9F\x98\x80\n\n", {"|\xC3\xA4\xF0\x9F\x98\x80"});
        row("nothing", "", {});
    }
    void readsAnySplitTheSame()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArrayList, events);
        QCOMPARE(read({input}), events);
        for (qsizetype cut = 0; cut <= input.size(); ++cut)
            QCOMPARE(read({input.first(cut), input.sliced(cut)}), events);
        QByteArrayList bytes;
        for (const char c : input)
            bytes.append(QByteArray(1, c));
        QCOMPARE(read(bytes), events);
    }

    void remembersTheNewestId()
    {
        SseParser parser;
        parser.feed("data: a\n\nid: 7\ndata: b\n\n");
        QVERIFY(parser.next());
        QCOMPARE(parser.lastEventId(), QByteArray());
        QVERIFY(parser.next());
        QCOMPARE(parser.lastEventId(), "7");
        parser.feed("data: c\n\nid\ndata: d\n\n");
        QVERIFY(parser.next());
        QCOMPARE(parser.lastEventId(), "7");
        QVERIFY(parser.next());
        QCOMPARE(parser.lastEventId(), QByteArray());
    }

    void givesAnEventAsSoonAsItsBlankLineIsThere()
    {
        QCOMPARE(read({"data: a\r"}, false), QByteArrayList());
        QCOMPARE(read({"data: a\r\r"}, false), QByteArrayList{"|a"});
        QCOMPARE(read({"data: a\n", "\n"}, false), QByteArrayList{"|a"});
    }

    void stopsAtTheLimit_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        const QByteArray half(60, 'x');
        QTest::newRow("one line in one piece") << QByteArrayList{"data: " + half + half + "\n\n"};
        QTest::newRow("one line in pieces") << QByteArrayList{"data: " + half, half, half};
        QTest::newRow("lines") << QByteArrayList{"data: " + half + "\ndata: " + half + "\n\n"};
        QTest::newRow("endless comment") << QByteArrayList{":" + half, half, half};
    }
    void stopsAtTheLimit()
    {
        QFETCH(QByteArrayList, pieces);
        SseParser parser(100);
        for (const QByteArray &piece : pieces) {
            parser.feed(piece);
            QVERIFY(!parser.next());
        }
        QVERIFY(parser.hasOverflowed());
        parser.feed("\n\ndata: late\n\n");
        QVERIFY(!parser.next());
    }

    void theLimitIsTheSameInAnySplit()
    {
        constexpr qsizetype kLimit = 100;
        const auto given = [](const QByteArrayList &pieces) {
            SseParser parser(kLimit);
            qsizetype bytes = -1;
            for (const QByteArray &piece : pieces) {
                parser.feed(piece);
                while (const auto event = parser.next())
                    bytes = event->data.size();
            }
            return parser.hasOverflowed() ? -1 : bytes;
        };
        for (qsizetype size = kLimit - 12; size <= kLimit; ++size) {
            const QByteArray half(size / 2, 'x');
            const QByteArray rest(size - size / 2, 'x');
            for (const QByteArray &input :
                 {"data: " + half + rest + "\n\n", "data: " + half + "\ndata: " + rest + "\n\n"}) {
                const qsizetype whole = given({input});
                QVERIFY(whole <= kLimit);
                for (qsizetype cut = 0; cut <= input.size(); ++cut)
                    QCOMPARE(given({input.first(cut), input.sliced(cut)}), whole);
            }
        }
    }
};

QTEST_GUILESS_MAIN(SseParserTest)
#include "sse_parser_test.moc"
