// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/record_window.h"

#include "app/chat/chats.h"
#include "app/library/library.h"
#include "app/services.h"
#include "tests/app/record/record_fixture.h"
#include "tests/support/scenarios.h"
#include "ui/record/phase_bar.h"
#include "ui/record/record_pages.h"
#include "ui/transcript/frame_clock.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// The real program without its window, with the scripted server as a provider.
struct RecordWindowFixture
{
    RecordWindowFixture()
    {
        theme.apply({});
        services = std::make_unique<app::Services>(
            app::Services::Options{app::Paths::inFolder(folder.path()),
                                   app::Store::Role::Owner,
                                   std::make_unique<app::MemorySecretStore>(),
                                   nullptr,
                                   {}});
        app::Provider provider;
        provider.id = u"scripted"_s;
        provider.name = u"Scripted"_s;
        if (server.listen())
            provider.baseUrl = server.baseUrl();
        services->settings->saveProvider(provider);
        services->secrets->write(app::origin(provider.baseUrl), tests::kTestKey).waitForFinished();
        app::Lane lane;
        lane.id = app::LaneId::next();
        lane.providerId = provider.id;
        lane.model = u"words-3"_s;
        conversation = services->library->create({lane});
        chat = services->chats->chat(conversation);
    }

    bool ask(const QString &text)
    {
        QSignalSpy idle(chat.get(), &app::Chat::idle);
        chat->send({text, {}});
        return idle.wait(tests::kPatienceMs);
    }
    [[nodiscard]] app::MessageId reply() const { return conversation->lanes().first().head; }
    [[nodiscard]] std::unique_ptr<RecordWindow> window(const QList<app::MessageId> &replies)
    {
        auto made =
            std::make_unique<RecordWindow>(ViewContext{theme, *services, frames}, conversation,
                                           replies, RecordWindow::Rerun::Offered);
        QSignalSpy read(made.get(), &RecordWindow::read);
        if (!made->isRead() && !read.wait(tests::kPatienceMs))
            return nullptr;
        return made;
    }

    QTemporaryDir folder;
    Theme theme;
    FrameClock frames;
    tests::ScriptedServer server;
    std::unique_ptr<app::Services> services;
    app::ConversationPtr conversation;
    app::ChatPtr chat;
};

QAction *actionCalled(const QMenu &menu, const QString &start)
{
    for (QAction *action : menu.actions()) {
        if (action->text().startsWith(start))
            return action;
    }
    return nullptr;
}

QPushButton *buttonCalled(const QWidget &window, const QString &text)
{
    for (auto *button : window.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

QString factOf(const RecordPage &page, const QString &name)
{
    for (const RunFact &fact : page.facts()) {
        if (fact.name == name)
            return fact.value;
    }
    return {};
}

} // namespace

class RecordWindowTest : public QObject
{
    Q_OBJECT
private slots:
    // The server makes them at its first request, which takes a slow machine longer than a test
    // waits.
    void initTestCase() { QVERIFY(!tests::scenarios().isEmpty()); }

    void itShowsTheRequestAndSaysHowSureItIs()
    {
        RecordWindowFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window({f.reply()});
        QVERIFY(window);
        window->showPage(u"request"_s);
        const RecordPage &request = window->page(u"request"_s);
        QVERIFY(request.sentence().contains(u"byte for byte"_s));
        QTRY_VERIFY_WITH_TIMEOUT(request.text().contains(u"\"content\": \"Hello\""_s),
                                 tests::kPatienceMs);
        QVERIFY(factOf(request, u"Headers"_s).contains(u"Authorization: (hidden)"_s));
        QCOMPARE(factOf(window->page(u"response"_s), u"HTTP"_s), u"200"_s);
        QCOMPARE(factOf(window->page(u"overview"_s), u"Id of the record"_s),
                 QString::number(f.conversation->message(f.reply())->run.value()));
        QVERIFY(!window->page(u"overview"_s).findChild<PhaseBar *>()->phases().isEmpty());
        QVERIFY(window->page(u"raw"_s).sentence().contains(u"was not kept"_s));
        QCOMPARE(window->status(), QString());
    }

    void scriptsAreCopiedWithoutTheKey()
    {
        RecordWindowFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window({f.reply()});
        QVERIFY(window);
        QSignalSpy copied(window.get(), &RecordWindow::copied);
        const auto copy = [&](const QString &name) {
            actionCalled(*window->copyMenu(), name)->trigger();
            return copied.wait(tests::kPatienceMs) ? QApplication::clipboard()->text() : QString();
        };
        const QString curl = copy(u"Shell script"_s);
        QVERIFY(curl.contains(u"Bearer '\"$DIPTYCH_API_KEY\""_s));
        QVERIFY(window->status().contains(u"DIPTYCH_API_KEY"_s));
        QVERIFY(copy(u"Python"_s).contains(u"from openai import OpenAI"_s));
        QVERIFY(copy(u"JavaScript"_s).contains(u"await fetch("_s));
        QVERIFY(copy(u"Record as JSON"_s).contains(u"diptych-record"_s));
        QCOMPARE(copy(u"Body of the request"_s).toUtf8(), f.server.requests().constLast().body);
        QVERIFY(!curl.contains(tests::kTestKey));
    }

    void theRequestCanBeRunAgain()
    {
        RecordWindowFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window({f.reply()});
        QVERIFY(window);
        QSignalSpy again(window.get(), &RecordWindow::runAgainRequested);
        QPushButton *button = buttonCalled(*window, u"Run again exactly"_s);
        QVERIFY(button && button->isEnabled());
        button->click();
        QCOMPARE(again.value(0).value(0).value<app::MessageId>(), f.reply());
    }

    void whereItCannotItSaysWhy()
    {
        RecordWindowFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        f.services->settings->removeProvider(u"scripted"_s);
        const auto window = f.window({f.reply()});
        QVERIFY(window);
        QVERIFY(!buttonCalled(*window, u"Run again exactly"_s)->isEnabled());
        QVERIFY(window->status().contains(u"its provider was removed"_s));
    }

    void theRawStreamIsShown()
    {
        RecordWindowFixture f;
        app::Preferences preferences = f.services->settings->preferences();
        preferences.keepRawStreams = true;
        f.services->settings->setPreferences(preferences);
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window({f.reply()});
        QVERIFY(window);
        QVERIFY(window->page(u"raw"_s).text().startsWith(u"data: {"_s));
        QVERIFY(window->page(u"raw"_s).sentence().contains(u"as they came"_s));
    }

    void anAnswerOfOnesOwnHasNoRecord()
    {
        RecordWindowFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        f.chat->editAnswer(f.conversation->lanes().first().id, f.reply(), u"Mine"_s);
        const auto window = f.window({f.reply()});
        QVERIFY(window);
        QVERIFY(window->page(u"request"_s).sentence().contains(u"is not kept"_s));
        QVERIFY(!buttonCalled(*window, u"Run again exactly"_s)->isEnabled());
    }

    void theDemoSaysThatItHasNoScript()
    {
        RecordWindowFixture f;
        app::Lane lane = f.conversation->lanes().first();
        lane.providerId = app::demoProvider().id;
        lane.model = app::demoModel();
        f.chat->updateLane(lane);
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window({f.reply()});
        QVERIFY(window);
        QVERIFY(window->status().contains(u"The demo is a part of this program"_s));
        QVERIFY(!actionCalled(*window->copyMenu(), u"Python"_s)->isEnabled());
        QVERIFY(buttonCalled(*window, u"Run again exactly"_s)->isEnabled());
    }
};

QTEST_MAIN(RecordWindowTest)
#include "record_window_test.moc"
