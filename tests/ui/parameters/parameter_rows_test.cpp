// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "ui/parameters/chips_row.h"
#include "ui/parameters/json_editor_dialog.h"
#include "ui/parameters/number_field.h"
#include "ui/parameters/parameter_row_factory.h"
#include "ui/parameters/schema_dialog.h"
#include "ui/parameters/segments_row.h"
#include "ui/parameters/value_slider.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/parameter_wording.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::ParameterRow;

namespace {

/// A value that the row may have, by the table.
QJsonValue sampleOf(const app::ParameterSpec &spec)
{
    switch (spec.type) {
    case app::ParameterType::Number:
    case app::ParameterType::Integer:
        return spec.maximum > 1 ? QJsonValue(1) : QJsonValue(0.5);
    case app::ParameterType::Boolean:
        return true;
    case app::ParameterType::Text:
        return u"x"_s;
    case app::ParameterType::TextList:
        return QJsonArray{u"END"_s};
    case app::ParameterType::IntegerList:
        return QJsonArray{7};
    case app::ParameterType::Choice:
        return QString(spec.choices.front());
    case app::ParameterType::Object:
        if (spec.control == app::ParameterControl::Format)
            return QJsonObject{{u"type"_s, u"json_object"_s}};
        return QJsonObject{{u"a"_s, 1}};
    case app::ParameterType::List:
        break;
    }
    const QJsonObject function{{u"name"_s, u"f"_s}};
    return QJsonArray{QJsonObject{{u"type"_s, u"function"_s}, {u"function"_s, function}}};
}

/// A row whose owner takes every change.
struct Shown
{
    explicit Shown(QLatin1StringView name)
        : row(ui::makeParameterRow(*app::findParameter(QString(name)), theme, &window))
    {
        row->setValue(QJsonValue::Undefined);
        QObject::connect(row, &ParameterRow::edited, row, &ParameterRow::setValue);
        window.resize(300, 200);
        row->setGeometry(0, 0, 260, 120);
        window.show();
    }

