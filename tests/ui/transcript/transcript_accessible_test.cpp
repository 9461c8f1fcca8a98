// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/markdown/markdown_samples.h"
#include "tests/support/patience.h"
#include "tests/ui/transcript/transcript_window.h"
#include "ui/transcript/accessible_updates.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

struct Told
{
    QAccessible::Event event;
    QAccessible::Role role;
    QString name;
};

QList<Told> told;

/// What an assistive technology would be told while one of these lives.
class Listener
{
public:
    Listener()
    {
        told.clear();
        QAccessible::setActive(true);
        AccessibleUpdates::setHandler([](QAccessibleEvent *event) {
            if (QAccessibleInterface *from = event->accessibleInterface())
                told.append({event->type(), from->role(), from->text(QAccessible::Name)});
        });
    }
    ~Listener()
    {
        AccessibleUpdates::setHandler(&QAccessible::updateAccessibility);
        QAccessible::setActive(false);
    }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    [[nodiscard]] static QStringList names(QAccessible::Event event, QAccessible::Role role)
    {
        QStringList names;
        for (const Told &one : std::as_const(told)) {
            if (one.event == event && one.role == role)
                names += one.name;
        }
        return names;
    }
    [[nodiscard]] static QStringList announcements()
    {
        return names(QAccessible::ObjectShow, QAccessible::Notification);
    }
};

QAccessibleInterface *listOf(TranscriptWindow &w)
{
    return QAccessible::queryAccessibleInterface(&w.view);
}

/// What can be read line by line, without line ends.
QStringList lines(QAccessibleInterface *message)
{
    QAccessibleTextInterface *text = message->textInterface();
    QStringList found;
    for (int at = 0; at < text->characterCount();) {
        int from = -1;
        int to = -1;
        const QString line = text->textAtOffset(at, QAccessible::LineBoundary, &from, &to);
        if (from != at || to <= at)
            return {u"a gap at %1"_s.arg(at)};
        found += line.endsWith(u'\n') ? line.chopped(1) : line;
        at = to;
    }
    return found;
}

QAccessibleInterface *childNamed(QAccessibleInterface *parent, const QString &name)
{
    for (int i = 0; i < parent->childCount(); ++i) {
        if (parent->child(i)->text(QAccessible::Name) == name)
            return parent->child(i);
    }
    return nullptr;
}

void press(QAccessibleInterface *button)
{
    button->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
}

void mixedConversation(FakeSource &source)
{
    source.addPrompt("Question here");
    source.addReply("First paragraph\n\n- item **one**\n- item two\n\n```cpp\nint a = 1;\n"
                    "int b;\n```\n\n|x|y|\n|-|-|\n|left|right|\n\nLast [words](https://a.b/c)");
}

void longConversation(FakeSource &source)
{
    for (int i = 0; i < 5000; ++i) {
        source.addPrompt("Prompt " + QByteArray::number(i));
        source.addReply("Reply **" + QByteArray::number(i) + "**\n\nwith two paragraphs");
    }
}

} // namespace

