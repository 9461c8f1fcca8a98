// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes that go together and lanes that go alone: scrolling, prompts, settings.
#include "app/settings/settings.h"
#include "tests/support/patience.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/composer/composer.h"
#include "ui/lanes/lane_prompt.h"
#include "ui/lanes/linked_scrolling.h"
#include "ui/parameters/lane_differences.h"
#include "ui/transcript/transcript_layout.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>

using namespace ui;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// Rounds of a short prompt and answers of different lengths.
void fill(LanesWindow &window, int rounds)
{
    app::Changes changes;
    app::MessageId head;
    QList<app::Lane> lanes = window.conversation->lanes();
    for (int i = 0; i < rounds; ++i) {
        const app::Round round{app::RoundId::next(), app::RoundKind::Chat, 1};
        changes.append(app::PutRound{round});
        QHash<app::MessageId, app::MessageId> prompts;
        for (app::Lane &lane : lanes) {
            app::MessageId &prompt = prompts[lane.head];
            if (!prompt) {
                app::Message asked;
                asked.id = app::MessageId::next();
                asked.parent = lane.head;
                asked.parts = {app::TextPart{"Prompt"}};
                asked.round = round.id;
                changes.append(app::PutMessage{asked});
                prompt = asked.id;
            }
            app::Message reply;
            reply.id = app::MessageId::next();
            reply.parent = prompt;
            reply.role = app::Role::Assistant;
            reply.parts = {app::TextPart{QByteArray("A line.\n\n").repeated(4 + 9 * lane.letter)}};
            reply.round = round.id;
            changes.append(app::PutMessage{reply});
            lane.head = reply.id;
        }
    }
    for (const app::Lane &lane : lanes)
        changes.append(app::PutLane{lane});
    window.conversation->apply(changes);
    for (int i = 0; i < lanes.size(); ++i)
        QTRY_COMPARE(window.column(i).transcript().layout()->shown().size(), 2 * rounds);
}

app::RoundId roundAtTop(const LanesWindow &window, int position)
{
    const auto place = window.column(position).transcript().readingPlace();
    return place ? window.conversation->message(place->message)->round : app::RoundId();
}

QScrollBar &bar(const LanesWindow &window, int position)
{
    return *window.column(position).transcript().verticalScrollBar();
}

} // namespace

class LaneLinksTest : public QObject
{
    Q_OBJECT
private slots:
    void oneRoundStandsAtTheTopOfAllLanes()
    {
        LanesWindow window({u"a"_s, u"b"_s, u"c"_s});
        fill(window, 40);
        for (const double part : {0.5, 0.1, 0.8, 0.0, 1.0}) {
            bar(window, 1).setValue(int(bar(window, 1).maximum() * part));
            const app::RoundId wanted = roundAtTop(window, 1);
            for (const int other : {0, 2}) {
                if (part < 1)
                    QTRY_COMPARE(roundAtTop(window, other), wanted);
                else
                    QTRY_VERIFY(window.column(other).transcript().isAtEnd());
            }
        }
        // Another one may lead next.
        bar(window, 2).setValue(bar(window, 2).maximum() / 3);
        QTRY_COMPARE(roundAtTop(window, 0), roundAtTop(window, 2));
    }

    void nobodyIsPushedBack()
    {
        LanesWindow window({u"a"_s, u"b"_s});
        fill(window, 40);
        QSignalSpy scrolledByOthers(&window.column(1).transcript(),
                                    &TranscriptView::readerScrolled);
        bar(window, 0).setValue(bar(window, 0).maximum() / 2);
        QTRY_COMPARE(roundAtTop(window, 1), roundAtTop(window, 0));
        const int settled = bar(window, 0).value();
        const int followed = bar(window, 1).value();
        QSignalSpy frames(&window.frames, &FrameClock::frameDue);
        window.frames.request();
        QVERIFY(frames.wait(tests::kPatienceMs));
        QCOMPARE(bar(window, 0).value(), settled);
        QCOMPARE(bar(window, 1).value(), followed);
        QCOMPARE(scrolledByOthers.count(), 0);
    }

    void selectionsStay()
    {
        LanesWindow window({u"a"_s, u"b"_s});
        fill(window, 20);
        TranscriptView &second = window.column(1).transcript();
        second.selectAll();
        const auto selected = second.selection();
        bar(window, 0).setValue(300);
        QTRY_COMPARE(roundAtTop(window, 1), roundAtTop(window, 0));
        QCOMPARE(second.selection(), selected);
    }

    void theSwitchLetsEachGoItsWay()
    {
        LanesWindow window({u"a"_s, u"b"_s});
        fill(window, 20);
        window.carryOut(ActionId::LinkScrolling, 0);
        QVERIFY(!window.services.settings->preferences().linkedScrolling);
        const int before = bar(window, 1).value();
        QSignalSpy frames(&window.frames, &FrameClock::frameDue);
        bar(window, 0).setValue(0);
        window.frames.request();
        QVERIFY(frames.wait(tests::kPatienceMs));
        QCOMPARE(bar(window, 1).value(), before);
    }