    ui::Theme theme;
    QWidget window;
    ParameterRow *row;
};

QAbstractButton *segment(QWidget *row, const QString &text)
{
    const auto buttons = row->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

class ParameterRowsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void everyRowReturnsToNotSent_data();
    void everyRowReturnsToNotSent();
    void everyRowHasWordsAndAName_data() { everyRowReturnsToNotSent_data(); }
    void everyRowHasWordsAndAName();
    void typedNumbers_data();
    void typedNumbers();
    void anEmptiedFieldIsNotSent();
    void escapeBringsTheNumberBack();
    void arrowsStep();
    void sliderHasASendState();
    void sliderLeavesOutAnExcludedMinimum();
    void chipsAreAddedAndRemoved();
    void chipsShowLineBreaks();
    void aChosenSegmentIsTakenBack();
    void rareEffortsAreInTheMenu();
    void refusedValuesStayVisible();
    void aFieldThatIsLeftShowsWhatIsSent();
    void badgesNameWhatDiffers();
    void brokenJsonCannotBeTaken();
    void schemaDialogWrapsTheSchema();
};

void ParameterRowsTest::everyRowReturnsToNotSent_data()
{
    QTest::addColumn<QString>("name");
    for (const app::ParameterSpec &spec : app::parameterTable())
        QTest::newRow(spec.name.data()) << QString(spec.name);
}

void ParameterRowsTest::everyRowReturnsToNotSent()
{
    QFETCH(QString, name);
    const app::ParameterSpec &spec = *app::findParameter(name);
    Shown shown(spec.name);
    QVERIFY(!shown.row->isSet());

    shown.row->setValue(sampleOf(spec));
    QVERIFY(shown.row->isSet());
    QTest::keyClick(shown.row, Qt::Key_Delete);
    QVERIFY(!shown.row->isSet());

    shown.row->setValue(sampleOf(spec));
    QAbstractButton *clear = segment(shown.row, u"×"_s);
    if (!clear) { // shown under the pointer only
        QEnterEvent enter({5, 5}, {5, 5}, shown.row->mapToGlobal(QPointF(5, 5)));
        QCoreApplication::sendEvent(shown.row, &enter);
        clear = segment(shown.row, u"×"_s);
    }
    QVERIFY(clear);
    clear->click();
    QVERIFY(!shown.row->isSet());
}

void ParameterRowsTest::everyRowHasWordsAndAName()
{
    QFETCH(QString, name);
    const ui::ParameterWording wording = ui::parameterWording(name);
    QVERIFY2(wording.name != name, "no human name");
    QVERIFY(!wording.explanation.isEmpty());
    Shown shown(app::findParameter(name)->name);
    QWidget *control = shown.row->focusProxy();
    QVERIFY(control);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(control);
    QVERIFY(interface);
    QVERIFY(!interface->text(QAccessible::Name).isEmpty());
    QVERIFY(!interface->text(QAccessible::Description).isEmpty());
}

void ParameterRowsTest::typedNumbers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QJsonValue>("value");
    const QJsonValue nothing(QJsonValue::Undefined);
    QTest::newRow("on the steps") << u"temperature"_s << u"0.7"_s << u"0.70"_s << QJsonValue(0.7);
    QTest::newRow("finer") << u"temperature"_s << u"0.123"_s << u"0.123"_s << QJsonValue(0.123);
    QTest::newRow("too much") << u"temperature"_s << u"2.1"_s << u"2.1"_s << nothing;
    QTest::newRow("no number") << u"temperature"_s << u"warm"_s << u"warm"_s << nothing;
    QTest::newRow("excluded") << u"top_p"_s << u"0"_s << u"0"_s << nothing;
    QTest::newRow("negative") << u"presence_penalty"_s << u"-2"_s << u"-2.00"_s << QJsonValue(-2);
    QTest::newRow("grouped") << u"max_tokens"_s << u"4,096"_s << u"4096"_s << QJsonValue(4096);
    QTest::newRow("a fraction of an answer") << u"n"_s << u"1.5"_s << u"1.5"_s << nothing;
    QTest::newRow("a long seed") << u"seed"_s << u"9007199254740993"_s << u"9007199254740993"_s
                                 << QJsonValue(9007199254740993LL);
}

void ParameterRowsTest::typedNumbers()
{
    QFETCH(QString, name);
    QFETCH(QString, typed);
    QFETCH(QJsonValue, value);
    Shown shown(app::findParameter(name)->name);
    auto *field = shown.row->findChild<ui::NumberField *>();
    field->setFocus();
    QTest::keyClicks(field, typed);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(shown.row->value(), value);
    QTEST(field->text(), "shown");
    const auto notes = shown.row->findChildren<ui::ThemedLabel *>();
    const bool explained = std::ranges::any_of(notes, [](const ui::ThemedLabel *label) {
        return label->isVisible() && label->text().contains(u"number"_s);
    });
    QCOMPARE(explained, value.isUndefined());
}

void ParameterRowsTest::anEmptiedFieldIsNotSent()
{
    Shown shown("temperature"_L1);
    shown.row->setValue(0.7);
    auto *field = shown.row->findChild<ui::NumberField *>();
    field->setFocus();
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Backspace);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!shown.row->isSet());
}

void ParameterRowsTest::escapeBringsTheNumberBack()
{
    Shown shown("temperature"_L1);
    shown.row->setValue(0.7);
    auto *field = shown.row->findChild<ui::NumberField *>();
    field->setFocus();
    field->setText(u"9"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->text(), u"0.70"_s);
    QCOMPARE(shown.row->value(), QJsonValue(0.7));
}

void ParameterRowsTest::arrowsStep()
{
    Shown shown("temperature"_L1);
    auto *field = shown.row->findChild<ui::NumberField *>();
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(shown.row->value(), QJsonValue(1.05)); // from the server's default
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(shown.row->value(), QJsonValue(0.95));
}

