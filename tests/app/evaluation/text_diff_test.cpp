// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/text_diff.h"

#include "app/evaluation/diff_tokens.h"

#include <QTest>

#include <random>

using namespace app;
using namespace Qt::StringLiterals;

namespace {
/// "same[-removed-]{+added+}"; where equal pieces differ, "left|right".
QString marked(const TextDiff &diff)
{
    QString text;
    for (const DiffPiece &piece : diff.pieces) {
        if (piece.kind == DiffPiece::Kind::Removed)
            text += u"[-%1-]"_s.arg(piece.left);
        else if (piece.kind == DiffPiece::Kind::Added)
            text += u"{+%1+}"_s.arg(piece.right);
        else
            text +=
                piece.left == piece.right ? piece.left : u"%1|%2"_s.arg(piece.left, piece.right);
    }
    return text;
}

bool isWhole(const QString &left, const QString &right, const TextDiff &diff)
{
    QString leftAgain;
    QString rightAgain;
    for (const DiffPiece &piece : diff.pieces) {
        leftAgain += piece.left;
        rightAgain += piece.right;
    }
    return leftAgain == left && rightAgain == right;
}

QString randomText(std::mt19937 &engine, int words, int different)
{
    QString text;
    for (int i = 0; i < words; ++i) {
        text += u"w%1"_s.arg(engine() % uint(different), 0, 36);
        text += engine() % 12 == 0 ? u'\n' : u' ';
    }
    return text;
}

constexpr DiffOptions kNoCase{.ignoreCase = true};
constexpr DiffOptions kNoSpace{.ignoreWhiteSpace = true};
constexpr DiffOptions kLines{.unit = DiffUnit::Lines};
} // namespace

class TextDiffTest : public QObject
{
    Q_OBJECT
private slots:
    void byWords_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("differences");

