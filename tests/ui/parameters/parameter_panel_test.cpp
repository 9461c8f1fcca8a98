// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "ui/parameters/lane_values.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/parameters/parameter_row.h"
#include "ui/parameters/system_prompt_edit.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/themed_label.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::ParameterPanel;
using ui::ParameterRow;

Q_DECLARE_METATYPE(app::Lane)

namespace {

app::Lane lane(int letter, const QString &provider = u"deepinfra"_s)
{
    app::Lane made;
    made.id = app::LaneId(letter + 1);
    made.letter = letter;
    made.position = letter;
    made.providerId = provider;
    made.model = u"org/model-%1"_s.arg(letter);
    return made;
}

ParameterRow *row(const ParameterPanel &panel, const QString &name)
{
    const auto rows = panel.findChildren<ParameterRow *>();
    const auto found = std::ranges::find(rows, name, &ParameterRow::wireName);
    return found == rows.end() ? nullptr : *found;
}

bool says(const QWidget &widget, const QString &part)
{
    const auto labels = widget.findChildren<ui::ThemedLabel *>();
    return std::ranges::any_of(labels, [&](const ui::ThemedLabel *label) {
        return !label->isHidden() && label->text().contains(part);
    });
}

ui::FlatButton *button(const ParameterPanel &panel, const QString &text)
{
    const auto buttons = panel.findChildren<ui::FlatButton *>();
    const auto found = std::ranges::find(buttons, text, &QAbstractButton::text);
    return found == buttons.end() ? nullptr : *found;
}

} // namespace

class ParameterPanelTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void isMadeFromTheTable();
    void aChangeIsToldOnce();
    void flushTellsWhatIsBeingTyped();
    void keepsWhatIsNotToldYet();
    void theSystemPromptIsTold();
    void hiddenValuesAreShown();
    void lanesAreComparedAndCopied();
    void switchingLanesShowsTheOther();
    void dialectsAndDroppedFieldsShow();
    void echoAndPriceStandBelowTheTier();
    void extraJsonIsNoParameter();
    void withoutALaneItIsDisabled();

private:
    ui::Theme m_theme;
};

void ParameterPanelTest::initTestCase()
{
    QLocale::setDefault(QLocale(u"en_US"_s));
    qRegisterMetaType<app::Lane>();
}

void ParameterPanelTest::isMadeFromTheTable()
{
    ParameterPanel panel(m_theme);
    panel.setLanes({lane(0)}, app::LaneId(1));
    const auto before = panel.findChildren<ParameterRow *>().size();
    button(panel, u"More"_s)->click();
    QVERIFY(panel.findChildren<ParameterRow *>().size() > before); // not made until then
    for (const app::ParameterSpec &spec : app::parameterTable()) {
        const bool shown = spec.control != app::ParameterControl::Hidden;
        QCOMPARE(row(panel, QString(spec.name)) != nullptr, shown);
    }
    const auto rows = panel.findChildren<ParameterRow *>();
    for (const ParameterRow *each : rows)
        QVERIFY2(!each->isSet(), qPrintable(each->wireName()));
}

void ParameterPanelTest::aChangeIsToldOnce()
{
    ParameterPanel panel(m_theme);
    panel.setLanes({lane(0)}, app::LaneId(1));
    QSignalSpy told(&panel, &ParameterPanel::laneEdited);
    emit row(panel, u"temperature"_s)->edited(0.5);
    emit row(panel, u"temperature"_s)->edited(0.6);
    QCOMPARE(row(panel, u"temperature"_s)->value(), QJsonValue(0.6));
    QTRY_COMPARE(told.size(), 1);
    auto edited = told.takeFirst().first().value<app::Lane>();
    QCOMPARE(edited.parameters.value(u"temperature"), QJsonValue(0.6));
    emit row(panel, u"temperature"_s)->edited(QJsonValue::Undefined);
    panel.flush();
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().first().value<app::Lane>().parameters.isEmpty());
}

void ParameterPanelTest::flushTellsWhatIsBeingTyped()
{
    ParameterPanel panel(m_theme);
    panel.setLanes({lane(0)}, app::LaneId(1));
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    QSignalSpy told(&panel, &ParameterPanel::laneEdited);
    auto *field = row(panel, u"max_tokens"_s)->findChild<QLineEdit *>();
    field->setFocus();
    QTest::keyClicks(field, u"512"_s);
    panel.flush();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().value<app::Lane>().parameters.value(u"max_tokens"),
             QJsonValue(512));
}

