// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebar.h"

#include "tests/ui/sidebar/sidebar_fixture.h"
#include "ui/sidebar/conversation_list_model.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListView>
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
