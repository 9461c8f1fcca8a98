// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/parameters.h"
#include "ui/theme/theme.h"

#include <QJsonValue>
#include <QLineEdit>

namespace ui {

/// The number of one parameter, typed. Empty is "not sent". Return or leaving the field takes the
/// number if the table allows it, Escape brings the old one back, Up and Down step.
class NumberField : public QLineEdit
{
    Q_OBJECT
public:
    NumberField(const app::ParameterSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void showValue(const QJsonValue &value); ///< Undefined: not sent
    /// As it is shown: "0.70" at the precision of the steps, finer where the number is finer.
    [[nodiscard]] QString textOf(const QJsonValue &value) const;
    /// What stands in it while there is no number: "not sent", "off".
    [[nodiscard]] QString unsetText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void entered(const QJsonValue &value); ///< a valid number, or Undefined
    /// What was typed is no number of the range. `isEdited`: the field has the focus still.
    void refused(bool isEdited);
    void reverted(); ///< the old value is shown again

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QJsonValue parsed(const QString &text) const;
    void commit(bool isEdited);
    void step(int direction);
    void revert();

    const app::ParameterSpec &m_spec;
    const Theme &m_theme;
    QJsonValue m_value = QJsonValue::Undefined;
};

} // namespace ui
