// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/prompt_template.h"
#include "ui/theme/theme.h"

#include <QDialog>

#include <functional>

class QFormLayout;

namespace ui {

/// Asks for the variables of a prompt: choices as lists, all else as text of one line or more.
/// filled() comes when the user takes it; nothing else happens then.
class PromptForm : public QDialog
{
    Q_OBJECT
public:
    /// `last` are the values of the last time; they stand before the presets.
    PromptForm(const Theme &theme, const QString &name, const QList<app::PromptVariable> &variables,
               const QHash<QString, QString> &last, QWidget *parent);

    [[nodiscard]] QHash<QString, QString> values() const;

signals:
    void filled(const QHash<QString, QString> &values);

private:
    [[nodiscard]] QWidget *makeField(const app::PromptVariable &variable, const QString &value);
    [[nodiscard]] QWidget *makeTextField(const app::PromptVariable &variable, const QString &value);

    const Theme &m_theme;
    QList<std::pair<QString, std::function<QString()>>> m_fields; ///< name, what stands in it
};

} // namespace ui
