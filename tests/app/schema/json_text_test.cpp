// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/json_text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class JsonTextTest : public QObject
{
    Q_OBJECT
private slots:
    void anyValueIsWritten()
    {
        QCOMPARE(compactJson(u"a\n\"é\""_s), QByteArray("\"a\\n\\\"é\\\"\""));
        QCOMPARE(compactJson(0.5), QByteArray("0.5"));
        QCOMPARE(compactJson(true), QByteArray("true"));
        QCOMPARE(compactJson(QJsonValue::Null), QByteArray("null"));
        QCOMPARE(compactJson(QJsonValue::Undefined), QByteArray("null"));
        QCOMPARE(compactJson(QJsonArray()), QByteArray("[]"));
        QCOMPARE(compactJson(QJsonObject{{u"b"_s, 1}, {u"a"_s, QJsonArray{2}}}),
                 QByteArray(R"({"a":[2],"b":1})"));
    }

    void escapesBecomeCharacters_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("ab c") << u"ab c"_s;
        QTest::newRow("short ones") << QByteArray(R"(\"\\\/\b\f\n\r\t)") << u"\"\\/\b\f\n\r\t"_s;
        QTest::newRow("code units") << QByteArray(R"(\u00e9\ud83d\ude00!)") << u"é😀!"_s;
        QTest::newRow("UTF-8") << QByteArray("é😀") << u"é😀"_s;
        QTest::newRow("cut in an escape") << QByteArray("a\\") << u"a"_s;
        QTest::newRow("cut in a code unit") << QByteArray("a\\u00e") << u"a"_s;
        QTest::newRow("cut in a character") << QByteArray("a\xc3") << u"a"_s;
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void escapesBecomeCharacters()
    {
        QFETCH(QByteArray, inside);
        QTEST(unescapedJson(inside), "text");
    }

    void pointersKeepNames()
    {
        const QStringList names{u"a/b"_s, u"~"_s, QString(), u"0"_s};
        QString pointer;
        for (const QString &name : names)
            pointer += u'/' + pointerStep(name);
        QCOMPARE(pointer, u"/a~1b/~0//0"_s);
        QCOMPARE(pointerSteps(pointer), names);
        QCOMPARE(pointerSteps({}), QStringList());
    }

    void placesAreLinesAndColumns()
    {
        const QByteArray text = "{\n \"é\": x";
        QCOMPARE(linePlace(text, 0), (LinePlace{1, 1}));
        QCOMPARE(linePlace(text, 2), (LinePlace{2, 1}));
        QCOMPARE(linePlace(text, text.indexOf('x')), (LinePlace{2, 7}));
        QCOMPARE(linePlace(text, 1'000), (LinePlace{2, 8}));
        QCOMPARE(linePlace({}, 0), (LinePlace{1, 1}));
    }
};

QTEST_GUILESS_MAIN(JsonTextTest)
#include "json_text_test.moc"