void ParameterPanelTest::keepsWhatIsNotToldYet()
{
    ParameterPanel panel(m_theme);
    panel.setLanes({lane(0)}, app::LaneId(1));
    emit row(panel, u"seed"_s)->edited(7);
    app::Lane moved = lane(0); // a message arrived meanwhile
    moved.head = app::MessageId(99);
    panel.setLanes({moved}, moved.id);
    QCOMPARE(row(panel, u"seed"_s)->value(), QJsonValue(7));
    QSignalSpy told(&panel, &ParameterPanel::laneEdited);
    panel.flush();
    const auto edited = told.first().first().value<app::Lane>();
    QCOMPARE(edited.head, app::MessageId(99));
    QCOMPARE(edited.parameters.value(u"seed"), QJsonValue(7));
}

void ParameterPanelTest::theSystemPromptIsTold()
{
    ParameterPanel panel(m_theme);
    panel.setLanes({lane(0)}, app::LaneId(1));
    QSignalSpy told(&panel, &ParameterPanel::laneEdited);
    auto *prompt = panel.findChild<ui::SystemPromptEdit *>();
    QTest::keyClicks(prompt, u"Be brief."_s);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().first().value<app::Lane>().systemPrompt, u"Be brief."_s);
    app::Lane other = lane(0);
    other.systemPrompt = u"Be long."_s;
    panel.setLanes({other}, other.id);
    QCOMPARE(prompt->toPlainText(), u"Be long."_s);
    QTest::qWait(0);
    panel.flush();
    QCOMPARE(told.size(), 1); // showing is no edit
}

void ParameterPanelTest::hiddenValuesAreShown()
{
    ParameterPanel panel(m_theme);
    app::Lane imported = lane(0);
    imported.parameters.set(u"logit_bias", QJsonObject());
    imported.parameters.set(u"flux_capacity", 3);
    panel.setLanes({imported}, imported.id);
    QVERIFY(row(panel, u"logit_bias"_s)->isSet());
    QVERIFY(row(panel, u"flux_capacity"_s)->isSet());
    QVERIFY(button(panel, u"More, 2 set"_s) || button(panel, u"More, %n set"_s));
    panel.setLanes({lane(0)}, app::LaneId(1));
    QVERIFY(row(panel, u"logit_bias"_s)->isHidden());
}

void ParameterPanelTest::lanesAreComparedAndCopied()
{
    ParameterPanel panel(m_theme);
    app::Lane a = lane(0);
    app::Lane b = lane(1);
    a.parameters.set(u"temperature", 0.7);
    a.systemPrompt = u"Be brief."_s;
    b.parameters.set(u"temperature", 0.2);
    panel.setLanes({a, b}, a.id);
    QVERIFY(says(panel, u"PARAMETERS OF A · model-0"_s));
    QVERIFY(says(*row(panel, u"temperature"_s), u"B: 0.20"_s));
    QVERIFY(says(panel, u"B: no system prompt"_s));
    QSignalSpy told(&panel, &ParameterPanel::laneEdited);
    QVERIFY(button(panel, u"Copy to B"_s));
    button(panel, u"Copy to B"_s)->click();
    panel.flush();
    const auto edited = told.first().first().value<app::Lane>();
    QCOMPARE(edited.id, b.id);
    QCOMPARE(edited.model, b.model);
    QCOMPARE(edited.parameters, a.parameters);
    QCOMPARE(edited.systemPrompt, a.systemPrompt);
    QVERIFY(!says(*row(panel, u"temperature"_s), u"B:"_s));
}

void ParameterPanelTest::switchingLanesShowsTheOther()
{
    ParameterPanel panel(m_theme);
    app::Lane a = lane(0);
    app::Lane b = lane(1);
    b.parameters.set(u"stop", QJsonArray{u"END"_s});
    panel.setLanes({a, b}, a.id);
    QVERIFY(!row(panel, u"stop"_s)->isSet());
    panel.setLanes({a, b}, b.id);
    QVERIFY(row(panel, u"stop"_s)->isSet());
    QVERIFY(says(panel, u"PARAMETERS OF B"_s));
    panel.setLanes({a}, b.id); // B was closed
    QCOMPARE(panel.currentLane(), a.id);
}

