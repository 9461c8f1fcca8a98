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
    void filtersByWhatIsKnown_data();
    void filtersByWhatIsKnown();
    void whatIsNotKnownIsAskedAbout();
    void offersToShowAllAgain();
    void sorts_data();
    void sorts();
    void favouritesStandOnTop();
    void failuresSayWhy();
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
    list.setText(filter);
    QVERIFY(list.bestRow() >= 0);
    QTEST(list.index(list.bestRow()).data().toString(), "best");
}

void ModelListTest::aTypedIdIsOfferedForEveryProvider()
{
    ModelList list;
    list.setProviders(twoProviders());
    list.setModels(u"deepinfra"_s, someModels());
    list.setText(u" my-org/new:v2 "_s);
    QCOMPARE(list.rowCount(), 2);
    QCOMPARE(list.index(1).data().toString(), u"Use “my-org/new:v2” with Ollama"_s);
    QCOMPARE(list.modelId(list.row(1)), u"my-org/new:v2"_s);
    QCOMPARE(list.provider(list.row(1)).id, u"local"_s);
    list.setText(u"Qwen/Qwen3-VL"_s); // exactly one that is listed
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
    list.setText(u"flash"_s);
    list.setState(u"local"_s, ui::ListState::Refreshing);
    list.setModels(u"local"_s, {});
    list.setText({});
    list.setFilter({.abilities = {&app::ModelInfo::tools}, .order = ui::ModelOrder::Price});
    list.showUnknown();
    list.setPinned({{u"local"_s, someModels().first()}}, {});
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
        list.setText(typed.left(length));
    QCOMPARE(resets.size(), typed.size() - typed.count(u' ')); // a space alone changes nothing
    QVERIFY(inserts.isEmpty());
    QVERIFY(removals.isEmpty());
    QCOMPARE(list.rowCount(), 1 + 16); // a heading; 59, 159 …, 559, 590 …, 599
}

