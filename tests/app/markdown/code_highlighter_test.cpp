// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/code_highlighter.h"

#include <QTest>
#include <QtConcurrentRun>

using namespace app;

namespace {
CodeStyle styleAt(const CodeRuns &runs, int at)
{
    for (const CodeRun &run : runs) {
        if (at >= run.start && at < run.start + run.length)
            return run.style;
    }
    return CodeStyle::Plain;
}
} // namespace

class CodeHighlighterTest : public QObject
{
    Q_OBJECT
private slots:
    void coloursCpp()
    {
        const auto result = highlightCode("c++", {"return 42; // done", "\"text\""});
        QCOMPARE(result.lines.size(), 2);
        QCOMPARE(styleAt(result.lines[0], 0), CodeStyle::Keyword);
        QCOMPARE(styleAt(result.lines[0], 7), CodeStyle::Number);
        QCOMPARE(styleAt(result.lines[0], 12), CodeStyle::Comment);
        QCOMPARE(styleAt(result.lines[1], 2), CodeStyle::String);
    }

    void goesOnWhereTheLinesBeforeEnded()
    {
        const auto first = highlightCode("c", {"int a; /* open"});
        const auto second = highlightCode("c", {"still comment */ int b;"}, first.stateAfter);
        QCOMPARE(styleAt(second.lines[0], 0), CodeStyle::Comment);
        QCOMPARE(styleAt(second.lines[0], 17), CodeStyle::Type);
        const auto again = highlightCode("c", {"still comment */"}, first.stateAfter);
        QCOMPARE(styleAt(again.lines[0], 0), CodeStyle::Comment);
    }

    void countsUtf16Units()
    {
        const auto result = highlightCode("python", {"x = \"é🙂\" # y"});
        const int comment = 4 + 5 + 1;
        QCOMPARE(styleAt(result.lines[0], comment), CodeStyle::Comment);
        QVERIFY(styleAt(result.lines[0], comment - 1) != CodeStyle::Comment);
    }

    void leavesPlain_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("unknown language") << QByteArray("no-such-language") << QByteArray("int a;");
        QTest::newRow("no language") << QByteArray() << QByteArray("int a;");
        QTest::newRow("path") << QByteArray("../../etc/passwd") << QByteArray("int a;");
        QTest::newRow("long line") << QByteArray("cpp") << QByteArray("int ").repeated(200);
    }
    void leavesPlain()
    {
        QFETCH(QByteArray, language);
        QFETCH(QByteArray, line);
        const auto result = highlightCode(language, {line});
        QCOMPARE(result.lines, QList<CodeRuns>{CodeRuns{}});
    }

    void worksOnSeveralThreads()
    {
        QList<QFuture<int>> futures;
        for (const char *language : {"cpp", "python", "sh", "json", "java", "rust"}) {
            futures.append(QtConcurrent::run([language] {
                int runs = 0;
                for (int i = 0; i < 20; ++i)
                    runs +=
                        int(highlightCode(language, {"if (a == 1) return \"b\";"}).lines[0].size());
                return runs;
            }));
        }
        for (QFuture<int> &future : futures)
            QVERIFY(future.result() > 0);
    }

    void labels()
    {
        QCOMPARE(languageLabel("cpp"), "C++");
        QCOMPARE(languageLabel("TypeScript"), "TypeScript");
        QCOMPARE(languageLabel("brainfuck"), "brainfuck");
    }
};

QTEST_GUILESS_MAIN(CodeHighlighterTest)
#include "code_highlighter_test.moc"
