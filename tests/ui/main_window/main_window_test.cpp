// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"
#include "ui/composer/composer.h"
#include "ui/export/export_dialog.h"
#include "ui/lane_set_menu.h"
#include "ui/lanes/conversation_view.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_header.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/sidebar/conversation_list_model.h"
#include "ui/sidebar/sidebar.h"
#include "ui/theme/theme.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/transcript_view.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/message_bar.h"

#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// The window on a profile of its own, with the demo as the only provider.
struct Program
{
    explicit Program(const QString &profile)
        : services({.paths = app::Paths::inFolder(profile),
                    .secrets = std::make_unique<app::MemorySecretStore>()})
    {
        // The default model takes its time, as it has much to show.
        app::Preferences preferences = services.settings->preferences();
        preferences.defaultProvider = app::demoProvider().id;
        preferences.defaultModel = u"diptych/json"_s;
        services.settings->setPreferences(preferences);
        theme.apply(preferences);
        m_window = std::make_unique<MainWindow>(ViewContext{theme, services, frames});
        window().resize(1480, 920);
        window().show();
    }

    void load()
    {
        QSignalSpy loaded(&window(), &MainWindow::loaded);
        window().load();
        QVERIFY(loaded.wait(30'000));
    }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] ConversationView &view() { return *m_window->findChild<ConversationView *>(); }
    [[nodiscard]] bool shows(const char *part)
    {
        return qstrcmp(part, "sidebar") == 0 ? m_window->findChild<Sidebar *>()->isVisible()
                                             : m_window->findChild<ParameterPanel *>()->isVisible();
    }
    /// On the middle of the transcript; whether it was taken.
    bool drop(const QMimeData &data)
    {
        QWidget &place = view();
        const QPoint middle = place.rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&place, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&place, &event);
        return true;
    }
    /// As for another language.
    void takeOver()
    {
        auto other = std::make_unique<MainWindow>(ViewContext{theme, services, frames});
        other->takeOver(window());
        other->show();
        m_window = std::move(other);
    }
    void key(const QKeySequence &keys) { QTest::keySequence(&window(), keys); }

    app::Services services;
    Theme theme;
    FrameClock frames;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void aModelThatWasNamedAtTheStartStays()
    {
        const QTemporaryDir profile;
        {
            Program before(profile.path());
            before.load();
            before.window().ask(u"Hello"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!before.services.chats->isBusy(), tests::kPatienceMs);
        }
        Program program(profile.path());
        program.window().startConversation(app::demoProvider().id, u"diptych/slow"_s);
        program.load();
        const app::Conversation &shown = program.view().chat()->conversation();
        QCOMPARE(shown.lanes().first().model, u"diptych/slow"_s);
    }

