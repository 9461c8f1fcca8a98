// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/json_text_model.h"
#include "ui/json/json_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// Everything that rows show, unfolded as far as they go.
QString shown(JsonTreeModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    while (model.canFetchMore(parent))
        model.fetchMore(parent);
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex name = model.index(row, JsonTreeModel::Name, parent);
        text += QString(depth, u' ') + name.data().toString() + u'='
                + model.index(row, JsonTreeModel::Content, parent).data().toString() + u'\n'
                + shown(model, name, depth + 1);
    }
    return text;
}

/// It asks for rows itself while others are on their way; views do not.
std::unique_ptr<QAbstractItemModelTester> watched(JsonTreeModel &model)
{
    auto tester = std::make_unique<QAbstractItemModelTester>(&model);
    tester->setUseFetchMore(false);
    return tester;
}

QByteArray listOf(int count)
{
    QByteArray list = "[";
    for (int i = 0; i < count; ++i)
        list += (i > 0 ? "," : "") + QByteArray::number(i);
    return list + ']';
}

} // namespace

class JsonModelsTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

private slots:
    void aTreeOfNamesAndValues()
    {
        app::JsonOutline outline;
        outline.append(R"({"name":"A\nb","list":[1,true,null,{}],"":{"x":2.5}})");
        JsonTreeModel model(m_theme);
        const auto tester = watched(model);
        model.setOutline(&outline);
        QCOMPARE(shown(model), u"name=\"A⏎b\"\n"
                               "list=[ 4 item(s) ]\n"
                               " 0=1\n 1=true\n 2=null\n 3={ 0 member(s) }\n"
                               "={ 1 member(s) }\n x=2.5\n"_s);
    }

    void aSingleValueStandsByItself()
    {
        app::JsonOutline outline;
        outline.append("\"x\"");
        JsonTreeModel model(m_theme);
        const auto tester = watched(model);
        model.setOutline(&outline);
        QCOMPARE(shown(model), u"=\"x\"\n"_s);
        QCOMPARE(model.indexOf(0), model.index(0, 0));
    }

    /// Whatever the pieces, the tree is the one of the whole; a view has asked for rows meanwhile.
    void itGrowsIntoTheWhole()
    {
        const QByteArray text =
            R"({"a":[1,{"b":"long text"},[[]]],"c":{"d":{"e":false}},"f":)" + listOf(120) + "}";
        app::JsonOutline whole;
        whole.append(text);
        JsonTreeModel expected(m_theme);
        expected.setOutline(&whole);
        for (const qsizetype piece : {5, 50}) {
            app::JsonOutline outline;
            JsonTreeModel model(m_theme);
            const auto tester = watched(model);
            QTreeView view;
            view.setModel(&model);
            model.setOutline(&outline);
            view.resize(300, 300);
            view.show();
            for (qsizetype at = 0; at < text.size(); at += piece) {
                outline.append(text.mid(at, piece));
                model.grow();
                view.expandToDepth(1);
            }
            QCOMPARE(shown(model), shown(expected));
        }
    }

    void longListsStandInGroups_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QString>("lastName");
        QTest::newRow("hundred") << 100 << 100 << u"99"_s;
        QTest::newRow("one more") << 101 << 101 << u"100 to 100"_s;
        QTest::newRow("thousand") << 1'000 << 109 << u"900 to 999"_s;
        QTest::newRow("ten thousand") << 10'000 << 199 << u"9900 to 9999"_s;
        QTest::newRow("and one more") << 10'001 << 200 << u"10000 to 10000"_s;
        QTest::newRow("many") << 25'000 << 201 << u"20000 to 24999"_s;
    }
    void longListsStandInGroups()
    {
        QFETCH(int, count);
        app::JsonOutline outline;
        outline.append(listOf(count));
        JsonTreeModel model(m_theme);
        model.setOutline(&outline);
        QTEST(model.rowCount(), "rows");
        QTEST(model.index(model.rowCount() - 1, 0).data().toString(), "lastName");
        // Every value has one place.
        for (const int value : {0, 99, 100, 101, 199, 200, 9'999, 10'000, 10'100, 19'999, 24'999}) {
            if (value >= count)
                continue;
            const QModelIndex index = model.indexOf(quint32(value) + 1);
            QCOMPARE(index.data().toString(), QString::number(value));
            QCOMPARE(model.valueAt(index), std::optional<quint32>(quint32(value) + 1));
            for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
                QVERIFY(model.isGroup(above));
        }
    }

    /// The frame budget: what a frame costs depends on what is in sight.
    void growingTouchesOnlyWhatIsOpen()
    {
        app::JsonOutline outline;
        JsonTreeModel model(m_theme);
        outline.append("[");
        model.setOutline(&outline);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy insertions(&model, &QAbstractItemModel::rowsInserted);
        for (int i = 0; i < 20'000; ++i) {
            outline.append(R"({"id":1,"text":"some words"},)");
            if (i % 100 != 0)
                continue;
            model.grow();
            // The last row is looked at, as by a view at its end.
            (void)model.index(model.rowCount() - 1, 0).data();
            QVERIFY(changes.size() < 10);
            QVERIFY(insertions.size() < 10);
            changes.clear();
            insertions.clear();
        }
        QVERIFY(model.itemCount() < 400);
    }

    void textStandsInLines()
    {
        const QByteArray text = "{\n\t\"a\": 1,\r\n  \"b\": \"" + QByteArray(600, 'x') + "\"\n}";
        JsonTextModel model(m_theme);
        const QAbstractItemModelTester tester(&model);
        QByteArray growing;
        model.setText(&growing);
        for (qsizetype at = 0; at < text.size(); at += 7) {
            growing = text.first(qMin(at + 7, text.size()));
            model.grow();
        }
        QByteArray joined;
        for (int row = 0; row < model.rowCount(); ++row)
            joined += model.index(row).data().toString().toUtf8();
        QCOMPARE(joined,
                 QByteArray(text).replace("\n", "").replace("\r", "").replace("\t", "    "));
        QCOMPARE(model.index(1).data().toString(), u"    \"a\": 1,"_s);
        QCOMPARE(model.rowOf(0), 0);
        QCOMPARE(model.rowOf(text.indexOf("\"a\"")), 1);
        QCOMPARE(model.rowOf(text.size() - 1), model.rowCount() - 1);
    }

    void longLinesAreFoldedBetweenCharacters()
    {
        const QByteArray text = '"' + QByteArray("ä").repeated(1'000) + '"';
        JsonTextModel model(m_theme);
        model.setText(&text);
        QVERIFY(model.rowCount() > 5);
        QString joined;
        for (int row = 0; row < model.rowCount(); ++row)
            joined += model.index(row).data().toString();
        QCOMPARE(joined.toUtf8(), text);
    }
};

QTEST_MAIN(JsonModelsTest)
#include "json_models_test.moc"
