// SPDX-License-Identifier: GPL-3.0-or-later
// Streamed text equals whole text. DIPTYCH_TEST_PERCENT scales the number of random texts (100 is
// for every test run, 10,000 takes minutes), DIPTYCH_PROPERTY_SEED chooses others.
#include "tests/app/markdown/markdown_samples.h"
#include "tests/app/markdown/streaming_comparison.h"
#include "tests/support/scale.h"

#include <QFile>
#include <QTest>

using namespace app;
using streaming::Compare;
using tests::scaled;

namespace {

quint32 seed()
{
    bool set = false;
    const int chosen = qEnvironmentVariableIntValue("DIPTYCH_PROPERTY_SEED", &set);
    return set ? quint32(chosen) : 20'261'122;
}

struct Example
{
    QByteArray name;
    QByteArray text;
    Compare when = Compare::AtLineEnds;
};

/// One text for every feature, see examples.txt.
QList<Example> examples()
{
    QFile file(QStringLiteral(DIPTYCH_SOURCE_DIR "/tests/app/markdown/examples.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Example> all;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("%%% "))
            all.append(
                {line.sliced(4),
                 {},
                 line.endsWith("(defined later)") ? Compare::AtTheEnd : Compare::AtLineEnds});
        else if (!all.isEmpty())
            all.last().text += line + '\n';
    }
    return all;
}

constexpr qsizetype kAtOnce = -1; ///< settle inside containers whatever their length

qsizetype longPart(QRandomGenerator &random)
{
    static constexpr qsizetype kSizes[] = {kAtOnce, kAtOnce, 20, StreamingDocument::kLongPart};
    return kSizes[random.bounded(4)];
}

QByteArray prefixed(const QByteArray &text, const QByteArray &first, const QByteArray &other)
{
    QList<QByteArray> lines = text.split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i)
        lines[i].prepend(i == 0 ? first : other);
    return lines.join('\n');
}

} // namespace

class StreamingPropertyTest : public QObject
{
    Q_OBJECT
private slots:
    void examplesInEveryChunking_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("atLineEnds");
        const QList<Example> all = examples();
        QVERIFY(all.size() > 60);
        for (const Example &example : all)
            QTest::newRow(example.name.constData())
                << example.text << (example.when == Compare::AtLineEnds);
    }
    void examplesInEveryChunking()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, atLineEnds);
        const Compare when = atLineEnds ? Compare::AtLineEnds : Compare::AtTheEnd;
        const QByteArray variants[] = {text, QByteArray(text).replace("\n", "\r\n"),
                                       prefixed(text, "> ", "> "), prefixed(text, "- ", "  "),
                                       "text\n" + text};
        for (const QByteArray &variant : variants) {
            for (qsizetype chunk = 1; chunk <= 12; ++chunk) {
                const QByteArray found = streaming::firstDifference(
                    variant, chunk, when, nullptr,
                    chunk % 2 == 0 ? kAtOnce : StreamingDocument::kLongPart);
                QVERIFY2(found.isEmpty(), found.constData());
            }
            const QByteArray found = streaming::firstDifference(variant, variant.size(), when);
            QVERIFY2(found.isEmpty(), found.constData());
        }
    }

    void examplesBehindEachOther()
    {
        QRandomGenerator random(seed());
        const QList<Example> all = examples();
        for (int i = 0; i < scaled(120); ++i) {
            QByteArray text;
            for (int parts = random.bounded(2, 5); parts > 0; --parts) {
                const Example &example = all[random.bounded(all.size())];
                if (example.when == Compare::AtLineEnds)
                    text += example.text + (random.bounded(2) == 0 ? "\n" : "");
            }
            const QByteArray found = streaming::firstDifference(
                text, random.bounded(1, 60), Compare::AtLineEnds, nullptr, longPart(random));
            // Another example's definitions may come too late for a text.
            if (!found.isEmpty() && text.contains("]:"))
                continue;
            QVERIFY2(found.isEmpty(), describe(found));
        }
    }

    void randomTexts()
    {
        QRandomGenerator random(seed());
        qint64 prefixes = 0;
        for (int i = 0; i < scaled(3000); ++i) {
            const QByteArray text = samples::random(random, false);
            const qsizetype chunk = i % 4 == 0 ? 1 : random.bounded(1, 30);
            const QByteArray found = streaming::firstDifference(text, chunk, Compare::AtLineEnds,
                                                                &prefixes, longPart(random));
            QVERIFY2(found.isEmpty(), describe(found));
        }
        qInfo("%lld prefixes of random texts compared", prefixes);
    }

    void randomTextsWithReferences()
    {
        QRandomGenerator random(seed() + 1);
        for (int i = 0; i < scaled(600); ++i) {
            const QByteArray text = samples::random(random, true);
            const QByteArray found = streaming::firstDifference(
                text, random.bounded(1, 30), Compare::AtTheEnd, nullptr, longPart(random));
            QVERIFY2(found.isEmpty(), describe(found));
        }
    }

    void longParagraphs()
    {
        QRandomGenerator random(seed() + 2);
        qint64 prefixes = 0;
        for (int i = 0; i < scaled(9); ++i) {
            QByteArray text = samples::longParagraph(random);
            if (i % 3 > 0) // where what looks like a definition may be one, and come too late
                text = samples::inContainers(random, text.replace("[r]:", "(r):"), i % 3);
            const qsizetype chunk = i % 4 == 0 ? 1 : random.bounded(1, 400);
            const QByteArray found = streaming::firstDifference(text, chunk, Compare::AtLineEnds,
                                                                &prefixes, longPart(random));
            QVERIFY2(found.isEmpty(), describe(found));
        }
        qInfo("%lld prefixes of long paragraphs compared", prefixes);
    }

    void textsInContainers()
    {
        QRandomGenerator random(seed() + 3);
        qint64 prefixes = 0;
        for (int i = 0; i < scaled(900); ++i) {
            QByteArray text;
            for (int parts = random.bounded(1, 4); parts > 0; --parts)
                text += samples::inContainers(random, samples::random(random, false),
                                              random.bounded(1, 4))
                        + (random.bounded(2) == 0 ? "\n" : "");
            const QByteArray found = streaming::firstDifference(
                text, random.bounded(1, 60), Compare::AtLineEnds, &prefixes, longPart(random));
            QVERIFY2(found.isEmpty(), describe(found));
        }
        qInfo("%lld prefixes of texts in containers compared", prefixes);
    }

private:
    QByteArray m_message;

    const char *describe(const QByteArray &found)
    {
        m_message = "DIPTYCH_PROPERTY_SEED=" + QByteArray::number(seed()) + '\n' + found;
        return m_message.constData();
    }
};

QTEST_GUILESS_MAIN(StreamingPropertyTest)
#include "streaming_property_test.moc"
