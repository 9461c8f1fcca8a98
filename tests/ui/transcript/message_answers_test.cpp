// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about an answer besides its text.
#include "tests/support/patience.h"
#include "tests/ui/transcript/transcript_window.h"
#include "ui/transcript/message_content.h"

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

std::vector<Slice> slicesOf(const FakeSource &source, qsizetype message)
{
    MessageContent content(source, shownMessages(source).at(message));
    content.update({});
    return content.slices();
}

const Slice *sliceOf(const std::vector<Slice> &slices, Slice::Kind kind)
{
    const auto found = std::find_if(slices.begin(), slices.end(),
                                    [kind](const Slice &slice) { return slice.kind == kind; });
    return found == slices.end() ? nullptr : &*found;
}

/// The words and buttons of all lines of a message: "Continued once | Retry this part".
QStringList lines(const std::vector<Slice> &slices)
{
    QStringList found;
    for (const Slice &slice : slices) {
        QStringList words;
        for (const SliceItem &item : slice.items)
            words.append(item.text);
        if (!words.isEmpty())
            found.append(words.join(u" | "_s));
    }
    return found;
}

Run thinkingRun(MessageId reply, qint64 reasoning, qint64 completion)
{
    Run run;
    run.id = RunId(reply.value());
    Usage usage;
    usage.reasoningTokens = reasoning;
    usage.completionTokens = completion;
    run.usage = usage;
    return run;
}

MessageId addPiece(FakeSource &source, MessageId before, const QByteArray &text)
{
    const MessageId id = source.addReply(text);
    Message piece = *source.message(id);
    piece.continues = before;
    piece.finishReason = u"length"_s;
    source.change(piece);
    return id;
}

} // namespace

class MessageAnswersTest : public QObject
{
    Q_OBJECT
private slots:
    void aModelWithoutAWordIsNamedSilent()
    {
        FakeSource source;
        source.addPrompt("Say nothing");
        const MessageId reply = source.addReply("");
        const Slice *notice = nullptr;
        auto slices = slicesOf(source, 1);
        QVERIFY(notice = sliceOf(slices, Slice::Kind::Notice));
        QCOMPARE(notice->text, u"The model ended without an answer."_s);
        QCOMPARE(notice->items.constFirst().action, SliceAction::SolveError);

        Message thought = *source.message(reply);
        thought.parts = {ReasoningPart{"Hm", 5}, TextPart{}};
        source.change(thought);
        slices = slicesOf(source, 1);
        QVERIFY(notice = sliceOf(slices, Slice::Kind::Notice));
        QVERIFY(notice->text.contains(u"thought"_s));

        for (const auto state : {MessageState::Streaming, MessageState::Cancelled}) {
            thought.state = state;
            source.change(thought);
            QVERIFY(!sliceOf(slicesOf(source, 1), Slice::Kind::Notice));
        }
    }

    void anotherModelIsNamed()
    {
        FakeSource source;
        const auto answer = [&source](const QString &model) {
            source.addPrompt("Who are you?");
            const MessageId id = source.addReply("I");
            Run run = thinkingRun(id, 0, 1);
            run.model = model;
            source.put(run);
            Message reply = *source.message(id);
            reply.run = run.id;
            source.change(reply);
        };
        answer(u"acme/one"_s);
        answer(u"acme/one"_s);
        answer(u"acme/two"_s);
        const auto names = [&source](qsizetype message, const QString &model) {
            return lines(slicesOf(source, message)).join(u'\n').contains(model);
        };
        QVERIFY(!names(1, u"one"_s));
        QVERIFY(!names(3, u"one"_s));
        QVERIFY(names(5, u"two"_s));
        source.setVeiled(source.path().at(5), true);
        QVERIFY(!names(5, u"two"_s));
    }

    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void thinkingSaysTimeTokensAndCost()
    {
        FakeSource source;
        source.addPrompt("Why?");
        const MessageId reply =
            source.add(Role::Assistant, {ReasoningPart{"Hm", 12'000}, TextPart{"So"}});
        source.put(thinkingRun(reply, 840, 900));
        QCOMPARE(sliceOf(slicesOf(source, 1), Slice::Kind::Reasoning)->text,
                 u"Thought for 12 s · 840 tokens"_s);
        source.setReasoningCost(0.0004);
        QCOMPARE(sliceOf(slicesOf(source, 1), Slice::Kind::Reasoning)->text,
                 u"Thought for 12 s · 840 tokens · $0.0004, computed"_s);
    }

    void anAnswerWithoutAWordIsExplained()
    {
        FakeSource source;
        source.addPrompt("Why?");
        const MessageId id = source.add(Role::Assistant, {ReasoningPart{"Hm", 900}});
        Message reply = *source.message(id);
        reply.finishReason = u"length"_s;
        source.change(reply);
        source.put(thinkingRun(id, 512, 512));
        source.setRemedies({{Remedy::Kind::MoreTokens, 4096},
                            {Remedy::Kind::LessEffort, 0, u"low"_s},
                            {Remedy::Kind::AnswerNow}});
        const std::vector<Slice> slices = slicesOf(source, 1);
        const Slice *notice = sliceOf(slices, Slice::Kind::Notice);
        QVERIFY(notice);
        QVERIFY2(notice->text.contains(u"all 512 tokens"), qPrintable(notice->text));
        QCOMPARE(notice->items.size(), 3);
        QCOMPARE(notice->items.first().text, u"Allow 4,096 tokens and retry"_s);
        QVERIFY(!lines(slices).last().contains(u"Continue"_s)); // there is nothing to go on with

        source.setVeiled(id, true);
        const std::vector<Slice> veiled = slicesOf(source, 1);
        QVERIFY(sliceOf(veiled, Slice::Kind::Notice)->items.isEmpty());
    }

    void aSeamIsMarkedWhereTheTextWasCut_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("added");
        QTest::addColumn<QList<bool>>("marks"); // of the slices with text
        using Marks = QList<bool>;
        QTest::newRow("in a paragraph")
            << QByteArray("One.\n\nTwo and") << QByteArray(" three.\n\nFour.")
            << Marks{false, true, true};
        QTest::newRow("between paragraphs")
            << QByteArray("One.\n\nTwo.\n\n") << QByteArray("Three.") << Marks{false, false, true};
        QTest::newRow("in a list")
            << QByteArray("- one\n- two\n") << QByteArray("- three\n") << Marks{false, false, true};
        QTest::newRow("behind a fence")
            << QByteArray("```\na\n```\n") << QByteArray("Done.") << Marks{false, true};
    }
    void aSeamIsMarkedWhereTheTextWasCut()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, added);
        FakeSource source;
        source.addPrompt("Go");
        const MessageId first = source.addReply(before);
        addPiece(source, first, added);
        QList<bool> marks;
        for (const Slice &slice : slicesOf(source, 1)) {
            if (slice.kind == Slice::Kind::Text || slice.kind == Slice::Kind::Code)
                marks.append(slice.isAdded);
        }
        QTEST(marks, "marks");
    }

