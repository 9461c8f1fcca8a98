// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of calls at the end of a lane: what they show, and what becomes of what is pressed.
#include "app/tools/command_fingerprint.h"
#include "tests/support/patience.h"
#include "tests/support/script.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/tools/call_card.h"
#include "ui/tools/call_form.h"
#include "ui/tools/call_panel.h"
#include "ui/tools/waiting_calls_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/themed_label.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace ui;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kRome = R"({"city":"Rome"})";

Script calling(const QByteArray &arguments)
{
    return stream({delta(R"("tool_calls":[{"index":0,"id":"call_a","type":"function","function":)"
                         R"({"name":"weather","arguments":)"
                         + quoted(arguments) + "}}]"),
                   finish("tool_calls", kUsage), kDone});
}

Script saying(const QByteArray &words)
{
    return stream({tests::text(words), finish("stop", kUsage), kDone});
}

Script callingTwice()
{
    const auto call = [](int index, const QByteArray &id) {
        return delta(R"("tool_calls":[{"index":)" + QByteArray::number(index) + R"(,"id":")" + id
                     + R"(","type":"function","function":{"name":"weather","arguments":)"
                     + quoted(kRome) + "}}]");
    };
    return stream({call(0, "call_a"), call(1, "call_b"), finish("tool_calls", kUsage), kDone});
}

app::ToolSource weather(const std::optional<QString> &canned)
{
    app::ToolSource source;
    source.id = u"weather"_s;
    source.name = u"weather"_s;
    source.schema = {
        {u"type"_s, u"object"_s},
        {u"properties"_s, QJsonObject{{u"city"_s, QJsonObject{{u"type"_s, u"string"_s}}}}},
        {u"required"_s, QJsonArray{u"city"_s}}};
    source.cannedReply = canned;
    return source;
}

/// The same tool as a program that does not end, confirmed.
app::ToolSource sleepingTool()
{
    app::ToolSource source = weather({});
    source.kind = app::ToolSourceKind::Command;
    source.command.program = u"/bin/sleep"_s;
    source.command.arguments = {u"600"_s};
    const auto fingerprint = app::commandFingerprint(source.command);
    if (QTest::qWaitFor([&] { return fingerprint.isFinished(); }, tests::kPatienceMs))
        source.confirmed = fingerprint.result().value_or(QByteArray());
    return source;
}

/// Lanes whose models call the tool `weather` once.
struct CallsWindow : LanesWindow
{
    explicit CallsWindow(const std::optional<QString> &canned, app::ToolPolicy policy,
                         const QByteArray &arguments = kRome,
                         const QStringList &models = {u"one"_s})
        : LanesWindow(models)
    {
        services.settings->saveToolSource(weather(canned));
        services.settings->setToolPolicy({u"weather"_s, {}}, policy);
        for (const app::Lane &each : conversation->lanes()) {
            app::Lane lane = each;
            lane.tools = {{u"weather"_s, {}}};
            chat->updateLane(lane);
        }
        QList<Script> scripts(models.size(), calling(arguments));
        server.setScripts("/chat/completions", scripts << saying("Warm."));
    }

    CallCard *card(int position = 0) const { return column(position).calls().cards().value(0); }
    /// A card waits for the user, and has the focus.
    bool asks(int position = 0) const
    {
        const bool waits = QTest::qWaitFor(
            [&] {
                const CallCard *shown = card(position);
                return shown && shown->isVisible() && shown->call().waitsForUser();
            },
            tests::kPatienceMs);
        view->activateWindow();
        if (!waits || !QTest::qWaitForWindowActive(view.get(), tests::kPatienceMs))
            return false;
        card(position)->setFocus();
        return card(position)->hasFocus();
    }
    bool ends() const
    {
        return QTest::qWaitFor([this] { return !chat->isBusy(); }, tests::kPatienceMs);
    }
    /// What the model was told in the second request.
    QByteArray told() const { return server.requests().last().body; }
};

QPushButton *buttonOf(const CallCard &card, const QString &text)
{
    for (QPushButton *each : card.findChildren<QPushButton *>()) {
        if (each->text() == text && each->isVisible())
            return each;
    }
    return nullptr;
}

