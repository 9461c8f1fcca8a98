// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/transcript/transcript_window.h"
#include "ui/transcript/code_saving.h"
#include "ui/transcript/message_content.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QTemporaryDir>

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kAnswer = "Some *words*\n\n```py\nprint(1)\n```";

void twoAnswers(FakeSource &source)
{
    source.addPrompt("First question");
    const MessageId reply = source.addReply(kAnswer);
    source.setSiblings(reply, {reply, MessageId(50)});
    Run run;
    run.id = RunId(reply.value());
    run.model = u"some/model"_s;
    source.put(run);
    source.addPrompt("Second question");
    source.addReply("Cut", MessageState::CutOff);
}

QMenu *openMenu(const TranscriptView &view)
{
    for (QMenu *menu : view.findChildren<QMenu *>()) {
        if (menu->isVisible())
            return menu;
    }
    return nullptr;
}

QAction *actionIn(const QMenu &menu, const QString &text)
{
    const QList<QAction *> actions = menu.actions();
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&](const QAction *action) { return action->text() == text; });
    return found == actions.end() ? nullptr : *found;
}

/// By the keyboard alone: the focus on a message, Enter.
QMenu *menuOf(TranscriptWindow &w, int message)
{
    w.view.focusMessage(w.source->path()[message]);
    QTest::keyClick(&w.view, Qt::Key_Return);
    return openMenu(w.view);
}

} // namespace

class MessageActionsTest : public QObject
{
    Q_OBJECT
private slots:
    void theMenuOffersWhatTheFooterDoes()
    {
        TranscriptWindow w(twoAnswers);
        QMenu *menu = menuOf(w, 1);
        QVERIFY(menu);
        for (const QString &text :
             {u"Copy message"_s, u"Copy message as Markdown"_s, u"Retry"_s, u"Edit"_s, u"Details"_s,
              u"Previous branch"_s, u"Next branch"_s})
            QVERIFY2(actionIn(*menu, text), qPrintable(text));
        QVERIFY(!actionIn(*menu, u"Continue"_s)); // it came to its end
        QVERIFY(!actionIn(*menu, u"Previous branch"_s)->isEnabled());
        QSignalSpy branch(&w.view, &TranscriptView::branchRequested);
        actionIn(*menu, u"Next branch"_s)->trigger();
        QCOMPARE(branch.value(0).value(0).value<MessageId>(), MessageId(50));
        QSignalSpy edit(&w.view, &TranscriptView::editRequested);
        actionIn(*menu, u"Edit"_s)->trigger();
        QCOMPARE(edit.value(0).value(0).value<MessageId>(), w.source->path()[1]);
        menu->close();

        menu = menuOf(w, 3);
        QVERIFY(menu);
        QSignalSpy goOn(&w.view, &TranscriptView::continueRequested);
        actionIn(*menu, u"Continue"_s)->trigger();
        QCOMPARE(goOn.value(0).value(0).value<MessageId>(), w.source->path()[3]);
        menu->close();

        menu = menuOf(w, 0);
        QVERIFY(menu);
        QVERIFY(actionIn(*menu, u"Edit"_s));
        QVERIFY(!actionIn(*menu, u"Retry"_s));
        menu->close();
    }

