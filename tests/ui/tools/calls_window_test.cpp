// SPDX-License-Identifier: GPL-3.0-or-later
// The calls of a round side by side, and all of one of them in a window.
#include "tests/support/patience.h"
#include "tests/support/script.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/evaluation/plain_text_dialog.h"
#include "ui/tools/calls_model.h"
#include "ui/tools/calls_window.h"
#include "ui/tools/whole_call.h"

#include <QJsonArray>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace ui;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

Script callingWeather(const QByteArray &arguments)
{
    return stream({delta(R"("tool_calls":[{"index":0,"id":"call_a","type":"function","function":)"
                         R"({"name":"weather","arguments":)"
                         + quoted(arguments) + "}}]"),
                   finish("tool_calls", kUsage), kDone});
}

app::ToolSource cannedWeather(const QString &reply)
{
    app::ToolSource source;
    source.id = u"weather"_s;
    source.name = u"weather"_s;
    source.schema = {{u"required"_s, QJsonArray{u"city"_s}}};
    source.cannedReply = reply;
    return source;
}

/// Two lanes with the same tool; the model of the first one calls it with `left`, the other one
/// with `right`.
struct TwoLanes : LanesWindow
{
    TwoLanes(const QByteArray &left, const QByteArray &right, const QString &reply = u"21 C"_s)
        : LanesWindow({u"one"_s, u"two"_s})
    {
        services.settings->saveToolSource(cannedWeather(reply));
        services.settings->setToolPolicy({u"weather"_s, {}}, app::ToolPolicy::Ask);
        for (const app::Lane &each : conversation->lanes()) {
            app::Lane changed = each;
            changed.tools = {{u"weather"_s, {}}};
            chat->updateLane(changed);
        }
        server.setScriptOf(u"one"_s, callingWeather(left));
        server.setScriptOf(u"two"_s, callingWeather(right));
    }

    /// The models call, and wait for the user.
    [[nodiscard]] bool call() const
    {
        chat->send({u"Weather?"_s, {}});
        return QTest::qWaitFor(
            [this] {
                return std::ranges::all_of(conversation->lanes(), [this](const app::Lane &each) {
                    const QList<app::CallActivity> calls = chat->calls(each.id);
                    return !calls.isEmpty() && calls.first().waitsForUser();
                });
            },
            tests::kPatienceMs);
    }
    [[nodiscard]] bool answer()
    {
        const Script saying = stream({tests::text("Warm."), finish("stop", kUsage), kDone});
        server.setScriptOf(u"one"_s, saying);
        server.setScriptOf(u"two"_s, saying);
        services.settings->setToolPolicy({u"weather"_s, {}}, app::ToolPolicy::Always);
        return QTest::qWaitFor([this] { return !chat->isBusy(); }, tests::kPatienceMs);
    }
    [[nodiscard]] app::RoundId round() const
    {
        return conversation->message(conversation->path(lane(0)).first())->round;
    }
};

} // namespace

class CallsWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void differencesAreMarked()
    {
        TwoLanes lanes(R"({"city":"Rome"})", R"({"town":"Rome"})");
        QVERIFY(lanes.call());
        CallsWindow window(lanes.theme, lanes.chat, lanes.round());
        const CallsModel &model = window.model();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.columnCount(), 4);
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"A · one"_s);
        const auto text = [&](int column) {
            return model.index(0, column).data(Qt::DisplayRole).toString();
        };
        QVERIFY(text(2).contains(u"no result"_s)); // it is still asked for
        QVERIFY(lanes.answer());
        QCOMPARE(text(CallsModel::Sign), u"≠"_s);
        QCOMPARE(text(CallsModel::Tool), u"weather"_s);
        QVERIFY(text(2).contains(u"Rome"_s) && text(2).contains(u"fits the schema"_s));
        QVERIFY(text(3).contains(u"does not fit the schema"_s));
        QVERIFY(window.sentence().contains(u"1 "_s));
        window.table().setCurrentIndex(model.index(0, 3));
        QVERIFY(window.wholeText().contains(u"town"_s));
        QVERIFY(window.wholeText().contains(u"21 C"_s));
    }

    void whatIsTheSameIsSaid()
    {
        TwoLanes lanes(R"({"city":"Rome"})", R"({ "city": "Rome" })");
        QVERIFY(lanes.call());
        QVERIFY(lanes.answer());
        const CallsWindow window(lanes.theme, lanes.chat, lanes.round());
        QCOMPARE(window.sentence(), u"All lanes made the same calls."_s);
        QVERIFY(window.model().index(0, CallsModel::Sign).data().toString().isEmpty());
    }

    void itIsOfferedWhereThereAreCalls()
    {
        TwoLanes lanes("{}", "{}");
        QSignalSpy wanted(&lanes.view->commands(), &LaneCommands::callsRequested);
        lanes.carryOut(ActionId::CompareCalls, 0);
        QCOMPARE(wanted.size(), 0);
        QVERIFY(lanes.call());
        QVERIFY(lanes.answer());
        lanes.carryOut(ActionId::CompareCalls, 0);
        QCOMPARE(wanted.size(), 1);
    }

    /// The model was told the beginning; the window has all of it.
    void aLongResultIsShownWhole()
    {
        TwoLanes lanes("{}", "{}", QString(100'000, u'x') + u"the end"_s);
        QVERIFY(lanes.call());
        QVERIFY(lanes.answer());
        QWidget parent;
        showWholeCall(lanes.theme, *lanes.services.store, *lanes.conversation,
                      lanes.conversation->path(lanes.lane(0)), 0, &parent);
        QTRY_VERIFY(parent.findChild<PlainTextDialog *>());
        const QString shown = parent.findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(shown.contains(u"xthe end"_s));
        QVERIFY(shown.contains(u"Cut here"_s));
    }
};

QTEST_MAIN(CallsWindowTest)
#include "calls_window_test.moc"