    void aStepCostsTheSameInALongHistory()
    {
        const auto slices = [](int rounds) {
            LanesWindow window({u"a"_s, u"b"_s});
            fill(window, rounds);
            const auto laidOut = [&] {
                return window.column(1).transcript().layout()->slicesLaidOut();
            };
            bar(window, 0).setValue(bar(window, 0).maximum() / 2);
            [&] { QTRY_COMPARE(roundAtTop(window, 1), roundAtTop(window, 0)); }();
            const qint64 before = laidOut();
            for (int step = 0; step < 10; ++step) {
                QSignalSpy frames(&window.frames, &FrameClock::frameDue);
                bar(window, 0).setValue(bar(window, 0).value() + 120);
                [&] { QTRY_VERIFY(frames.count() > 0); }();
            }
            return laidOut() - before;
        };
        QVERIFY(slices(400) < 4 * slices(30) + 50);
    }

    void whatALaneLacksHasNoCounterpart()
    {
        LanesWindow window({u"a"_s, u"b"_s});
        fill(window, 3);
        const QList<app::MessageId> path = window.conversation->path(window.lane(0));
        const auto in = [&](app::MessageId id) {
            return counterpart(*window.conversation, id, window.lane(1));
        };
        QCOMPARE(in(path.at(0)), path.at(0)); // the first prompt is shared
        QCOMPARE(in(path.at(3)), window.conversation->path(window.lane(1)).at(3));
        QVERIFY(!in(app::MessageId(1)));
        app::Lane back = window.conversation->lanes().at(1);
        back.head = path.at(0);
        window.conversation->apply(app::PutLane{back});
        QVERIFY(!in(path.at(4)));
    }

    void aDetachedLaneHasAComposerOfItsOwn()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s, u"words-5"_s});
        window.carryOut(ActionId::DetachLane, 1);
        QVERIFY(!window.column(0).prompt());
        LanePrompt *prompt = window.column(1).prompt();
        QVERIFY(prompt);
        const auto hint = [](const Composer &composer) {
            return composer.findChild<QPlainTextEdit *>()->placeholderText();
        };
        QCOMPARE(hint(prompt->composer()), u"Write to B only…"_s);
        QCOMPARE(hint(window.view->composer()), u"Write to A, C…"_s);
        QSignalSpy aboutToSend(window.view.get(), &ConversationView::aboutToSend);
        emit prompt->composer().sendRequested({u"Only you"_s, {}, {}});
        QCOMPARE(aboutToSend.count(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!window.chat->isBusy(), tests::kPatienceMs);
        QCOMPARE(window.conversation->path(window.lane(1)).size(), 2);
        QVERIFY(window.conversation->path(window.lane(0)).isEmpty());

        window.carryOut(ActionId::DetachLane, 0);
        window.carryOut(ActionId::DetachLane, 2);
        QVERIFY(!window.view->composer().isEnabled());
        window.carryOut(ActionId::DetachLane, 0);
        QVERIFY(window.view->composer().isEnabled());
        QCOMPARE(hint(window.view->composer()), u"Write to A…"_s);
    }

    void aLaneThatIsLeftAloneIsNotDetached()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s});
        window.carryOut(ActionId::DetachLane, 0);
        window.carryOut(ActionId::RemoveLane, 1);
        QVERIFY(!window.conversation->lanes().first().detached);
        QVERIFY(!window.column(0).prompt());
        QVERIFY(window.view->composer().isEnabled());
    }

    void theDraftOfALaneIsShownAgain()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s});
        window.carryOut(ActionId::DetachLane, 1);
        const auto field = [&] {
            return window.column(1).prompt()->composer().findChild<QPlainTextEdit *>();
        };
        field()->setPlainText(u"half a thought"_s);
        QCOMPARE(window.conversation->draft(window.lane(1)).text, u"half a thought"_s);
        QVERIFY(window.view->composer().draft().isEmpty());
        window.carryOut(ActionId::DetachLane, 1);
        window.carryOut(ActionId::DetachLane, 1);
        QCOMPARE(field()->toPlainText(), u"half a thought"_s);
    }

    void differencesAreNamedOnBoth()
    {
        LanesWindow window({u"a"_s, u"b"_s, u"c"_s});
        app::Lane second = window.conversation->lanes().at(1);
        second.systemPrompt = u"Be kind."_s;
        window.chat->updateLane(second);
        const QList<app::Lane> lanes = window.conversation->lanes();
        QCOMPARE(promptDifference(lanes, lanes.at(0).id).lines, QStringList{u"B: Be kind."_s});
        QCOMPARE(promptDifference(lanes, lanes.at(1).id).letters, (QStringList{u"A"_s, u"C"_s}));
        QVERIFY(toolsDifference(lanes, lanes.at(0).id).lines.isEmpty());
        window.carryOut(ActionId::SameSettings, 1);
        QVERIFY(window.conversation->summary().sameSettings);
        QVERIFY(promptDifference(window.conversation->lanes(), lanes.at(1).id).lines.isEmpty());
    }
};

QTEST_MAIN(LaneLinksTest)
#include "lane_links_test.moc"