    void copiesTheSource()
    {
        TranscriptWindow w(twoAnswers);
        QMenu *menu = menuOf(w, 1);
        QVERIFY(menu);
        actionIn(*menu, u"Copy message as Markdown"_s)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), QString::fromUtf8(kAnswer));
        menu->close();
    }

    void underAVeilThereAreNoDetailsAndNoThoughts()
    {
        MessageId reply;
        TranscriptWindow w([&](FakeSource &source) {
            source.addPrompt("Question");
            reply = source.add(Role::Assistant,
                               {ReasoningPart{"I am this model.", 2400}, TextPart{"The answer"}});
            source.setVeiled(reply, true);
        });
        QMenu *menu = menuOf(w, 1);
        QVERIFY(menu);
        QVERIFY(actionIn(*menu, u"Retry"_s));
        QVERIFY(!actionIn(*menu, u"Details"_s));
        menu->close();
        QVERIFY(w.controlAt(u"Thought for 2.4 s"_s).isNull());
        w.view.copyMessage(reply);
        QCOMPARE(QApplication::clipboard()->text(), u"The answer"_s);

        w.source->setVeiled(reply, false);
        w.nextFrame();
        QVERIFY(!w.controlAt(u"Thought for 2.4 s"_s).isNull());
        menu = menuOf(w, 1);
        QVERIFY(actionIn(*menu, u"Details"_s));
        menu->close();
    }

    void aFailureUnderAVeilDoesNotSayWhy()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Question");
            const MessageId reply = source.addReply({}, MessageState::Failed);
            Run run;
            run.id = RunId(reply.value());
            run.error = Error{ErrorKind::Unauthorised, u"Not for some/model"_s};
            source.put(run);
            source.setVeiled(reply, true);
        });
        const QString sentence = u"There is no whole answer. The reason shows with the names."_s;
        QVERIFY(w.controlAt(actionLabel(ErrorAction::ChangeKey)).isNull());
        const QPoint retry = w.controlAt(actionLabel(ErrorAction::Retry), sentence);
        QVERIFY(!retry.isNull());
        QSignalSpy solve(&w.view, &TranscriptView::errorActionRequested);
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, retry);
        QCOMPARE(solve.value(0).value(1).value<ErrorAction>(), ErrorAction::Retry);
    }

    void asksForDetails()
    {
        TranscriptWindow w(twoAnswers);
        QSignalSpy details(&w.view, &TranscriptView::detailsRequested);
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, footerAction(w, 1, u"Details"_s));
        QCOMPARE(details.value(0).value(0).value<QList<MessageId>>(),
                 QList<MessageId>{w.source->path()[1]});
    }

    void actionsOfEarlierAnswersWaitForThePointer()
    {
        TranscriptWindow w(twoAnswers);
        const QPoint earlier = footerAction(w, 1, u"Retry"_s);
        const QPoint last = footerAction(w, 3, u"Retry"_s);
        const auto isPainted = [&](QPoint at) {
            const QImage image =
                w.view.viewport()->grab(QRect(at - QPoint(12, 6), QSize(24, 12))).toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y) != w.theme.colours().transcript)
                        return true;
                }
            }
            return false;
        };
        QVERIFY(!isPainted(earlier));
        QVERIFY(isPainted(last));
        w.view.activateWindow();
        w.view.setFocus();
        QTRY_VERIFY(w.view.hasFocus());
        w.view.focusMessage(w.source->path()[1]); // by keys it is the same as by the pointer
        QVERIFY(isPainted(earlier));
    }

    void goingOnWithoutIsOfferedWhereSomethingCanBeLeftOut()
    {
        FakeSource source;
        source.addPrompt("Question");
        const MessageId reply = source.addReply({}, MessageState::Failed);
        Run run;
        run.id = RunId(reply.value());
        run.error = Error{ErrorKind::Unsupported, u"Method not allowed"_s, 405};
        source.put(run);
        const QStringList withNothing = errorActions(source);
        QCOMPARE(withNothing, (QStringList{u"Choose model…"_s, u"Retry"_s}));
        source.setCanLeaveOut(reply);
        QCOMPARE(errorActions(source).first(), u"Go on without it"_s);
    }

    void proposesFileNames_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::addColumn<QString>("name");
        QTest::newRow("known") << QByteArray("Python") << u"code.py"_s;
        QTest::newRow("alias") << QByteArray("ts") << u"code.ts"_s;
        QTest::newRow("own name") << QByteArray("dockerfile") << u"Dockerfile"_s;
        QTest::newRow("none") << QByteArray() << u"code.txt"_s;
        QTest::newRow("unknown") << QByteArray("../../etc/passwd") << u"code.txt"_s;
    }
    void proposesFileNames()
    {
        QFETCH(QByteArray, language);
        QFETCH(QString, name);
        QCOMPARE(proposedFileName(language), name);
    }

    void savesCode()
    {
        const QTemporaryDir folder;
        QWidget parent;
        saveCodeAs("a\n  b", "cpp", &parent);
        auto *dialog = parent.findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = folder.filePath(u"code.cpp"_s);
        emit dialog->fileSelected(path);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "a\n  b\n");

        emit dialog->fileSelected(folder.filePath(u"missing/code.cpp"_s));
        QTRY_VERIFY(parent.findChild<QMessageBox *>());
        QVERIFY(parent.findChild<QMessageBox *>()->text().contains(u"missing"_s));
    }

private:
    [[nodiscard]] static QStringList errorActions(const FakeSource &source)
    {
        MessageContent content(source, shownMessages(source).constLast());
        content.updateUnfolded();
        QStringList labels;
        for (const Slice &slice : content.slices()) {
            for (const SliceItem &item : slice.items) {
                if (slice.kind == Slice::Kind::Error)
                    labels.append(item.text);
            }
        }
        return labels;
    }
    /// Where the footer of a message offers it, seen or not.
    [[nodiscard]] static QPoint footerAction(const TranscriptWindow &w, int message,
                                             const QString &text)
    {
        QPoint found;
        w.view.layout()->visit(
            w.top(), w.top() + 600, [&](const TranscriptLayout::Visible &visible) {
                if (visible.message != w.source->path()[message])
                    return;
                for (const SliceControl &control : visible.layout.controls()) {
                    if (control.item.text == text)
                        found = w.view.toViewport(
                            (control.rect.center() + QPointF(0, visible.top)).toPoint());
                }
            });
        return found;
    }
};

QTEST_MAIN(MessageActionsTest)
#include "message_actions_test.moc"
