// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/conversation_list_model.h"

#include "tests/support/patience.h"
#include "tests/ui/sidebar/sidebar_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace ui;

class ConversationListModelTest : public QObject
{
    Q_OBJECT
private:
    static QStringList titles(const ConversationListModel &model)
    {
        QStringList rows;
        for (int i = 0; i < model.rowCount(); ++i)
            rows.append(model.index(i).data().toString());
        return rows;
    }

private slots:
    void headingsFollowTheCalendar_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("heading");
        QTest::newRow("today") << QDate(2026, 11, 22) << u"Today"_s;
        QTest::newRow("from the future") << QDate(2026, 11, 23) << u"Today"_s;
        QTest::newRow("yesterday") << QDate(2026, 11, 21) << u"Yesterday"_s;
        QTest::newRow("this week") << QDate(2026, 11, 18) << u"Wednesday"_s;
        QTest::newRow("this year") << QDate(2026, 10, 2) << u"October"_s;
        QTest::newRow("last year") << QDate(2025, 10, 2) << u"October 2025"_s;
    }

    void headingsFollowTheCalendar()
    {
        QFETCH(QDate, day);
        QTEST(ConversationListModel::heading(day, {2026, 11, 22}, QLocale::c()), "heading");
    }

    void groupsByDayNewestFirst()
    {
        SidebarFixture fixture;
        fixture.add(u"old"_s, 1);
        fixture.add(u"new"_s, 0, 3);
        ConversationListModel model(*fixture.services->library, *fixture.services->chats);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        fixture.load();
        QCOMPARE(titles(model), QStringList({u"Today"_s, u"new"_s, u"Yesterday"_s, u"old"_s}));
        QCOMPARE(model.index(1).data(ConversationListModel::LaneCountRole).toInt(), 3);
        QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    }

    void changesArriveWithoutAReset()
    {
        SidebarFixture fixture;
        const app::ConversationId old = fixture.add(u"old"_s, 1);
        const app::ConversationId recent = fixture.add(u"new"_s, 0);
        app::Library &library = *fixture.services->library;
        ConversationListModel model(library, *fixture.services->chats);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        fixture.load();
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

        library.remove(recent);
        QCOMPARE(titles(model), QStringList({u"Yesterday"_s, u"old"_s}));
        library.restore(recent);
        QTRY_COMPARE(titles(model), QStringList({u"Today"_s, u"new"_s, u"Yesterday"_s, u"old"_s}));
        QVERIFY(model.setData(model.indexOf(old), u"  renamed  old "_s, Qt::EditRole));
        QTRY_COMPARE(model.indexOf(old).data().toString(), u"renamed old"_s);
        QVERIFY(!model.setData(model.indexOf(old), u"   "_s, Qt::EditRole));
        QCOMPARE(reset.size(), 0);
    }

    void pinnedAndTaggedOnesStandOnTop()
    {
        SidebarFixture fixture;
        const app::ConversationId plain = fixture.add(u"plain"_s, 0);
        const app::ConversationId pinned = fixture.add(u"pinned"_s, 1);
        const app::ConversationId tagged = fixture.add(u"tagged"_s, 2);
        app::Library &library = *fixture.services->library;
        ConversationListModel model(library, *fixture.services->chats);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        fixture.load();
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        library.setPinned(pinned, true);
        library.setTags(pinned, {u"work"_s});
        library.setTags(tagged, {u"home"_s, u"Work"_s});
        const QStringList all{u"Pinned"_s, u"pinned"_s, u"Tags"_s,   u"home"_s,  u"tagged"_s,
                              u"work"_s,   u"pinned"_s, u"tagged"_s, u"Today"_s, u"plain"_s};
        QCOMPARE(titles(model), all);
        QCOMPARE(model.indexOf(pinned).row(), 1);
        const QModelIndex work = model.index(5);
        QCOMPARE(work.data(ConversationListModel::FolderRole).toString(), u"work"_s);
        QCOMPARE(work.data(ConversationListModel::CountRole).toInt(), 2);
        QVERIFY(!model.idAt(work));
        QVERIFY(model.index(6).data(ConversationListModel::IndentedRole).toBool());

        model.setFolded(u"WORK"_s, true);
        QCOMPARE(titles(model), (QStringList{u"Pinned"_s, u"pinned"_s, u"Tags"_s, u"home"_s,
                                             u"tagged"_s, u"work"_s, u"Today"_s, u"plain"_s}));
        QVERIFY(model.index(5).data(ConversationListModel::FoldedRole).toBool());
        QCOMPARE(model.index(5).data(ConversationListModel::CountRole).toInt(), 2);
        model.setFolded(u"work"_s, false);
        QCOMPARE(titles(model), all);
        QVERIFY(model.foldedTags().isEmpty());

        // Without folders: what was searched for is all there is to see.
        model.setFilter(QSet<app::ConversationId>{pinned, plain});
        QCOMPARE(titles(model), (QStringList{u"Today"_s, u"plain"_s, u"Yesterday"_s, u"pinned"_s}));
        model.setFilter(std::nullopt);
        library.setPinned(pinned, false);
        library.setTags(pinned, {});
        QCOMPARE(titles(model).count(u"pinned"_s), 1);
        QCOMPARE(reset.size(), 2); // the filters
    }

    void aFilterKeepsTheOrder()
    {
        SidebarFixture fixture;
        const app::ConversationId old = fixture.add(u"old"_s, 1);
        fixture.add(u"new"_s, 0);
        ConversationListModel model(*fixture.services->library, *fixture.services->chats);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        fixture.load();
        model.setFilter(QSet<app::ConversationId>{old});
        QCOMPARE(titles(model), QStringList({u"Yesterday"_s, u"old"_s}));
        model.setFilter(std::nullopt);
        QCOMPARE(model.rowCount(), 4);
    }
};

QTEST_MAIN(ConversationListModelTest)
#include "conversation_list_model_test.moc"
