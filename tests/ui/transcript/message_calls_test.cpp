// SPDX-License-Identifier: GPL-3.0-or-later
// Cards of calls of tools: what they say folded and unfolded, and what their buttons do.
#include "tests/support/patience.h"
#include "tests/ui/transcript/transcript_window.h"
#include "ui/transcript/message_content.h"

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

ToolCallPart weatherIn(const QByteArray &arguments)
{
    return {u"c1"_s, u"weather"_s, arguments, {}};
}

ToolResultPart done(const QByteArray &text)
{
    ToolResultPart result{u"c1"_s, text};
    result.durationMs = 38;
    return result;
}

void fill(FakeSource &source, const ToolCallPart &call, const std::optional<ToolResultPart> &result)
{
    source.addPrompt("Weather?");
    source.add(Role::Assistant, {call});
    if (result)
        source.add(Role::Tool, {*result});
    source.addReply("Fine.");
}

std::vector<Slice> cardsOf(const FakeSource &source, const QSet<int> &unfolded = {})
{
    MessageContent content(source, shownMessages(source).at(1));
    content.update(unfolded);
    std::vector<Slice> cards;
    for (const Slice &slice : content.slices()) {
        if (slice.kind == Slice::Kind::ToolCall)
            cards.push_back(slice);
    }
    return cards;
}

/// Of a card: "do not fit | ✓ 0.04 s | More".
QString words(const Slice &card)
{
    QStringList all;
    for (const SliceItem &item : card.items)
        all.append(item.text);
    return all.join(u" | "_s);
}

} // namespace

class MessageCallsTest : public QObject
{
    Q_OBJECT
private slots:
    void howACallEnded_data()
    {
        QTest::addColumn<bool>("isError");
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<bool>("edited");
        QTest::addColumn<int>("fit");
        QTest::addColumn<QString>("said");
        const auto fits = int(ArgumentFit::Fits);
        QTest::newRow("done") << false << qint64(38) << false << fits << u"✓ 0.04 s | More"_s;
        QTest::newRow("of an older conversation")
            << false << qint64(-1) << false << int(ArgumentFit::Unknown) << u"More"_s;
        QTest::newRow("failed") << true << qint64(2400) << false << fits
                                << u"failed, 2.4 s | More"_s;
        QTest::newRow("refused") << true << qint64(-1) << false << fits << u"not called | More"_s;
        QTest::newRow("edited") << false << qint64(38) << true << fits
                                << u"edited by you | ✓ 0.04 s | More"_s;
        QTest::newRow("does not fit")
            << false << qint64(38) << false << int(ArgumentFit::DoesNotFit)
            << u"do not fit | ✓ 0.04 s | More"_s;
    }

    void howACallEnded()
    {
        QFETCH(bool, isError);
        QFETCH(qint64, ms);
        QFETCH(bool, edited);
        QFETCH(int, fit);
        QFETCH(QString, said);
        ToolResultPart result = done("21 C");
        result.isError = isError;
        result.durationMs = ms;
        result.edited = edited;
        result.fit = ArgumentFit(fit);
        FakeSource source;
        fill(source, weatherIn(R"({"city":"Rome"})"), result);
        const std::vector<Slice> cards = cardsOf(source);
        QCOMPARE(cards.size(), size_t(1));
        QCOMPARE(words(cards.front()), said);
        QCOMPARE(cards.front().failed, isError);
        QCOMPARE(cards.front().result, u"21 C"_s);
    }

    void aCallWithoutAResultSaysNothingOfOne()
    {
        FakeSource source;
        fill(source, weatherIn("{}"), {});
        QCOMPARE(words(cardsOf(source).front()), u"More"_s);
    }

    void unfoldedTheArgumentsAreIndentedAndLinesStay()
    {
        FakeSource source;
        fill(source, weatherIn(R"({"city":"Rome"})"), done("one\ntwo\nthree\nfour\nfive"));
        const Slice folded = cardsOf(source).front();
        QVERIFY(folded.isLast);
        QCOMPARE(folded.detail, uR"({"city":"Rome"})"_s);
        const int part = folded.key.part;
        const Slice open = cardsOf(source, {part}).front();
        QVERIFY(!open.isLast);
        QCOMPARE(open.detail, u"{\n    \"city\": \"Rome\"\n}"_s);
        QCOMPARE(open.result, u"one\ntwo\nthree\nfour\nfive"_s);
        QCOMPARE(words(open), u"✓ 0.04 s | Less"_s);
        QCOMPARE(open.items.last().value, part);
    }

