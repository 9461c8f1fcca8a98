// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/continuation.h"

#include "app/chat/turn_plan.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kAnswer = "The capital of France is Paris. It lies on the Seine, and it has been "
                           "the capital for a thousand years. Its";

} // namespace

class ContinuationTest : public QObject
{
    Q_OBJECT
private slots:
    void aPieceThatBeginsAnewIsTold_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("added");
        QTest::addColumn<bool>("anew");
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &added,
                            bool anew) { QTest::newRow(name) << before << added << anew; };
        row("it goes on", kAnswer, " museums are famous.", false);
        row("all of it again", kAnswer, kAnswer + " museums", true);
        row("again, told otherwise behind the opening", kAnswer,
            "The capital of France is Paris. It lies on a river called Seine.", true);
        row("with other white space", kAnswer,
            "\n\nThe capital  of France\nis Paris. It lies on the Seine", true);
        row("the same first word only", kAnswer, "The rest is history.", false);
        row("a short answer again", "Certainly: 42", "Certainly: 42.", true);
        row("too short to tell", "Yes", "Yes, and no", false);
        const QByteArray list = "- Paris is the capital of a country in Europe\n"
                                "- Rome is the capital of a country in Europe\n";
        row("a list goes on", list, "- Oslo is the capital of a country in Europe\n", false);
        const QByteArray lines = "    total = total + values[index]\n    index = index + 1\n";
        row("lines that repeat themselves", lines + lines, lines, false);
        row("code again", "```cpp\n#include <QCoreApplication>\nint main(int argc, char",
            "```cpp\n#include <QCoreApplication>\nint main(int", true);
        row("no letters of one byte", "东京是日本的首都，位于关东平原，人口众多，历史悠久。它",
            "东京是日本的首都，位于关东平原，人口很多。", true);
        row("nothing came", kAnswer, "", false);
        row("nothing was there", "", "The capital", false);
    }
    void aPieceThatBeginsAnewIsTold()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, added);
        QTEST(startsAnew(before, added), "anew");
    }

    void anAnswerIsEmptyWhereThoughtsTookAll()
    {
        Message reply;
        reply.role = Role::Assistant;
        reply.finishReason = u"length"_s;
        reply.parts = {ReasoningPart{"Hm, let me see", 10}};
        QVERIFY(isEmptyForLength(reply));
        reply.parts.append(TextPart{"A"});
        QVERIFY(!isEmptyForLength(reply));
        reply.parts = {ToolCallPart{u"c"_s, u"f"_s, "{", {}}};
        QVERIFY(!isEmptyForLength(reply));
        reply.parts = {};
        QVERIFY(isEmptyForLength(reply));
        reply.state = MessageState::Failed;
        QVERIFY(!isEmptyForLength(reply));
    }

    void aCircleOfPiecesEnds()
    {
        ConversationRecord record;
        record.summary.id = ConversationId(1);
        record.lanes = {{.id = LaneId(2)}};
        for (const auto &[id, continues] : {std::pair(10, 11), std::pair(11, 10)}) {
            record.messages.append({.id = MessageId(id),
                                    .role = Role::Assistant,
                                    .parts = {TextPart{"a piece"}},
                                    .continues = MessageId(continues)});
        }
        const Conversation conversation(record);
        QVERIFY(conversation.message(firstPiece(conversation, MessageId(10))));
        QVERIFY(!planEditedAnswer(conversation, LaneId(2), MessageId(10), u"mine"_s, 1).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ContinuationTest)
#include "continuation_test.moc"
