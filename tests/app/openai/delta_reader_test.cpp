// SPDX-License-Identifier: GPL-3.0-or-later
// The streams of the scenarios, cut anywhere and damaged anywhere.
#include "app/openai/delta_reader.h"

#include "app/net/sse_parser.h"
#include "tests/support/scenarios.h"

#include <QRandomGenerator>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

struct Reading
{
    Completion completion;
    QByteArray streamed; ///< the text of choice 0 as it was told
    bool failed = false;
};

Reading read(const QByteArrayList &pieces, bool modelThinks)
{
    Reading reading;
    SseParser parser;
    DeltaReader deltas(reading.completion, {.modelThinks = modelThinks});
    bool over = false;
    const auto drain = [&] {
        while (!over) {
            const auto event = parser.next();
            if (!event)
                break;
            const auto verdict = deltas.read(event->type, event->data);
            reading.failed |= verdict == DeltaReader::Verdict::Failed;
            over = reading.failed || verdict == DeltaReader::Verdict::Done;
        }
        for (const ChoiceNews &news : deltas.takeNews()) {
            if (news.choice == 0)
                reading.streamed = news.reclassified ? news.text : reading.streamed + news.text;
        }
    };
    for (const QByteArray &piece : pieces) {
        parser.feed(piece);
        drain();
    }
    parser.finish();
    drain();
    deltas.finish();
    drain();
    return reading;
}

/// The bodies of the streams that are small enough to be cut at every byte.
void addStreams()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("modelThinks");
    for (const tests::Scenario &scenario : tests::scenarios()) {
        const tests::Script &script = scenario.attempts.last();
        QByteArray bytes;
        for (const tests::Step &step : script.steps)
            bytes += step.bytes;
        if (script.contentType == "text/event-stream" && bytes.size() < 10'000)
            QTest::newRow(scenario.name.constData()) << bytes << scenario.modelThinks;
    }
}

} // namespace

class DeltaReaderTest : public QObject
{
    Q_OBJECT
private slots:
    void readsTheSameCutAnywhere_data() { addStreams(); }
    void readsTheSameCutAnywhere()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, modelThinks);
        const Reading whole = read({bytes}, modelThinks);
        if (!whole.completion.choices.isEmpty())
            QCOMPARE(whole.streamed, whole.completion.choices.first().text);
        for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
            const Reading halves = read({bytes.first(cut), bytes.sliced(cut)}, modelThinks);
            QVERIFY(halves.completion == whole.completion);
            QCOMPARE(halves.streamed, whole.streamed);
            QCOMPARE(halves.failed, whole.failed);
        }
        QByteArrayList single;
        for (const char byte : bytes)
            single.append(QByteArray(1, byte));
        QVERIFY(read(single, modelThinks).completion == whole.completion);
    }

    void survivesDamage_data() { addStreams(); }
    void survivesDamage()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, modelThinks);
        QRandomGenerator random(7);
        for (int round = 0; round < 200 && !bytes.isEmpty(); ++round) {
            QByteArray damaged = bytes;
            for (int i = random.bounded(1, 8); i > 0; --i)
                damaged[random.bounded(int(damaged.size()))] = char(random.bounded(256));
            const Reading reading = read({damaged}, modelThinks);
            QVERIFY(reading.completion.choices.size() <= 128);
            for (const Choice &choice : reading.completion.choices)
                QVERIFY(choice.text.isValidUtf8() && choice.reasoning.isValidUtf8());
        }
    }

    void readsOneFieldWhenTold()
    {
        Completion completion;
        DeltaReader reader(completion, {.reasoningField = u"thoughts"_s});
        reader.read({}, R"({"choices":[{"delta":{"thoughts":"a","reasoning":"b"}}]})");
        QCOMPARE(completion.choices.first().reasoning, QByteArray("a"));
    }

    void theIndexMayStandBehindTheDelta()
    {
        Completion completion;
        DeltaReader reader(completion, {});
        reader.read({}, R"({"choices":[{"delta":{"content":"b"},"index":1}]})");
        reader.read({}, R"({"choices":[{"delta":{"content":"a"},"index":0}]})");
        QCOMPARE(completion.choices.size(), 2);
        QCOMPARE(completion.choices[0].text, QByteArray("a"));
        QCOMPARE(completion.choices[1].text, QByteArray("b"));
    }

    void takesNothingOfABrokenChunk()
    {
        Completion completion;
        DeltaReader reader(completion, {});
        const auto verdict = reader.read({}, R"({"choices":[{"delta":{"content":"a"}}],"x":})");
        QCOMPARE(verdict, DeltaReader::Verdict::Malformed);
        QVERIFY(completion.choices.isEmpty());
        QCOMPARE(completion.malformedEvents, 1);
    }

    void countsOfAHostileServerAreBounded()
    {
        Completion completion;
        DeltaReader reader(completion, {});
        for (int i = 0; i < 2000; ++i) {
            const QByteArray n = QByteArray::number(i);
            reader.read({}, R"({"choices":[{"index":)" + n + R"(,"delta":{}}]})");
            reader.read({}, R"({"choices":[{"delta":{"tool_calls":[{"index":)" + n + "}]}}]}");
        }
        reader.read({}, R"({"choices":[{"index":-1e300,"delta":{"content":"a"}}]})");
        QCOMPARE(completion.choices.size(), 128);
        QCOMPARE(completion.choices.first().toolCalls.size(), 256);
    }

    void readsContentInParts()
    {
        Completion completion;
        DeltaReader reader(completion, {});
        reader.readWhole(R"({"choices":[{"message":{"content":[{"type":"text","text":"a"},)"
                         R"({"type":"text","text":"b"}]}}]})");
        QCOMPARE(completion.choices.first().text, QByteArray("ab"));
    }
};

QTEST_GUILESS_MAIN(DeltaReaderTest)
#include "delta_reader_test.moc"
