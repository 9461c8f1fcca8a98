// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/catalogue.h"
#include "app/net/http_client.h"
#include "tests/app/catalogue/list_server.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"
#include "ui/models/ability_row.h"
#include "ui/models/model_details.h"
#include "ui/models/model_filter_bar.h"
#include "ui/models/model_picker.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/flat_button.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using ui::ModelPicker;

namespace {

/// All that labels say.
QString wordsOf(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        words.append(label->text());
    return words.join(u'\n');
}

} // namespace

class ModelPickerTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void showsTheListOfTheServer();
    void choosesByKeyboard();
    void choosesByMouse();
    void takesATypedId();
    void escapeChoosesNothing();
    void opensOnTheCurrentModel();
    void goesToTheCurrentModelWhenItsListComes();
    void filtersStayAndAreReachedByKeys();
    void favouritesByKeyAndByClick();
    void showsWhatIsKnown();
    void theUserSaysWhatAModelCan();
    void offersTheSuccessor();

private:
    struct Shown;

    ui::Theme m_theme;
    QTemporaryDir m_profile;
    tests::ScriptedServer m_server;
    app::HttpClient m_http;
    app::Catalogue m_catalogue{m_http, app::Paths::inFolder(m_profile.path())};
    app::Provider m_provider;
    ListServer m_listServer; ///< with one model of each kind
    app::Provider m_listProvider;
};

struct ModelPickerTest::Shown
{
    explicit Shown(ModelPickerTest &test) : Shown(test, test.m_provider) { }
    Shown(ModelPickerTest &test, const app::Provider &provider)
        : picker(test.m_theme, test.m_catalogue, &window)
    {
        window.show();
        picker.setProviders({provider});
        picker.popUp(&window);
    }
    QLineEdit *filter() const { return picker.findChild<QLineEdit *>(); }
    QListView *view() const { return picker.findChild<QListView *>(); }
    QString selected() const { return view()->currentIndex().data().toString(); }

    QPushButton window;
    ModelPicker picker;
    QSignalSpy chosen{&picker, &ModelPicker::chosen};
};

void ModelPickerTest::initTestCase()
{
    QVERIFY(app::Paths::inFolder(m_profile.path()).create());
    QVERIFY(m_server.listen());
    m_provider.id = u"scripted"_s;
    m_provider.name = u"Scripted"_s;
    m_provider.baseUrl = m_server.baseUrl();
    const auto models = m_catalogue.refresh(m_provider, {});
    QTRY_VERIFY(models.isFinished());
    QVERIFY(models.result());
    QVERIFY(m_catalogue.models(m_provider.id).size() > 1);

    m_listProvider = m_provider;
    m_listProvider.id = u"lists"_s;
    m_listProvider.name = u"Lists"_s;
    m_listProvider.baseUrl = m_listServer.url(u"/v1"_s);
    m_listProvider.dialect = app::Dialect::DeepInfra;
    m_listServer.answer("/v1/models", R"({"data":[{"id":"org/old"},{"id":"org/new","metadata":{
        "description":"Sees <b>well</b>.","tags":["chat","vlm"],"context_length":131072}}]})");
    m_listServer.answer("/models/list", R"([
        {"model_name":"org/old","deprecated":1700000000,"replaced_by":"org/new"},
        {"model_name":"org/new","tags":["tools"],"pricing":{"type":"tokens",
         "cents_per_input_token":0.0001,"cents_per_output_token":0.0004,"discount":0.5,
         "rate_per_service_tier_priority":1.5,"rate_per_service_tier_flex":0.8}}])");
    const auto listed = m_catalogue.refresh(m_listProvider, {});
    QTRY_VERIFY(listed.isFinished());
    QVERIFY(listed.result());
}

void ModelPickerTest::showsTheListOfTheServer()
{
    Shown shown(*this);
    const auto models = m_catalogue.models(m_provider.id);
    for (const app::ModelInfo &info : models) {
        if (info.chat != app::Ability::No)
            QVERIFY(!shown.view()
                         ->model()
                         ->match(shown.view()->model()->index(0, 0), Qt::DisplayRole, info.id)
                         .isEmpty());
    }
}

