// SPDX-License-Identifier: GPL-3.0-or-later
// Work grows with the length of a text, whatever stands in it.
#include "app/markdown/block_parser.h"
#include "app/markdown/guarded_source.h"
#include "app/markdown/streaming_document.h"

#include <QTest>

#include <ctime>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

using namespace app;

namespace {

constexpr qsizetype kBytes = 3 * 1024; ///< doubled three times, it stays below the line guard
constexpr int kDoublings = 3;
constexpr int kAttempts = 3; ///< noise passes, a quadratic text grows every time
constexpr double kMostPerDoubling = 2.3;

/// CPU time of this thread, which other programs do not lengthen much; the least of several runs.
double secondsFor(const QByteArray &text)
{
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
    };
    double least = 1e9;
    for (int i = 0; i < 5; ++i) {
        const double start = now();
        const Blocks blocks = parseMarkdown(text);
        least = qMin(least, now() - start);
    }
    return least;
}

/// How much more work the text is when it is as long again, on the average of three times.
double growth(const QByteArray &start, const QByteArray &piece, qsizetype bytes = kBytes)
{
    const QByteArray text = piece.repeated(bytes / piece.size());
    const QByteArray longer = text.repeated(1 << kDoublings);
    double least = 1e9;
    for (int i = 0; i < kAttempts && least > kMostPerDoubling; ++i) {
        const double all = secondsFor(start + longer);
        // A parse that takes no longer than noise grows by noise.
        const double once = qMax(secondsFor(start + text), 50e-6);
        least = qMin(least, std::cbrt(all / once));
    }
    return least;
}

const QByteArray kTable("|a|\n|-|\n");

} // namespace

class HostileInputTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
#if defined(__GLIBC__)
        // Pages that go back to the system and come again are no work of the parser.
        mallopt(M_TRIM_THRESHOLD, 1 << 30);
        mallopt(M_MMAP_MAX, 0);
        mallopt(M_TOP_PAD, 64 << 20);
#endif
    }

    void doubledTextIsTwiceTheWork_data()
    {
        QTest::addColumn<QByteArray>("piece");
        for (const char *piece : {"[",
                                  "]",
                                  "[a",
                                  "![",
                                  "[a](",
                                  "[a](<b",
                                  "[a][",
                                  "[[a]](b",
                                  ">",
                                  "> ",
                                  "> a\n",
                                  "*",
                                  "*a ",
                                  " a*",
                                  "**a ",
                                  "*a_ ",
                                  "***a __b",
                                  "_a",
                                  "~~a ",
                                  "~a",
                                  "`",
                                  "`a``b",
                                  "``a`",
                                  "|",
                                  "|a",
                                  "|a|b|\n|-|-|\n",
                                  "\\|",
                                  "$a ",
                                  "$a$",
                                  "$$a",
                                  "$",
                                  "\\(",
                                  "\\(a\\)",
                                  "\\[a",
                                  "<",
                                  "<a ",
                                  "</",
                                  "<!--",
                                  "<?a",
                                  "&",
                                  "&amp",
                                  "\\",
                                  "\\a",
                                  "- ",
                                  "- a\n",
                                  "1. a\n\n",
                                  "  - a\n",
                                  "#",
                                  "# a\n",
                                  "```",
                                  "```\n",
                                  "    a\n",
                                  "www.",
                                  "http://",
                                  "a@b.",
                                  ":",
                                  "[^a]: ",
                                  "[a]: b\n",
                                  "a\n",
                                  "a  \n",
                                  "\t",
                                  " ",
                                  "\xEF\xB7\x90",
                                  "世"})
            QTest::newRow(QByteArray(piece).toPercentEncoding(" <>[]()*_~`|$&#!").constData())
                << QByteArray(piece);
    }
    void doubledTextIsTwiceTheWork()
    {
        QFETCH(QByteArray, piece);
        // Of short lines in a quote more is needed until the paragraph is parsed in pieces at all.
        const double found = growth({}, piece, piece.contains('\n') ? 2 * kBytes : kBytes);
        QVERIFY2(found <= kMostPerDoubling, qPrintable(QString::number(found)));
    }

    void pipesInATable()
    {
        for (const QByteArray &piece : {QByteArray("|a"), QByteArray("|a").repeated(190) + '\n'}) {
            const double found = growth(kTable, piece);
            QVERIFY2(found <= kMostPerDoubling, qPrintable(QString::number(found)));
        }
    }

    void withoutThePipeGuardItIsNot()
    {
        const WithoutPipeGuard off;
        const double found = growth(kTable, "|a", 1024);
        QVERIFY2(found > kMostPerDoubling, qPrintable(QString::number(found)));
    }

    void nestingOverTheGuard()
    {
        for (const int depth : {50, 100, 101, 5000}) {
            const Blocks blocks = parseMarkdown(QByteArray("> ").repeated(depth) + "a");
            QCOMPARE(blocks.size(), 1);
        }
    }
};

QTEST_GUILESS_MAIN(HostileInputTest)
#include "hostile_input_test.moc"
