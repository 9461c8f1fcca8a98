// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/spending_fields.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSignalBlocker>

namespace ui {

namespace {

// Below zero, one step of the arrows away from it.
constexpr double kNoCeiling = -0.5;
constexpr double kHighestCeiling = 100'000;

void showCeiling(QDoubleSpinBox *field, std::optional<double> usd)
{
    const QSignalBlocker silent(field);
    field->setValue(usd.value_or(kNoCeiling));
}

std::optional<double> ceilingOf(const QDoubleSpinBox *field)
{
    return field->value() < 0 ? std::nullopt : std::optional(field->value());
}

} // namespace

SpendingFields::SpendingFields(QFormLayout *form) : QObject(form->parentWidget())
{
    m_run = addField(form, tr("Each request"),
                     tr("A request that may cost more is held back until you decide. Costs are "
                        "estimated from the prices of the model."));
    m_conversation = addField(form, tr("Each conversation"),
                              tr("Before a conversation costs more than this, Diptych asks."));
}

QDoubleSpinBox *SpendingFields::addField(QFormLayout *form, const QString &label,
                                         const QString &explanation)
{
    auto *field = new QDoubleSpinBox(form->parentWidget());
    field->setDecimals(4); // requests cost parts of cents
    field->setRange(kNoCeiling, kHighestCeiling);
    field->setSingleStep(-kNoCeiling);
    field->setPrefix(tr("$ "));
    field->setSpecialValueText(tr("no ceiling"));
    field->setToolTip(explanation);
    field->setAccessibleName(label);
    field->setAccessibleDescription(explanation);
    form->addRow(label, field);
    connect(field, &QDoubleSpinBox::valueChanged, this, &SpendingFields::edited);
    return field;
}

void SpendingFields::setCeilings(std::optional<double> run, std::optional<double> conversation)
{
    showCeiling(m_run, run);
    showCeiling(m_conversation, conversation);
}

std::optional<double> SpendingFields::runCeiling() const
{
    return ceilingOf(m_run);
}

std::optional<double> SpendingFields::conversationCeiling() const
{
    return ceilingOf(m_conversation);
}

} // namespace ui
