// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/limit_fields.h"

#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>

namespace ui {

namespace {

constexpr int kMostAtOnce = 1'000;

void showCount(QSpinBox *field, int count)
{
    const QSignalBlocker silent(field);
    field->setValue(count);
}

} // namespace

LimitFields::LimitFields(QFormLayout *form) : QObject(form->parentWidget()), m_form(form)
{
    m_perProvider = addField(tr("Requests at once"),
                             tr("More wait for their turn. A server on this computer is mostly "
                                "best with one at a time."));
    m_perModel = addField(tr("At once to each model"), tr("The same for every model by itself."));
}

QSpinBox *LimitFields::addField(const QString &label, const QString &explanation)
{
    auto *field = new QSpinBox(m_form->parentWidget());
    field->setRange(0, kMostAtOnce);
    field->setSpecialValueText(tr("any number"));
    field->setToolTip(explanation);
    field->setAccessibleName(label);
    field->setAccessibleDescription(explanation);
    m_form->addRow(label, field);
    connect(field, &QSpinBox::valueChanged, this, &LimitFields::edited);
    return field;
}

void LimitFields::setLimits(const app::RunLimits &limits)
{
    showCount(m_perProvider, limits.perProvider);
    showCount(m_perModel, limits.perModel);
}

app::RunLimits LimitFields::limits() const
{
    return {.perProvider = m_perProvider->value(), .perModel = m_perModel->value()};
}

void LimitFields::setVisible(bool visible)
{
    for (QSpinBox *field : {m_perProvider, m_perModel})
        m_form->setRowVisible(field, visible);
}

QString limitsText(const app::RunLimits &limits)
{
    if (limits.perProvider == 1)
        return LimitFields::tr("Gets one request at a time.");
    if (limits.perProvider > 0)
        return LimitFields::tr("Gets %n request(s) at once.", nullptr, limits.perProvider);
    if (limits.perModel > 0)
        return LimitFields::tr("Each model gets %n request(s) at once.", nullptr, limits.perModel);
    return LimitFields::tr("Gets any number of requests at once.");
}

} // namespace ui
