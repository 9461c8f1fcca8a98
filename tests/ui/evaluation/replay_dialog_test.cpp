// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/replay_dialog.h"

#include "app/chat/replay.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/parameters/system_prompt_edit.h"
#include "ui/widgets/themed_label.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

#include <algorithm>

using namespace ui;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

QPushButton *startButton(const QDialog &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault())
            return button;
    }
    return nullptr;
}

} // namespace

class ReplayDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void itStartsWhatWasChosen_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<app::ReplayHistory>("history");
        QTest::newRow("new answers") << 0 << app::ReplayHistory::Own;
        QTest::newRow("old answers") << 1 << app::ReplayHistory::Original;
    }
    void itStartsWhatWasChosen()
    {
        QFETCH(const int, way);
        LanesWindow window({u"words-3"_s});
        QVERIFY(window.ask(u"One"_s));
        ReplayDialog dialog(window.theme, window.services, window.chat, window.lane(0));
        dialog.show();
        QSignalSpy started(&dialog, &ReplayDialog::started);
        dialog.setModel(u"scripted"_s, u"silence"_s);
        dialog.findChildren<QRadioButton *>().at(way)->click();
        auto *prompt = dialog.findChild<SystemPromptEdit *>();
        QVERIFY(prompt);
        prompt->setPlainText(u"Be brief."_s);
        startButton(dialog)->click();

        QCOMPARE(started.size(), 1);
        QVERIFY(!dialog.isVisible());
        const auto lane = started.first().first().value<app::LaneId>();
        QCOMPARE(window.conversation->lane(lane)->model, u"silence"_s);
        QCOMPARE(window.conversation->lane(lane)->systemPrompt, u"Be brief."_s);
        const auto progress = app::replayProgress(*window.conversation, lane);
        QVERIFY(progress);
        QTEST(progress->history, "history");
        QVERIFY(window.conversation->lanes().first().systemPrompt.isEmpty());
        window.chat->stopAll();
    }

    void itChangesNothingWhenItIsCancelled()
    {
        LanesWindow window({u"words-3"_s});
        QVERIFY(window.ask(u"One"_s));
        ReplayDialog dialog(window.theme, window.services, window.chat, window.lane(0));
        dialog.show();
        dialog.setModel(u"scripted"_s, u"words-9"_s);
        dialog.reject();
        QCOMPARE(window.conversation->lanes().size(), 1);
        QCOMPARE(window.conversation->lanes().first().model, u"words-3"_s);
        QVERIFY(!window.chat->isBusy());
    }

    void whereOnlyModelsDifferThereAreNoSettings()
    {
        LanesWindow window({u"words-3"_s, u"words-2"_s});
        QVERIFY(window.ask(u"One"_s));
        window.chat->setSameSettings(true, window.lane(0));
        ReplayDialog dialog(window.theme, window.services, window.chat, window.lane(0));
        QVERIFY(!dialog.findChild<ParameterPanel *>());
        QVERIFY(startButton(dialog)->isEnabled());
    }

    void itTellsWhatIsAskedForAndWhatItCosts()
    {
        LanesWindow window({u"words-3"_s});
        QVERIFY(window.ask(u"One"_s));
        const ReplayDialog dialog(window.theme, window.services, window.chat, window.lane(0));
        const auto labels = dialog.findChildren<ThemedLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const ThemedLabel *label) {
            return label->text().startsWith(u"1 prompt(s) will be asked"_s)
                   && label->text().contains(u"They cost nothing."_s); // a server on this computer
        }));
    }

    void whatIsAskedHasNames()
    {
        LanesWindow window({u"words-3"_s});
        QVERIFY(window.ask(u"One"_s));
        const ReplayDialog dialog(window.theme, window.services, window.chat, window.lane(0));
        for (const QRadioButton *way : dialog.findChildren<QRadioButton *>()) {
            QVERIFY(!way->text().isEmpty());
            QVERIFY(!way->accessibleDescription().isEmpty());
        }
    }
};

QTEST_MAIN(ReplayDialogTest)
#include "replay_dialog_test.moc"
