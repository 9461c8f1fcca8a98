// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/transcript/fake_source.h"
#include "ui/transcript/message_content.h"
#include "ui/transcript/message_text.h"

#include <QTest>

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

MessageText replyText(const QByteArray &markdown)
{
    FakeSource source;
    source.addPrompt("Question");
    source.addReply(markdown);
    MessageContent content(source, shownMessages(source).constLast());
    content.update({});
    return MessageText(content.slices(), u"Answer"_s);
}

/// The units of the whole text, one after the other.
QStringList units(const MessageText &text, MessageText::Unit unit)
{
    QStringList found;
    for (int at = 0; at < text.text().size();) {
        const auto [from, to] = text.unitAround(at, unit);
        if (from != at || to <= at)
            return {u"a gap at %1"_s.arg(at)};
        found += text.text().mid(from, to - from);
        at = to;
    }
    return found;
}

} // namespace

class MessageTextTest : public QObject
{
    Q_OBJECT
private slots:
    void readsAsOneText_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        QTest::addColumn<QString>("text");
        QTest::newRow("paragraphs") << QByteArray("One *two*\n\nThree") << u"One two\nThree"_s;
        QTest::newRow("heading") << QByteArray("## Title\n\nText") << u"Title\nText"_s;
        QTest::newRow("list") << QByteArray("- one\n- two") << u"• one\n• two"_s;
        QTest::newRow("numbers") << QByteArray("1. one\n2. two") << u"1. one\n2. two"_s;
        QTest::newRow("tasks") << QByteArray("- [x] one\n- [ ] two") << u"done: one\nto do: two"_s;
        QTest::newRow("code") << QByteArray("```python\na\n\nb\n```\nend")
                              << u"Code: Python\na\n\nb\nend"_s;
        QTest::newRow("table") << QByteArray("|x|y|\n|-|-|\n|a|b|") << u"x\ty\na\tb"_s;
        QTest::newRow("rule") << QByteArray("one\n\n---\n\ntwo") << u"one\ntwo"_s;
        QTest::newRow("nothing") << QByteArray() << u"The model ended without an answer."_s;
    }
    void readsAsOneText()
    {
        QFETCH(QByteArray, markdown);
        QFETCH(QString, text);
        QCOMPARE(replyText(markdown).text(), u"Answer\n"_s + text);
    }

    void everyPlaceIsFoundAgain()
    {
        const MessageText text =
            replyText("One *two*\n\n- item\n\n```cpp\nint a;\nint b;\n```\n\n|x|y|\n|-|-|\n|a|b|");
        int found = 0;
        for (int i = 0; i < text.text().size(); ++i) {
            const MessageText::Place place = text.placeAt(i);
            if (place.slice < 0 || place.inWords)
                continue;
            ++found;
            QCOMPARE(text.offsetOf(place), i);
            QCOMPARE(text.offsetOf(text.positionAt(i)), i);
        }
        QVERIFY(found > 25);
        // In words that are only painted the nearest text counts.
        const int marker = int(text.text().indexOf(u'•'));
        QCOMPARE(text.offsetOf(text.positionAt(marker)), marker + 2);
        QCOMPARE(text.positionAt(0).key.part, -1);
    }

    void unitsLeaveNoGap()
    {
        const MessageText text = replyText("One two. Three, four!\n\n- five");
        using Unit = MessageText::Unit;
        QCOMPARE(units(text, Unit::Paragraph),
                 QStringList({u"Answer\n"_s, u"One two. Three, four!\n"_s, u"• five"_s}));
        QCOMPARE(units(text, Unit::Sentence),
                 QStringList({u"Answer\n"_s, u"One two. "_s, u"Three, four!\n"_s, u"• five"_s}));
        QCOMPARE(units(text, Unit::Word),
                 QStringList({u"Answer\n"_s, u"One "_s, u"two. "_s, u"Three, "_s, u"four!\n"_s,
                              u"• "_s, u"five"_s}));
        QCOMPARE(units(text, Unit::Character).size(), text.text().size());
        const MessageText family = replyText("a👩‍👧b");
        QCOMPARE(units(family, Unit::Character).mid(7),
                 QStringList({u"a"_s, u"👩‍👧"_s, u"b"_s}));
        QCOMPARE(text.unitAround(int(text.text().size()), Unit::Word),
                 text.unitAround(int(text.text().size()) - 1, Unit::Word));
    }

    void tellsHowTextIsWritten()
    {
        const MessageText text = replyText("# Title\n\nplain **bold** `code` [link](https://a.b)");
        const auto attributesOf = [&](const QString &words) {
            int from = 0;
            int to = 0;
            const QString found = text.attributesAt(int(text.text().indexOf(words)), &from, &to);
            return text.text().mid(from, to - from) + u" = "_s + found;
        };
        QCOMPARE(attributesOf(u"Title"_s), u"Title = font-weight:bold;heading-level:1;"_s);
        QCOMPARE(attributesOf(u"plain "_s), u"plain  = "_s);
        QCOMPARE(attributesOf(u"bold"_s), u"bold = font-weight:bold;"_s);
        QCOMPARE(attributesOf(u"code"_s), u"code = font-family:monospace;"_s);
        QCOMPARE(attributesOf(u"link"_s), u"link = text-underline-type:single;"_s);
    }

    void linksAreWhole()
    {
        const MessageText text = replyText("see [a **bold** link](https://a.b), [x](https://a.b)\n"
                                           "\n|t|\n|-|\n|[y](https://c.d)|");
        QList<PressableItem> links;
        for (const Slice &slice : text.slices())
            links += linksOf(slice);
        QCOMPARE(links.size(), 3);
        QCOMPARE(links[0].name, u"a bold link"_s);
        QCOMPARE(links[0].start, 4);
        QCOMPARE(links[0].length, 11);
        QCOMPARE(links[1].name, u"x"_s);
        QCOMPARE(links[2].name, u"y"_s);
        QCOMPARE(links[2].link, QByteArray("https://c.d"));
        QCOMPARE(links[2].start, 2); // behind the header of the table
    }
};

QTEST_MAIN(MessageTextTest)
#include "message_text_test.moc"
