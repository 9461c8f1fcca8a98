// SPDX-License-Identifier: GPL-3.0-or-later
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
    const QList<CodeRuns> known = colouring.colours(MessageId{1}, code);
    if (known.size() == code.lines.size())
        return known;
    if (done.isEmpty() && !done.wait(30'000))
        return {};
    return colouring.colours(MessageId{1}, code);
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
};

QTEST_GUILESS_MAIN(CodeColouringTest)
#include "code_colouring_test.moc"
