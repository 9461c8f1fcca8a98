// SPDX-License-Identifier: GPL-3.0-or-later
// What a lane makes of a server that fails: a sentence with the actions that help, and nothing
// lost.
#include "ui/lanes/lane_column.h"

#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/transcript_view.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/message_bar.h"
#include "ui/wording/error_wording.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(QList<ui::ErrorAction>)

namespace {

/// One lane that talks to a server of our own.
struct Lane
{
    Lane(const QUrl &url, const QString &model)
        : services({.paths = app::Paths::inFolder(profile.path()),
                    .secrets = std::make_unique<app::MemorySecretStore>()})
    {
        app::Provider provider;
        provider.id = u"acme"_s;
        provider.name = u"Acme"_s;
        provider.baseUrl = url;
        services.settings->saveProvider(provider);
        app::Lane lane;
        lane.id = app::LaneId::next();
        lane.providerId = provider.id;
        lane.model = model;
        conversation = services.library->create({lane});
        chat = services.chats->chat(conversation);
        column = std::make_unique<LaneColumn>(ViewContext{theme, services, frames}, conversation,
                                              chat, lane.id);
        column->resize(600, 700);
        column->show();
    }

    [[nodiscard]] const app::Message &last() const
    {
        return *conversation->message(conversation->path(column->laneId()).last());
    }
    [[nodiscard]] ErrorSentence sentence() const
    {
        const app::Run *run = conversation->run(last().run);
        return run && run->error ? errorSentence(*run->error, run->providerName, run->model)
                                 : ErrorSentence();
    }
    void act(ErrorAction action) const
    {
        emit column->transcript().errorActionRequested(last().id, action);
    }

    const QTemporaryDir profile;
    app::Services services;
    Theme theme;
    FrameClock frames;
    app::ConversationPtr conversation;
    app::ChatPtr chat;
    std::unique_ptr<LaneColumn> column;
};

} // namespace

