// SPDX-License-Identifier: GPL-3.0-or-later
// Draws cards of calls, the window of tools and the comparison of calls into PNG files, for looking
// at:
//   QT_QPA_PLATFORM=offscreen ui_tools_picture FOLDER
#include "tests/support/script.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/tools/calls_model.h"
#include "ui/tools/calls_window.h"
#include "ui/tools/tools_dialog.h"

#include <QApplication>
#include <QJsonArray>
#include <QListWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {

app::ToolSource source(const QString &name, const QString &description, const QString &argument)
{
    app::ToolSource made;
    made.id = name;
    made.name = name;
    made.description = description;
    made.schema = {
        {u"type"_s, u"object"_s},
        {u"properties"_s, QJsonObject{{argument, QJsonObject{{u"type"_s, u"string"_s}}},
                                      {u"day"_s, QJsonObject{{u"type"_s, u"string"_s}}}}},
        {u"required"_s, QJsonArray{argument}}};
    return made;
}

tests::Script calling(const QByteArray &first, const QByteArray &second)
{
    const auto call = [](int index, const QByteArray &name, const QByteArray &arguments) {
        return tests::delta(R"("tool_calls":[{"index":)" + QByteArray::number(index)
                            + R"(,"id":"call_)" + QByteArray::number(index)
                            + R"(","type":"function","function":{"name":)" + tests::quoted(name)
                            + R"(,"arguments":)" + tests::quoted(arguments) + "}}]");
    };
    return tests::stream({tests::text("I look up both before I answer."), call(0, "weather", first),
                          call(1, "traffic", second), tests::finish("tool_calls", tests::kUsage),
                          tests::kDone});
}

void setUp(tests::LanesWindow &window)
{
    app::ToolSource weather = source(u"weather"_s, u"The weather of a city on a day"_s, u"city"_s);
    weather.cannedReply =
        uR"({"high": 21, "low": 12, "sky": "clear", "wind": "light, from the west"})"_s;
    window.services.settings->saveToolSource(weather);
    window.services.settings->saveToolSource(
        source(u"traffic"_s, u"How full the roads to a city are"_s, u"to"_s));
    window.services.settings->setToolPolicy({u"weather"_s, {}}, app::ToolPolicy::Ask);
    window.services.settings->setToolPolicy({u"traffic"_s, {}}, app::ToolPolicy::Ask);
    for (const app::Lane &each : window.conversation->lanes()) {
        app::Lane lane = each;
        lane.tools = {{u"weather"_s, {}}, {u"traffic"_s, {}}};
        window.chat->updateLane(lane);
    }
    window.server.setScriptOf(u"one-model"_s,
                              calling(R"({"city": "Rome", "day": "Sunday"})", R"({"to": "Rome"})"));
    window.server.setScriptOf(u"another-model"_s,
                              calling(R"({"city": "Rome"})", R"({"town": "Rome"})"));
}

template <typename Condition>
void await(Condition condition)
{
    if (!QTest::qWaitFor(condition, tests::kPatienceMs))
        qWarning("What is to be drawn did not come.");
}

bool allWait(const tests::LanesWindow &window)
{
    return std::ranges::all_of(window.conversation->lanes(), [&](const app::Lane &lane) {
        const QList<app::CallActivity> calls = window.chat->calls(lane.id);
        return calls.size() == 2 && std::ranges::all_of(calls, [](const app::CallActivity &call) {
                   return call.waitsForUser() && call.fit;
               });
    });
}

void draw(tests::LanesWindow &window, QWidget &shown, const QString &file)
{
    for (const auto choice : {app::ThemeChoice::Light, app::ThemeChoice::Dark}) {
        app::Preferences preferences;
        preferences.theme = choice;
        preferences.fontFamily = u"Inter"_s;
        window.theme.apply(preferences);
        QTest::qWait(100); // frames are drawn by a clock
        shown.grab().save(file.arg(choice == app::ThemeChoice::Light ? u"light"_s : u"dark"_s));
    }
}

/// One answered, one refused with a reason, one by hand in the words of a person.
void decide(tests::LanesWindow &window)
{
    const tests::Script last =
        tests::stream({tests::text("Go on **Sunday**: 21 °C, clear, and the roads are free until "
                                   "ten. Take a jacket for the evening."),
                       tests::finish("stop", tests::kUsage), tests::kDone});
    window.server.setScriptOf(u"one-model"_s, last);
    window.server.setScriptOf(u"another-model"_s, last);
    for (const app::Lane &lane : window.conversation->lanes()) {
        const QList<app::CallActivity> calls = window.chat->calls(lane.id);
        (void)window.chat->approveCall(lane.id, 0, calls.at(0).arguments, app::AfterCall::GoOn);
    }
    const app::LaneId left = window.lane(0);
    (void)window.chat->approveCall(left, 1, window.chat->calls(left).at(1).arguments,
                                   app::AfterCall::GoOn);
    window.chat->refuseCall(window.lane(1), 1, u"There is no argument “town”. Use “to”."_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString folder = application.arguments().value(1, u"."_s) + u'/';
    tests::LanesWindow window({u"one-model"_s, u"another-model"_s});
    window.view->resize(1180, 820);
    setUp(window);
    window.chat->send({u"When should I drive to Rome, Saturday or Sunday?"_s, {}});
    await([&] { return allWait(window); });
    draw(window, *window.view, folder + u"calls-waiting-%1.png"_s);

    decide(window);
    await([&] {
        const QList<app::CallActivity> calls = window.chat->calls(window.lane(0));
        return calls.size() == 2 && calls.at(1).state == app::CallActivity::State::Answering;
    });
    draw(window, *window.view, folder + u"calls-answering-%1.png"_s);
    window.chat->answerCall(window.lane(0), 1, "Free until ten, full from eleven to five");
    await([&] { return !window.chat->isBusy(); });
    draw(window, *window.view, folder + u"calls-done-%1.png"_s);

    const app::RoundId round =
        window.conversation->message(window.conversation->path(window.lane(0)).first())->round;
    ui::CallsWindow compared(window.theme, window.chat, round);
    compared.table().setCurrentIndex(compared.model().index(1, ui::CallsModel::FirstLane + 1));
    compared.show();
    draw(window, compared, folder + u"calls-compared-%1.png"_s);

    ui::ToolsDialog tools(window.theme, window.services);
    tools.show();
    draw(window, tools, folder + u"tools-%1.png"_s);
    return 0;
}
