// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/timeout_fields.h"

#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>

namespace ui {

namespace {

constexpr int kMostSeconds = 24 * 60 * 60;

void showTime(QSpinBox *field, std::chrono::milliseconds time)
{
    const QSignalBlocker silent(field);
    field->setValue(int(std::chrono::duration_cast<std::chrono::seconds>(time).count()));
}

std::chrono::milliseconds timeOf(const QSpinBox *field)
{
    return std::chrono::seconds(field->value());
}

} // namespace

TimeoutFields::TimeoutFields(QFormLayout *form) : QObject(form->parentWidget()), m_form(form)
{
    m_connect = addField(tr("Connect"), tr("Until the connection stands."));
    m_firstByte = addField(tr("First byte"), tr("Until the answer begins. A busy server lets "
                                                "requests wait."));
    m_firstByteFlex =
        addField(tr("First byte, tier “flex”"), tr("This tier may wait ten minutes and more."));
    m_idle = addField(tr("Silence"), tr("Between two signs of life of an answer."));
}

QSpinBox *TimeoutFields::addField(const QString &label, const QString &explanation)
{
    auto *field = new QSpinBox(m_form->parentWidget());
    field->setRange(0, kMostSeconds);
    field->setSuffix(tr(" s", "seconds"));
    field->setSpecialValueText(tr("no limit"));
    field->setToolTip(explanation);
    field->setAccessibleName(label);
    field->setAccessibleDescription(explanation);
    m_form->addRow(label, field);
    connect(field, &QSpinBox::valueChanged, this, &TimeoutFields::edited);
    return field;
}

void TimeoutFields::setTimeouts(const app::Timeouts &timeouts)
{
    showTime(m_connect, timeouts.connect);
    showTime(m_firstByte, timeouts.firstByte);
    showTime(m_firstByteFlex, timeouts.firstByteFlex);
    showTime(m_idle, timeouts.idle);
}

app::Timeouts TimeoutFields::timeouts() const
{
    return {.connect = timeOf(m_connect),
            .firstByte = timeOf(m_firstByte),
            .firstByteFlex = timeOf(m_firstByteFlex),
            .idle = timeOf(m_idle)};
}

void TimeoutFields::setVisible(bool visible)
{
    for (QSpinBox *field : {m_connect, m_firstByte, m_firstByteFlex, m_idle})
        m_form->setRowVisible(field, visible);
}

void TimeoutFields::setFocus()
{
    // The wait for the first byte is the one that runs out where a server is merely slow.
    m_firstByte->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
