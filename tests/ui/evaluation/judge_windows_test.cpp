// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog that asks a judge, and the window that shows what it said.
#include "app/chat/judge_runs.h"
#include "app/evaluation/judge_prompt.h"
#include "tests/support/patience.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/evaluation/judge_dialog.h"
#include "ui/evaluation/judgement_models.h"
#include "ui/evaluation/judgement_window.h"
#include "ui/evaluation/plain_text_dialog.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/themed_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace ui;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

Script verdict(const QByteArray &json)
{
    return stream({text(json), finish("stop"), kDone});
}

template <typename Button>
Button *buttonWith(const QWidget &parent, const QString &text)
{
    for (Button *button : parent.findChildren<Button *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

/// Two lanes or more that have answered.
struct JudgedWindow : LanesWindow
{
    explicit JudgedWindow(const QStringList &models) : LanesWindow(models)
    {
        isAnswered = ask(u"Count, please."_s);
        round = app::newestRound(*conversation);
    }

    /// Asks a judge that answers so, without waiting.
    app::RoundId judge(const QList<Script> &scripts)
    {
        server.setScripts("/chat/completions", scripts);
        app::JudgeOrder order;
        order.round = round;
        order.answers = app::answersIn(*conversation, round);
        order.providerId = u"scripted"_s;
        order.model = u"a-judge"_s;
        order.rubric = app::usualRubric();
        return chat->judge(order);
    }
    [[nodiscard]] bool waitForEnd() const
    {
        return QTest::qWaitFor([this] { return !chat->isBusy(); }, tests::kPatienceMs);
    }

    bool isAnswered = false;
    app::RoundId round;
};

QStringList row(const QTableView &table, int number)
{
    QStringList cells;
    for (int column = 0; column < table.model()->columnCount(); ++column)
        cells.append(table.model()->index(number, column).data().toString());
    return cells;
}

QTableView &tableOf(const JudgementWindow &window, const QString &name)
{
    const auto tables = window.findChildren<QTableView *>();
    return **std::find_if(tables.begin(), tables.end(),
                          [&](const QTableView *table) { return table->accessibleName() == name; });
}

} // namespace

class JudgeWindowsTest : public QObject
{
    Q_OBJECT
private slots:
    void theDialogSaysWhatItTakes()
    {
        JudgedWindow window({u"words-2"_s, u"words-3"_s, u"words-4"_s});
        QVERIFY(window.isAnswered);
        JudgeDialog dialog(window.theme, window.services, window.chat, window.round);
        dialog.show();
        const auto says = [&](const QString &words) {
            const auto labels = dialog.findChildren<ThemedLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const ThemedLabel *label) {
                return label->text().contains(words);
            });
        };
        QVERIFY(says(u"3 pair"_s));
        QVERIFY(says(u"That takes 6 request"_s));
        QVERIFY(says(u"cost nothing"_s)); // a server of one's own
        QPushButton *start = buttonWith<QPushButton>(dialog, u"Ask the judge"_s);
        QVERIFY(start->isEnabled());
        const QList<QCheckBox *> boxes = dialog.findChildren<QCheckBox *>();
        boxes.at(0)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(u"1 pair"_s), 30'000);
        QCOMPARE(dialog.order().answers.size(), 2);
        boxes.at(1)->click();
        QVERIFY(!start->isEnabled());
        boxes.at(1)->click();
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u"  "_s);
        QVERIFY(!start->isEnabled());
    }

    void judgeAndRubricAreKept()
    {
        JudgedWindow window({u"words-2"_s, u"words-3"_s});
        window.server.setScripts("/chat/completions", {verdict(R"({"winner":"tie"})")});
        {
            JudgeDialog dialog(window.theme, window.services, window.chat, window.round);
            dialog.show();
            QSignalSpy started(&dialog, &JudgeDialog::started);
            auto *rubric = dialog.findChild<QPlainTextEdit *>();
            QCOMPARE(rubric->toPlainText(), app::usualRubric());
            rubric->setPlainText(u"Only the shorter one."_s);
            dialog.setJudge(u"scripted"_s, u"another-judge"_s);
            buttonWith<QPushButton>(dialog, u"Ask the judge"_s)->click();
            QCOMPARE(started.size(), 1);
        }
        QVERIFY(window.waitForEnd());
        JudgeDialog dialog(window.theme, window.services, window.chat, window.round);
        QCOMPARE(dialog.order().model, u"another-judge"_s);
        QCOMPARE(dialog.order().rubric, u"Only the shorter one."_s);
        buttonWith<QPushButton>(dialog, u"Usual text"_s)->click();
        QCOMPARE(dialog.order().rubric, app::usualRubric());
    }

    void theTableShowsBothOrdersAndWhetherTheyAgree()
    {
        JudgedWindow window({u"words-2"_s, u"words-3"_s});
        const app::RoundId judging =
            window.judge({verdict(R"({"winner":"1","reason":"<b>Better</b>","scores":[9,4]})")});
        QVERIFY(window.waitForEnd());
        JudgementWindow shown(window.theme, window.chat, judging);
        shown.show();
        QTableView &pairs = tableOf(shown, u"Pairs"_s);
        QCOMPARE(row(pairs, 0),
                 (QStringList{u"A – B"_s, u"A is better"_s, u"B is better"_s,
                              u"disagrees with itself when positions are swapped"_s}));
        QCOMPARE(row(tableOf(shown, u"Answers"_s), 0),
                 (QStringList{u"A · words-2"_s, u"0"_s, u"0"_s, u"0"_s, u"1"_s, u"0"_s, u"6.5"_s}));
        QCOMPARE(shown.sentence(), u"The verdicts put no answer ahead of the others. In 1 of 1 "
                                   "pair(s) the judge contradicts itself."_s);
        const QString reasons = shown.findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(reasons.contains(u"<b>Better</b>"_s)); // nothing of it is markup
        QVERIFY(reasons.contains(u"A first, then B: A is better"_s));
        QVERIFY(reasons.contains(u"B first, then A: B is better"_s));
        QVERIFY(!buttonWith<QPushButton>(shown, u"Ask again for 0 verdict(s)"_s)
                || !buttonWith<QPushButton>(shown, u"Ask again for 0 verdict(s)"_s)->isVisible());

        buttonWith<QPushButton>(shown, u"What the judge saw"_s)->click();
        const auto *seen = shown.findChild<PlainTextDialog *>();
        QVERIFY(seen);
        QVERIFY(seen->findChild<QPlainTextEdit *>()->toPlainText().contains(u"Count, please."_s));
    }

    void whoIsAheadIsSaid()
    {
        JudgedWindow window({u"words-2"_s, u"words-3"_s});
        const app::RoundId judging =
            window.judge({verdict(R"({"winner":"1"})"), verdict(R"({"winner":"2"})")});
        QVERIFY(window.waitForEnd());
        const JudgementWindow shown(window.theme, window.chat, judging);
        const QString result = row(tableOf(shown, u"Pairs"_s), 0).last();
        QVERIFY(result == u"A is better"_s || result == u"B is better"_s);
        QVERIFY(shown.sentence().contains(u"is better in both orders."_s));
    }

    void verdictsComeInAndCanBeStopped()
    {
        JudgedWindow window({u"words-2"_s, u"words-3"_s});
        app::JudgeOrder order;
        order.round = window.round;
        order.answers = app::answersIn(*window.conversation, window.round);
        order.providerId = u"scripted"_s;
        order.model = u"silence"_s;
        order.rubric = app::usualRubric();
        const app::RoundId judging = window.chat->judge(order);
        JudgementWindow shown(window.theme, window.chat, judging);
        shown.show();
        const auto *bar = shown.findChild<MessageBar *>();
        QVERIFY(!bar->isVisible()); // nothing holds it up
        QCOMPARE(shown.sentence(), u"The judge is being asked: 0 of 2 verdicts are there."_s);
        QCOMPARE(row(tableOf(shown, u"Pairs"_s), 0).at(1), u"on its way"_s);
        buttonWith<QPushButton>(shown, u"Stop"_s)->click();
        QVERIFY(!window.chat->isBusy());
        QCOMPARE(row(tableOf(shown, u"Pairs"_s), 0).at(1), u"the request failed"_s);
        QCOMPARE(bar->text(), u"2 verdict(s) are missing."_s);
    }

    void whatIsMissingIsAskedAgain()
    {
        JudgedWindow window({u"words-2"_s, u"words-3"_s});
        const app::RoundId judging = window.judge({verdict("Both are nice.")});
        QVERIFY(window.waitForEnd());
        JudgementWindow shown(window.theme, window.chat, judging);
        shown.show();
        QCOMPARE(row(tableOf(shown, u"Pairs"_s), 0).at(1), u"no verdict can be read"_s);
        QVERIFY(shown.findChild<QPlainTextEdit *>()->toPlainText().contains(u"Both are nice."_s));
        auto *again = buttonWith<QPushButton>(shown, u"Ask again for 2 verdict(s)"_s);
        QVERIFY(again && again->isVisible());
        window.server.setScripts("/chat/completions", {verdict(R"({"winner":"tie"})")});
        again->click();
        QTRY_COMPARE_WITH_TIMEOUT(row(tableOf(shown, u"Pairs"_s), 0).last(), u"Tie"_s, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!again->isVisible(), 30'000);
    }

    void earlierJudgingsStayWithinReach()
    {
        JudgedWindow window({u"words-2"_s, u"words-3"_s});
        window.judge({verdict(R"({"winner":"tie"})")});
        QVERIFY(window.waitForEnd());
        window.judge({verdict(R"({"winner":"1"})")});
        QVERIFY(window.waitForEnd());
        JudgementWindow shown(window.theme, window.chat, {});
        auto *choice = shown.findChild<QComboBox *>();
        QCOMPARE(choice->count(), 2);
        QCOMPARE(choice->currentIndex(), 1);
        QVERIFY(row(tableOf(shown, u"Pairs"_s), 0).last() != u"Tie"_s);
        choice->setCurrentIndex(0);
        QCOMPARE(row(tableOf(shown, u"Pairs"_s), 0).last(), u"Tie"_s);
    }
};

QTEST_MAIN(JudgeWindowsTest)
#include "judge_windows_test.moc"