bool says(const QWidget &widget, const QString &text)
{
    const QList<ThemedLabel *> labels = widget.findChildren<ThemedLabel *>();
    return std::ranges::any_of(labels, [&](const ThemedLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

} // namespace

class CallPanelTest : public QObject
{
    Q_OBJECT
private slots:
    void returnAllowsOnce()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Ask);
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        QVERIFY(says(*window.card(), u"weather"_s));
        QTRY_VERIFY(says(*window.card(), u"fit the schema"_s));
        QVERIFY(window.card()->findChild<QPlainTextEdit *>()->toPlainText().contains(u"Rome"_s));
        QTest::keyClick(window.card(), Qt::Key_Return);
        QVERIFY(window.ends());
        QVERIFY(window.told().contains("21 C"));
        QVERIFY(!window.column(0).calls().isVisible());
        QCOMPARE(window.services.settings->toolPolicy({u"weather"_s, u"weather"_s}),
                 app::ToolPolicy::Ask);
    }

    /// The next card may lie under the pointer by then.
    void aDoubleClickOrAHeldKeyDecidesNothing()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Ask);
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        QPushButton *allow = buttonOf(*window.card(), u"Allow once"_s);
        QVERIFY(allow);
        const QPointF middle = QRectF(allow->rect()).center();
        for (const auto type : {QEvent::MouseButtonDblClick, QEvent::MouseButtonRelease}) {
            QMouseEvent event(type, middle, allow->mapToGlobal(middle), Qt::LeftButton,
                              Qt::LeftButton, {});
            QCoreApplication::sendEvent(allow, &event);
        }
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, {}, u"\r"_s, true);
        QCoreApplication::sendEvent(window.card(), &held);
        QVERIFY(window.card()->call().waitsForUser());
        QTest::mouseClick(allow, Qt::LeftButton);
        QVERIFY(window.ends());
        QVERIFY(window.told().contains("21 C"));
    }

    void escapeRefusesWithAReason()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Ask);
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        window.card()->setFocus();
        QTest::keyClick(window.card(), Qt::Key_Escape);
        auto *reason = window.card()->findChild<QLineEdit *>();
        QVERIFY(reason->isVisible());
        QTest::keyClick(reason, Qt::Key_Escape);
        QVERIFY(!reason->isVisible()); // back, and nothing is decided
        QVERIFY(window.chat->isBusy());
        QTest::keyClick(window.card(), Qt::Key_Escape);
        QTest::keyClicks(reason, u"Not on Sundays"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(window.ends());
        QVERIFY(window.told().contains("Not on Sundays"));
        QVERIFY(!window.told().contains("21 C"));
    }

    void returnOnAButtonPressesThatButton()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Ask);
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        QPushButton *refuse = buttonOf(*window.card(), u"Refuse…"_s);
        refuse->setFocus();
        QTest::keyClick(refuse, Qt::Key_Return);
        QVERIFY(window.card()->findChild<QLineEdit *>()->isVisible());
        QVERIFY(window.chat->isBusy());
        QCOMPARE(window.server.requests().size(), 1);
    }

    void alwaysIsRemembered()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Ask);
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        const auto *menu = buttonOf(*window.card(), u"Always…"_s)->findChild<QMenu *>();
        menu->actions().first()->trigger();
        QVERIFY(window.ends());
        QCOMPARE(window.services.settings->toolPolicy({u"weather"_s, u"weather"_s}),
                 app::ToolPolicy::Always);
        QVERIFY(window.told().contains("21 C"));
    }

    void argumentsCanBeEdited()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Ask, R"({"town":"Rome"})");
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        QTRY_VERIFY(says(*window.card(), u"“city” is missing"_s));
        buttonOf(*window.card(), u"Edit…"_s)->click();
        auto *editor = window.card()->findChild<QPlainTextEdit *>();
        QVERIFY(!editor->isReadOnly());
        editor->selectAll();
        editor->insertPlainText(u"{"_s);
        buttonOf(*window.card(), u"Allow once"_s)->click();
        QVERIFY(says(*window.card(), u"one JSON object"_s));
        QVERIFY(window.chat->isBusy());
        editor->selectAll();
        editor->insertPlainText(uR"({"city":"Oslo"})"_s);
        QTRY_VERIFY(says(*window.card(), u"The arguments fit"_s));
        buttonOf(*window.card(), u"Allow once"_s)->click();
        QVERIFY(window.ends());
        QVERIFY(window.told().contains("Oslo"));
    }

    void aResultIsLookedAtFirst()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Ask);
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        window.card()->findChild<QCheckBox *>()->setChecked(true);
        buttonOf(*window.card(), u"Allow once"_s)->click();
        QTRY_VERIFY(window.card() && buttonOf(*window.card(), u"Go on with this result"_s));
        auto *result = window.card()->findChildren<QPlainTextEdit *>().last();
        QCOMPARE(result->toPlainText(), u"21 C"_s);
        result->selectAll();
        result->insertPlainText(u"30 C"_s);
        buttonOf(*window.card(), u"Go on with this result"_s)->click();
        QVERIFY(window.ends());
        QVERIFY(window.told().contains("30 C"));
        QVERIFY(!window.told().contains("21 C"));
    }

    void aPersonAnswersInAForm()
    {
        CallsWindow window(std::nullopt, app::ToolPolicy::Always);
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        const auto *form = window.card()->findChild<CallForm *>();
        QVERIFY(form->isVisible());
        QVERIFY(says(*form, u"city"_s));
        QVERIFY(says(*form, u"Rome"_s));
        auto *answer = window.card()->findChildren<QPlainTextEdit *>().last();
        QVERIFY(answer->isVisible());
        answer->setPlainText(u"Snow"_s);
        buttonOf(*window.card(), u"Give this answer"_s)->click();
        QVERIFY(window.ends());
        QVERIFY(window.told().contains("Snow"));
    }

    void whatHidesIsShown()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Ask, "{\"city\":\"Ro\u202eme\"}");
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        QVERIFY(says(*window.card(), u"Careful"_s));
        const QString shown = window.card()->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(!shown.contains(QChar(0x202E)));
    }

    void controlAndReturnDoWhatTheFirstButtonDoes()
    {
        CallsWindow window(std::nullopt, app::ToolPolicy::Always);
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        auto *answer = window.card()->findChildren<QPlainTextEdit *>().last();
        answer->setFocus();
        QTest::keyClicks(answer, u"Snow"_s);
        QTest::keyClick(answer, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(window.ends());
        QVERIFY(window.told().contains("Snow"));
    }

    /// What is being written would be lost with the turn.
    void escapeInAFieldStopsNothing()
    {
        CallsWindow window(std::nullopt, app::ToolPolicy::Always);
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        auto *answer = window.card()->findChildren<QPlainTextEdit *>().last();
        answer->setFocus();
        QTest::keyClicks(answer, u"Snow"_s);
        QTest::keyClick(answer, Qt::Key_Escape);
        QVERIFY(window.chat->isBusy());
        QVERIFY(window.card()->hasFocus());
        QCOMPARE(answer->toPlainText(), u"Snow"_s);
    }

    /// A program that sleeps: the card says that it runs, and can stop it.
    void aCallThatRunsCanBeStopped()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Always);
        const app::ToolSource sleeper = sleepingTool();
        QVERIFY(!sleeper.confirmed.isEmpty());
        window.services.settings->saveToolSource(sleeper);
        window.chat->send({u"Weather?"_s, {}});
        QTRY_VERIFY(window.card() && buttonOf(*window.card(), u"Stop this call"_s));
        QVERIFY(says(*window.card(), u"running"_s));
        QVERIFY(!window.view->findChild<WaitingCallsBar *>()->isVisible());
        buttonOf(*window.card(), u"Stop this call"_s)->click();
        QVERIFY(window.ends());
        QVERIFY(window.told().contains("stopped this call"));
    }

    /// The reply goes on from where it was when the whole turn is stopped meanwhile.
    void stoppingTheTurnEndsTheCallThatRuns()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Always);
        window.services.settings->saveToolSource(sleepingTool());
        window.chat->send({u"Weather?"_s, {}});
        QTRY_VERIFY(window.card() && buttonOf(*window.card(), u"Stop this call"_s));
        window.chat->stop(window.lane(0));
        QVERIFY(window.ends());
        QVERIFY(!window.card());
        QVERIFY(window.column(0).calls().findChild<MessageBar *>()->isVisible());
    }

    /// Two calls of one reply: when one is decided, the other one has the focus.
    void theFocusGoesToTheNextCall()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Ask);
        window.server.setScripts("/chat/completions", {callingTwice(), saying("Warm.")});
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        QTRY_COMPARE(window.column(0).calls().cards().size(), 2);
        QTest::keyClick(window.card(), Qt::Key_Return);
        QTRY_COMPARE(window.column(0).calls().cards().size(), 1);
        QVERIFY(window.card()->hasFocus());
        QTest::keyClick(window.card(), Qt::Key_Return);
        QVERIFY(window.ends());
        QVERIFY(window.told().contains("call_b"));
        QVERIFY(window.column(0).transcript().hasFocus());
    }

    void aModelThatCallsForEverIsHalted()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Always);
        app::Preferences preferences = window.services.settings->preferences();
        preferences.toolRounds = 2;
        window.services.settings->setPreferences(preferences);
        window.server.setScripts("/chat/completions",
                                 {calling(kRome), calling(kRome), calling(kRome), saying("Warm.")});
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.ends());
        QCOMPARE(window.server.requests().size(), 3);
        auto *bar = window.column(0).calls().findChild<MessageBar *>();
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(bar->text().contains(u"2"_s));
        emit bar->actionTriggered(0);
        QTRY_COMPARE(window.server.requests().size(), 4);
        QVERIFY(window.ends());
        QVERIFY(!bar->isVisible());
    }

    /// What cannot be used fails the prompt, and the strip leads to the window of tools.
    void aToolThatIsNotConfirmedIsSaidBeforeAnythingIsSent()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Ask);
        app::ToolSource source = sleepingTool();
        source.confirmed = "another";
        window.services.settings->saveToolSource(source);
        QSignalSpy wanted(window.view.get(), &ConversationView::toolsRequested);
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.ends());
        QCOMPARE(window.server.requests().size(), 0);
        const app::MessageId end = window.conversation->path(window.lane(0)).last();
        emit window.column(0).transcript().errorActionRequested(end, ErrorAction::OpenTools);
        QCOMPARE(wanted.size(), 1);
    }

    void aBarLeadsFromLaneToLane()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Ask, kRome, {u"one"_s, u"two"_s});
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks(0) && window.asks(1));
        auto *bar = window.view->findChild<WaitingCallsBar *>();
        QVERIFY(bar->isVisible());
        QVERIFY(bar->text().contains(u"2"_s));
        window.view->focusNextCall();
        QVERIFY(window.card(0)->hasFocus());
        window.view->focusNextCall();
        QVERIFY(window.card(1)->hasFocus());
        window.view->focusNextCall();
        QVERIFY(window.card(0)->hasFocus());
        QTest::keyClick(window.card(0), Qt::Key_Return);
        window.view->focusNextCall();
        QTest::keyClick(window.card(1), Qt::Key_Return);
        QVERIFY(window.ends());
        QVERIFY(!bar->isVisible());
    }

    void whatWasLeftIsOffered()
    {
        CallsWindow window(u"21 C"_s, app::ToolPolicy::Ask);
        window.chat->send({u"Weather?"_s, {}});
        QVERIFY(window.asks());
        window.chat->stop(window.lane(0));
        QVERIFY(window.ends());
        QVERIFY(!window.card());
        auto *bar = window.column(0).calls().findChild<MessageBar *>();
        QVERIFY(bar->isVisible());
        emit bar->actionTriggered(0);
        QVERIFY(window.asks());
        QTest::keyClick(window.card(), Qt::Key_Return);
        QVERIFY(window.ends());
        QVERIFY(window.told().contains("21 C"));
        QVERIFY(!window.column(0).calls().isVisible());
    }
};

QTEST_MAIN(CallPanelTest)
#include "call_panel_test.moc"
