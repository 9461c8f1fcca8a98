// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/json_editor_dialog.h"

#include <QJsonObject>

class QCheckBox;
class QLineEdit;

namespace ui {

/// The answer format "json_schema": a name, strict or not, and the schema. taken() carries the
/// whole value of response_format.
class SchemaDialog final : public JsonEditorDialog
{
    Q_OBJECT
public:
    SchemaDialog(const Theme &theme, QWidget *parent = nullptr);

    void setFormat(const QJsonObject &responseFormat);

protected:
    [[nodiscard]] QJsonValue result() const override;
    [[nodiscard]] QString otherProblem() const override;

private:
    QLineEdit *m_name = nullptr;
    QCheckBox *m_strict = nullptr;
};

} // namespace ui