    void aSeamInALineIsFoundByItsWords_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("shown"); // before the seam; empty: not told
        QTest::newRow("in a sentence") << QByteArray("It ends wi") << u"It ends wi"_s;
        QTest::newRow("behind marks")
            << QByteArray("See **this** and `that`") << u"See this and that"_s;
        QTest::newRow("of many bytes") << QByteArray("Grüße aus 東京") << u"Grüße aus 東京"_s;
        QTest::newRow("twice the same") << QByteArray("no no no no no no no no no no") << QString();
    }
    void aSeamInALineIsFoundByItsWords()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, shown);
        FakeSource source;
        source.addPrompt("Go");
        addPiece(source, source.addReply(before), "th more.");
        const std::vector<Slice> slices = slicesOf(source, 1);
        const Slice *text = sliceOf(slices, Slice::Kind::Text);
        QVERIFY(text->isSeam);
        QCOMPARE(text->seamAt, shown.isEmpty() ? -1 : int(shown.size()));
    }

    void aPieceCanBeRetriedAndDropped()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Count");
            addPiece(source, source.addReply("One, "), "two");
        });
        const MessageId first = w.source->path().at(1);
        const MessageId second = w.source->path().at(2);
        const QStringList said = lines(slicesOf(*w.source, 1));
        QVERIFY2(said.contains(u"Continued 1 time(s) | Retry this part | Drop this part"_s)
                     || said.contains(u"Continued once | Retry this part | Drop this part"_s),
                 qPrintable(said.join(u'\n')));
        const auto press = [&](SliceAction action) {
            w.view.activateItem(first, *sliceOf(slicesOf(*w.source, 1), Slice::Kind::Footer),
                                {{}, SliceItem::Look::Action, action, 0});
        };
        QSignalSpy retry(&w.view, &TranscriptView::retryRequested);
        press(SliceAction::RetryPiece);
        QCOMPARE(retry.takeFirst().first().value<MessageId>(), second);
        press(SliceAction::Retry); // the whole answer
        QCOMPARE(retry.takeFirst().first().value<MessageId>(), first);
        QSignalSpy drop(&w.view, &TranscriptView::dropPieceRequested);
        press(SliceAction::DropPiece);
        QCOMPARE(drop.takeFirst().first().value<MessageId>(), second);
    }

    void whatBeganAnewIsSaid()
    {
        FakeSource source;
        source.addPrompt("What?");
        const QByteArray answer = "The capital of France is Paris, which lies on the Seine. ";
        addPiece(source, source.addReply(answer), answer + "It is old.");
        const std::vector<Slice> slices = slicesOf(source, 1);
        const Slice *notice = sliceOf(slices, Slice::Kind::Notice);
        QVERIFY(notice);
        QCOMPARE(notice->items.size(), 2);
        QCOMPARE(notice->items.first().action, SliceAction::KeepPiece);
    }

    void severalAnswersSayWhichOneIsShown()
    {
        FakeSource source;
        source.addPrompt("Greet");
        const MessageId first = source.addReply("Hello");
        const MessageId second = source.addReply("Good day");
        source.leave(second);
        source.setSiblings(first, {first, second});
        Message other = *source.message(second);
        other.turn = source.message(first)->turn;
        other.run = source.message(first)->run;
        source.change(other);
        QCOMPARE(lines(slicesOf(source, 1)).first(), u"Answer 1 of 2 | Show all side by side"_s);
        other.run = RunId(99);
        source.change(other);
        QVERIFY(lines(slicesOf(source, 1)).first().contains(u"2 requests"_s));
        other.turn = TurnId(99); // a retry is another turn
        source.change(other);
        QVERIFY(!lines(slicesOf(source, 1)).first().contains(u"Answer 1"_s));
    }

    void whatIsNotSentIsSaidAboveTheFirstPromptThatIs()
    {
        FakeSource source;
        source.addPrompt("One");
        source.addReply("Yes");
        const MessageId prompt = source.addPrompt("Two");
        source.setFirstSent(prompt);
        QVERIFY(lines(slicesOf(source, 2)).first().contains(u"above"_s));
        QVERIFY(!lines(slicesOf(source, 0)).first().contains(u"above"_s));
    }
};

QTEST_MAIN(MessageAnswersTest)
#include "message_answers_test.moc"
