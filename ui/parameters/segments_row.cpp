// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/segments_row.h"

#include "ui/widgets/flat_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/wording/parameter_wording.h"

#include <QInputDialog>
#include <QJsonObject>
#include <QMenu>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// Too many for one line; the common ones, and a menu for the others.
constexpr std::array kCommonEfforts{"none"_L1, "low"_L1, "medium"_L1, "high"_L1};
constexpr auto kFunctionPrefix = "function:"_L1;
constexpr auto kOn = "true"_L1;
constexpr auto kOff = "false"_L1;

bool isRare(const app::ParameterSpec &spec, const QString &choice)
{
    return spec.name == "reasoning_effort"_L1
           && std::find(kCommonEfforts.begin(), kCommonEfforts.end(), choice)
                  == kCommonEfforts.end();
}

QString keyOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QString(kOn) : QString(kOff);
    if (value.isObject())
        return kFunctionPrefix + value["function"_L1]["name"_L1].toString();
    return value.toString();
}

} // namespace

SegmentsRow::SegmentsRow(const app::ParameterSpec &spec, const Theme &theme, QWidget *parent)
    : ParameterRow(QString(spec.name), theme, parent), m_spec(spec)
{
    for (const QLatin1StringView choice : spec.choices)
        m_choices.append(choice);
    addControls();
    connect(m_segments, &SegmentedControl::chosen, this, &SegmentsRow::choose);
    fill();
}

void SegmentsRow::addControls()
{
    m_segments = new SegmentedControl(theme(), this);
    setControl(m_segments);
    if (m_spec.type == app::ParameterType::Boolean) {
        setTrailing(m_segments);
        return;
    }
    setBody(m_segments);
    m_more = new FlatButton(theme(), u"more"_s, tr("More choices"), this);
    m_more->setIconOnly(true);
    m_menu = new QMenu(m_more);
    setTrailing(m_more);
    connect(m_more, &FlatButton::clicked, m_menu,
            [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void SegmentsRow::setFunctionNames(const QStringList &names)
{
    if (names == m_functionNames)
        return;
    m_functionNames = names;
    fill();
}

void SegmentsRow::setChoiceNotes(const QHash<QString, QString> &notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    m_shown.clear(); // the segments are made with their tool tips
    fill();
}

void SegmentsRow::setKnownChoices(const QStringList &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    fill();
}

QString SegmentsRow::labelOf(const QString &key) const
{
    if (m_spec.type == app::ParameterType::Boolean)
        return key == kOn ? tr("on") : tr("off");
    return key.startsWith(kFunctionPrefix) ? key.mid(kFunctionPrefix.size())
                                           : choiceText(wireName(), key);
}

void SegmentsRow::fill()
{
    QStringList shown;
    QStringList rare;
    if (m_spec.type == app::ParameterType::Boolean)
        shown = {QString(kOff), QString(kOn)};
    for (const QString &choice : std::as_const(m_choices))
        (isRare(m_spec, choice) ? rare : shown).append(choice);
    for (const QString &name : std::as_const(m_functionNames))
        rare.append(kFunctionPrefix + name);
    const QString current = keyOf(value());
    if (!current.isEmpty() && !shown.contains(current))
        shown.append(current);
    if (shown != m_shown) {
        m_shown = shown;
        QList<SegmentedControl::Option> options;
        for (const QString &key : std::as_const(shown))
            options.append({key, labelOf(key), m_notes.value(key)});
        m_segments->setOptions(options);
    }
    m_segments->setCurrent(current);
    fillMenu(rare);
}

void SegmentsRow::fillMenu(const QStringList &rare)
{
    if (!m_more)
        return;
    m_menu->clear();
    for (const QString &key : rare) {
        QAction *action = m_menu->addAction(labelOf(key));
        action->setCheckable(true);
        action->setChecked(key == keyOf(value()));
        connect(action, &QAction::triggered, this, [this, key] { choose(key); });
    }
    if (m_spec.isOpen) {
        if (!rare.isEmpty())
            m_menu->addSeparator();
        m_menu->addAction(tr("Another word…"), this, &SegmentsRow::askForWord);
    }
    m_more->setVisible(!m_menu->isEmpty());
}

/// Servers know words that are in no list.
void SegmentsRow::askForWord()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(parameterWording(wireName()).name);
    dialog->setLabelText(tr("A word that the server knows, as it is sent:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &typed) {
        const QString word = typed.trimmed();
        if (app::checkParameter(m_spec, word))
            choose(word);
        else
            setProblem(tr("One word of letters and digits."));
    });
    dialog->open();
}

void SegmentsRow::showValue()
{
    setProblem({});
    fill();
}

QString SegmentsRow::valueText(const QJsonValue &value) const
{
    if (value.isBool())
        return value.toBool() ? tr("on") : tr("off");
    if (value.isObject())
        return value["function"_L1]["name"_L1].toString();
    return ParameterRow::valueText(value);
}

void SegmentsRow::choose(const QString &key)
{
    if (key.isEmpty() || (isSet() && key == keyOf(value()))) {
        emit edited(QJsonValue::Undefined);
    } else if (m_spec.type == app::ParameterType::Boolean) {
        emit edited(QJsonValue(key == kOn));
    } else if (key.startsWith(kFunctionPrefix)) {
        const QJsonObject function{{u"name"_s, key.mid(kFunctionPrefix.size())}};
        emit edited(QJsonObject{{u"type"_s, u"function"_s}, {u"function"_s, function}});
    } else {
        emit edited(QJsonValue(key));
    }
    // Nobody may have taken it: the control goes by the value.
    fill();
}

} // namespace ui
