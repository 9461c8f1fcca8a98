// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebar.h"

#include "tests/support/patience.h"
#include "tests/ui/sidebar/sidebar_fixture.h"
#include "ui/sidebar/conversation_list_model.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QInputDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace ui;

Q_DECLARE_METATYPE(app::ConversationId)

class SidebarTest : public QObject
{
    Q_OBJECT
private:
    struct Shown : SidebarFixture
    {
        Theme theme;
        Sidebar sidebar{theme, *services->library, *services->chats};
        QListView *list = sidebar.findChild<QListView *>();
        ConversationListModel *model = sidebar.findChild<ConversationListModel *>();

        Shown()
        {
            sidebar.resize(236, 600);
            sidebar.show();
        }
    };

private slots:
    void aClickOpensAConversationAndAHeadingDoesNot()
    {
        Shown shown;
        const app::ConversationId id = shown.add(u"first"_s, 0);
        shown.load();
        QSignalSpy chosen(&shown.sidebar, &Sidebar::conversationChosen);
        const auto click = [&](const QModelIndex &index) {
            QTest::mouseClick(shown.list->viewport(), Qt::LeftButton, {},
                              shown.list->visualRect(index).center());
        };
        click(shown.model->index(0));
        QCOMPARE(chosen.size(), 0);
        click(shown.model->indexOf(id));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<app::ConversationId>(), id);
    }

    void deleteCanBeUndone()
    {
        Shown shown;
        const app::ConversationId id = shown.add(u"first"_s, 0);
        shown.load();
        shown.sidebar.setCurrent(id);
        QSignalSpy removed(&shown.sidebar, &Sidebar::currentRemoved);
        QTest::keyClick(shown.list, Qt::Key_Delete);
        QCOMPARE(removed.size(), 1);
        QVERIFY(!shown.model->indexOf(id).isValid());
        QSignalSpy chosen(&shown.sidebar, &Sidebar::conversationChosen);
        shown.sidebar.findChild<Toast *>()->findChild<QAbstractButton *>()->click();
        QTRY_VERIFY(shown.model->indexOf(id).isValid());
        QCOMPARE(chosen.size(), 1);
    }

    void whatWasDeletedComesBackByKeyAndMenu()
    {
        Shown shown;
        const app::ConversationId first = shown.add(u"first"_s, 0);
        const app::ConversationId second = shown.add(u"second"_s, 0);
        const app::ConversationId third = shown.add(u"R&D"_s, 1);
        shown.load();
        for (const app::ConversationId id : {first, third}) {
            shown.list->setCurrentIndex(shown.model->indexOf(id));
            QTest::keyClick(shown.list, Qt::Key_Delete);
            QVERIFY(!shown.model->indexOf(id).isValid());
        }
        const QPoint place = shown.list->visualRect(shown.model->indexOf(second)).center();
        emit shown.list->customContextMenuRequested(place);
        const auto actions = shown.sidebar.findChild<QMenu *>()->actions();
        QCOMPARE(actions.constLast()->text(), u"Restore “R&&D”"_s);
        actions.constLast()->trigger();
        QTRY_VERIFY(shown.model->indexOf(third).isValid());
        QTest::keyClick(shown.list, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(shown.model->indexOf(first).isValid());
        QTest::keyClick(shown.list, Qt::Key_Z, Qt::ControlModifier); // nothing is left
        QCOMPARE(shown.services->library->conversations().size(), 3);
    }

    void theSearchFieldFilters()
    {
        Shown shown;
        const app::ConversationId tea = shown.add(u"About tea"_s, 0);
        const app::ConversationId coffee = shown.add(u"About coffee"_s, 0);
        shown.load();
        auto *field = shown.sidebar.findChild<QLineEdit *>();
        QTest::keyClicks(field, u"coffee"_s);
        QTRY_VERIFY(!shown.model->indexOf(tea).isValid());
        QVERIFY(shown.model->indexOf(coffee).isValid());
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(shown.model->indexOf(tea).isValid());
    }

    void aFolderOpensAndShutsByKeysAndClicks()
    {
        Shown shown;
        const app::ConversationId id = shown.add(u"first"_s, 0);
        shown.load();
        shown.services->library->setTags(id, {u"work"_s});
        const QModelIndex folder = shown.model->index(1);
        QCOMPARE(folder.data().toString(), u"work"_s);
        QSignalSpy folded(&shown.sidebar, &Sidebar::foldedTagsChanged);
        shown.list->setCurrentIndex(folder);
        QTest::keyClick(shown.list, Qt::Key_Left);
        QVERIFY(!shown.model->indexOf(id).isValid());
        QCOMPARE(folded.takeFirst().first().toStringList(), QStringList{u"work"_s});
        QTest::keyClick(shown.list, Qt::Key_Return);
        QVERIFY(shown.model->indexOf(id).isValid());
        QTest::mouseClick(shown.list->viewport(), Qt::LeftButton, {},
                          shown.list->visualRect(shown.model->index(1)).center());
        QVERIFY(!shown.model->indexOf(id).isValid());
        shown.sidebar.setFoldedTags({});
        QVERIFY(shown.model->indexOf(id).isValid());
    }

    void pinsAndTagsCanBeUndone()
    {
        Shown shown;
        const app::ConversationId id = shown.add(u"first"_s, 0);
        shown.load();
        shown.sidebar.setCurrent(id);
        const auto summary = [&] { return shown.services->library->conversations().first(); };
        const auto undo = [&] {
            shown.sidebar.findChild<Toast *>()->findChild<QAbstractButton *>()->click();
        };
        shown.sidebar.togglePin();
        QVERIFY(summary().pinned);
        undo();
        QVERIFY(!summary().pinned);

        shown.sidebar.editTags();
        auto *dialog = shown.sidebar.findChild<QInputDialog *>();
        QVERIFY(dialog);
        dialog->setTextValue(u"work, idea, "_s);
        dialog->accept();
        QCOMPARE(summary().tags, (QStringList{u"idea"_s, u"work"_s}));
        undo();
        QVERIFY(summary().tags.isEmpty());
    }

    void theMenuTicksTheTags()
    {
        Shown shown;
        const app::ConversationId id = shown.add(u"first"_s, 0);
        const app::ConversationId other = shown.add(u"second"_s, 0);
        shown.load();
        shown.services->library->setTags(id, {u"work"_s});
        shown.services->library->setTags(other, {u"home & garden"_s});
        const QPoint place = shown.list->visualRect(shown.model->indexOf(id)).center();
        emit shown.list->customContextMenuRequested(place);
        QAction *home = nullptr;
        QAction *work = nullptr;
        for (QMenu *menu : shown.sidebar.findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                home = action->text() == u"home && garden"_s ? action : home;
                work = action->text() == u"work"_s ? action : work;
            }
        }
        QVERIFY(home && work);
        QVERIFY(work->isChecked() && !home->isChecked());
        home->trigger();
        const auto tags = [&] {
            for (const app::ConversationSummary &summary :
                 shown.services->library->conversations()) {
                if (summary.id == id)
                    return summary.tags;
            }
            return QStringList();
        };
        QCOMPARE(tags(), (QStringList{u"home & garden"_s, u"work"_s}));
    }

    void whatComesDoesNotTakeTheChoiceOfKeys()
    {
        Shown shown;
        const app::ConversationId older = shown.add(u"older"_s, 1);
        const app::ConversationId current = shown.add(u"current"_s, 0);
        const app::ConversationId another = shown.add(u"another"_s, 0);
        shown.load();
        shown.sidebar.setCurrent(current);
        shown.services->library->remove(another);
        shown.list->setCurrentIndex(shown.model->indexOf(older));
        shown.services->library->setPinned(current, true);
        shown.services->library->restore(another);
        QTRY_VERIFY(shown.model->indexOf(another).isValid());
        QCOMPARE(shown.model->idAt(shown.list->currentIndex()), older);
    }

    void aMenuSelectsNothing()
    {
        Shown shown;
        const app::ConversationId other = shown.add(u"other"_s, 1);
        const app::ConversationId current = shown.add(u"current"_s, 0);
        shown.load();
        shown.sidebar.setCurrent(current);
        const QPoint place = shown.list->visualRect(shown.model->indexOf(other)).center();
        QTest::mouseClick(shown.list->viewport(), Qt::RightButton, {}, place);
        QCOMPARE(shown.model->idAt(shown.list->currentIndex()), current);
        QTest::mouseClick(shown.list->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(shown.model->idAt(shown.list->currentIndex()), other);
    }

    void aNameIsChangedInPlace()
    {
        Shown shown;
        const app::ConversationId id = shown.add(u"first"_s, 0);
        shown.load();
        shown.sidebar.setCurrent(id);
        shown.list->edit(shown.model->indexOf(id));
        auto *editor = shown.list->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->setText(u"a better name"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(shown.model->indexOf(id).data().toString(), u"a better name"_s);
    }
};

QTEST_MAIN(SidebarTest)
#include "sidebar_test.moc"
