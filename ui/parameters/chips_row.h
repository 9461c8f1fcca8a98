// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/parameters.h"
#include "ui/parameters/parameter_row.h"

class QLineEdit;
class QToolButton;

namespace ui {

class FlowLayout;

/// A short list of texts, each a chip that a click or Delete removes. Line breaks and tabs are
/// written \n and \t.
class ChipsRow final : public ParameterRow
{
    Q_OBJECT
public:
    ChipsRow(const app::ParameterSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] static QString escaped(const QString &text);
    [[nodiscard]] static QString unescaped(const QString &typed);

protected:
    void showValue() override;
    [[nodiscard]] QString valueText(const QJsonValue &value) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void beginAdding();
    void finishAdding();
    void remove(int index);

    const app::ParameterSpec &m_spec;
    QWidget *m_holder = nullptr;
    FlowLayout *m_flow = nullptr;
    QToolButton *m_add = nullptr;
    QLineEdit *m_entry = nullptr;
    QList<QWidget *> m_chips; ///< children of m_holder
};

} // namespace ui