class LaneErrorsTest : public QObject
{
    Q_OBJECT
private slots:
    void everyFailureHasAWayOut_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("kept");
        QTest::addColumn<QList<ErrorAction>>("actions");
        using enum ErrorAction;
        const auto row = [](const char *model, const char16_t *words, const QByteArray &kept,
                            const QList<ErrorAction> &actions) {
            QTest::newRow(model) << QString::fromLatin1(model) << QString::fromUtf16(words) << kept
                                 << actions;
        };
        row("wrong-key", u"asks for an API key and none is set", {}, {ChangeKey, Retry});
        row("no-balance", u"has no money left", {}, {Retry, ChangeKey});
        row("unknown-model", u"Acme has no model named “unknown-model”", {}, {ChooseModel});
        row("wrong-address", u"no chat service at the address", {}, {OpenProviders, ChooseModel});
        row("no-tools", u"lacks an ability", {}, {GoOnWithout, ChooseModel});
        row("html-200", u"answered with a web page", {}, {OpenProviders, Retry});
        row("end-without-finish", u"broke in the middle of the answer", "Hello",
            {Retry, OpenProviders});
        row("close-mid-stream", u"broke in the middle of the answer", "Hello",
            {Retry, OpenProviders});
    }
    void everyFailureHasAWayOut()
    {
        QFETCH(QString, model);
        QFETCH(QString, words);
        QFETCH(QByteArray, kept);
        tests::ScriptedServer server;
        QVERIFY(server.listen());
        const Lane lane(server.baseUrl(), model);
        QSignalSpy idle(lane.chat.get(), &app::Chat::idle);
        lane.chat->send({u"What is this?"_s, {}});
        QVERIFY(idle.wait(tests::kPatienceMs));
        const ErrorSentence sentence = lane.sentence();
        QVERIFY2(sentence.text.contains(words), qPrintable(sentence.text));
        QTEST(sentence.actions, "actions");
        QCOMPARE(app::textOf(lane.last().parts), kept);
        const app::MessageId prompt = lane.conversation->path(lane.column->laneId()).first();
        QCOMPARE(app::textOf(lane.conversation->message(prompt)->parts), "What is this?");
        QVERIFY(lane.column->figures().total);
    }

    void anUntrustedCertificateIsNotAsked()
    {
        tests::ScriptedServer server(tests::ScriptedServer::Transport::SelfSignedTls);
        QVERIFY(server.listen());
        QUrl url = server.baseUrl();
        url.setScheme(u"https"_s);
        const Lane lane(url, u"m"_s);
        QSignalSpy idle(lane.chat.get(), &app::Chat::idle);
        lane.chat->send({u"Hello"_s, {}});
        QVERIFY(idle.wait(tests::kPatienceMs));
        const QString text = lane.sentence().text;
        QVERIFY2(text.contains(u"certificate of Acme"_s), qPrintable(text));
        QVERIFY(server.requests().isEmpty());
    }

    void actionsDoWhatTheySay()
    {
        tests::ScriptedServer server;
        QVERIFY(server.listen());
        const Lane lane(server.baseUrl(), u"no-balance"_s);
        QSignalSpy idle(lane.chat.get(), &app::Chat::idle);
        lane.chat->send({u"Hello"_s, {}});
        QVERIFY(idle.wait(tests::kPatienceMs));
        QSignalSpy providers(lane.column.get(), &LaneColumn::providersRequested);
        lane.act(ErrorAction::ChangeKey);
        QCOMPARE(providers.takeFirst().first().toString(), u"acme"_s);
        QSignalSpy timeouts(lane.column.get(), &LaneColumn::timeoutsRequested);
        lane.act(ErrorAction::AllowMoreTime);
        QCOMPARE(timeouts.takeFirst().first().toString(), u"acme"_s);
        QSignalSpy models(lane.column.get(), &LaneColumn::modelRequested);
        lane.act(ErrorAction::ChooseModel);
        QCOMPARE(models.count(), 1);
        const qsizetype asked = server.requests().size();
        lane.act(ErrorAction::Retry);
        QVERIFY(idle.wait(tests::kPatienceMs));
        QCOMPARE(server.requests().size(), asked + 1);
    }

    void whatIsTriedAgainCanBeHurriedAndGivenUp()
    {
        tests::ScriptedServer server;
        QVERIFY(server.listen());
        const Lane lane(server.baseUrl(), u"busy-for-ever"_s);
        const auto *bar = lane.column->findChild<MessageBar *>();
        const auto press = [bar](const QString &label) {
            for (FlatButton *button : bar->findChildren<FlatButton *>()) {
                if (button->text() == label && !button->isHidden())
                    return button->click();
            }
            QFAIL(qPrintable(u"no button "_s + label));
        };
        using State = app::LaneActivity::State;
        const auto state = [&] { return lane.chat->activity(lane.column->laneId()).state; };
        lane.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(state(), State::RetryWait, tests::kPatienceMs);
        QVERIFY(!bar->isHidden());
        QVERIFY(bar->text().contains(u"busy"_s));
        const qsizetype asked = server.requests().size();
        press(u"Retry now"_s);
        QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() > asked, tests::kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(state(), State::RetryWait, tests::kPatienceMs);
        press(u"Stop"_s);
        QCOMPARE(state(), State::Idle);
        QVERIFY(bar->isHidden());
        QCOMPARE(lane.last().state, app::MessageState::Cancelled);
    }

    void aRemovedProviderIsSaid()
    {
        const Lane lane(QUrl(u"http://127.0.0.1:9"_s), u"m"_s);
        lane.services.settings->removeProvider(u"acme"_s);
        QSignalSpy idle(lane.chat.get(), &app::Chat::idle);
        lane.chat->send({u"Hello"_s, {}});
        QVERIFY(idle.wait(tests::kPatienceMs));
        QCOMPARE(lane.sentence().actions.first(), ErrorAction::ChooseModel);
        QVERIFY(lane.sentence().text.contains(u"was removed"_s));
    }
};

QTEST_MAIN(LaneErrorsTest)
#include "lane_errors_test.moc"