    void exportsByKey()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        program.window().ask(u"Hello"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!program.services.chats->isBusy(), tests::kPatienceMs);
        for (const bool isRound : {false, true}) {
            program.key(isRound ? QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_E)
                                : QKeySequence(QKeySequence::Save));
            auto *dialog = program.window().findChild<ExportDialog *>();
            QVERIFY(dialog && dialog->isVisible());
            QCOMPARE(dialog->choice().isRound, isRound);
            delete dialog;
        }
    }

    void takesTypingBeforeAnythingIsLoaded()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        QVERIFY(QTest::qWaitForWindowActive(&program.window()));
        QTest::keyClicks(QApplication::focusWidget(), u"hello"_s);
        QCOMPARE(program.view().composer().draft().text, u"hello"_s);
        program.load();
        QCOMPARE(program.view().composer().draft().text, u"hello"_s);
        QCOMPARE(program.view().chat()->conversation().lanes().first().providerId,
                 app::demoProvider().id);
    }

    void aReplyComesAndIsFoundAgainAfterARestart()
    {
        const QTemporaryDir profile;
        QString title;
        {
            Program program(profile.path());
            program.load();
            QSignalSpy idle(program.view().chat().get(), &app::Chat::idle);
            program.window().ask(u"Which blocks can you write?"_s);
            QVERIFY(idle.wait(tests::kPatienceMs));
            title = program.window().windowTitle();
            QVERIFY2(title.contains(u"Which blocks"), qPrintable(title));
            const auto &figures = program.view().columns().first()->figures();
            QVERIFY(figures.firstToken);
            QVERIFY(figures.complete);
        }
        Program again(profile.path());
        again.load();
        QCOMPARE(again.window().windowTitle(), title);
        const app::Conversation &conversation = again.view().chat()->conversation();
        const auto path = conversation.path(conversation.lanes().first().id);
        QCOMPARE(path.size(), 2);
        QCOMPARE(conversation.message(path.last())->state, app::MessageState::Complete);
    }

    void aReplyThatEndsLeavesWhatIsSelected()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        QSignalSpy idle(program.services.chats.get(), &app::Chats::allIdle);
        program.window().ask(u"Hello"_s);
        QVERIFY(idle.wait(tests::kPatienceMs));
        const app::ConversationId first = program.view().chat()->conversation().id();
        program.window().startConversation();
        program.window().ask(u"Hello again"_s);
        auto *list = program.window().findChild<Sidebar *>()->findChild<QListView *>();
        const auto *model = qobject_cast<ConversationListModel *>(list->model());
        QTRY_VERIFY(model->indexOf(first).isValid());
        list->setCurrentIndex(model->indexOf(first)); // by the arrow keys
        QVERIFY(idle.wait(tests::kPatienceMs));
        QCOMPARE(model->idAt(list->currentIndex()), first);
    }

    void aCallBringsTheWindowBack()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        program.window().startConversation(app::demoProvider().id, u"diptych/tools"_s);
        const app::ChatPtr chat = program.view().chat();
        app::ToolSource byHand;
        byHand.id = u"weather"_s;
        byHand.name = u"weather"_s;
        program.services.settings->saveToolSource(byHand);
        app::Lane lane = chat->conversation().lanes().first();
        lane.tools = {{byHand.id, {}}};
        chat->updateLane(lane);
        program.window().ask(u"What is the weather?"_s);
        QVERIFY(chat->isBusy());
        program.window().close();
        auto *question = program.window().findChild<QMessageBox *>();
        QVERIFY(question);
        QAbstractButton *wait = question->buttons().first();
        QCOMPARE(question->buttonRole(wait), QMessageBox::AcceptRole);
        wait->click();
        QVERIFY(!program.window().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(program.window().isVisible(), tests::kPatienceMs);
        QVERIFY(program.services.chats->waitsForUser());

        program.window().close(); // waiting for it is not offered any more
        QTRY_COMPARE(program.window().findChildren<QMessageBox *>().size(), 1);
        question = program.window().findChild<QMessageBox *>();
        for (QAbstractButton *button : question->buttons())
            QVERIFY(question->buttonRole(button) != QMessageBox::AcceptRole);
        chat->stopAll();
        QTRY_VERIFY(!chat->isBusy());
    }

    void theConversationThatWasShownComesBack()
    {
        const QTemporaryDir profile;
        app::ConversationId older;
        {
            Program program(profile.path());
            program.load();
            QSignalSpy idle(program.services.chats.get(), &app::Chats::allIdle);
            program.window().ask(u"Older"_s);
            QVERIFY(idle.wait(tests::kPatienceMs));
            older = program.view().chat()->conversation().id();
            program.window().startConversation();
            program.window().ask(u"Newer"_s);
            QVERIFY(idle.wait(tests::kPatienceMs));
            program.window().openConversation(older);
            QTRY_COMPARE(program.view().chat()->conversation().id(), older);
            program.window().close();
        }
        Program again(profile.path());
        again.load();
        QCOMPARE(again.view().chat()->conversation().id(), older);
    }

    void escapeStopsTheReplies()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        program.window().startConversation(app::demoProvider().id, u"diptych/slow"_s);
        program.window().ask(u"Write slowly"_s);
        QVERIFY(program.view().chat()->isBusy());
        QVERIFY(QTest::qWaitForWindowActive(&program.window()));
        program.key(QKeySequence(Qt::Key_Escape));
        QTRY_VERIFY(!program.view().chat()->isBusy());
    }

    void twoLanesAnswerAndOneCanBeRemoved()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        ConversationView &view = program.view();
        const app::ChatPtr chat = view.chat();
        const app::LaneId first = view.columns().first()->laneId();
        const app::LaneId second = chat->addLane(first, app::demoProvider().id, app::demoModel());
        QCOMPARE(view.columns().size(), 2);
        QSignalSpy idle(chat.get(), &app::Chat::idle);
        program.window().ask(u"Hello"_s);
        QVERIFY(idle.wait(tests::kPatienceMs));
        for (const LaneColumn *column : view.columns())
            QVERIFY(column->figures().complete);
        LaneColumn *kept = view.columns().first();
        chat->removeLane(second);
        QCOMPARE(view.columns(), QList<LaneColumn *>{kept});
    }

    void foldsByKeyAndRemembers()
    {
        const QTemporaryDir profile;
        {
            Program program(profile.path());
            QVERIFY(QTest::qWaitForWindowActive(&program.window()));
            QVERIFY(program.shows("sidebar"));
            QVERIFY(program.shows("parameters"));
            program.key(QKeySequence(Qt::CTRL | Qt::Key_B));
            QVERIFY(!program.shows("sidebar"));
            program.key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
            QVERIFY(!program.shows("parameters"));
        }
        Program again(profile.path());
        QVERIFY(!again.shows("sidebar"));
        QVERIFY(!again.shows("parameters"));
    }

    void whatHasNoRoomFoldsByItself_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("sidebar");
        QTest::addColumn<bool>("parameters");
        QTest::newRow("wide") << 1280 << true << true;
        QTest::newRow("laptop") << 900 << true << false;
        QTest::newRow("720") << 720 << true << false;
        QTest::newRow("half a screen") << 640 << false << false;
    }
    void whatHasNoRoomFoldsByItself()
    {
        QFETCH(int, width);
        const QTemporaryDir profile;
        Program program(profile.path());
        program.window().resize(width, 700);
        QTRY_COMPARE(program.window().width(), width);
        QTEST(program.shows("sidebar"), "sidebar");
        QTEST(program.shows("parameters"), "parameters");
        // What the user asks for is shown all the same, and the wide window is as before.
        QVERIFY(QTest::qWaitForWindowActive(&program.window()));
        if (!program.shows("parameters")) {
            program.key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
            QVERIFY(program.shows("parameters"));
        }
        program.window().resize(1480, 920);
        QTRY_VERIFY(program.shows("sidebar"));
        QVERIFY(program.shows("parameters"));
    }

    void zoomsTheText()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        QVERIFY(QTest::qWaitForWindowActive(&program.window()));
        const TranscriptView &transcript = program.view().columns().first()->transcript();
        program.key(QKeySequence(Qt::CTRL | Qt::Key_Plus));
        QCOMPARE(transcript.textZoom(), 110);
        program.key(QKeySequence(Qt::CTRL | Qt::Key_0));
        QCOMPARE(transcript.textZoom(), 100);
    }

    void upRewritesTheLastPromptAndEscapeLeavesIt()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        QSignalSpy idle(program.view().chat().get(), &app::Chat::idle);
        program.window().ask(u"First wording"_s);
        QVERIFY(idle.wait(tests::kPatienceMs));
        emit program.view().composer().editLastRequested();
        QCOMPARE(program.view().composer().draft().text, u"First wording"_s);
        QVERIFY(QTest::qWaitForWindowActive(&program.window()));
        program.key(QKeySequence(Qt::Key_Escape));
        QVERIFY(program.view().composer().draft().isEmpty());
        emit program.view().composer().editLastRequested();
        emit program.view().composer().sendRequested({u"Second wording"_s, {}});
        QVERIFY(idle.wait(tests::kPatienceMs));
        const app::Conversation &conversation = program.view().chat()->conversation();
        const app::LaneId lane = conversation.lanes().first().id;
        const app::MessageId prompt = conversation.path(lane).first();
        QCOMPARE(conversation.siblings(lane, prompt).size(), 2);
    }

    void anotherWindowTakesOverWhatIsShown()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        program.window().startConversation(app::demoProvider().id, u"diptych/slow"_s);
        program.window().ask(u"Write slowly"_s);
        QVERIFY(QTest::qWaitForWindowActive(&program.window()));
        QTest::keyClicks(QApplication::focusWidget(), u"and then"_s);
        const app::ChatPtr chat = program.view().chat();

        program.takeOver();
        QCOMPARE(program.view().chat(), chat);
        QVERIFY(chat->isBusy());
        QVERIFY(program.window().isLoaded());
        QCOMPARE(program.view().composer().draft().text, u"and then"_s);
        QVERIFY(program.window().windowTitle().contains(u"Write slowly"_s));
        chat->stopAll();
        QTRY_VERIFY(!chat->isBusy());
    }

    void anotherWindowGoesOnWithWhatIsRewritten()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        QSignalSpy idle(program.view().chat().get(), &app::Chat::idle);
        program.window().ask(u"First wording"_s);
        QVERIFY(idle.wait(tests::kPatienceMs));
        const app::Draft unsent{u"the next prompt"_s, {}};
        program.view().composer().setDraft(unsent);
        program.view().chat()->setDraft(unsent);
        emit program.view().composer().editLastRequested();
        program.view().composer().setDraft({u"Second wording"_s, {}});
        program.takeOver();
        QCOMPARE(program.view().composer().draft().text, u"Second wording"_s);
        emit program.view().composer().sendRequested({u"Second wording"_s, {}});
        const app::Conversation &conversation = program.view().chat()->conversation();
        const app::LaneId lane = conversation.lanes().first().id;
        QCOMPARE(conversation.siblings(lane, conversation.path(lane).first()).size(), 2);
        QCOMPARE(program.view().composer().draft().text, unsent.text);
        QTRY_VERIFY_WITH_TIMEOUT(!program.services.chats->isBusy(), tests::kPatienceMs);
    }

    void whatIsRewrittenWaitsForItsConversation()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        QSignalSpy idle(program.view().chat().get(), &app::Chat::idle);
        program.window().ask(u"First wording"_s);
        QVERIFY(idle.wait(tests::kPatienceMs));
        const app::ConversationId first = program.view().chat()->conversation().id();
        emit program.view().composer().editLastRequested();
        program.view().composer().setDraft({u"Second wording"_s, {}});
        program.window().startConversation();
        QVERIFY(program.view().composer().draft().isEmpty());

        program.window().openConversation(first);
        QTRY_COMPARE(program.view().chat()->conversation().id(), first);
        QCOMPARE(program.view().composer().draft().text, u"Second wording"_s);
        emit program.view().composer().sendRequested({u"Second wording"_s, {}});
        const app::Conversation &conversation = program.view().chat()->conversation();
        const app::LaneId lane = conversation.lanes().first().id;
        QCOMPARE(conversation.siblings(lane, conversation.path(lane).first()).size(), 2);
        QVERIFY(program.view().composer().draft().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!program.services.chats->isBusy(), tests::kPatienceMs);
    }

    void whatIsRewrittenIsKeptWhenItsMessageLeaves()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        const app::ChatPtr chat = program.view().chat();
        Composer &composer = program.view().composer();
        QSignalSpy idle(chat.get(), &app::Chat::idle);
        program.window().ask(u"First wording"_s);
        QVERIFY(idle.wait(tests::kPatienceMs));
        const app::LaneId lane = chat->conversation().lanes().first().id;
        const app::MessageId first = chat->conversation().path(lane).first();
        emit composer.editLastRequested();
        emit composer.sendRequested({u"Second wording"_s, {}});
        QVERIFY(idle.wait(tests::kPatienceMs));

        composer.setDraft({u"the next prompt"_s, {}});
        chat->setDraft(composer.draft());
        emit composer.editLastRequested();
        QCOMPARE(composer.draft().text, u"Second wording"_s);
        composer.setDraft({u"Third wording"_s, {}});
        chat->showBranch(lane, first);
        emit composer.sendRequested({u"Third wording"_s, {}});
        QVERIFY(!chat->isBusy());
        QCOMPARE(chat->conversation().siblings(lane, first).size(), 2);
        QCOMPARE(composer.draft().text, u"Third wording\n\nthe next prompt"_s);
        QCOMPARE(chat->conversation().draft(), composer.draft());
    }

    void aSetOpensItsLanesAndSaysWhatIsUnknown()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        const QString path = profile.filePath(u"a set.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        app::LaneSet set{u"A set"_s, {{}, {}}};
        set.lanes[0].provider = u"Elsewhere"_s;
        set.lanes[0].model = u"m-1"_s;
        set.lanes[1].provider = app::demoProvider().id;
        set.lanes[1].model = u"diptych/json"_s;
        set.lanes[1].parameters.set(u"temperature", 0.5);
        set.lanes[1].systemPrompt = u"Be brief."_s;
        file.write(app::laneSetToJson(set));
        file.close();
        QVERIFY(program.window().startSet(path));
        QCOMPARE(program.view().columns().size(), 2);
        const QList<app::Lane> lanes = program.view().chat()->conversation().lanes();
        QCOMPARE(lanes.at(1).systemPrompt, u"Be brief."_s);
        QCOMPARE(lanes.at(1).parameters.value(u"temperature").toDouble(), 0.5);
        QCOMPARE(program.services.settings->preferences().lastSet, path);
        const auto says = [&](int lane, const QString &words) {
            const auto labels = program.view().columns().at(lane)->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        QVERIFY(says(0, u"“Elsewhere” is not set up here"_s));
        QVERIFY(!says(1, u"not"_s));
        program.window().ask(u"Hello"_s); // the rest goes on
        QTRY_VERIFY_WITH_TIMEOUT(!program.services.chats->isBusy(), tests::kPatienceMs);
        const app::Conversation &conversation = program.view().chat()->conversation();
        const auto end = [&](int lane) {
            return conversation.message(conversation.lanes().at(lane).head)->state;
        };
        QCOMPARE(end(0), app::MessageState::Failed);
        QCOMPARE(end(1), app::MessageState::Complete);

        QVERIFY(!program.window().startSet(u"nothing of that name"_s));
        const auto *notice =
            program.window().findChild<MessageBar *>({}, Qt::FindDirectChildrenOnly);
        QVERIFY(notice && notice->text().contains(u"nothing of that name"_s));
    }

    void shownLanesAreSavedAsASet()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        const app::ChatPtr chat = program.view().chat();
        const app::LaneId first = chat->conversation().lanes().first().id;
        (void)chat->addLane(first, app::demoProvider().id, u"diptych/tour"_s);
        auto *sets = program.window().findChild<LaneSetMenu *>();
        sets->save(u"Both"_s, chat->conversation().lanes());
        QVERIFY(program.window().startSet(u"Both"_s));
        QVERIFY(program.view().chat() != chat);
        QCOMPARE(program.view().columns().size(), 2);
        QCOMPARE(program.view().chat()->conversation().lanes().at(1).model, u"diptych/tour"_s);
    }

    void picturesCanBeDroppedAnywhereOnTheConversation()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        QImage picture(30, 20, QImage::Format_RGB32);
        picture.fill(Qt::red);
        const QString file = profile.filePath(u"red.png"_s);
        QVERIFY(picture.save(file));
        QMimeData list; // as a file manager gives it
        list.setData(u"text/uri-list"_s, QUrl::fromLocalFile(file).toEncoded() + "\r\n");
        QMimeData bitmap; // as a browser gives it
        picture.fill(Qt::green);
        bitmap.setImageData(picture);
        QMimeData text;
        text.setText(u"no picture"_s);
        QVERIFY(!program.drop(text));
        QVERIFY(program.drop(list));
        const auto images = [&] { return program.view().composer().draft().images.size(); };
        QTRY_COMPARE_WITH_TIMEOUT(images(), 1, tests::kPatienceMs);
        QVERIFY(program.drop(bitmap));
        QTRY_COMPARE_WITH_TIMEOUT(images(), 2, tests::kPatienceMs);
        const auto draft = program.view().composer().draft();
        QCOMPARE(draft.images.first().fileName, u"red.png"_s);
    }

    void everyButtonHasANameAndEveryIconATip()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        const app::ChatPtr chat = program.view().chat();
        (void)chat->addLane(program.view().columns().first()->laneId(), app::demoProvider().id,
                            app::demoModel());
        for (const QAbstractButton *button : program.window().findChildren<QAbstractButton *>()) {
            if (!button->isVisibleTo(&program.window()))
                continue;
            const QString name = button->accessibleName() + button->text();
            QVERIFY2(!name.isEmpty(), button->parentWidget()->metaObject()->className());
            const auto *flat = qobject_cast<const FlatButton *>(button);
            const bool iconOnly = flat && flat->isIconOnly();
            QVERIFY2(!iconOnly || !button->toolTip().isEmpty(), qPrintable(name));
        }
    }

    void closingWithARunningReplyAsksOnce()
    {
        const QTemporaryDir profile;
        Program program(profile.path());
        program.load();
        QSignalSpy closed(&program.window(), &MainWindow::closed);
        program.window().ask(u"Write a long answer"_s);
        program.window().close();
        QVERIFY(program.window().isVisible());
        auto *question = program.window().findChild<QMessageBox *>();
        QVERIFY(question);
        const auto press = [question](QMessageBox::ButtonRole role) {
            for (QAbstractButton *button : question->buttons()) {
                if (question->buttonRole(button) == role)
                    button->click();
            }
        };
        press(QMessageBox::AcceptRole);
        QVERIFY(!program.window().isVisible());
        QCOMPARE(closed.count(), 0);
        QVERIFY(closed.wait(tests::kPatienceMs));
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