    /// What was called, where the user changed what the model asked for.
    void editedArgumentsAreShown()
    {
        ToolResultPart result = done("9 C");
        result.arguments = R"({"city":"Oslo"})";
        FakeSource source;
        fill(source, weatherIn(R"({"city":"Rome"})"), result);
        QVERIFY(cardsOf(source).front().detail.contains(u"Oslo"_s));
    }

    void nothingHides()
    {
        FakeSource source;
        ToolCallPart call = weatherIn("{\"city\":\"Ro\u202eme\"}");
        call.name = u"wea\u200bther"_s;
        fill(source, call, done("21\U000E0041 C"));
        for (const QSet<int> &unfolded : {QSet<int>{}, QSet<int>{0, 1, 2}}) {
            const Slice card = cardsOf(source, unfolded).front();
            for (const QString &text : {card.text, card.detail, card.result})
                QVERIFY2(text.contains(u"U+"_s) || text.contains(u'⟨'), qPrintable(text));
            QVERIFY(!card.detail.contains(QChar(0x202E)));
        }
    }

    void whatIsLongOrKeptWholeCanBeSeenWhole()
    {
        FakeSource source;
        fill(source, weatherIn("{}"), done(QByteArray(20'000, 'x')));
        const Slice card = cardsOf(source, {cardsOf(source).front().key.part}).front();
        QCOMPARE(words(card), u"✓ 0.04 s | Show all | Less"_s);
        QVERIFY(card.result.size() < 5'000);

        ToolResultPart cut = done("short");
        cut.wholeSha256 = "ab12";
        FakeSource other;
        fill(other, weatherIn("{}"), cut);
        QCOMPARE(words(cardsOf(other, {cardsOf(other).front().key.part}).front()),
                 u"✓ 0.04 s | Show all | Less"_s);
    }

    void aClickUnfoldsAndAsksForAll()
    {
        TranscriptWindow window([](FakeSource &source) {
            fill(source, weatherIn("{}"), done(QByteArray(20'000, 'x')));
        });
        QSignalSpy asked(&window.view, &TranscriptView::callRequested);
        QTest::mouseClick(window.view.viewport(), Qt::LeftButton, {}, window.controlAt(u"More"_s));
        QCOMPARE(asked.size(), 0);
        const QPoint all = window.controlAt(u"Show all"_s);
        QVERIFY(!all.isNull());
        QTest::mouseClick(window.view.viewport(), Qt::LeftButton, {}, all);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(1).toInt(), 0);
        QTest::mouseClick(window.view.viewport(), Qt::LeftButton, {}, window.controlAt(u"Less"_s));
        QVERIFY(window.controlAt(u"Show all"_s).isNull());
    }

    /// How a call ended is read, and does nothing.
    void wordsAreNoButtons()
    {
        TranscriptWindow window(
            [](FakeSource &source) { fill(source, weatherIn("{}"), done("21 C")); });
        const int height = window.most();
        QTest::mouseClick(window.view.viewport(), Qt::LeftButton, {},
                          window.controlAt(u"0.04 s"_s));
        QCOMPARE(window.most(), height);
        QVERIFY(!window.controlAt(u"More"_s).isNull());
    }

    void picturesOfAResultAreShown()
    {
        FakeSource source;
        source.addPrompt("Weather?");
        source.add(Role::Assistant, {weatherIn("{}")});
        source.add(Role::Tool, {done("a map"), ImagePart{"ab12", u"image/png"_s, 4, 4, 9, {}}});
        source.addReply("Fine.");
        MessageContent content(source, shownMessages(source).at(1));
        content.update({});
        const auto &slices = content.slices();
        const auto image = std::ranges::find(slices, Slice::Kind::Images, &Slice::kind);
        QVERIFY(image != slices.end());
        QCOMPARE(image->images.first().part.sha256, "ab12");
    }
};

QTEST_MAIN(MessageCallsTest)
#include "message_calls_test.moc"