void ParameterRowsTest::sliderHasASendState()
{
    Shown shown("temperature"_L1);
    auto *slider = shown.row->findChild<ui::ValueSlider *>();
    QVERIFY(!slider->isSent());
    QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, 9));
    QCOMPARE(shown.row->value(), QJsonValue(1)); // where it already stood
    QVERIFY(slider->isSent());
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(shown.row->value(), QJsonValue(1.05));
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(shown.row->value(), QJsonValue(0));
    QTest::keyClick(slider, Qt::Key_Delete);
    QVERIFY(!shown.row->isSet());
    QVERIFY(!slider->isSent());
}

void ParameterRowsTest::sliderLeavesOutAnExcludedMinimum()
{
    Shown shown("top_p"_L1);
    auto *slider = shown.row->findChild<ui::ValueSlider *>();
    QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(1, 9));
    QCOMPARE(shown.row->value(), QJsonValue(0.01));
    Shown repetition("repetition_penalty"_L1);
    slider = repetition.row->findChild<ui::ValueSlider *>();
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(repetition.row->value(), QJsonValue(1.05)); // whole steps, whatever the minimum
}

void ParameterRowsTest::chipsAreAddedAndRemoved()
{
    Shown shown("stop"_L1);
    auto *entry = shown.row->findChild<QLineEdit *>();
    for (const auto &text : {u"###"_s, u"END"_s, u"END"_s, u"a"_s, u"b"_s}) {
        if (QAbstractButton *add = segment(shown.row, u"+"_s))
            add->click();
        QTest::keyClicks(entry, text);
        QTest::keyClick(entry, Qt::Key_Return);
    }
    const QJsonArray four{u"###"_s, u"END"_s, u"a"_s, u"b"_s};
    QCOMPARE(shown.row->value(), QJsonValue(four));
    QVERIFY(!segment(shown.row, u"+"_s)); // four is the most
    shown.row->setValue(QJsonArray{u"###"_s});
    QTest::keyClick(shown.row->findChildren<QAbstractButton *>().last(), Qt::Key_Delete);
    QVERIFY(!shown.row->isSet());
}

void ParameterRowsTest::chipsShowLineBreaks()
{
    const QString text = u"a\n\tb\\n\r"_s;
    QCOMPARE(ui::ChipsRow::escaped(text), u"a\\n\\tb\\\\n\\r"_s);
    QCOMPARE(ui::ChipsRow::unescaped(ui::ChipsRow::escaped(text)), text);
    QCOMPARE(ui::ChipsRow::unescaped(u"C:\\x\\"_s), u"C:\\x\\"_s);
}

void ParameterRowsTest::aChosenSegmentIsTakenBack()
{
    Shown shown("service_tier"_L1);
    QAbstractButton *priority = segment(shown.row, u"priority"_s);
    QVERIFY(priority);
    priority->click();
    QCOMPARE(shown.row->value(), QJsonValue(u"priority"_s));
    QVERIFY(priority->isChecked());
    priority->click();
    QVERIFY(!shown.row->isSet());
    QVERIFY(!priority->isChecked());
}

void ParameterRowsTest::rareEffortsAreInTheMenu()
{
    Shown shown("reasoning_effort"_L1);
    QVERIFY(segment(shown.row, u"off"_s));
    QVERIFY(!segment(shown.row, u"minimal"_s));
    shown.row->setValue(u"minimal"_s);
    QTRY_VERIFY(segment(shown.row, u"minimal"_s));
    QVERIFY(segment(shown.row, u"minimal"_s)->isChecked());
    shown.row->setValue(QJsonValue::Undefined);
    QVERIFY(!segment(shown.row, u"minimal"_s));
}

void ParameterRowsTest::refusedValuesStayVisible()
{
    Shown shown("top_k"_L1);
    shown.row->setRefusal(ParameterRow::Refusal::Dialect, u"OpenAI"_s, false);
    auto *check = shown.row->findChild<QCheckBox *>();
    QVERIFY(check->isHidden());
    shown.row->setValue(40);
    QVERIFY(!check->isHidden());
    auto *name = shown.row->findChild<ui::ThemedLabel *>();
    QVERIFY(name->isStruckThrough());
    QSignalSpy anyway(shown.row, &ParameterRow::sendAnywayChanged);
    check->click();
    QCOMPARE(anyway.size(), 1);
    QCOMPARE(anyway.first().first().toBool(), true);
    shown.row->setRefusal(ParameterRow::Refusal::Dialect, u"OpenAI"_s, true);
    QVERIFY(!name->isStruckThrough());
    QCOMPARE(shown.row->value(), QJsonValue(40));
}

