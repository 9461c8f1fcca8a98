// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/sweep_dialog.h"

#include "app/chat/cell_runner.h"
#include "app/evaluation/round_cells.h"
#include "tests/support/patience.h"
#include "tests/ui/accessible_tree.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/sweeps/axis_editor.h"
#include "ui/sweeps/repeat_dialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace ui;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

struct Asking
{
    explicit Asking(const QString &prompt = u"Why is the sky blue?"_s)
        : dialog(ViewContext{lanes.theme, lanes.services, lanes.frames}, lanes.chat, lanes.lane(0),
                 {prompt, {}})
    {
        dialog.show();
    }
    [[nodiscard]] QLineEdit &values() const
    {
        // Those of the spin boxes are theirs.
        for (QLineEdit *field : dialog.first().findChildren<QLineEdit *>()) {
            if (field->objectName() != "qt_spinbox_lineedit"_L1)
                return *field;
        }
        qFatal("no field for values");
    }
    app::RoundGrid start()
    {
        QSignalSpy started(&dialog, &CellsDialog::started);
        dialog.startButton().click();
        if (started.isEmpty())
            return {};
        const auto round = started.first().first().value<app::RoundId>();
        if (!QTest::qWaitFor([this] { return !lanes.chat->cells().isBusy(); }, tests::kPatienceMs))
            return {};
        return app::roundGrid(*lanes.conversation, round);
    }

    LanesWindow lanes{{u"words-3"_s}};
    SweepDialog dialog;
};

} // namespace

class SweepDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void beginsWithARangeOfTemperatures()
    {
        Asking asking;
        QCOMPARE(asking.dialog.first().chosen(), u"temperature"_s);
        QCOMPARE(asking.values().text(), u"0, 0.3, 0.6, 0.9, 1.2"_s);
        QVERIFY2(asking.dialog.status().startsWith(u"5 answer(s)."),
                 qPrintable(asking.dialog.status()));
        asking.dialog.second().choose(u"top_p"_s);
        QVERIFY(asking.dialog.status().startsWith(u"10 answer(s)."));
        const app::RoundGrid grid = asking.start();
        QCOMPARE(grid.rows.size(), 5);
        QCOMPARE(grid.columns.size(), 2);
        QCOMPARE(grid.columnDimension, u"top_p"_s);
    }

    void modelsByPrompts()
    {
        Asking asking(u"One\n\nTwo\nstill two\n\n\nThree"_s);
        asking.dialog.first().choose(QString(app::coordinate::kModel));
        QVERIFY(!asking.dialog.startButton().isEnabled()); // one model is no sweep
        asking.dialog.first().choose({});
        QVERIFY(!asking.dialog.startButton().isEnabled());
        asking.dialog.severalPrompts().setChecked(true);
        QVERIFY(asking.dialog.startButton().isEnabled());
        QVERIFY(asking.dialog.status().startsWith(u"3 answer(s)."));
        const app::RoundGrid grid = asking.start();
        QCOMPARE(grid.rowDimensions, QStringList{u"prompt"_s});
        QCOMPARE(grid.rows.size(), 3);
    }

    void badInputIsOneSentence_data()
    {
        QTest::addColumn<QString>("values");
        QTest::addColumn<QString>("said");
        QTest::newRow("no number") << u"0, hot"_s << u"A number from 0 to 2"_s;
        QTest::newRow("out of range") << u"0, 7"_s << u"A number from 0 to 2"_s;
        QTest::newRow("twice") << u"1, 1"_s << u"stands there once"_s;
        QTest::newRow("nothing") << QString() << u"These are no values"_s;
        QTest::newRow("too many") << u"0:2:0.001"_s << u"These are no values"_s;
        QTest::newRow("more than fit") << u"0:2:0.003"_s << u"500 are the most"_s;
    }
    void badInputIsOneSentence()
    {
        QFETCH(const QString, values);
        QFETCH(const QString, said);
        Asking asking;
        asking.values().setText(values);
        QVERIFY2(asking.dialog.status().contains(said), qPrintable(asking.dialog.status()));
        QVERIFY(!asking.dialog.startButton().isEnabled());
    }

    void aPromptIsNeededAndAnIdleLane()
    {
        Asking asking{QString()};
        QVERIFY(!asking.dialog.startButton().isEnabled());
        asking.dialog.prompt().setPlainText(u"Hello"_s);
        QVERIFY(asking.dialog.startButton().isEnabled());
        asking.lanes.server.setScripts("/chat/completions",
                                       {{.steps = {pause(std::chrono::seconds(60))}}});
        asking.lanes.chat->send({u"Hello"_s, {}});
        QVERIFY(!asking.dialog.startButton().isEnabled());
        asking.lanes.chat->stopAll();
        QTRY_VERIFY_WITH_TIMEOUT(asking.dialog.startButton().isEnabled(), tests::kPatienceMs);
        asking.dialog.second().choose(u"temperature"_s);
        QVERIFY(!asking.dialog.startButton().isEnabled());
    }

    void everythingHasAName()
    {
        Asking asking;
        asking.dialog.second().choose(QString(app::coordinate::kModel));
        const AccessibleTree tree(&asking.dialog);
        QVERIFY(tree.count() > 10);
        QVERIFY2(tree.faults().isEmpty(), qPrintable(tree.faults().join(u'\n')));
    }

    void tabGoesDownTheDialog()
    {
        Asking asking;
        const QList<QWidget *> wanted{&asking.dialog.severalPrompts(),
                                      &asking.dialog.startButton()};
        QList<QWidget *> met;
        for (QWidget *next = asking.dialog.prompt().nextInFocusChain();
             next != &asking.dialog.prompt(); next = next->nextInFocusChain()) {
            if (wanted.contains(next))
                met.append(next);
        }
        QCOMPARE(met, wanted);
    }

    void repeats()
    {
        LanesWindow lanes{{u"words-3"_s}};
        RepeatDialog dialog(ViewContext{lanes.theme, lanes.services, lanes.frames}, lanes.chat,
                            lanes.lane(0), {u"Hello"_s, {}});
        QVERIFY(dialog.status().startsWith(u"10 answer(s)."));
        dialog.times().setValue(3);
        QSignalSpy started(&dialog, &CellsDialog::started);
        dialog.startButton().click();
        QCOMPARE(started.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!lanes.chat->cells().isBusy(), tests::kPatienceMs);
        const auto round = started.first().first().value<app::RoundId>();
        QCOMPARE(app::roundGrid(*lanes.conversation, round).kind, app::RoundKind::Repeat);
    }
};

QTEST_MAIN(SweepDialogTest)
#include "sweep_dialog_test.moc"
