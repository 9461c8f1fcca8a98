// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompt_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::PromptListModel;

namespace {

QStringList shown(const PromptListModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row).data().toString());
    return names;
}

} // namespace

class PromptListModelTest : public QObject
{
    Q_OBJECT
private slots:
    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QStringList>("expected");
        const QStringList all{u"Brief translation"_s, u"Review code"_s, u"Translate"_s, u"Übung"_s};
        QTest::newRow("nothing") << QString() << all;
        QTest::newRow("white space") << u"  "_s << all;
        QTest::newRow("what begins with it comes first")
            << u"trans"_s << QStringList{u"Translate"_s, u"Brief translation"_s};
        QTest::newRow("any case") << u"üb"_s << QStringList{u"Übung"_s};
        QTest::newRow("words in any order") << u"code rev"_s << QStringList{u"Review code"_s};
        QTest::newRow("a tag") << u"c++"_s << QStringList{u"Review code"_s};
        QTest::newRow("no text") << u"hidden"_s << QStringList();
    }
    void filters()
    {
        QFETCH(QString, filter);
        PromptListModel model;
        const QAbstractItemModelTester tester(&model);
        model.setEntries({{u"1"_s, u"Brief translation"_s, {}, u"hidden"_s},
                          {u"2"_s, u"Review code"_s, {u"C++"_s}, {}},
                          {u"3"_s, u"Translate"_s, {}, {}},
                          {u"4"_s, u"Übung"_s, {}, {}}});
        model.setFilter(filter);
        QTEST(shown(model), "expected");
    }

    void aKeyCostsTheViewOneReset()
    {
        QList<app::PromptEntry> many;
        for (int i = 0; i < 10'000; ++i)
            many.append({QString::number(i), u"Prompt %1"_s.arg(i), {u"tag"_s}, u"text"_s});
        PromptListModel model;
        model.setEntries(many);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setFilter(u"77"_s);
        QCOMPARE(resets.size(), 1);
        QCOMPARE(model.rowOf(u"77"_s), 0);
        model.setFilter(u"77"_s);
        QCOMPARE(resets.size(), 1);
        QCOMPARE(model.rowOf(u"1"_s), -1);
    }

    void rowsAreReadAloud()
    {
        PromptListModel model;
        model.setEntries({{u"1"_s, u"Review"_s, {u"a"_s, u"b"_s}, u"Look at it"_s}});
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Review, a, b"_s);
        QCOMPARE(model.index(0).data(Qt::AccessibleDescriptionRole).toString(), u"Look at it"_s);
    }
};

QTEST_GUILESS_MAIN(PromptListModelTest)
#include "prompt_list_model_test.moc"