void ModelPickerTest::choosesByKeyboard()
{
    Shown shown(*this);
    const QString first = shown.selected();
    QTest::keyClick(shown.filter(), Qt::Key_Down);
    const QString second = shown.selected();
    QVERIFY(first != second);
    QTest::keyClick(shown.filter(), Qt::Key_Up);
    QTest::keyClick(shown.filter(), Qt::Key_Up); // the heading is no choice
    QCOMPARE(shown.selected(), first);
    QTest::keyClick(shown.filter(), Qt::Key_Down);
    QTest::keyClick(shown.filter(), Qt::Key_Return);
    QCOMPARE(shown.chosen.size(), 1);
    QCOMPARE(shown.chosen.first().at(0).toString(), u"scripted"_s);
    QCOMPARE(shown.chosen.first().at(1).toString(), second);
    QVERIFY(shown.picker.isHidden());
}

void ModelPickerTest::choosesByMouse()
{
    Shown shown(*this);
    const QModelIndex row = shown.view()->model()->index(1, 0);
    QTest::mouseClick(shown.view()->viewport(), Qt::LeftButton, {},
                      shown.view()->visualRect(row).center());
    QCOMPARE(shown.chosen.size(), 1);
    QCOMPARE(shown.chosen.first().at(1).toString(), row.data().toString());
}

void ModelPickerTest::takesATypedId()
{
    Shown shown(*this);
    QTest::keyClicks(shown.filter(), u"deploy_id:abc"_s);
    QTest::keyClick(shown.filter(), Qt::Key_Return);
    QCOMPARE(shown.chosen.size(), 1);
    QCOMPARE(shown.chosen.first().at(1).toString(), u"deploy_id:abc"_s);
}

void ModelPickerTest::escapeChoosesNothing()
{
    Shown shown(*this);
    QTest::keyClick(shown.filter(), Qt::Key_Escape);
    QVERIFY(shown.picker.isHidden());
    QVERIFY(shown.chosen.isEmpty());
}

void ModelPickerTest::opensOnTheCurrentModel()
{
    Shown shown(*this);
    const QString last =
        shown.view()->model()->index(shown.view()->model()->rowCount() - 1, 0).data().toString();
    shown.picker.setCurrent(u"scripted"_s, last);
    shown.picker.close();
    QSignalSpy refresh(&shown.picker, &ModelPicker::refreshRequested);
    shown.picker.popUp(&shown.window);
    QCOMPARE(shown.selected(), last);
    QCOMPARE(refresh.size(), 1);
}

void ModelPickerTest::goesToTheCurrentModelWhenItsListComes()
{
    app::Provider late = m_listProvider;
    late.id = u"late"_s;
    for (const bool isMoved : {false, true}) {
        ModelPicker picker(m_theme, m_catalogue, nullptr);
        picker.setProviders({m_provider, late});
        picker.setCurrent(late.id, u"org/new"_s);
        QPushButton anchor;
        anchor.show();
        picker.popUp(&anchor);
        const auto selected = [&] {
            return picker.findChild<QListView *>()->currentIndex().data().toString();
        };
        QVERIFY(selected() != u"org/new"_s);
        if (isMoved)
            QTest::keyClick(picker.findChild<QLineEdit *>(), Qt::Key_Down);
        const QString before = selected();
        const auto listed = m_catalogue.refresh(late, {});
        QTRY_VERIFY(listed.isFinished());
        QTRY_VERIFY(!m_catalogue.models(late.id).isEmpty());
        QTRY_COMPARE(selected(), isMoved ? before : u"org/new"_s);
        late.id = u"later"_s;
    }
}

void ModelPickerTest::filtersStayAndAreReachedByKeys()
{
    Shown shown(*this);
    const auto *bar = shown.picker.findChild<ui::ModelFilterBar *>();
    const auto chips = bar->findChildren<ui::FilterChip *>();
    ui::FilterChip *images = chips.first();
    const int all = shown.view()->model()->rowCount();
    QTest::keyClick(images, Qt::Key_Return);
    QVERIFY(images->isChecked());
    const int few = shown.view()->model()->rowCount();
    QVERIFY(few < all);
    QVERIFY(!shown.picker.isHidden()); // Return on a filter chooses no model
    const QString first = shown.selected();
    QTest::keyClick(images, Qt::Key_Down); // and the list is still at hand
    QVERIFY(shown.selected() != first);
    shown.picker.close();
    shown.picker.popUp(&shown.window);
    QVERIFY(images->isChecked());
    QCOMPARE(shown.view()->model()->rowCount(), few);
    QTest::keyClick(images, Qt::Key_Space);
    QCOMPARE(shown.view()->model()->rowCount(), all);
}

