// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_window.h"

#include "app/chat/chats.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"
#include "tests/support/token_events.h"
#include "ui/tokens/entropy_strip.h"
#include "ui/tokens/token_pane.h"
#include "ui/tokens/token_view.h"
#include "ui/transcript/frame_clock.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// The real program without its window; the scripted server gives logprobs.
struct TokenWindowFixture
{
    TokenWindowFixture()
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
        server.setScriptOf(u"tokens"_s, tests::stream(tests::helloTokenEvents()));
        app::Lane lane;
        lane.id = app::LaneId::next();
        lane.providerId = provider.id;
        lane.model = u"tokens"_s;
        lane.parameters.set(u"logprobs", true);
        conversation = services->library->create({lane});
        chat = services->chats->chat(conversation);
    }

    bool ask(const QString &text)
    {
        QSignalSpy idle(chat.get(), &app::Chat::idle);
        chat->send({text, {}});
        return idle.wait(tests::kPatienceMs);
    }
    void setParameter(const QString &name, const QJsonValue &value) const
    {
        app::Lane lane = conversation->lanes().first();
        lane.parameters.set(name, value);
        chat->updateLane(lane);
    }
    /// As the lane does it; the verdict, or nothing in time.
    QString check(TokenWindow &window) const
    {
        const app::LaneId lane = conversation->lanes().first().id;
        QObject::connect(&window, &TokenWindow::checkRequested, &window, [&](app::MessageId asked) {
            chat->runAgain(lane, asked);
            window.awaitCheck(conversation->lane(lane)->head);
        });
        QObject::connect(chat.get(), &app::Chat::turnEnded, &window,
                         [&window](app::LaneId, app::MessageId ended) { window.takeEnd(ended); });
        QSignalSpy checked(&window, &TokenWindow::checked);
        if (!QTest::qWaitFor([&] { return window.checkButton().isEnabled(); }, tests::kPatienceMs))
            return window.checkButton().toolTip();
        window.checkButton().click();
        return checked.wait(tests::kPatienceMs) ? window.verdict() : QString();
    }
    [[nodiscard]] app::MessageId reply() const { return conversation->lanes().first().head; }
    [[nodiscard]] std::unique_ptr<TokenWindow> window()
    {
        auto made = std::make_unique<TokenWindow>(ViewContext{theme, *services, frames},
                                                  conversation, QList{reply()});
        QSignalSpy read(made.get(), &TokenWindow::read);
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

} // namespace

class TokenWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void itShowsTheTokensOfTheAnswer()
    {
        TokenWindowFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window();
        QVERIFY(window);
        QCOMPARE(window->view().cells().size(), 3);
        QVERIFY2(window->summary().startsWith(u"3 tokens"_s), qPrintable(window->summary()));
        QVERIFY(window->summary().contains(u"1 below 50 %"_s));
        QVERIFY(window->pane().figures().contains(u"90 %"_s));
    }

    void unsureTokensAreJumpedTo()
    {
        TokenWindowFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window();
        QVERIFY(window);
        window->goToLeastSure();
        QCOMPARE(window->view().currentCell(), 1);
        window->goToUnsure(1); // the only one
        QCOMPARE(window->view().currentCell(), 1);
        window->view().setCurrentCell(2);
        window->goToUnsure(-1);
        QCOMPARE(window->view().currentCell(), 1);
        emit window->strip().tokenChosen(2);
        QCOMPARE(window->view().currentCell(), 2);
    }

    void anAlternativeBecomesABranch()
    {
        TokenWindowFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window();
        QVERIFY(window);
        window->view().setCurrentCell(1);
        const TokenPane &pane = window->pane();
        QCOMPARE(pane.options().model()->rowCount(), 3);
        // The likeliest of those that were not taken is offered first.
        QCOMPARE(pane.options().currentIndex().row(), 0);
        QVERIFY(pane.branchButton().isEnabled());
        QSignalSpy branched(window.get(), &TokenWindow::branchRequested);
        pane.branchButton().click();
        QCOMPARE(branched.value(0).value(0).value<app::MessageId>(), f.reply());
        QCOMPARE(branched.value(0).value(1).toByteArray(), QByteArray("Hello there"));
    }

    void whereNoneCanBeginItIsSaid()
    {
        TokenWindowFixture f;
        const QByteArrayList tokens{tests::tokenJson("\xE2\x96\x81Hello", -1),
                                    tests::tokenJson("\xE2\x96\x81world", -1)};
        f.server.setScriptOf(u"tokens"_s, tests::stream({tests::tokenEvent("Hello world", tokens),
                                                         tests::finish("stop"), tests::kDone}));
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window();
        QVERIFY(window);
        QVERIFY(!window->pane().branchButton().isEnabled());
        QVERIFY(window->pane().hint().contains(u"do not spell"_s));
    }

    void theSameAnswerTwiceIsIdentical()
    {
        TokenWindowFixture f;
        f.setParameter(u"seed"_s, 7);
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window();
        QVERIFY(window);
        QVERIFY2(f.check(*window).startsWith(u"Identical: 3 token"_s),
                 qPrintable(window->verdict()));
        QVERIFY(window->verdict().contains(u"does not tell which version"_s));
        QCOMPARE(f.server.requests().constLast().body, f.server.requests().at(0).body);
        QCOMPARE(f.conversation->siblings(f.conversation->lanes().first().id, f.reply()).size(), 2);
    }

    void whereAnswersPartIsTold()
    {
        TokenWindowFixture f;
        f.setParameter(u"seed"_s, 7);
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window();
        QVERIFY(window);
        QByteArrayList other = tests::helloTokenEvents();
        other[1] = tests::tokenEvent(" you", {tests::tokenJson(" you", -1.6)});
        f.server.setScriptOf(u"tokens"_s, tests::stream(other));
        const QString verdict = f.check(*window);
        QVERIFY2(verdict.contains(u"part at token 2, behind “…Hello”: “ world” (30 %) in this one, "
                                  "“ you” (20 %) in the other"_s),
                 qPrintable(verdict));
    }

    void withoutASeedNothingIsChecked()
    {
        TokenWindowFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window();
        QVERIFY(window);
        QTRY_VERIFY(window->checkButton().toolTip().contains(u"no seed"_s));
        QVERIFY(!window->checkButton().isEnabled());
    }

    void whereNothingIsKeptItIsSaid()
    {
        TokenWindowFixture f;
        f.server.setScriptOf(u"tokens"_s, tests::stream({tests::text("Hello"),
                                                         tests::finish("stop"), tests::kDone}));
        QVERIFY(f.ask(u"Hello"_s));
        const auto window = f.window();
        QVERIFY(window);
        QVERIFY(window->summary().contains(u"Nothing is kept"_s));
        QCOMPARE(window->view().currentCell(), -1);
    }
};

QTEST_MAIN(TokenWindowTest)
#include "token_window_test.moc"
