// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/json_diff.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {
constexpr DiffOptions kValues{.unit = DiffUnit::Values};

QString side(const TextDiff &diff, QString DiffPiece::*text)
{
    QString joined;
    for (const DiffPiece &piece : diff.pieces)
        joined += piece.*text;
    return joined;
}

QStringList removedAndAdded(const TextDiff &diff)
{
    QStringList list;
    for (const DiffPiece &piece : diff.pieces) {
        if (piece.kind == DiffPiece::Kind::Removed)
            list.append(u"-"_s + piece.left.simplified());
        if (piece.kind == DiffPiece::Kind::Added)
            list.append(u"+"_s + piece.right.simplified());
    }
    return list;
}
} // namespace

class JsonDiffTest : public QObject
{
    Q_OBJECT
private slots:
    void orderSpaceAndSpellingOfNumbersDoNotMatter()
    {
        const TextDiff diff = diffTexts(uR"({"a": 1, "b": [1.0, "x"], "c": {}})"_s,
                                        uR"({"c":{},"b":[1e0,"\u0078"],"a":1.00})"_s, kValues);
        QCOMPARE(diff.differences, 0);
        QCOMPARE(diff.unit, DiffUnit::Values);
    }

    void differences_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QStringList>("expected");

        QTest::newRow("a value") << uR"({"a":1,"b":2})"_s << uR"({"a":1,"b":3})"_s
                                 << QStringList{u"-2"_s, u"+3"_s};
        QTest::newRow("a member more") << uR"({"a":1})"_s << uR"({"a":1,"b":{"c":[]}})"_s
                                       << QStringList{uR"(+"b": { "c": [] })"_s};
        QTest::newRow("by index") << u"[1,2,3]"_s << u"[2,3]"_s
                                  << QStringList{u"-1"_s, u"+2"_s, u"-2"_s, u"+3"_s, u"-3"_s};
        QTest::newRow("deep") << uR"({"a":[{"b":true}]})"_s << uR"({"a":[{"b":null}]})"_s
                              << QStringList{u"-true"_s, u"+null"_s};
        QTest::newRow("another type") << uR"({"a":[1]})"_s << uR"({"a":{"0":1}})"_s
                                      << QStringList{u"-[ 1 ]"_s, uR"(+{ "0": 1 })"_s};
        QTest::newRow("large numbers")
            << u"[9007199254740993]"_s << u"[9007199254740992]"_s
            << QStringList{u"-9007199254740993"_s, u"+9007199254740992"_s};
    }

    void differences()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        const TextDiff diff = diffTexts(left, right, kValues);
        QTEST(removedAndAdded(diff), "expected");
    }

    void bothSidesAreWrittenInOneForm()
    {
        const TextDiff diff = diffTexts(uR"({"b":[1,2],"a":"x"})"_s, uR"({"a":"y"})"_s, kValues);
        QCOMPARE(side(diff, &DiffPiece::left),
                 u"{\n  \"a\": \"x\",\n  \"b\": [\n    1,\n    2\n  ]\n}"_s);
        QCOMPARE(side(diff, &DiffPiece::right), u"{\n  \"a\": \"y\",\n}"_s);
    }

    void stringsAreComparedAsAsked()
    {
        DiffOptions options = kValues;
        options.ignoreCase = true;
        options.ignoreWhiteSpace = true;
        QCOMPARE(diffTexts(uR"({"a":"One  two"})"_s, uR"({"a":"one two "})"_s, options).differences,
                 0);
        QCOMPARE(diffTexts(uR"({"A":1})"_s, uR"({"a":1})"_s, options).differences, 1);
    }

    void jsonMayStandInAFence()
    {
        QVERIFY(jsonIn(u"Here it is:\n```json\n{\"a\": 1}\n```\nDone."_s).has_value());
        QVERIFY(!jsonIn(u"```\n1\n```\n```\n2\n```"_s).has_value());
        QVERIFY(!jsonIn(u"no"_s).has_value());
        QVERIFY(!jsonIn(QString()).has_value());
    }

    void whatIsNoJsonIsComparedByWords()
    {
        const TextDiff diff = diffTexts(u"one two"_s, u"{}"_s, kValues);
        QCOMPARE(diff.unit, DiffUnit::Words);
        QVERIFY(diff.differences > 0);
    }
};

QTEST_GUILESS_MAIN(JsonDiffTest)
#include "json_diff_test.moc"