        const auto row = [](const char *name, const QString &left, const QString &right,
                            const QString &expected, int differences) {
            QTest::newRow(name) << left << right << expected << differences;
        };
        row("equal", u"one two"_s, u"one two"_s, u"one two"_s, 0);
        row("nothing", u""_s, u""_s, u""_s, 0);
        row("all new", u""_s, u"one"_s, u"{+one+}"_s, 1);
        row("a word", u"the quick fox"_s, u"the slow fox"_s, u"the [-quick-]{+slow+} fox"_s, 1);
        row("a word less", u"the quick fox"_s, u"the fox"_s, u"the[- quick-] fox"_s, 1);
        row("a sign", u"so, yes."_s, u"so; yes."_s, u"so[-,-]{+;+} yes."_s, 1);
        row("apostrophe", u"don't go"_s, u"do go"_s, u"[-don't-]{+do+} go"_s, 1);
        row("lone comma is noise", u"red, green dog"_s, u"blue, black dog"_s,
            u"[-red, green-]{+blue, black+} dog"_s, 1);
        row("lines meet again", u"a b.\n\nc"_s, u"x y.\n\nc"_s, u"[-a b-]{+x y+}.\n\nc"_s, 1);
        row("space", u"a b"_s, u"a  b"_s, u"a {+ +}b"_s, 1);
        row("line break", u"a\n\nb"_s, u"a\nb"_s, u"a\n[-\n-]b"_s, 1);
        row("case", u"Yes and no"_s, u"yes and No"_s, u"[-Yes-]{+yes+} and [-no-]{+No+}"_s, 2);
        row("Chinese", u"你好世界"_s, u"你好地球"_s, u"你好[-世界-]{+地球+}"_s, 1);
        row("emoji", u"a 👩‍👩‍👧 b"_s, u"a 👩‍👧 b"_s,
            u"a [-👩‍👩‍👧-]{+👩‍👧+} b"_s, 1);
        row("code by lines", u"See:\n```c\nint a = 1;\nreturn a;\n```\nend"_s,
            u"See:\n```c\nint b = 1;\nreturn a;\n```\nend"_s,
            u"See:\n```c\n[-int a = 1;-]{+int b = 1;+}\nreturn a;\n```\nend"_s, 1);
    }

    void byWords()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        const TextDiff diff = diffTexts(left, right);
        QTEST(marked(diff), "expected");
        QTEST(diff.differences, "differences");
        QVERIFY(isWhole(left, right, diff));
        QVERIFY(!diff.isCoarse);
    }

    void caseAndSpaceCanBeIgnored()
    {
        QCOMPARE(marked(diffTexts(u"Yes and no"_s, u"yes AND no"_s, kNoCase)),
                 u"Yes|yes and|AND no"_s);
        QCOMPARE(marked(diffTexts(u"a b\nc"_s, u"a\n\n b c"_s, kNoSpace)), u"a |\n\n b\n| c"_s);
        QCOMPARE(diffTexts(u"a B"_s, u"A  b"_s, kNoSpace).differences, 1);
        const QString code = u"```\n  x = 1;\n\n```"_s;
        QCOMPARE(diffTexts(code, u"```\nx =  1;\n```"_s, kNoSpace).differences, 0);
        QCOMPARE(diffTexts(u"ÄRGER"_s, u"ärger"_s, kNoCase).differences, 0);
    }

    void byLines()
    {
        const QString left = u"one two\nthree\nfour"_s;
        QCOMPARE(marked(diffTexts(left, u"one 2\nthree\nfour"_s, kLines)),
                 u"[-one two-]{+one 2+}\nthree\nfour"_s);
        QCOMPARE(marked(diffTexts(left, u"one two\nfour"_s, kLines)),
                 u"one two[-\nthree-]\nfour"_s);
        QCOMPARE(marked(diffTexts(left, left + u'\n', kLines)), left + u"{+\n+}"_s);
        QCOMPARE(marked(diffTexts(u"four"_s, u"\nfour"_s, kLines)), u"{+\n+}four"_s);
    }

    void everyDiffIsWhole()
    {
        std::mt19937 engine(6);
        for (int i = 0; i < 300; ++i) {
            const QString left = randomText(engine, i % 60, 12);
            const QString right = randomText(engine, i % 53, 12);
            for (const DiffUnit unit : {DiffUnit::Words, DiffUnit::Lines}) {
                for (const bool ignores : {false, true}) {
                    const DiffOptions options{unit, ignores, ignores};
                    QVERIFY(isWhole(left, right, diffTexts(left, right, options)));
                    // Too small a budget makes it coarser, never wrong.
                    QVERIFY(isWhole(left, right,
                                    diffTexts(left, right, options,
                                              {.cellsAtOnce = 30, .cellsAltogether = 200})));
                }
            }
        }
    }

    /// The work is bounded, not timed: what the algorithm may visit is counted before it starts.
    void aMegabyteAgainstADifferentOneIsBounded()
    {
        std::mt19937 engine(7);
        const QString left = randomText(engine, 170'000, 1'000'000);
        QString right = randomText(engine, 170'000, 1'000'000);
        right.replace(u'w', u'v');
        QVERIFY(left.size() > 900'000 && right.size() > 900'000);
        const TextDiff diff = diffTexts(left, right);
        QVERIFY(diff.isCoarse);
        QVERIFY(diff.cells <= DiffBudget().cellsAltogether);
        QVERIFY(isWhole(left, right, diff));
        QVERIFY(diff.pieces.size() < 10);
    }

    void aMegabyteWithFewChangesIsComparedByWords()
    {
        std::mt19937 engine(8);
        const QString left = randomText(engine, 170'000, 1'000'000);
        QStringList lines = left.split(u'\n');
        for (qsizetype i = 100; i < lines.size(); i += 1'000)
            lines[i].append(u"changed"_s);
        const QString right = lines.join(u'\n');
        const TextDiff diff = diffTexts(left, right);
        QVERIFY(!diff.isCoarse);
        QVERIFY(isWhole(left, right, diff));
        QCOMPARE(diff.differences, int((lines.size() + 899) / 1'000));
        QVERIFY(diff.cells < 1'000'000);
    }

    void wordsKnowTheBoundariesOfUnicode()
    {
        const QString text = u"L'état, c'est moi!"_s;
        QStringList words;
        for (const DiffToken &token : wordTokens(text))
            words.append(token.in(text).toString());
        QCOMPARE(words, (QStringList{u"L'état"_s, u","_s, u"c'est"_s, u"moi"_s, u"!"_s}));
    }

    void anOpenFenceIsCodeUpToTheEnd()
    {
        const QString text = u"a b\n~~~\nc d\n```\ne f"_s;
        const QList<DiffToken> tokens = wordTokens(text);
        QCOMPARE(tokens.size(), 6);
        QVERIFY(!tokens[1].isLine);
        QVERIFY(tokens[2].isLine && tokens[5].isLine);
    }
};

QTEST_GUILESS_MAIN(TextDiffTest)
#include "text_diff_test.moc"
