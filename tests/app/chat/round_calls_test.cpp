// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/round_calls.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

struct Called
{
    QString name;
    QByteArray arguments;
};

/// One round of two lanes: each calls, gets results, and says a word.
class TwoLanesRound
{
public:
    TwoLanesRound(const QList<Called> &left, const QList<Called> &right)
    {
        m_record.summary.id = ConversationId(1);
        m_record.rounds = {{RoundId(100), RoundKind::Chat, 1}};
        Message prompt;
        prompt.id = MessageId(1);
        prompt.parts = {TextPart{"Why?"}};
        prompt.round = RoundId(100);
        m_record.messages = {prompt};
        addLane(left);
        addLane(right);
    }

    [[nodiscard]] RoundCalls calls() const
    {
        return roundCalls(Conversation(m_record), RoundId(100));
    }
    [[nodiscard]] bool hasAny() const { return hasCalls(Conversation(m_record), RoundId(100)); }

private:
    void addLane(const QList<Called> &made)
    {
        const int lane = int(m_record.lanes.size()) + 1;
        const TurnId turn(lane);
        m_record.turns.append({turn, RoundId(100), LaneId(lane), {}});
        Parts calls;
        Parts results;
        for (const Called &each : made) {
            const QString id = u"c%1"_s.arg(calls.size());
            calls.append(ToolCallPart{id, each.name, each.arguments, {}});
            results.append(ToolResultPart{id, "result " + QByteArray::number(results.size())});
        }
        calls.append(TextPart{"Let me see."});
        MessageId head = add(10 * lane, MessageId(1), Role::Assistant, calls, turn);
        if (!results.isEmpty())
            head = add(10 * lane + 1, head, Role::Tool, results, turn);
        head = add(10 * lane + 2, head, Role::Assistant, {TextPart{"So."}}, turn);
        m_record.lanes.append({.id = LaneId(lane), .position = lane - 1, .head = head});
    }
    MessageId add(int id, MessageId parent, Role role, const Parts &parts, TurnId turn)
    {
        Message message;
        message.id = MessageId(id);
        message.parent = parent;
        message.role = role;
        message.parts = parts;
        message.turn = turn;
        message.round = RoundId(100);
        m_record.messages.append(message);
        return message.id;
    }

    ConversationRecord m_record;
};

} // namespace

class RoundCallsTest : public QObject
{
    Q_OBJECT
private slots:
    void theSameArgumentsInAnotherSpelling()
    {
        const RoundCalls calls = TwoLanesRound({{u"weather"_s, R"({"a":1,"b":[true]})"}},
                                               {{u"weather"_s, R"({ "b": [true], "a": 1.0 })"}})
                                     .calls();
        QCOMPARE(calls.lanes.size(), 2);
        QCOMPARE(calls.calls.size(), 1);
        QVERIFY(calls.calls.first().isSame);
        QCOMPARE(calls.calls.first().lanes.at(1)->result->text, "result 0");
    }

    void differences_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("another value") << QByteArray(R"({"city":"Oslo"})");
        QTest::newRow("one more") << QByteArray(R"({"city":"Rome","day":1})");
        QTest::newRow("no JSON") << QByteArray(R"({"city":)");
    }

    void differences()
    {
        QFETCH(QByteArray, other);
        const RoundCalls calls =
            TwoLanesRound({{u"weather"_s, R"({"city":"Rome"})"}}, {{u"weather"_s, other}}).calls();
        QCOMPARE(calls.calls.size(), 1);
        QVERIFY(!calls.calls.first().isSame);
    }

    void callsOfATellTheirNumber()
    {
        const RoundCalls calls = TwoLanesRound({{u"a"_s, "{}"}, {u"b"_s, "{}"}, {u"a"_s, "{}"}},
                                               {{u"a"_s, "{}"}, {u"c"_s, "{}"}})
                                     .calls();
        QStringList rows;
        for (const ComparedCall &call : calls.calls) {
            rows.append(u"%1%2 %3%4 %5"_s.arg(call.name)
                            .arg(call.number)
                            .arg(call.lanes.at(0) ? u"x"_s : u"-"_s)
                            .arg(call.lanes.at(1) ? u"x"_s : u"-"_s)
                            .arg(call.isSame ? u"same"_s : u"other"_s));
        }
        QCOMPARE(rows, (QStringList{u"a1 xx same"_s, u"b1 x- other"_s, u"a2 x- other"_s,
                                    u"c1 -x other"_s}));
    }

    void aRoundWithoutCalls()
    {
        const TwoLanesRound round({}, {});
        QVERIFY(!round.hasAny());
        QVERIFY(round.calls().calls.isEmpty());
        QCOMPARE(round.calls().lanes.size(), 2);
        QVERIFY(TwoLanesRound({}, {{u"a"_s, "{}"}}).hasAny());
    }
};

QTEST_GUILESS_MAIN(RoundCallsTest)
#include "round_calls_test.moc"