void ModelPickerTest::favouritesByKeyAndByClick()
{
    Shown shown(*this);
    const QSignalSpy toggled(&shown.picker, &ModelPicker::favouriteToggled);
    const QString model = shown.selected();
    QTest::keyClick(shown.filter(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(toggled.size(), 1);
    QCOMPARE(toggled.first().at(0).toString(), u"scripted"_s);
    QCOMPARE(toggled.first().at(1).toString(), model);
    const QModelIndex row = shown.view()->model()->index(1, 0);
    const QRect place = shown.view()->visualRect(row);
    QTest::mouseClick(shown.view()->viewport(), Qt::LeftButton, {},
                      {place.left() + 14, place.center().y()});
    QCOMPARE(toggled.size(), 2);
    QVERIFY(shown.chosen.isEmpty()); // a click on the star is none on the row
    QVERIFY(!shown.picker.isHidden());

    shown.picker.setPinned({{u"scripted"_s, model}}, {});
    QCOMPARE(shown.selected(), model); // what was looked at is still
    QCOMPARE(shown.view()->model()->index(0, 0).data().toString(), u"Favourites"_s);
    QCOMPARE(shown.view()->model()->index(1, 0).data().toString(), model);
}

void ModelPickerTest::showsWhatIsKnown()
{
    Shown shown(*this, m_listProvider);
    shown.filter()->setText(u"org/new"_s);
    const auto *details = shown.picker.findChild<ui::ModelDetails *>();
    const QString words = wordsOf(*details);
    for (const QString &fact :
         {u"new"_s, u"Sees <b>well</b>."_s, u"131,072 tokens"_s, u"$0.50 in · $2.00 out"_s,
          u"50 % off, else $1.00 in · $4.00 out"_s, u"from the list of Lists"_s, u"since "_s,
          u"priority +50 % price · flex −20 % price"_s})
        QVERIFY2(words.contains(fact), qPrintable(fact + u'\n' + words));
    shown.filter()->setText(u"deploy_id:abc"_s); // what is typed has its details, too
    QVERIFY2(wordsOf(*details).contains(u"in no list"_s), qPrintable(wordsOf(*details)));
}

void ModelPickerTest::theUserSaysWhatAModelCan()
{
    Shown shown(*this);
    connect(&shown.picker, &ModelPicker::abilitySaid, &m_catalogue, &app::Catalogue::setByUser);
    const QString model = shown.selected();
    const auto *details = shown.picker.findChild<ui::ModelDetails *>();
    auto *tools = details->findChildren<ui::AbilityRow *>().at(1);
    emit tools->said(app::Ability::No);
    QCOMPARE(m_catalogue.model(m_provider.id, model).tools, app::Ability::No);
    QVERIFY2(wordsOf(*tools).contains(u"set by you"_s), qPrintable(wordsOf(*tools)));
    QCOMPARE(shown.selected(), model);
    emit tools->said({});
    QVERIFY2(!wordsOf(*tools).contains(u"set by you"_s), qPrintable(wordsOf(*tools)));
}

void ModelPickerTest::offersTheSuccessor()
{
    Shown shown(*this, m_listProvider);
    shown.filter()->setText(u"org/old"_s);
    const auto *details = shown.picker.findChild<ui::ModelDetails *>();
    QVERIFY(wordsOf(*details).contains(u"was replaced"_s));
    const auto buttons = details->findChildren<ui::FlatButton *>();
    const auto offer = std::ranges::find(buttons, u"Use new instead"_s, &ui::FlatButton::text);
    QVERIFY(offer != buttons.end());
    (*offer)->click();
    QCOMPARE(shown.chosen.size(), 1);
    QCOMPARE(shown.chosen.first().at(1).toString(), u"org/new"_s);
    QVERIFY(shown.picker.isHidden());
}

QTEST_MAIN(ModelPickerTest)
#include "model_picker_test.moc"
