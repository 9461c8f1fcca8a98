// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "ui/transcript/code_colouring.h"

#include <QSignalSpy>
#include <QTest>

using namespace app;
using namespace ui;

namespace {

const QList<QByteArray> kProgram{
    "/* A comment over", "   two lines. */", "int main()", "{", "    return 0; // done", "}",
};

Slice codeSlice(const QList<QByteArray> &lines)
{
    Slice slice;
    slice.kind = Slice::Kind::Code;
    slice.language = "cpp";
    slice.lines = lines;
    return slice;
}

/// The colours once the worker has them.
QList<CodeRuns> coloursOf(CodeColouring &colouring, const Slice &code)
{
    QSignalSpy done(&colouring, &CodeColouring::coloured);
    const QList<CodeRuns> known = colouring.colours(MessageId{1}, {}, code);
    if (known.size() == code.lines.size())
        return known;
    if (done.isEmpty() && !done.wait(30'000))
        return {};
    return colouring.colours(MessageId{1}, {}, code);
}

} // namespace

class CodeColouringTest : public QObject
{
    Q_OBJECT
private slots:
    /// Character by character, with the same colours as at once, and no line is read again that
    /// was finished.
    void growingCode()
    {
        CodeColouring colouring;
        QList<QByteArray> lines;
        qint64 characters = 0;
        for (const QByteArray &line : kProgram) {
            lines.append(QByteArray());
            for (const char character : line) {
                lines.last() += character;
                ++characters;
                QCOMPARE(coloursOf(colouring, codeSlice(lines)), highlightCode("cpp", lines).lines);
            }
        }
        QVERIFY(colouring.linesColoured() >= characters);
        QVERIFY2(colouring.linesColoured() <= characters + kProgram.size(),
                 qPrintable(QString::number(colouring.linesColoured())));
    }

    void changedCodeIsReadAnew()
    {
        CodeColouring colouring;
        QVERIFY(!coloursOf(colouring, codeSlice(kProgram)).isEmpty());
        QList<QByteArray> changed = kProgram;
        changed[0] = "// A comment on one";
        QCOMPARE(coloursOf(colouring, codeSlice(changed)), highlightCode("cpp", changed).lines);
        changed.resize(3);
        QCOMPARE(coloursOf(colouring, codeSlice(changed)), highlightCode("cpp", changed).lines);
    }

    /// Somebody jumps into the middle of a long block, or to its end, where a comment is open.
    void jumpIntoTheMiddle_data()
    {
        QTest::addColumn<QList<int>>("looked"); // at slices
        QTest::newRow("to the end") << QList<int>{39};
        QTest::newRow("to the middle") << QList<int>{20, 21};
        QTest::newRow("upwards") << QList<int>{39, 38, 10, 0};
        QTest::newRow("from the top") << QList<int>{0, 1, 2, 30};
        QTest::newRow("all at once") << QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    }
    void jumpIntoTheMiddle()
    {
        QFETCH(QList<int>, looked);
        QList<QByteArray> all(40 * slice_limits::kCodeLines, "int words = 1; // in a comment");
        all[20] = "/* It starts here,";
        all[35 * slice_limits::kCodeLines] = "and ends here. */ int words = 1;";
        std::vector<Slice> slices;
        for (int i = 0; i < 40; ++i) {
            Slice slice =
                codeSlice(all.mid(i * slice_limits::kCodeLines, slice_limits::kCodeLines));
            slice.key.child = i;
            slice.isFirst = i == 0;
            slices.push_back(slice);
        }
        const QList<CodeRuns> expected = highlightCode("cpp", all).lines;
        CodeColouring colouring;
        for (const int number : looked) {
            const auto coloursNow = [&] {
                return colouring.colours(MessageId{1}, {slices.data(), size_t(number)},
                                         slices[size_t(number)]);
            };
            QTRY_COMPARE(coloursNow(),
                         expected.mid(number * slice_limits::kCodeLines, slice_limits::kCodeLines));
        }
    }
};

QTEST_GUILESS_MAIN(CodeColouringTest)
#include "code_colouring_test.moc"
