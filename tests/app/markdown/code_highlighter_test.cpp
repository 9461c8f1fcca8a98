// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/code_highlighter.h"

#include <QDir>
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

/// Every line with its styles below it: k keyword, t type, s string, c comment, n number,
/// f function.
QByteArray styled(const QByteArray &language, const QList<QByteArray> &lines)
{
    const HighlightedLines result = highlightCode(language, lines);
    QByteArray text;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QByteArray styles(lines[i].size(), ' ');
        for (const CodeRun &run : result.lines[i]) {
            for (int at = run.start; at < run.start + run.length; ++at)
                styles[at] = " ktscnf"[int(run.style)];
        }
        while (styles.endsWith(' '))
            styles.chop(1);
        text += lines[i] + '\n' + styles + '\n';
    }
    return text;
}

const QString kSamples = QStringLiteral(DIPTYCH_SOURCE_DIR "/tests/app/markdown/highlight/");
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

    void ownDefinitions_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString &file : QDir(kSamples).entryList({QStringLiteral("*.sample")}))
            QTest::newRow(qPrintable(file)) << file.section(u'.', 0, 0);
    }
    /// DIPTYCH_REGENERATE=1 writes the references anew, to be looked at.
    void ownDefinitions()
    {
        QFETCH(QString, language);
        QFile sample(kSamples + language + QStringLiteral(".sample"));
        QVERIFY(sample.open(QIODevice::ReadOnly));
        const QByteArray found =
            styled(language.toLatin1(), sample.readAll().trimmed().split('\n'));
        QFile reference(kSamples + language + QStringLiteral(".styled"));
        if (qEnvironmentVariableIsSet("DIPTYCH_REGENERATE")) {
            QVERIFY(reference.open(QIODevice::WriteOnly));
            reference.write(found);
            return;
        }
        QVERIFY(reference.open(QIODevice::ReadOnly));
        QCOMPARE(found, reference.readAll());
    }

    void aliases_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("line");
        const auto add = [](const char *written, const char *line) {
            QTest::newRow(written) << QByteArray(written) << QByteArray(line);
        };
        add("ts", "const x = 1;");
        add("tsx", "const x = 1;");
        add("TypeScript", "const x = 1;");
        add("kt", "val x = 1");
        add("yml", "true");
        add("docker", "FROM x");
        add("Dockerfile", "FROM x");
        add("ps1", "if ($x) {}");
        add("pwsh", "if ($x) {}");
    }
    void aliases()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, line);
        QCOMPARE(styleAt(highlightCode(written, {line}).lines[0], 0), CodeStyle::Keyword);
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
