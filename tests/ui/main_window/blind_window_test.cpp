// SPDX-License-Identifier: GPL-3.0-or-later
// While names are hidden nothing in the window tells one lane from another.
#include "app/chat/blind_rounds.h"
#include "app/chat/lane_changes.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"
#include "tests/ui/window_words.h"
#include "ui/evaluation/diff_dialog.h"
#include "ui/lane_set_menu.h"
#include "ui/lanes/blind_bar.h"
#include "ui/lanes/conversation_view.h"
#include "ui/lanes/lane_board.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_commands.h"
#include "ui/lanes/lane_header.h"
#include "ui/lanes/metrics_strip.h"
#include "ui/lanes/round_bar.h"
#include "ui/main_window.h"
#include "ui/models/model_picker.h"
#include "ui/theme/theme.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/transcript_view.h"
#include "ui/widgets/badge_label.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/toast.h"

#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::WindowWords;

namespace {

constexpr auto kCompletions = "/chat/completions";
const QStringList kModels{u"acme/quokka-70b"_s, u"acme/wombat-8b"_s, u"acme/dingo-3b"_s};
const QStringList kTelling{u"quokka"_s, u"wombat"_s, u"dingo"_s, u"Zephyr"_s};

tests::Script thinkingAnswer()
{
    return tests::stream(
        {tests::delta(R"("reasoning_content":"I am a quokka.")"), tests::text("The answer."),
         tests::finish("stop", tests::kUsage + R"(,"model":"acme/quokka-70b")"), tests::kDone});
}

tests::Script endless()
{
    return {.steps = {tests::send(tests::text("Half an answer")), tests::pause(10min)}};
}

/// The program on a profile, with three lanes on a scripted server.
struct BlindProgram
{
    BlindProgram(const QString &profile, const QUrl &server)
        : services({.paths = app::Paths::inFolder(profile),
                    .secrets = std::make_unique<app::MemorySecretStore>()})
    {
        app::Provider provider;
        provider.id = u"zephyr"_s;
        provider.name = u"Zephyr Cloud"_s;
        provider.baseUrl = server;
        services.settings->saveProvider(provider);
        theme.apply(services.settings->preferences());
        window = std::make_unique<MainWindow>(ViewContext{theme, services, frames});
        window->resize(1480, 920);
        window->show();
    }

    void openLanes(int count = 3) const
    {
        QList<app::Lane> lanes;
        for (int i = 0; i < count; ++i) {
            app::Lane lane;
            lane.id = app::LaneId::next();
            lane.position = i;
            lane.letter = i;
            lane.providerId = u"zephyr"_s;
            lane.model = kModels.at(i);
            lane.systemPrompt = i == 0 ? u"You are a quokka."_s : QString();
            lane.width = i == 2 ? 1'700 : app::kUsualLaneWidth;
            lanes.append(lane);
        }
        emit window->findChild<LaneSetMenu *>()->opened(lanes);
    }

    [[nodiscard]] ConversationView &view() const
    {
        return *window->findChild<ConversationView *>();
    }
    [[nodiscard]] app::Chat &chat() const { return *view().chat(); }
    [[nodiscard]] app::Conversation &conversation() const { return chat().conversation(); }
    void carryOut(ActionId id) const
    {
        view().commands().carryOut(id, view().activeColumn()->laneId());
    }
    bool ask(const QString &prompt) const
    {
        window->ask(prompt);
        return QTest::qWaitFor([this] { return !chat().isBusy(); }, tests::kPatienceMs);
    }
    /// Letters of the badges, from left to right.
    [[nodiscard]] QString letters() const
    {
        QString letters;
        for (const LaneColumn *column : view().board().columns())
            letters += laneLetter(column->header().findChild<BadgeLabel *>()->letter());
        return letters;
    }
    [[nodiscard]] QStringList entriesOfMenus() const
    {
        QStringList entries;
        for (const LaneColumn *column : view().columns()) {
            QMenu menu;
            emit column->header().menuAboutToShow(&menu);
            for (const QAction *action : menu.actions())
                entries += {action->text(), action->toolTip()};
        }
        return entries;
    }
    [[nodiscard]] QString shownText(const LaneColumn &column) const
    {
        QString text;
        for (const ShownMessage &shown : column.transcript().layout()->shown()) {
            for (const app::MessageId id : shown.messages)
                text += QString::fromUtf8(app::textOf(conversation().message(id)->parts)) + u'|';
        }
        return text;
    }

