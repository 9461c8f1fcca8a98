// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/catalogue.h"
#include "app/net/http_client.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"
#include "ui/models/model_picker.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::ModelPicker;

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

private:
    struct Shown;

    ui::Theme m_theme;
    QTemporaryDir m_profile;
    tests::ScriptedServer m_server;
    app::HttpClient m_http;
    app::Catalogue m_catalogue{m_http, app::Paths::inFolder(m_profile.path())};
    app::Provider m_provider;
};

struct ModelPickerTest::Shown
{
    explicit Shown(ModelPickerTest &test) : picker(test.m_theme, test.m_catalogue, &window)
    {
        window.show();
        picker.setProviders({test.m_provider});
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

QTEST_MAIN(ModelPickerTest)
#include "model_picker_test.moc"
