// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/json_outline.h"

#include "app/schema/json_text.h"

#include <QJsonDocument>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

using State = JsonOutline::State;
using Fault = JsonOutline::Fault;
using Type = JsonOutline::Type;

namespace {

JsonOutline read(const QByteArray &text, qsizetype piece = 1'000'000)
{
    JsonOutline outline;
    for (qsizetype at = 0; at < text.size(); at += piece)
        outline.append(text.mid(at, piece));
    outline.finish();
    return outline;
}

/// All that can be seen of an outline.
QString described(const JsonOutline &outline)
{
    QString text = u"%1 %2 %3\n"_s.arg(int(outline.state()))
                       .arg(int(outline.fault()))
                       .arg(outline.faultPosition());
    for (quint32 i = 0; i < outline.size(); ++i) {
        const JsonOutline::Value &value = outline.value(i);
        text += u"%1 %2 %3-%4 %5\n"_s.arg(outline.pointer(i))
                    .arg(int(value.type))
                    .arg(value.start)
                    .arg(value.end)
                    .arg(outline.shownText(i, 50));
    }
    return text;
}

} // namespace

class JsonOutlineTest : public QObject
{
    Q_OBJECT
private slots:
    void statesAndFaults_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<State>("state");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<qsizetype>("position");

        const auto whole = [](const char *text) {
            QTest::newRow(text) << QByteArray(text) << State::Complete << Fault::None
                                << qsizetype(-1);
        };
        for (const char *text :
             {"{}", "[]", " { } ", R"({"a":1})", R"({"a":{"b":[1,2,{"c":null}]},"d":"e"})", "0",
              "-0", "12", "1.5e+10", "-1E5", "\"\"", "\"a\\\"b\"", "true", "false", "null",
              "[1 , 2\n,3\t]", R"(["\u00e9"])", "[[[[]]]]", "[0,0.0,-0.1e1]"})
            whole(text);

        const auto cut = [](const char *text) {
            QTest::newRow(text) << QByteArray(text) << State::Growing << Fault::None
                                << QByteArray(text).size();
        };
        for (const char *text : {"",         " ",         "{",  "[",   "{\"a", "{\"a\"", "{\"a\":",
                                 "{\"a\":1", "{\"a\":1,", "[1", "[1,", "[tr",  "[\"x\\", "[\"x\\u0",
                                 "-",        "1.",        "1e", "1e+", "[12",  "tru",    "\"abc"})
            cut(text);