void ParameterRowsTest::aFieldThatIsLeftShowsWhatIsSent()
{
    Shown shown("temperature"_L1);
    shown.row->setValue(0.3);
    auto *field = shown.row->findChild<ui::NumberField *>();
    field->setText(u"9"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(field->text(), u"9"_s); // to be put right
    const int height = shown.row->sizeHint().height();
    field->setText(u"warm"_s);
    QFocusEvent left(QEvent::FocusOut, Qt::MouseFocusReason);
    QCoreApplication::sendEvent(field, &left);
    QCOMPARE(field->text(), u"0.30"_s);
    QCOMPARE(shown.row->value(), QJsonValue(0.3));
    QVERIFY(shown.row->sizeHint().height() <= height);
    const auto explained = [&] {
        const auto notes = shown.row->findChildren<ui::ThemedLabel *>();
        return std::ranges::any_of(notes, [](const ui::ThemedLabel *label) {
            return label->isVisible() && label->text().contains(u"number"_s);
        });
    };
    QTRY_VERIFY(explained());
}

void ParameterRowsTest::badgesNameWhatDiffers()
{
    Shown shown("temperature"_L1);
    shown.row->setValue(0.7);
    const auto badge = [&] {
        const auto labels = shown.row->findChildren<ui::ThemedLabel *>();
        for (const ui::ThemedLabel *label : labels) {
            if (label->isVisible() && label->text().startsWith(u"B:"_s))
                return label->text();
        }
        return QString();
    };
    shown.row->setOthers({{app::LaneId(2), u"B"_s, 0.2}});
    QCOMPARE(badge(), u"B: 0.20"_s);
    shown.row->setOthers({{app::LaneId(2), u"B"_s, QJsonValue::Undefined}});
    QCOMPARE(badge(), u"B: –"_s);
    shown.row->setOthers({{app::LaneId(2), u"B"_s, 0.7}});
    QVERIFY(badge().isEmpty());
}

void ParameterRowsTest::brokenJsonCannotBeTaken()
{
    ui::Theme theme;
    ui::JsonEditorDialog dialog({u"Tools"_s, {}, u"[]"_s}, ui::checkTools, theme);
    QSignalSpy taken(&dialog, &ui::JsonEditorDialog::taken);
    auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(ok->isEnabled());
    dialog.setText(u"[{"_s);
    QVERIFY(!ok->isEnabled());
    dialog.setText(uR"([{"type":"function","function":{"name":"f"}}])"_s);
    QVERIFY(ok->isEnabled());
    ok->click();
    QCOMPARE(taken.size(), 1);
    QCOMPARE(ui::toolNames(taken.first().first().toJsonValue()), QStringList{u"f"_s});
}

void ParameterRowsTest::schemaDialogWrapsTheSchema()
{
    ui::Theme theme;
    ui::SchemaDialog dialog(theme);
    QSignalSpy taken(&dialog, &ui::JsonEditorDialog::taken);
    dialog.setText(uR"({"type":"object"})"_s);
    auto *name = dialog.findChild<QLineEdit *>();
    auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    name->setText(u"two words"_s);
    QVERIFY(!ok->isEnabled());
    name->setText(u"book"_s);
    ok->click();
    QCOMPARE(taken.size(), 1);
    const QJsonValue format = taken.first().first().toJsonValue();
    QCOMPARE(format["json_schema"_L1]["name"_L1].toString(), u"book"_s);
    QVERIFY(app::checkParameter(*app::findParameter(u"response_format"), format));
}

QTEST_MAIN(ParameterRowsTest)
#include "parameter_rows_test.moc"
