// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_list.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using app::Ability;
using ui::ModelList;
using Kind = ModelList::Row::Kind;

namespace {

QList<app::Provider> twoProviders()
{
    app::Provider local;
    local.id = u"local"_s;
    local.name = u"Ollama"_s;
    return {app::deepInfraProvider(), local};
}

QList<app::ModelInfo> someModels()
{
    app::ModelInfo flash{.id = u"deepseek-ai/DeepSeek-V4-Flash"_s, .contextLength = 163'840};
    flash.prices.input = 0.27;
    flash.prices.output = 1.1;
    flash.tools = Ability::Yes;
    flash.reasoning = Ability::Yes;
    app::ModelInfo vision{.id = u"Qwen/Qwen3-VL"_s};
    vision.images = Ability::Yes;
    app::ModelInfo embedding{.id = u"BAAI/bge-m3"_s};
    embedding.chat = Ability::No;
    return {flash, vision, embedding};
}

QStringList shown(const ModelList &list)
{
    QStringList rows;
    for (int i = 0; i < list.rowCount(); ++i)
        rows.append(list.index(i).data().toString());
    return rows;
}

} // namespace

class ModelListTest : public QObject
{
    Q_OBJECT
private slots:
    void groupsByProvider();
    void filters_data();
    void filters();
    void aTypedIdIsOfferedForEveryProvider();
    void headingsSayHowTheListStands();
    void isAWellBehavedModel();
    void rowsAreReadAloud();
    void aKeyCostsTheViewOneReset();
};

void ModelListTest::groupsByProvider()
{
    ModelList list;
    list.setProviders(twoProviders());
    list.setModels(u"deepinfra"_s, someModels());
    QCOMPARE(shown(list), (QStringList{u"DeepInfra"_s, u"deepseek-ai/DeepSeek-V4-Flash"_s,
                                       u"Qwen/Qwen3-VL"_s, u"Ollama – no list yet: type an id"_s}));
    QVERIFY(!list.isChoosable(0));
    QVERIFY(list.isChoosable(1));
    QCOMPARE(list.rowOf(u"deepinfra"_s, u"Qwen/Qwen3-VL"_s), 2);
    QCOMPARE(list.rowOf(u"local"_s, u"Qwen/Qwen3-VL"_s), -1);
    QCOMPARE(list.bestRow(), 1);
}

void ModelListTest::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("best");
    QTest::newRow("any part") << u"v4-fl"_s << u"deepseek-ai/DeepSeek-V4-Flash"_s;
    QTest::newRow("any case, any order") << u"VL qwen"_s << u"Qwen/Qwen3-VL"_s;
    QTest::newRow("an ability") << u"image"_s << u"Qwen/Qwen3-VL"_s;
    QTest::newRow("a provider") << u"deepinfra reasoning"_s << u"deepseek-ai/DeepSeek-V4-Flash"_s;
    QTest::newRow("no chat model") << u"bge"_s << u"Use “bge” with DeepInfra"_s;
}

void ModelListTest::filters()
{
    QFETCH(QString, filter);
    ModelList list;
    list.setProviders(twoProviders());
    list.setModels(u"deepinfra"_s, someModels());
    list.setFilter(filter);
    QVERIFY(list.bestRow() >= 0);
    QTEST(list.index(list.bestRow()).data().toString(), "best");
}

void ModelListTest::aTypedIdIsOfferedForEveryProvider()
{
    ModelList list;
    list.setProviders(twoProviders());
    list.setModels(u"deepinfra"_s, someModels());
    list.setFilter(u" my-org/new:v2 "_s);
    QCOMPARE(list.rowCount(), 2);
    QCOMPARE(list.index(1).data().toString(), u"Use “my-org/new:v2” with Ollama"_s);
    QCOMPARE(list.modelId(list.row(1)), u"my-org/new:v2"_s);
    QCOMPARE(list.provider(list.row(1)).id, u"local"_s);
    list.setFilter(u"Qwen/Qwen3-VL"_s); // exactly one that is listed
    QCOMPARE(list.row(list.rowCount() - 1).kind, Kind::Model);
}

void ModelListTest::headingsSayHowTheListStands()
{
    ModelList list;
    list.setProviders(twoProviders());
    list.setModels(u"deepinfra"_s, someModels());
    list.setState(u"deepinfra"_s, ui::ListState::Refreshing);
    list.setState(u"local"_s, ui::ListState::Failed);
    QVERIFY(shown(list).contains(u"DeepInfra – the list is being refreshed"_s));
    QVERIFY(shown(list).contains(u"Ollama – the server gave no list: type an id"_s));
    list.setState(u"deepinfra"_s, ui::ListState::Failed);
    QVERIFY(shown(list).contains(u"DeepInfra – the list could not be refreshed"_s));
    list.setState(u"deepinfra"_s, ui::ListState::Known);
    QVERIFY(shown(list).contains(u"DeepInfra"_s));
}

void ModelListTest::isAWellBehavedModel()
{
    ModelList list;
    const QAbstractItemModelTester tester(&list,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    list.setProviders(twoProviders());
    list.setModels(u"local"_s, someModels());
    list.setFilter(u"flash"_s);
    list.setState(u"local"_s, ui::ListState::Refreshing);
    list.setModels(u"local"_s, {});
    list.setFilter({});
    list.setProviders({});
    QCOMPARE(list.rowCount(), 0);
}

void ModelListTest::rowsAreReadAloud()
{
    ModelList list;
    list.setProviders(twoProviders());
    list.setModels(u"deepinfra"_s, someModels());
    QCOMPARE(list.index(1).data(Qt::AccessibleTextRole).toString(),
             u"deepseek-ai/DeepSeek-V4-Flash, DeepInfra, 164k context, $0.27 in · $1.10 out, "
             "tools · reasoning"_s);
}

void ModelListTest::aKeyCostsTheViewOneReset()
{
    QList<app::ModelInfo> many;
    for (int i = 0; i < 600; ++i) {
        app::ModelInfo info{
            .id = u"organisation-%1/Some-Long-Model-Name-%2-Instruct"_s.arg(i % 40).arg(i)};
        info.tags = {u"chat"_s, u"prompt_cache"_s};
        many.append(info);
    }
    ModelList list;
    list.setProviders(twoProviders());
    list.setModels(u"deepinfra"_s, many);
    // Whatever matches, a key costs its view one reset and no work for each row. What it takes is
    // measured by bench_models.
    const QSignalSpy resets(&list, &QAbstractItemModel::modelReset);
    const QSignalSpy inserts(&list, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removals(&list, &QAbstractItemModel::rowsRemoved);
    const QString typed = u"model 59 inst"_s;
    for (int length = 1; length <= typed.size(); ++length)
        list.setFilter(typed.left(length));
    QCOMPARE(resets.size(), typed.size() - typed.count(u' ')); // a space alone changes nothing
    QVERIFY(inserts.isEmpty());
    QVERIFY(removals.isEmpty());
    QCOMPARE(list.rowCount(), 1 + 16); // a heading; 59, 159 …, 559, 590 …, 599
}

QTEST_GUILESS_MAIN(ModelListTest)
#include "model_list_test.moc"
