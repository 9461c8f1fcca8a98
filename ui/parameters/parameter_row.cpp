// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/parameter_row.h"

#include "ui/widgets/literal_text.h"
#include "ui/widgets/pill_label.h"
#include "ui/wording/parameter_wording.h"

#include <QCheckBox>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

ParameterRow::ParameterRow(const QString &wireName, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_wireName(wireName), m_theme(theme)
{
    const ParameterWording wording = parameterWording(wireName);
    m_name = new ThemedLabel(theme, TextRole::Body, &Colours::text, this);
    m_name->setText(wording.name);
    if (!wording.explanation.isEmpty())
        m_name->setToolTip(literally(wording.explanation));
    m_badge = new PillLabel(theme, this);
    m_clear = new QToolButton(this);
    m_clear->setText(u"×"_s);
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::NoFocus); // Delete does the same from the control
    m_clear->setToolTip(tr("Do not send"));
    m_clear->setAccessibleName(tr("Do not send %1").arg(wording.name));
    m_clear->setFixedSize(16, 16);
    connect(m_clear, &QToolButton::clicked, this, [this] { emit edited(QJsonValue::Undefined); });
    m_clear->hide();

    m_header = new QHBoxLayout;
    m_header->setSpacing(metrics::kStep1);
    m_header->addWidget(m_name);
    m_header->addWidget(m_badge);
    m_header->addStretch(1);
    m_header->addWidget(m_clear);
    m_lines = new QVBoxLayout(this);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(3);
    m_lines->addLayout(m_header);
}

void ParameterRow::setTrailing(QWidget *widget)
{
    m_header->addWidget(widget);
}

void ParameterRow::setBody(QWidget *widget, int space)
{
    m_lines->insertWidget(1, widget);
    m_lines->setSpacing(space);
}

void ParameterRow::setControl(QWidget *control)
{
    m_controlWidget = control;
    m_name->setBuddy(control);
    const ParameterWording wording = parameterWording(m_wireName);
    control->setAccessibleName(wording.name);
    setFocusProxy(control);
    updateState();
}

QString ParameterRow::valueText(const QJsonValue &value) const
{
    if (value.isUndefined())
        return tr("not sent");
    return value.isString() ? choiceText(m_wireName, value.toString()) : tr("differs");
}

void ParameterRow::setValue(const QJsonValue &value)
{
    m_problem.clear();
    m_value = value;
    showValue();
    updateState();
    updateBadges();
    updateNote();
}

void ParameterRow::setOthers(const QList<Other> &others)
{
    m_others = others;
    updateBadges();
}

void ParameterRow::setRefusal(Refusal refusal, const QString &providerName, bool sendAnyway)
{
    m_refusal = refusal;
    m_providerName = providerName;
    if (!m_sendAnyway && refusal == Refusal::Dialect) {
        m_sendAnyway = new QCheckBox(tr("Send anyway"), this);
        m_lines->addWidget(m_sendAnyway);
        connect(m_sendAnyway, &QCheckBox::clicked, this, &ParameterRow::sendAnywayChanged);
    }
    if (m_sendAnyway)
        m_sendAnyway->setChecked(sendAnyway);
    updateState();
    updateNote();
}

void ParameterRow::setNote(const QString &note, QColor Colours::*colour)
{
    m_ownNote = note;
    m_ownNoteColour = colour;
    updateNote();
}

void ParameterRow::setProblem(const QString &problem)
{
    m_problem = problem;
    updateNote();
}

void ParameterRow::commit()
{
    // Leaving the field is what takes a number; the focus may stay where it is.
    if (m_controlWidget && m_controlWidget->hasFocus())
        m_controlWidget->clearFocus();
}

void ParameterRow::updateBadges()
{
    QStringList parts;
    for (const Other &other : std::as_const(m_others)) {
        if (other.value != m_value)
            //: %1 is the letter of a lane, %2 the value it has there.
            parts.append(tr("%1: %2").arg(other.letter, valueText(other.value)));
    }
    m_badge->setToolTip(literally(parts.join(u'\n')));
    QString text =
        parts.size() > 2 ? parts.mid(0, 2).join(u" · "_s) + u" …"_s : parts.join(u" · "_s);
    // In the narrow badge a dash stands for it; the tool tip has the words.
    m_badge->setText(text.replace(tr("not sent"), u"–"_s));
    m_badge->setVisible(!parts.isEmpty());
}

void ParameterRow::updateState()
{
    const bool held =
        m_refusal == Refusal::DroppedByProvider
        || (m_refusal == Refusal::Dialect && !(m_sendAnyway && m_sendAnyway->isChecked()));
    m_name->setStruckThrough(isSet() && held);
    // Its room is kept while there is something to clear, so that nothing moves under the pointer.
    QSizePolicy room = m_clear->sizePolicy();
    room.setRetainSizeWhenHidden(isSet());
    m_clear->setSizePolicy(room);
    m_clear->setVisible(isSet() && underMouse());
    if (m_controlWidget)
        m_controlWidget->setAccessibleDescription(valueText(m_value));
}

void ParameterRow::updateNote()
{
    QString text = m_ownNote;
    QColor Colours::*colour = m_ownNoteColour;
    if (isSet() && m_refusal == Refusal::Dialect) {
        text = tr("%1 does not take this.").arg(m_providerName);
        colour = &Colours::warning;
    } else if (isSet() && m_refusal == Refusal::DroppedByProvider) {
        text = tr("Left out by the settings of %1.").arg(m_providerName);
        colour = &Colours::warning;
    }
    if (!m_problem.isEmpty()) {
        text = m_problem;
        colour = &Colours::danger;
    }
    if (m_sendAnyway)
        m_sendAnyway->setVisible(isSet() && m_refusal == Refusal::Dialect);
    if (text.isEmpty() && !m_note)
        return;
    if (!m_note) {
        m_note = new ThemedLabel(m_theme, TextRole::Caption, colour, this);
        m_note->setWordWrap(true);
        m_lines->insertWidget(m_sendAnyway ? m_lines->count() - 1 : m_lines->count(), m_note);
    }
    m_note->setText(text);
    m_note->setColour(colour);
    m_note->setVisible(!text.isEmpty());
}

void ParameterRow::keyPressEvent(QKeyEvent *event)
{
    const bool erase = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (erase && isSet())
        emit edited(QJsonValue::Undefined);
    else
        QWidget::keyPressEvent(event);
}

void ParameterRow::fillMenu(QMenu &menu)
{
    QAction *unset = menu.addAction(tr("Do not send"));
    unset->setEnabled(isSet());
    connect(unset, &QAction::triggered, this, [this] { emit edited(QJsonValue::Undefined); });
    for (const Other &other : std::as_const(m_others)) {
        QAction *copy = menu.addAction(tr("Copy to %1", "lane letter").arg(other.letter));
        copy->setEnabled(other.value != m_value);
        connect(copy, &QAction::triggered, this,
                [this, lane = other.lane] { emit copyRequested(lane); });
    }
}

void ParameterRow::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(event->globalPos());
}

void ParameterRow::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_clear->setVisible(isSet());
}

void ParameterRow::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_clear->setVisible(false);
}

} // namespace ui
