// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/diff_dialog.h"

#include "tests/support/patience.h"
#include "tests/ui/evaluation/answers_fixture.h"
#include "ui/evaluation/diff_view.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {
struct Fixture
{
    Theme theme;
    DiffDialog dialog;

    Fixture(const QByteArray &left, const QByteArray &right, int answer = 11)
        : dialog(theme, sample::conversation(left, right), app::MessageId(answer))
    {
        theme.apply({});
        dialog.show();
    }

    bool waitForRows()
    {
        return QTest::qWaitFor([this] { return dialog.shown().has_value(); }, tests::kPatienceMs);
    }
    void toggle(const QString &text)
    {
        for (QCheckBox *box : dialog.findChildren<QCheckBox *>()) {
            if (box->text() == text)
                return box->click();
        }
        QFAIL(qPrintable(text));
    }
};

QByteArray lines(int count, int changed = -1)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += (i == changed ? "changed" : "line " + QByteArray::number(i)) + '\n';
    return text;
}
} // namespace

class DiffDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void itOpensOnTheAnswerAndItsLikelyPartner()
    {
        Fixture f("the quick fox", "the slow fox");
        QVERIFY(f.waitForRows());
        QCOMPARE(f.dialog.shown()->diff.differences, 1);
        QCOMPARE(f.dialog.shown()->diff.unit, app::DiffUnit::Words);
        QCOMPARE(f.dialog.view().differenceCount(), 1);
        const auto boxes = f.dialog.findChildren<QComboBox *>();
        QCOMPARE(boxes.size(), 2);
        QVERIFY(boxes[0]->currentText().startsWith(u'A'));
        QVERIFY(boxes[1]->currentText().startsWith(u'B'));
    }

    void jsonIsComparedByValueWhereBothAreJson()
    {
        Fixture f(R"({"a":1,"b":2})", R"({"b":2.0,"a":1})");
        QVERIFY(f.waitForRows());
        QCOMPARE(f.dialog.shown()->diff.unit, app::DiffUnit::Values);
        QCOMPARE(f.dialog.shown()->diff.differences, 0);
    }

    void whatIsIgnoredIsComparedAnew()
    {
        Fixture f("Yes", "yes");
        QVERIFY(f.waitForRows());
        QCOMPARE(f.dialog.shown()->diff.differences, 1);
        QSignalSpy compared(&f.dialog, &DiffDialog::compared);
        f.toggle(u"Ignore case"_s);
        QVERIFY(compared.wait(tests::kPatienceMs));
        QCOMPARE(f.dialog.shown()->diff.differences, 0);
    }

    void onlyTheNewestWishIsShown()
    {
        Fixture f("Yes", "yes");
        QVERIFY(f.waitForRows());
        QSignalSpy compared(&f.dialog, &DiffDialog::compared);
        for (int i = 0; i < 3; ++i)
            f.toggle(u"Ignore case"_s);
        QVERIFY(compared.wait(tests::kPatienceMs));
        QCOMPARE(f.dialog.shown()->diff.differences, 0);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(compared.size(), 1);
    }

    void keysGoFromDifferenceToDifference()
    {
        QByteArray right = lines(300, 40);
        right.replace("line 200\n", "other\n");
        Fixture f(lines(300), right);
        QVERIFY(f.waitForRows());
        DiffView &view = f.dialog.view();
        QCOMPARE(view.differenceCount(), 2);
        QCOMPARE(view.currentDifference(), -1);
        view.stepDifference(1);
        QCOMPARE(view.currentDifference(), 0);
        const int first = view.verticalScrollBar()->value();
        view.stepDifference(1);
        QCOMPARE(view.currentDifference(), 1);
        QVERIFY(view.verticalScrollBar()->value() > first);
        QVERIFY(view.accessibleDescription().contains(u"other"_s));
        view.stepDifference(1); // around
        QCOMPARE(view.currentDifference(), 0);
        view.stepDifference(-1);
        QCOMPARE(view.currentDifference(), 1);
    }

    void onlyWhatIsInSightIsLaidOut()
    {
        Fixture f(lines(20'000), lines(20'000, 19'999));
        QVERIFY(f.waitForRows());
        QVERIFY(f.dialog.view().laidOutRows() < 120);
        f.dialog.view().goToDifference(0);
        QVERIFY(f.dialog.view().laidOutRows() < 360);
    }

    void equalLinesFold()
    {
        Fixture f(lines(100), lines(100, 50));
        QVERIFY(f.waitForRows());
        QTRY_VERIFY(f.dialog.view().verticalScrollBar()->maximum() > 0);
        f.toggle(u"Show only what differs"_s);
        QCOMPARE(f.dialog.view().differenceCount(), 1);
        QCOMPARE(f.dialog.view().verticalScrollBar()->maximum(), 0);
    }

    void copyTakesBothWithSigns()
    {
        Fixture f("one\ntwo", "one\n2");
        QVERIFY(f.waitForRows());
        QTest::keySequence(&f.dialog.view(), QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(), u"  one\n- two\n+ 2\n"_s);
    }

    void aSingleAnswerIsSaidToBeAlone()
    {
        app::ConversationRecord record;
        record.lanes = {{.id = app::LaneId(1), .head = app::MessageId(11)}};
        record.messages = {sample::question(10, 0, 1), sample::answer(11, 10, 1, "alone")};
        Theme theme;
        const DiffDialog dialog(theme, std::make_shared<app::Conversation>(record),
                                app::MessageId(11));
        QVERIFY(!dialog.shown());
        QCOMPARE(dialog.view().differenceCount(), 0);
    }
};

QTEST_MAIN(DiffDialogTest)
#include "diff_dialog_test.moc"
