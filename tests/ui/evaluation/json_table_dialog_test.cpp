// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/json_table_dialog.h"

#include "tests/ui/lanes/lanes_window.h"
#include "ui/evaluation/json_table_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTableView>

using namespace tests;
using namespace ui;
using namespace Qt::StringLiterals;

class JsonTableDialogTest : public QObject
{
    Q_OBJECT

    static void answer(LanesWindow &window, const QByteArrayList &answers)
    {
        QList<Script> scripts;
        for (const QByteArray &each : answers)
            scripts.append(stream({tests::text(each), finish("stop"), kDone}));
        window.server.setScripts("/chat/completions", scripts);
    }

private slots:
    void answersStandSideBySide()
    {
        LanesWindow window({u"a/one"_s, u"b/two"_s});
        answer(window, {R"({"name":"Ada","age":36})", R"({"age":37,"name":"Ada"})"});
        QVERIFY(window.ask(u"Who?"_s));
        QVERIFY(window.view->commands().isOffered(ActionId::JsonTable, window.lane(0)));
        QSignalSpy asked(&window.view->commands(), &LaneCommands::jsonTableRequested);
        window.carryOut(ActionId::JsonTable, 0);
        QCOMPARE(asked.size(), 1);

        JsonTableDialog dialog(window.theme, *window.conversation,
                               asked.first().first().value<app::RoundId>());
        QSignalSpy compared(&dialog, &JsonTableDialog::compared);
        QVERIFY(compared.wait(tests::kPatienceMs));
        const QAbstractItemModel &model = *dialog.table().model();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), 4);
        QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), u"A · one"_s);
        QCOMPARE(model.index(0, 0).data().toString(), u"≠"_s);
        QCOMPARE(model.index(0, 1).data().toString(), u"/age"_s);
        QVERIFY(model.index(0, 2).data(Qt::BackgroundRole).isValid());
        QCOMPARE(model.index(1, 0).data().toString(), QString());
        QVERIFY(!model.index(1, 2).data(Qt::BackgroundRole).isValid());
    }

    void onlyDifferencesCanBeShown()
    {
        Theme theme;
        JsonTableModel model(theme);
        const QAbstractItemModelTester tester(&model);
        model.setTable(app::jsonTable({u"[1,2,3]"_s, u"[1,0]"_s}), {u"A"_s, u"B"_s});
        QCOMPARE(model.rowCount(), 3);
        model.setOnlyDifferences(true);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, 3).data().toString(), u"–"_s);
    }

    void aToolTipIsNoMarkup()
    {
        Theme theme;
        JsonTableModel model(theme);
        const QString picture = uR"({"a":"<img src='file:///dev/zero'>"})"_s;
        model.setTable(app::jsonTable({picture, u"{}"_s}), {u"A"_s, u"B"_s});
        const QModelIndex cell = model.index(0, 2);
        QVERIFY(cell.data().toString().contains(u"<img"_s));
        QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    }

    void withoutJsonItIsNotOffered()
    {
        LanesWindow window({u"a"_s, u"b"_s});
        answer(window, {"Hello", "{}"});
        QVERIFY(window.ask(u"Hi"_s));
        QVERIFY(!window.view->commands().isOffered(ActionId::JsonTable, window.lane(0)));
    }
};

QTEST_MAIN(JsonTableDialogTest)
#include "json_table_dialog_test.moc"