        const auto broken = [](const char *text, Fault fault, int position) {
            QTest::newRow(text) << QByteArray(text) << State::Faulty << fault
                                << qsizetype(position);
        };
        broken("x", Fault::Unexpected, 0);
        broken("{a", Fault::Unexpected, 1);
        broken("{'a'", Fault::Unexpected, 1);
        broken("{\"a\" 1", Fault::Unexpected, 5);
        broken("{\"a\":1]", Fault::Unexpected, 6);
        broken("{\"a\":1,}", Fault::Unexpected, 7);
        broken("[1,]", Fault::Unexpected, 3);
        broken("[,", Fault::Unexpected, 1);
        broken("[1 2", Fault::Unexpected, 3);
        broken("[}", Fault::Unexpected, 1);
        broken("]", Fault::Unexpected, 0);
        broken("[\"a\nb\"]", Fault::Control, 3);
        broken("[\"\\x\"]", Fault::Escape, 3);
        broken("[\"\\u00g\"]", Fault::Escape, 6);
        broken("[01]", Fault::Number, 2);
        broken("[-x]", Fault::Number, 2);
        broken("[1.]", Fault::Number, 3);
        broken("[1ex]", Fault::Number, 3);
        broken("[trux]", Fault::Word, 4);
        broken("[nil]", Fault::Word, 2);
        broken("{} x", Fault::Trailing, 3);
        broken("{}{}", Fault::Trailing, 2);
        broken("1 2", Fault::Trailing, 2);
    }
    void statesAndFaults()
    {
        QFETCH(QByteArray, text);
        QFETCH(State, state);
        QFETCH(Fault, fault);
        QFETCH(qsizetype, position);
        const JsonOutline outline = read(text);
        QCOMPARE(outline.state(), state);
        QCOMPARE(outline.fault(), fault);
        if (position >= 0)
            QCOMPARE(outline.faultPosition(), position);
        for (qsizetype piece = 1; piece < text.size(); ++piece)
            QCOMPARE(described(read(text, piece)), described(outline));
    }

    /// Qt also reads control characters within texts, any character behind a backslash, "-.5" and
    /// "2.e3".
    void agreesWithQt()
    {
        const QByteArray whole =
            R"({"a":[1,-2.5e3,true,null,"x\n\u00e9y",{"b":{}},[]],"c":{"d":"","e":false}})";
        QCOMPARE(read(whole).state(), State::Complete);
        for (qsizetype at = 0; at < whole.size(); ++at) {
            for (const char put : {'\0', '"', '{', ']', ',', ':', '1', 'x', '\\'}) {
                QByteArray changed = whole;
                if (put == '\0')
                    changed.remove(at, 1);
                else
                    changed[at] = put;
                const bool isEscape = put == '\\' || whole.mid(at - 1, 1) == "\\";
                if (isEscape || changed.contains("-.") || changed.contains(".e"))
                    continue;
                QJsonParseError error{};
                [[maybe_unused]] const auto document = QJsonDocument::fromJson(changed, &error);
                const bool isFine = error.error == QJsonParseError::NoError;
                QVERIFY2((read(changed).state() == State::Complete) == isFine, changed.constData());
            }
        }
    }

    void valuesAreNamedAndFound()
    {
        const JsonOutline outline =
            read(R"({"a":[10,{"b/c":"x\ty"}],"":true,"a~":2,"twice":1,"twice":3})");
        QCOMPARE(outline.state(), State::Complete);
        QCOMPARE(outline.value(0).type, Type::Object);
        QCOMPARE(outline.children(0).size(), size_t(5));
        QCOMPARE(outline.key(1), u"a"_s);
        const auto text = outline.find(u"/a/1/b~1c"_s);
        QVERIFY(text);
        QCOMPARE(outline.shownText(*text, 100), u"x\ty"_s);
        QCOMPARE(outline.shownText(*text, 2), u"x\t"_s);
        QCOMPARE(outline.pointer(*text), u"/a/1/b~1c"_s);
        QCOMPARE(outline.text().sliced(outline.value(*text).start,
                                       outline.value(*text).end - outline.value(*text).start),
                 R"("x\ty")");
        QCOMPARE(outline.shownText(*outline.find(u"/"_s), 10), u"true"_s);
        QCOMPARE(outline.shownText(*outline.find(u"/twice"_s), 10), u"3"_s);
        QCOMPARE(outline.find(QString()), std::optional<quint32>(0));
        QVERIFY(!outline.find(u"/a/2"_s));
        QVERIFY(!outline.find(u"/a/x"_s));
        QVERIFY(!outline.find(u"/b"_s));
        for (quint32 i = 0; i + 2 < outline.size(); ++i)
            QCOMPARE(outline.find(outline.pointer(i)), std::optional<quint32>(i));
    }

    void namesWithEscapesAreFound()
    {
        const JsonOutline outline =
            read(R"({"caf\u00e9":1,"a\/b":2,"\ud83d\ude00":3,"n\\u0041":4,"x":5})");
        const auto found = [&outline](const QString &name) {
            const auto number = outline.find(u'/' + pointerStep(name));
            return number ? outline.shownText(*number, 9) : QString();
        };
        QCOMPARE(found(u"café"_s), u"1"_s);
        QCOMPARE(found(u"a/b"_s), u"2"_s);
        QCOMPARE(found(u"😀"_s), u"3"_s);
        QCOMPARE(found(u"n\\u0041"_s), u"4"_s);
        QCOMPARE(found(u"nA"_s), QString());
        QCOMPARE(found(u"caf\\u00e9"_s), QString());
        // Broken UTF-8 is found by what it reads as.
        const JsonOutline broken = read("{\"a\xff\":6}");
        QVERIFY(broken.find(broken.pointer(1)));
    }

    void whatIsBeingWrittenIsKnown()
    {
        JsonOutline outline;
        outline.append("{\"a\":[1,\"hel");
        QCOMPARE(outline.state(), State::Growing);
        QCOMPARE(outline.open().size(), size_t(2));
        QVERIFY(outline.growing());
        QCOMPARE(outline.shownText(*outline.growing(), 10), u"hel"_s);
        QVERIFY(outline.value(*outline.growing()).isOpen());
        outline.append("lo\"");
        QVERIFY(!outline.growing());
        QCOMPARE(outline.shownText(3, 10), u"hello"_s);
        outline.append("],\"bc");
        QVERIFY(!outline.growing());
        QCOMPARE(outline.open().size(), size_t(1));
        QCOMPARE(outline.size(), 4);
    }

    void limitsAreFaults()
    {
        const JsonOutline deep = read(QByteArray(100'000, '['));
        QCOMPARE(deep.fault(), Fault::TooDeep);
        QCOMPARE(deep.size(), JsonOutline::kDeepest);
        QByteArray many = "[";
        for (qsizetype i = 0; i < JsonOutline::kMostValues; ++i)
            many += "1,";
        QCOMPARE(read(many).fault(), Fault::TooMany);
        QByteArray large(JsonOutline::kMostBytes + 2, 'a');
        large[0] = '"';
        const JsonOutline outline = read(large, large.size());
        QCOMPARE(outline.fault(), Fault::TooLarge);
        QCOMPARE(outline.text().size(), JsonOutline::kMostBytes);
    }

    void whatFollowsMayBeIgnored()
    {
        JsonOutline outline;
        outline.append("{\"a\":1}\n```\nBye", JsonOutline::Tail::Ignored);
        outline.append(" and more", JsonOutline::Tail::Ignored);
        QCOMPARE(outline.state(), State::Complete);
        QCOMPARE(outline.text(), QByteArray("{\"a\":1}"));
    }
};

QTEST_GUILESS_MAIN(JsonOutlineTest)
#include "json_outline_test.moc"