void ParameterPanelTest::dialectsAndDroppedFieldsShow()
{
    ParameterPanel panel(m_theme);
    app::Provider openAi{.id = u"o"_s, .name = u"OpenAI"_s};
    openAi.dialect = app::Dialect::OpenAi;
    openAi.dropFields = {u"seed"_s};
    panel.setProviders({openAi});
    app::Lane a = lane(0, u"o"_s);
    a.parameters.set(u"top_k", 40);
    a.parameters.set(u"seed", 1);
    panel.setLanes({a}, a.id);
    QVERIFY(says(*row(panel, u"top_k"_s), u"OpenAI does not take this."_s));
    QVERIFY(says(*row(panel, u"seed"_s), u"Left out by the settings of OpenAI."_s));
    QSignalSpy told(&panel, &ParameterPanel::laneEdited);
    emit row(panel, u"top_k"_s)->sendAnywayChanged(true);
    panel.flush();
    QCOMPARE(told.first().first().value<app::Lane>().sendAnyway, QStringList{u"top_k"_s});
}

void ParameterPanelTest::echoAndPriceStandBelowTheTier()
{
    ParameterPanel panel(m_theme);
    app::Lane a = lane(0);
    a.parameters.set(u"service_tier", u"priority"_s);
    panel.setLanes({a}, a.id);
    app::ModelInfo info{.id = a.model};
    info.prices.priorityFactor = 1.5;
    panel.setModelInfo(a.id, info);
    QVERIFY(says(*row(panel, u"service_tier"_s), u"+50 % price"_s));
    info.prices.input = 0.2;
    info.prices.output = 1.0;
    info.prices.flexFactor = 0.8;
    panel.setModelInfo(a.id, info);
    QVERIFY(says(*row(panel, u"service_tier"_s), u"$0.30 in · $1.50 out (+50 % price)"_s));
    panel.setEcho(a.id, u"priority"_s, u"priority"_s);
    QVERIFY(says(*row(panel, u"service_tier"_s), u"last answer: priority ✓"_s));
    panel.setEcho(a.id, u"priority"_s, u"default"_s);
    QVERIFY(says(*row(panel, u"service_tier"_s), u"last answer: default, not priority"_s));
    panel.setEcho(a.id, {}, u"priority"_s);
    QVERIFY(
        says(*row(panel, u"service_tier"_s), u"last answer: priority, which nobody asked for"_s));
    // What is chosen since does not make the answer before a wrong one.
    panel.setEcho(a.id, {}, u"default"_s);
    QVERIFY(says(*row(panel, u"service_tier"_s), u"last answer: default ✓"_s));
    panel.setEcho(a.id, u"priority"_s, std::nullopt);
    QVERIFY(!says(*row(panel, u"service_tier"_s), u"last answer"_s));
    a.parameters.unset(u"service_tier");
    panel.setLanes({a}, a.id);
    QVERIFY(says(*row(panel, u"service_tier"_s), u"priority +50 % price · flex −20 % price"_s));
    a.parameters.set(u"service_tier", u"auto"_s);
    panel.setLanes({a}, a.id);
    QVERIFY(says(*row(panel, u"service_tier"_s), u"“auto” is not sent"_s));
    a.parameters.set(u"service_tier", u"flex"_s);
    panel.setLanes({a}, a.id);
    info.prices = {};
    info.tiers = app::Ability::No;
    panel.setModelInfo(a.id, info);
    QVERIFY(says(*row(panel, u"service_tier"_s), u"no other tier"_s));
}

void ParameterPanelTest::extraJsonIsNoParameter()
{
    ParameterPanel panel(m_theme);
    panel.setLanes({lane(0)}, app::LaneId(1));
    QSignalSpy told(&panel, &ParameterPanel::laneEdited);
    emit row(panel, QString(ui::kExtraJson))->edited(QJsonObject{{u"a"_s, 1}});
    panel.flush();
    const auto edited = told.first().first().value<app::Lane>();
    QVERIFY(edited.parameters.isEmpty());
    QCOMPARE(edited.extraJson, (QJsonObject{{u"a"_s, 1}}));
}

void ParameterPanelTest::withoutALaneItIsDisabled()
{
    ParameterPanel panel(m_theme);
    QVERIFY(!panel.isEnabled());
    panel.setLanes({lane(0)}, app::LaneId(1));
    QVERIFY(panel.isEnabled());
    panel.setLanes({}, {});
    QVERIFY(!panel.isEnabled());
}

QTEST_MAIN(ParameterPanelTest)
#include "parameter_panel_test.moc"
