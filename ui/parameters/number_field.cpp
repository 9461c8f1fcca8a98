// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/number_field.h"

#include "ui/wording/number_wording.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int kSidePadding = 4;

/// At least two, so that the numbers of all sliders stand below each other.
int decimalsOf(double step)
{
    constexpr int kFewest = 2;
    return step > 0 ? std::max(kFewest, int(std::ceil(-std::log10(step) - 1e-9))) : kFewest;
}

} // namespace

NumberField::NumberField(const app::ParameterSpec &spec, const Theme &theme, QWidget *parent)
    : QLineEdit(parent), m_spec(spec), m_theme(theme)
{
    setFrame(false);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setTextMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    setContextMenuPolicy(Qt::NoContextMenu); // the row's menu is of more use here
    QPalette transparent = palette();
    transparent.setColor(QPalette::Base, Qt::transparent);
    setPalette(transparent);
    connect(this, &QLineEdit::textChanged, this, [this] { updateGeometry(); });
    connect(this, &QLineEdit::returnPressed, this, [this] { commit(true); });
}

QString NumberField::textOf(const QJsonValue &value) const
{
    if (value.isUndefined())
        return {};
    if (!value.isDouble())
        return value.toVariant().toString();
    if (m_spec.type == app::ParameterType::Integer) {
        // Ungrouped: a seed is copied from here.
        QLocale locale;
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
        return locale.toString(value.toInteger());
    }
    const double number = value.toDouble();
    const int decimals = decimalsOf(m_spec.step);
    const double scale = std::pow(10.0, decimals);
    if (std::abs(std::round(number * scale) - number * scale) > 1e-6)
        return plainNumberText(number);
    return QLocale().toString(number, 'f', decimals);
}

void NumberField::showValue(const QJsonValue &value)
{
    m_value = value;
    setText(textOf(value));
    setCursorPosition(0);
}

QString NumberField::unsetText() const
{
    return m_spec.isLocal ? tr("off", "a setting that is not sent") : tr("not sent");
}

QSize NumberField::sizeHint() const
{
    const QFontMetrics metrics(font());
    const QString shown = text().isEmpty() ? unsetText() : text();
    return {std::max(metrics.horizontalAdvance(shown), metrics.averageCharWidth() * 5)
                + 2 * kSidePadding,
            metrics.height() + 2};
}

void NumberField::paintEvent(QPaintEvent *event)
{
    const Colours &colours = m_theme.colours();
    if (hasFocus() || underMouse()) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? colours.accent : colours.hairline);
        painter.setBrush(colours.field);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    QLineEdit::paintEvent(event);
    if (!text().isEmpty())
        return;
    QPainter painter(this);
    painter.setPen(colours.secondary);
    painter.drawText(rect().adjusted(4, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, unsetText());
}

QJsonValue NumberField::parsed(const QString &text) const
{
    const QLocale locale;
    bool ok = false;
    if (m_spec.type == app::ParameterType::Integer) {
        qint64 number = locale.toLongLong(text, &ok);
        if (!ok)
            number = QLocale::c().toLongLong(text, &ok);
        return ok ? QJsonValue(number) : QJsonValue();
    }
    double number = locale.toDouble(text, &ok);
    if (!ok)
        number = QLocale::c().toDouble(text, &ok);
    return ok ? QJsonValue(number) : QJsonValue();
}

void NumberField::commit(bool isEdited)
{
    const QString typed = text().trimmed();
    if (typed == textOf(m_value)) {
        emit reverted();
        return;
    }
    if (typed.isEmpty()) {
        emit entered(QJsonValue::Undefined);
        return;
    }
    const QJsonValue value = parsed(typed);
    if (value.isNull() || !app::checkParameter(m_spec, value)) {
        emit refused(isEdited);
        return;
    }
    emit entered(value);
}

void NumberField::step(int direction)
{
    const double size = m_spec.step > 0 ? m_spec.step : 1;
    double start = QByteArray(m_spec.serverDefault.data(), m_spec.serverDefault.size()).toDouble();
    const QJsonValue typed = parsed(text().trimmed());
    if (typed.isDouble())
        start = typed.toDouble();
    const double number = std::clamp(start + direction * size, m_spec.minimum, m_spec.maximum);
    const QJsonValue value = m_spec.type == app::ParameterType::Integer
                                 ? QJsonValue(qint64(number))
                                 : QJsonValue(std::round(number * 1e6) / 1e6);
    if (app::checkParameter(m_spec, value))
        emit entered(value);
}

void NumberField::revert()
{
    showValue(m_value);
    selectAll();
    emit reverted();
}

void NumberField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        step(1);
        return;
    case Qt::Key_Down:
        step(-1);
        return;
    case Qt::Key_Escape:
        if (text() != textOf(m_value)) {
            revert();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void NumberField::mousePressEvent(QMouseEvent *event)
{
    // A first click takes the whole number, as leaving room to type a new one.
    const bool first = !hasFocus() || focusPolicy() == Qt::NoFocus;
    QLineEdit::mousePressEvent(event);
    if (first)
        selectAll();
}

void NumberField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    selectAll();
}

void NumberField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    deselect();
    if (event->reason() != Qt::PopupFocusReason)
        commit(false);
    update();
}

} // namespace ui