    app::Services services;
    Theme theme;
    FrameClock frames;
    std::unique_ptr<MainWindow> window;
};

/// What tells a lane, of all that can be read; empty is good.
QStringList told(const BlindProgram &program)
{
    QStringList found;
    const WindowWords words;
    for (const QString &part : kTelling)
        found += words.with(part) + program.entriesOfMenus().filter(part, Qt::CaseInsensitive);
    for (const QString &part : {u"tok/s"_s, u"$"_s, u"first token"_s, u"Thought"_s, u"% of"_s})
        found += words.with(part);
    return found;
}

} // namespace

class BlindWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_program.reset(); // before the folder it writes to
        m_profile = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<tests::ScriptedServer>();
        QVERIFY(m_server->listen());
        m_server->setScripts(kCompletions, {thinkingAnswer()});
        start();
    }

    void nothingInTheWindowTellsALane()
    {
        m_program->openLanes();
        QVERIFY(m_program->ask(u"First"_s));
        QVERIFY(!told(*m_program).isEmpty()); // the walk finds what is there
        m_program->carryOut(ActionId::BlindMode);
        QVERIFY(m_program->view().findChild<BlindBar *>()->isVisible());
        QVERIFY(m_program->ask(u"Second"_s));
        QVERIFY(m_program->conversation().veiledRound());
        QTest::qWait(0);
        verifyNothingIsTold();
        QVERIFY(WindowWords().count() > 100);
        QCOMPARE(m_program->letters(), u"ABC"_s);
        // As wide as each other, whatever the lanes are.
        const QList<LaneColumn *> columns = m_program->view().board().columns();
        QVERIFY(qAbs(columns.at(0)->width() - columns.at(2)->width()) < 4);

        program().window->resize(700, 900);
        verifyNothingIsTold();
    }

    void norWhileAnswersAreWritten()
    {
        m_program->openLanes();
        m_server->setScripts(kCompletions, {thinkingAnswer(), endless()});
        m_program->carryOut(ActionId::BlindMode);
        m_program->window->ask(u"Hello"_s);
        QTRY_COMPARE_WITH_TIMEOUT(idleLanes(), 1, tests::kPatienceMs);
        verifyNothingIsTold();
        const QStringList shown = shownTexts();
        QCOMPARE(shown.filter(u"The answer."_s).size(), 1);
        m_program->chat().stopAll();
    }

    void answersThatAreHeldBackShowTogether()
    {
        m_program->openLanes();
        m_server->setScripts(kCompletions, {thinkingAnswer(), endless()});
        m_program->carryOut(ActionId::BlindMode);
        m_program->carryOut(ActionId::ShowTogether);
        m_program->window->ask(u"Hello"_s);
        QTRY_COMPARE_WITH_TIMEOUT(idleLanes(), 1, tests::kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(shownTexts(), QStringList(3, u"Hello|"_s), tests::kPatienceMs);
        verifyNothingIsTold();
        // All do the same, the one that is done too.
        for (const LaneColumn *column : m_program->view().columns()) {
            QCOMPARE(column->findChild<MetricsStrip *>()->text(), u"writing"_s);
            QVERIFY(m_program->view().commands().refuses(ActionId::CompareAnswers));
        }
        m_program->chat().stopAll();
        QTRY_COMPARE_WITH_TIMEOUT(shownTexts().filter(u"The answer."_s).size(), 1,
                                  tests::kPatienceMs);
        QCOMPARE(shownTexts().filter(u"Half an answer"_s).size(), 2);
    }

    void aVoteIsLockedAndShowsTheNames()
    {
        m_program->openLanes();
        m_program->carryOut(ActionId::BlindMode);
        QVERIFY(m_program->ask(u"Hello"_s));
        const app::RoundId round = m_program->conversation().veiledRound()->round;
        const app::LaneId second = app::shownLanes(m_program->conversation()).at(1).lane;
        auto *bar = m_program->view().findChild<RoundBar *>();
        QVERIFY(bar->isVisible());
        QTest::keyClick(m_program->window.get(), Qt::Key_2, Qt::AltModifier);
        const app::Vote *vote = m_program->conversation().vote(round);
        QVERIFY(vote);
        QVERIFY(vote->isBlind);
        QCOMPARE(vote->sides.at(vote->winner).lane, second);
        QVERIFY(!m_program->conversation().veiledRound());
        for (const QString &model : {u"quokka-70b"_s, u"wombat-8b"_s, u"dingo-3b"_s})
            QVERIFY(!WindowWords().with(u"Model: "_s + model).isEmpty());
        // The bar tells who was who and takes no other vote.
        const QString model = app::shortModelName(m_program->conversation().lane(second)->model);
        QVERIFY(
            !WindowWords().with(u"Your blind vote: B."_s).filter(u"B was "_s + model).isEmpty());
        const Vote before = *vote;
        QTest::keyClick(m_program->window.get(), Qt::Key_1, Qt::AltModifier);
        QTest::keyClick(m_program->window.get(), Qt::Key_0, Qt::AltModifier);
        QCOMPARE(*m_program->conversation().vote(round), before);
    }

    void namesCanBeShownWithoutAVote()
    {
        m_program->openLanes();
        m_program->carryOut(ActionId::BlindMode);
        QVERIFY(m_program->ask(u"Hello"_s));
        const app::RoundId round = m_program->conversation().veiledRound()->round;
        auto *bar = m_program->view().findChild<BlindBar *>();
        for (FlatButton *button : bar->findChildren<FlatButton *>()) {
            if (button->isVisible())
                button->click();
        }
        QVERIFY(!m_program->conversation().veiledRound());
        QTest::keyClick(m_program->window.get(), Qt::Key_1, Qt::AltModifier);
        QVERIFY(!m_program->conversation().vote(round)->isBlind);
    }

    void aRoundThatIsNotRevealedIsStillBlindAfterARestart()
    {
        m_program->openLanes();
        m_program->carryOut(ActionId::BlindMode);
        QVERIFY(m_program->ask(u"Hello"_s));
        const app::BlindRound veiled = *m_program->conversation().veiledRound();
        start();
        QSignalSpy loaded(m_program->window.get(), &MainWindow::loaded);
        m_program->window->load();
        QVERIFY(loaded.wait(tests::kPatienceMs));
        QVERIFY(m_program->conversation().veiledRound());
        QCOMPARE(*m_program->conversation().veiledRound(), veiled);
        QCOMPARE(m_program->letters(), u"ABC"_s);
        QCOMPARE(m_program->view().board().columns().at(2)->laneId(), veiled.lanes.at(2));
        verifyNothingIsTold();
    }

    void whatWouldTellIsRefusedWithASentence()
    {
        m_program->openLanes();
        m_program->carryOut(ActionId::BlindMode);
        QVERIFY(m_program->ask(u"Hello"_s));
        const QString order = m_program->letters();
        for (const ActionId id : {ActionId::MoveLaneRight, ActionId::RemoveLane,
                                  ActionId::DuplicateLane, ActionId::GoOnWith}) {
            m_program->carryOut(id);
            QVERIFY(isToastVisible());
        }
        QCOMPARE(m_program->letters(), order);
        emit m_program->view().modelRequested(m_program->view().columns().first()->laneId(),
                                              m_program->window.get());
        for (const QWidget *popup : QApplication::topLevelWidgets())
            QVERIFY(!popup->isVisible() || !qobject_cast<const ModelPicker *>(popup));
        verifyNothingIsTold();
    }

    void comparedAnswersHaveLettersOnly()
    {
        m_program->openLanes();
        QVERIFY(m_program->ask(u"First"_s));
        m_program->carryOut(ActionId::BlindMode);
        QVERIFY(m_program->ask(u"Second"_s));
        const app::LaneId first = app::shownLanes(m_program->conversation()).first().lane;
        emit m_program->view().comparisonRequested(m_program->conversation().lane(first)->head);
        auto *dialog = m_program->window->findChild<DiffDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(!WindowWords().with(u"A · 1 · The answer."_s).isEmpty());
        verifyNothingIsTold();
        dialog->close();
    }

    void tornOutLanesComeBackAndTheirWindowsHaveLetters()
    {
        m_program->openLanes();
        QVERIFY(m_program->ask(u"First"_s));
        m_program->carryOut(ActionId::TearOutLane);
        QCOMPARE(m_program->view().board().columns().size(), 2);
        m_program->carryOut(ActionId::BlindMode);
        QVERIFY(m_program->ask(u"Second"_s));
        QCOMPARE(m_program->view().board().columns().size(), 3);
        m_program->carryOut(ActionId::TearOutLane);
        QCOMPARE(m_program->view().board().columns().size(), 2);
        verifyNothingIsTold();
        m_program->chat().showNames();
        QVERIFY(!WindowWords().with(u" — First"_s).filter(u"acme"_s).size());
        QCOMPARE(WindowWords().with(u"b — First"_s).size() > 0, true);
    }

    void whatCouldBeUndoneCannotUnderAVeil()
    {
        m_program->openLanes();
        QVERIFY(m_program->ask(u"First"_s));
        m_program->carryOut(ActionId::BlindMode);
        m_program->carryOut(ActionId::RemoveLane);
        QVERIFY(isToastVisible());
        QVERIFY(m_program->ask(u"Second"_s));
        QVERIFY(!isToastVisible()); // its letters are those of other lanes now
        verifyNothingIsTold();
    }

    void oneLaneAloneIsToldThatItCannotBeBlind()
    {
        m_program->openLanes(1);
        m_program->carryOut(ActionId::BlindMode);
        QCOMPARE(m_program->conversation().summary().blindMode, app::BlindMode::Off);
        QVERIFY(!WindowWords().with(u"One lane alone cannot be blind."_s).isEmpty());
        m_program->openLanes(2);
        m_program->carryOut(ActionId::BlindMode);
        m_program->chat().removeLane(m_program->view().columns().first()->laneId());
        QVERIFY(!WindowWords().with(u"one lane alone cannot be blind"_s).isEmpty());
    }

    void aFailureSaysNothingOfTheServer()
    {
        m_program->openLanes();
        m_server->setScripts(
            kCompletions,
            {tests::json(R"({"error":{"message":"quokka is not known to Zephyr"}})", 404)});
        m_program->carryOut(ActionId::BlindMode);
        QVERIFY(m_program->ask(u"Hello"_s));
        QTest::qWait(0);
        verifyNothingIsTold();
        QVERIFY(!WindowWords().with(u"There is no whole answer."_s).isEmpty());
        m_program->chat().showNames();
        QTRY_VERIFY_WITH_TIMEOUT(!WindowWords().with(u"has no model named"_s).isEmpty(),
                                 tests::kPatienceMs);
    }

private:
    /// Other parts of the window have toasts of their own.
    bool isToastVisible() const
    {
        const auto toasts = m_program->view().board().findChildren<Toast *>();
        return std::ranges::any_of(toasts, &QWidget::isVisible);
    }

    using Vote = app::Vote;

    void start()
    {
        m_program.reset();
        m_program = std::make_unique<BlindProgram>(m_profile->path(), m_server->baseUrl());
        QVERIFY(QTest::qWaitForWindowActive(m_program->window.get()));
    }
    [[nodiscard]] BlindProgram &program() { return *m_program; }
    void verifyNothingIsTold() const
    {
        const QStringList found = told(*m_program);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
    [[nodiscard]] int idleLanes() const
    {
        int idle = 0;
        for (const app::Lane &lane : m_program->conversation().lanes())
            idle += m_program->chat().activity(lane.id).isBusy() ? 0 : 1;
        return idle;
    }
    [[nodiscard]] QStringList shownTexts() const
    {
        QStringList texts;
        for (const LaneColumn *column : m_program->view().columns())
            texts.append(m_program->shownText(*column));
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<tests::ScriptedServer> m_server;
    std::unique_ptr<BlindProgram> m_program;
};

QTEST_MAIN(BlindWindowTest)
#include "blind_window_test.moc"