void ModelListTest::filtersByWhatIsKnown_data()
{
    QTest::addColumn<ui::ModelFilter>("filter");
    QTest::addColumn<QStringList>("models");
    const QString flash = u"deepseek-ai/DeepSeek-V4-Flash"_s;
    const QString vision = u"Qwen/Qwen3-VL"_s;
    QTest::newRow("nothing") << ui::ModelFilter{} << QStringList{flash, vision};
    QTest::newRow("images") << ui::ModelFilter{.abilities = {&app::ModelInfo::images}}
                            << QStringList{vision};
    QTest::newRow("two abilities")
        << ui::ModelFilter{.abilities = {&app::ModelInfo::tools, &app::ModelInfo::reasoning}}
        << QStringList{flash};
    QTest::newRow("provider") << ui::ModelFilter{.providerId = u"local"_s} << QStringList{};
    QTest::newRow("price") << ui::ModelFilter{.mostUsd = 1.1} << QStringList{flash};
    QTest::newRow("too dear") << ui::ModelFilter{.mostUsd = 1.09} << QStringList{};
    QTest::newRow("context") << ui::ModelFilter{.leastContext = 128'000} << QStringList{flash};
}

void ModelListTest::filtersByWhatIsKnown()
{
    QFETCH(ui::ModelFilter, filter);
    QFETCH(QStringList, models);
    ModelList list;
    list.setProviders(twoProviders());
    list.setModels(u"deepinfra"_s, someModels());
    list.setFilter(filter);
    QStringList found;
    for (int i = 0; i < list.rowCount(); ++i) {
        if (list.row(i).kind == Kind::Model)
            found.append(list.modelId(list.row(i)));
    }
    QCOMPARE(found, models);
}

void ModelListTest::whatIsNotKnownIsAskedAbout()
{
    ModelList list;
    list.setProviders(twoProviders());
    list.setModels(u"deepinfra"_s, someModels());
    list.setFilter({.mostUsd = 5});
    QCOMPARE(list.row(list.rowCount() - 1).kind, Kind::ShowUnknown);
    QCOMPARE(list.index(list.rowCount() - 1).data().toString(),
             u"Show 1 more of which it is not known"_s);
    QVERIFY(!list.isModel(list.rowCount() - 1));
    list.showUnknown();
    QVERIFY(list.rowOf(u"deepinfra"_s, u"Qwen/Qwen3-VL"_s) > 0);
    QCOMPARE(list.row(list.rowCount() - 1).kind, Kind::Model);
    list.setFilter({.mostUsd = 6}); // another question
    QCOMPARE(list.row(list.rowCount() - 1).kind, Kind::ShowUnknown);
}

void ModelListTest::offersToShowAllAgain()
{
    ModelList list;
    list.setProviders(twoProviders());
    list.setModels(u"deepinfra"_s, someModels());
    list.setFilter({.leastContext = 10'000'000});
    QCOMPARE(list.row(list.rowCount() - 1).kind, Kind::ClearFilter);
    QVERIFY(list.isChoosable(list.rowCount() - 1));
    list.setText(u"my-org/new"_s); // a typed id goes with every filter
    QCOMPARE(list.row(list.bestRow()).kind, Kind::HandTyped);
}

void ModelListTest::sorts_data()
{
    QTest::addColumn<ui::ModelOrder>("order");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("by name") << ui::ModelOrder::Name
                             << QStringList{u"All models"_s, u"org/a"_s, u"x/B"_s, u"c"_s};
    QTest::newRow("by price") << ui::ModelOrder::Price
                              << QStringList{u"All models"_s, u"c"_s, u"org/a"_s, u"x/B"_s};
    QTest::newRow("by context") << ui::ModelOrder::Context
                                << QStringList{u"All models"_s, u"x/B"_s, u"org/a"_s, u"c"_s};
    QTest::newRow("by age") << ui::ModelOrder::Newest
                            << QStringList{u"All models"_s, u"org/a"_s, u"c"_s, u"x/B"_s};
}

void ModelListTest::sorts()
{
    QFETCH(ui::ModelOrder, order);
    app::ModelInfo a{.id = u"org/a"_s, .contextLength = 10};
    a.prices.output = 2;
    a.createdMs = 3;
    app::ModelInfo b{.id = u"x/B"_s, .contextLength = 20};
    app::ModelInfo c{.id = u"c"_s};
    c.prices.output = 1;
    c.createdMs = 2;
    ModelList list;
    list.setProviders(twoProviders());
    list.setModels(u"deepinfra"_s, {a, b});
    list.setModels(u"local"_s, {c});
    list.setFilter({.order = order});
    QTEST(shown(list), "rows");
    QVERIFY(list.namesProvider(list.row(1)));
    list.setModels(u"local"_s, {}); // and goes on to sort what comes
    QCOMPARE(list.rowCount(), 3);
}

void ModelListTest::favouritesStandOnTop()
{
    ModelList list;
    list.setProviders(twoProviders());
    list.setModels(u"deepinfra"_s, someModels());
    const app::ModelInfo flash = someModels().first();
    const app::ModelInfo typed{.id = u"deploy_id:x"_s};
    list.setPinned({{u"deepinfra"_s, flash}, {u"gone"_s, flash}},
                   {{u"deepinfra"_s, flash}, {u"deepinfra"_s, typed}});
    QCOMPARE(shown(list),
             (QStringList{u"Favourites"_s, flash.id, u"Chosen last"_s, typed.id, u"DeepInfra"_s,
                          flash.id, u"Qwen/Qwen3-VL"_s, u"Ollama – no list yet: type an id"_s}));
    QVERIFY(list.isFavourite(u"deepinfra"_s, flash.id));
    QVERIFY(!list.isFavourite(u"local"_s, flash.id));
    QCOMPARE(list.provider(list.row(1)).id, u"deepinfra"_s);
    QVERIFY(list.namesProvider(list.row(1)));
    QVERIFY(list.index(1).data(Qt::AccessibleTextRole).toString().contains(u"favourite"_s));
    list.setText(u"deepseek"_s); // once is enough while one types
    QCOMPARE(shown(list),
             (QStringList{u"Favourites"_s, flash.id, u"Use “deepseek” with DeepInfra"_s,
                          u"Use “deepseek” with Ollama"_s}));
    list.setText({});
    list.setFilter({.abilities = {&app::ModelInfo::images}});
    QCOMPARE(shown(list).first(), u"DeepInfra"_s); // filters hold for favourites, too
    list.setFilter({});
    list.setPinned({}, {});
    QCOMPARE(shown(list).first(), u"DeepInfra"_s);
}

void ModelListTest::failuresSayWhy()
{
    ModelList list;
    list.setProviders(twoProviders());
    list.setState(u"local"_s, ui::ListState::Failed, u"<b>Nobody</b> is there."_s);
    const int heading = list.rowCount() - 1;
    QCOMPARE(list.headingNote(list.row(heading)), u"<b>Nobody</b> is there."_s);
    QVERIFY(list.index(heading)
                .data(Qt::AccessibleTextRole)
                .toString()
                .endsWith(u"<b>Nobody</b> is there."_s));
    QVERIFY(!list.index(heading).data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
    list.setState(u"local"_s, ui::ListState::Known);
    QVERIFY(list.headingNote(list.row(heading)).isEmpty());
}

QTEST_GUILESS_MAIN(ModelListTest)
#include "model_list_test.moc"