class TranscriptAccessibleTest : public QObject
{
    Q_OBJECT
private slots:
    void isAListOfMessages()
    {
        TranscriptWindow w(mixedConversation);
        QAccessibleInterface *list = listOf(w);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), u"Transcript"_s);
        QCOMPARE(list->childCount(), 2);
        QAccessibleInterface *prompt = list->child(0);
        QAccessibleInterface *reply = list->child(1);
        QCOMPARE(prompt->role(), QAccessible::ListItem);
        QCOMPARE(prompt->text(QAccessible::Name), u"You: Question here"_s);
        QVERIFY(reply->text(QAccessible::Name).startsWith("Answer: First paragraph"_L1));
        QVERIFY2(reply->text(QAccessible::Description).contains("2023"_L1), // when it was written
                 qPrintable(reply->text(QAccessible::Description)));
        QCOMPARE(list->indexOfChild(reply), 1);
        QCOMPARE(reply->parent(), list);
        QCOMPARE(reply->window(), list->window());
        QVERIFY(prompt->rect().bottom() <= reply->rect().top());
        const QPoint inside = reply->rect().center();
        QCOMPARE(list->childAt(inside.x(), inside.y()), reply);
        QVERIFY(!list->childAt(-5000, 0));
        QVERIFY(!list->child(2) && !list->child(-1));
    }

    void isReadLineByLine()
    {
        TranscriptWindow w(mixedConversation);
        QCOMPARE(lines(listOf(w)->child(0)), QStringList({u"You"_s, u"Question here"_s}));
        QCOMPARE(lines(listOf(w)->child(1)),
                 QStringList({u"Answer"_s, u"First paragraph"_s, u"• item one"_s, u"• item two"_s,
                              u"Code: C++"_s, u"int a = 1;"_s, u"int b;"_s, u"x\ty"_s,
                              u"left\tright"_s, u"Last words"_s}));
        // Where the window breaks a paragraph, a line ends.
        TranscriptWindow narrow([](FakeSource &source) {
            source.addReply(QByteArray("word ").repeated(100).trimmed());
        });
        const QStringList broken = lines(listOf(narrow)->child(0));
        QVERIFY2(broken.size() > 4, qPrintable(QString::number(broken.size())));
        QCOMPARE(broken.mid(1).join(QString()).count(u"word"_s), 100);
    }

    void goesOnByEveryUnit_data()
    {
        QTest::addColumn<int>("unit");
        QTest::newRow("character") << int(QAccessible::CharBoundary);
        QTest::newRow("word") << int(QAccessible::WordBoundary);
        QTest::newRow("sentence") << int(QAccessible::SentenceBoundary);
        QTest::newRow("line") << int(QAccessible::LineBoundary);
        QTest::newRow("paragraph") << int(QAccessible::ParagraphBoundary);
    }
    void goesOnByEveryUnit()
    {
        QFETCH(int, unit);
        const auto type = QAccessible::TextBoundaryType(unit);
        TranscriptWindow w([](FakeSource &source) { source.addReply(samples::tour()); });
        QAccessibleTextInterface *text = listOf(w)->child(0)->textInterface();
        QString whole;
        int start = -1;
        int end = 0;
        QString part = text->textAtOffset(0, type, &start, &end);
        while (!part.isEmpty()) {
            QCOMPARE(start, int(whole.size()));
            int before = -1;
            int behind = -1;
            text->textBeforeOffset(start, type, &before, &behind);
            QCOMPARE(behind, start == 0 ? -1 : start);
            whole += part;
            part = text->textAfterOffset(start, type, &start, &end);
        }
        QCOMPARE(whole, text->text(0, -1));
        QCOMPARE(whole.size(), text->characterCount());
    }

    void knowsWhereCharactersStand()
    {
        TranscriptWindow w(mixedConversation);
        QAccessibleTextInterface *text = listOf(w)->child(1)->textInterface();
        const QString whole = text->text(0, -1);
        QRect above;
        for (const QString &word : {u"First"_s, u"item one"_s, u"int b"_s, u"left"_s, u"Last"_s}) {
            const int offset = int(whole.indexOf(word));
            const QRect rect = text->characterRect(offset);
            QVERIFY2(rect.width() > 2 && rect.height() > 8, qPrintable(word));
            QVERIFY2(above.isNull() || rect.top() > above.top(), qPrintable(word));
            QVERIFY(listOf(w)->child(1)->rect().contains(rect));
            QCOMPARE(text->offsetAtPoint(rect.center() - QPoint(rect.width() / 4, 0)), offset);
            above = rect;
        }
        QVERIFY(text->characterRect(0).isValid()); // who wrote it
        QCOMPARE(text->offsetAtPoint({-5000, -5000}), -1);
    }

    void followsCaretAndSelection()
    {
        TranscriptWindow w(mixedConversation);
        const Listener listener;
        QAccessibleInterface *reply = listOf(w)->child(1);
        QAccessibleTextInterface *text = reply->textInterface();
        QCOMPARE(text->cursorPosition(), -1);
        QVERIFY(!reply->state().selected);
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {},
                          w.pointAt(u"First paragraph"_s, 6));
        QCOMPARE(text->cursorPosition(), int(text->text(0, -1).indexOf(u"paragraph"_s)));
        told.clear();
        QTest::keyClick(&w.view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(Listener::names(QAccessible::TextCaretMoved, QAccessible::ListItem).size(), 1);
        QCOMPARE(Listener::names(QAccessible::TextSelectionChanged, QAccessible::ListItem).size(),
                 1);
        QCOMPARE(text->selectionCount(), 1);
        int from = 0;
        int to = 0;
        text->selection(0, &from, &to);
        QVERIFY(text->text(from, to).startsWith("paragraph"_L1));
        QVERIFY(reply->state().selected);
        w.view.selectAll();
        listOf(w)->child(0)->textInterface()->selection(0, &from, &to);
        QCOMPARE(to, listOf(w)->child(0)->textInterface()->characterCount());
        text->removeSelection(0);
        QCOMPARE(text->selectionCount(), 0);
    }

    void setsCaretAndSelection()
    {
        TranscriptWindow w(mixedConversation);
        QAccessibleTextInterface *text = listOf(w)->child(1)->textInterface();
        const int item = int(text->text(0, -1).indexOf(u"item one"_s));
        text->setSelection(0, item, item + 8);
        QCOMPARE(w.view.selectedText(), u"item one"_s);
        text->setCursorPosition(item + 5);
        QCOMPARE(text->cursorPosition(), item + 5);
        QVERIFY(!w.view.hasSelection());
        text->addSelection(item + 5, item + 8);
        QCOMPARE(w.view.selectedText(), u"one"_s);
    }

    void aCaretFarAwayIsBroughtIntoSight()
    {
        TranscriptWindow w(longConversation);
        QAccessibleInterface *first = listOf(w)->child(1);
        QVERIFY(first->state().offscreen);
        first->textInterface()->setCursorPosition(8);
        QVERIFY(!first->state().offscreen);
        QVERIFY(w.top() < 600);
    }

    void theFocusGoesByMessage()
    {
        TranscriptWindow w(mixedConversation);
        const Listener listener;
        w.view.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&w.view));
        told.clear();
        w.view.focusMessage(w.view.layout()->shown()[0].id());
        QCOMPARE(Listener::names(QAccessible::Focus, QAccessible::ListItem),
                 QStringList(u"You: Question here"_s));
        QCOMPARE(listOf(w)->focusChild(), listOf(w)->child(0));
        QVERIFY(listOf(w)->child(0)->state().focused);
        QVERIFY(!listOf(w)->child(1)->state().focused);
        QAccessibleActionInterface *actions = listOf(w)->child(1)->actionInterface();
        actions->doAction(QAccessibleActionInterface::setFocusAction());
        QVERIFY(listOf(w)->child(1)->state().focused);
        QCOMPARE(w.view.focusedMessage(), w.view.layout()->shown()[1].id());
    }

    void everythingThatCanBePressedIsAChild()
    {
        TranscriptWindow w([](FakeSource &source) {
            mixedConversation(source);
            source.setSiblings(app::MessageId(2), {app::MessageId(2), app::MessageId(9)});
        });
        QAccessibleInterface *reply = listOf(w)->child(1);
        QStringList names;
        for (int i = 0; i < reply->childCount(); ++i) {
            QAccessibleInterface *child = reply->child(i);
            names += child->text(QAccessible::Name);
            QCOMPARE(child->parent(), reply);
            QCOMPARE(reply->indexOfChild(child), i);
            QCOMPARE(reply->child(i), child); // the same every time
            QVERIFY2(reply->rect().contains(child->rect().center()), qPrintable(names.last()));
            const QPoint middle = child->rect().center();
            QCOMPARE(reply->childAt(middle.x(), middle.y()), child);
        }
        for (const QString &name : {u"Copy code"_s, u"Wrap long lines"_s, u"words"_s, u"Copy"_s,
                                    u"Retry"_s, u"Edit"_s, u"Previous branch"_s, u"Next branch"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
        names.removeDuplicates();
        QCOMPARE(names.size(), reply->childCount());

        QSignalSpy retries(&w.view, &TranscriptView::retryRequested);
        press(childNamed(reply, u"Retry"_s));
        QCOMPARE(retries.count(), 1);
        QSignalSpy branches(&w.view, &TranscriptView::branchRequested);
        press(childNamed(reply, u"Next branch"_s));
        QCOMPARE(branches.count(), 1);
        press(childNamed(reply, u"Copy code"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"int a = 1;\nint b;"_s);
        QAccessibleInterface *wrap = childNamed(reply, u"Wrap long lines"_s);
        QCOMPARE(wrap->role(), QAccessible::CheckBox);
        QVERIFY(!wrap->state().checked);
        wrap->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(wrap->state().checked);
        QAccessibleInterface *link = childNamed(reply, u"words"_s);
        QCOMPARE(link->role(), QAccessible::Link);
        QCOMPARE(link->text(QAccessible::Value), u"https://a.b/c"_s);
    }

    void reasoningIsUnfolded()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.add(Role::Assistant, {ReasoningPart{"hidden thought", 2000}, TextPart{"Done"}});
        });
        QAccessibleInterface *reply = listOf(w)->child(0);
        QAccessibleInterface *fold = reply->child(0);
        QVERIFY(fold->text(QAccessible::Name).startsWith("Thought"_L1));
        QVERIFY(fold->state().expandable && fold->state().collapsed);
        QVERIFY(!reply->textInterface()->text(0, -1).contains(u"hidden"_s));
        press(fold);
        QVERIFY(fold->state().expanded);
        QVERIFY(reply->textInterface()->text(0, -1).contains(u"hidden thought"_s));
    }

    void costsNothingThatGrowsWithTheHistory()
    {
        TranscriptWindow w(longConversation);
        const Listener listener;
        QAccessibleInterface *list = listOf(w);
        const qint64 parsed = w.view.layout()->bytesParsed();
        const qint64 laidOut = w.view.layout()->slicesLaidOut();
        QCOMPARE(list->childCount(), 10'000);
        QAccessibleInterface *far = list->child(6000);
        QCOMPARE(list->indexOfChild(far), 6000);
        QCOMPARE(far->text(QAccessible::Name), u"You: Prompt 3000"_s);
        QCOMPARE(lines(list->child(6001)),
                 QStringList({u"Answer"_s, u"Reply 3000"_s, u"with two paragraphs"_s}));
        QVERIFY(far->rect().isValid());
        QVERIFY(far->textInterface()->characterRect(6).isValid());
        QVERIFY(far->state().offscreen);
        QCOMPARE(w.view.layout()->bytesParsed(), parsed);
        QCOMPARE(w.view.layout()->slicesLaidOut(), laidOut);
        // The end of the history grows: one message is told, not ten thousand.
        told.clear();
        emit w.source->messageChanged(w.source->addPrompt("One more"));
        emit w.source->pathChanged();
        w.nextFrame();
        QCOMPARE(Listener::names(QAccessible::ObjectCreated, QAccessible::ListItem),
                 QStringList(u"You: One more"_s));
        QVERIFY2(told.size() < 10, qPrintable(QString::number(told.size())));
    }

    void aLongBranchIsToldAFewAtATime()
    {
        TranscriptWindow w(mixedConversation);
        const Listener listener;
        (void)listOf(w)->childCount();
        QStringList expected;
        for (int i = 0; i < 60; ++i) {
            w.source->addPrompt("Prompt " + QByteArray::number(i));
            expected.append(u"You: Prompt %1"_s.arg(i));
        }
        told.clear();
        emit w.source->pathChanged();
        w.nextFrame();
        const auto names = [] {
            return Listener::names(QAccessible::ObjectCreated, QAccessible::ListItem);
        };
        QCOMPARE(names(), expected.first(16));
        QTRY_COMPARE(names(), expected);
    }

    void anItemKeepsItsIdentityAndEndsWithItsMessage()
    {
        TranscriptWindow w(mixedConversation);
        const Listener listener;
        const QAccessible::Id first = QAccessible::uniqueId(listOf(w)->child(0));
        const app::MessageId reply = w.view.layout()->shown()[1].id();
        w.source->addPrompt("More");
        emit w.source->pathChanged();
        w.nextFrame();
        QCOMPARE(QAccessible::uniqueId(listOf(w)->child(0)), first);
        QVERIFY(w.view.layout()->contains(reply));
        w.view.setSource(nullptr);
        QCOMPARE(listOf(w)->childCount(), 0);
        QVERIFY(!QAccessible::accessibleInterface(first));
    }

    void aFinishedAnswerIsAnnouncedOnce()
    {
        TranscriptWindow w(mixedConversation);
        const Listener listener;
        const app::MessageId reply = w.source->addReply("The", MessageState::Streaming);
        emit w.source->pathChanged();
        w.nextFrame();
        QAccessibleInterface *item = listOf(w)->child(2);
        QVERIFY(item->state().busy);
        told.clear();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 60; ++i) {
            w.source->grow(reply, " word");
            w.nextFrame();
        }
        const auto inserts = Listener::names(QAccessible::TextInserted, QAccessible::ListItem);
        QVERIFY(inserts.size() <= timer.elapsed() / 1000 + 1);
        QVERIFY(Listener::announcements().isEmpty());
        w.source->finish(reply);
        w.nextFrame();
        QVERIFY(!item->state().busy);
        const QStringList spoken = Listener::announcements();
        QCOMPARE(spoken.size(), 1);
        QVERIFY2(spoken.first().startsWith("Answer complete: The word word"_L1),
                 qPrintable(spoken.first()));
        // All that was written has been told by now.
        QVERIFY(!Listener::names(QAccessible::TextInserted, QAccessible::ListItem).isEmpty());
        emit w.source->messageChanged(reply); // its time or its votes
        w.nextFrame();
        QCOMPARE(Listener::announcements().size(), 1);
        QAccessibleInterface *notice = item->child(item->childCount() - 1);
        QCOMPARE(notice->role(), QAccessible::Notification);
        QCOMPARE(notice->parent(), item);
        QCOMPARE(item->indexOfChild(notice), item->childCount() - 1);
    }

    void anAnswerThatComesAtOnceIsAnnouncedToo()
    {
        TranscriptWindow w(mixedConversation);
        const Listener listener;
        const app::MessageId reply = w.source->addReply("All", MessageState::Streaming);
        emit w.source->pathChanged();
        w.source->finish(reply); // in the same frame
        w.nextFrame();
        QCOMPARE(Listener::announcements(), QStringList(u"Answer complete: All"_s));
    }

    void otherEndsAreToldAsWhatTheyAre()
    {
        TranscriptWindow w(mixedConversation);
        const Listener listener;
        for (const MessageState state : {MessageState::Cancelled, MessageState::Failed}) {
            const app::MessageId reply = w.source->addReply("Half", MessageState::Streaming);
            emit w.source->pathChanged();
            Message ended = *w.source->message(reply);
            ended.state = state;
            w.source->change(ended);
            w.nextFrame();
        }
        QCOMPARE(Listener::announcements(),
                 QStringList({u"Answer stopped."_s, u"The answer failed."_s}));
    }

    void nothingIsDoneForNobody()
    {
        told.clear();
        QVERIFY(!QAccessible::isActive());
        AccessibleUpdates::setHandler([](QAccessibleEvent *event) {
            told.append({event->type(), {}, {}});
        });
        TranscriptWindow w(mixedConversation);
        const app::MessageId reply = w.source->addReply("The", MessageState::Streaming);
        emit w.source->pathChanged();
        w.source->grow(reply, " word");
        w.source->finish(reply);
        w.nextFrame();
        w.view.selectAll();
        AccessibleUpdates::setHandler(&QAccessible::updateAccessibility);
        QCOMPARE(told.size(), 0);
    }
};

QTEST_MAIN(TranscriptAccessibleTest)
#include "transcript_accessible_test.moc"
