// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/diff_rows.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {
QStringList shown(const QList<DiffRow> &rows)
{
    QStringList list;
    for (const DiffRow &row : rows) {
        if (row.folded > 0)
            list.append(u"…%1"_s.arg(row.folded));
        else
            list.append(u"%1%2 %3|%4 %5"_s.arg(row.differs ? u"*"_s : u""_s)
                            .arg(row.left.line)
                            .arg(row.left.text)
                            .arg(row.right.line)
                            .arg(row.right.text));
    }
    return list;
}

QList<DiffRow> sides(const QString &left, const QString &right, const DiffOptions &options = {})
{
    return sideBySideRows(diffTexts(left, right, options));
}
} // namespace

class DiffRowsTest : public QObject
{
    Q_OBJECT
private slots:
    void linesMeetAtCommonLineEnds()
    {
        QCOMPARE(shown(sides(u"one\ntwo\nthree"_s, u"one\n2\nthree"_s)),
                 (QStringList{u"1 one|1 one"_s, u"*2 two|2 2"_s, u"3 three|3 three"_s}));
        QCOMPARE(shown(sides(u"a\nb\nc"_s, u"a\nc"_s)),
                 (QStringList{u"1 a|1 a"_s, u"*2 b|0 "_s, u"3 c|2 c"_s}));
        QCOMPARE(shown(sides(u""_s, u"a\n"_s)), (QStringList{u"*1 |1 a"_s}));
        QCOMPARE(shown(sides(u"same"_s, u"same"_s)), (QStringList{u"1 same|1 same"_s}));
    }

    void whatIsIgnoredMayEndLinesOnOneSide()
    {
        QCOMPARE(shown(sides(u"a b\nc"_s, u"a\nb\nc"_s, {.ignoreWhiteSpace = true})),
                 (QStringList{u"1 a b|1 a"_s, u"*0 |2 b"_s, u"2 c|3 c"_s}));
    }

    void spansSayWhatDiffersInALine()
    {
        const QList<DiffRow> rows = sides(u"the quick fox"_s, u"the slow fox"_s);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].left.spans, (QList<DiffSpan>{{4, 5, DiffPiece::Kind::Removed}}));
        QCOMPARE(rows[0].right.spans, (QList<DiffSpan>{{4, 4, DiffPiece::Kind::Added}}));
    }

    void inlineHasBothInOneColumn()
    {
        const QList<DiffRow> rows =
            inlineRows(diffTexts(u"the quick fox\nend"_s, u"the slow fox\nend"_s));
        QCOMPARE(shown(rows), (QStringList{u"*1 the quickslow fox|0 "_s, u"2 end|0 "_s}));
        QCOMPARE(rows[0].left.spans, (QList<DiffSpan>{{4, 5, DiffPiece::Kind::Removed},
                                                      {9, 4, DiffPiece::Kind::Added}}));
    }

    void unifiedTextHasSigns()
    {
        QCOMPARE(unifiedText(sides(u"one\ntwo\nthree\nend"_s, u"one\n2\nend"_s)),
                 u"  one\n- two\n- three\n+ 2\n  end\n"_s);
    }

    void aVeryLongLineIsCut()
    {
        const QString line(10'000, u'x');
        const QList<DiffRow> rows = sides(line + u"\nend"_s, line + u"\nend"_s);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0].left.line, 1);
        QCOMPARE(rows[1].left.line, 0);
        QVERIFY(rows[1].left.isThere && !rows[1].differs);
        QCOMPARE(rows[2].left.text.size(), 2'000);
        QCOMPARE(rows[3].left.line, 2);
    }

    void preparedIsWhatTheViewNeeds()
    {
        QFuture<PreparedDiff> future = prepareDiff(u"a b"_s, u"a c"_s, {});
        future.waitForFinished();
        const PreparedDiff prepared = future.result();
        QCOMPARE(prepared.diff, diffTexts(u"a b"_s, u"a c"_s));
        QCOMPARE(prepared.sideBySide, sideBySideRows(prepared.diff));
        QCOMPARE(prepared.inlined, inlineRows(prepared.diff));
    }

    void equalRowsFold()
    {
        QStringList left;
        for (int i = 0; i < 10; ++i)
            left.append(QString::number(i));
        QStringList right = left;
        right[5] = u"x"_s;
        const QList<DiffRow> rows = sides(left.join(u'\n'), right.join(u'\n'));
        QCOMPARE(shown(onlyDifferences(rows)),
                 (QStringList{u"…4"_s, u"5 4|5 4"_s, u"*6 5|6 x"_s, u"7 6|7 6"_s, u"…3"_s}));
        QCOMPARE(shown(onlyDifferences(rows, 0)), (QStringList{u"…5"_s, u"*6 5|6 x"_s, u"…4"_s}));
        QCOMPARE(shown(onlyDifferences(sides(u"a\nb"_s, u"a\nb"_s))), (QStringList{u"…2"_s}));
        QVERIFY(onlyDifferences({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(DiffRowsTest)
#include "diff_rows_test.moc"
