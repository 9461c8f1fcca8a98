// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QJsonObject>
#include <QWidget>

class QFormLayout;

namespace ui {

/// The arguments of a call as a form that is made from the schema of the tool: one row for each, in
/// the words of the schema, those that are missing too. It is read, not written.
class CallForm : public QWidget
{
    Q_OBJECT
public:
    explicit CallForm(const Theme &theme, QWidget *parent = nullptr);

    void showArguments(const QByteArray &arguments, const QJsonObject &schema);
    /// It says all that the arguments hold; where they are something else, or too many, it does
    /// not.
    [[nodiscard]] bool isOfUse() const { return m_isOfUse; }

private:
    void addRow(const QString &name, const QJsonObject &schema, const QJsonValue &value);

    const Theme &m_theme;
    QFormLayout *m_rows;
    bool m_isOfUse = false;
};

} // namespace ui
