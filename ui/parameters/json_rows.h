// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/json_check.h"
#include "ui/parameters/parameter_row.h"

namespace ui {

class FlatButton;
class SegmentedControl;

/// A value edited as JSON in a dialog; the row shows that there is one.
class JsonRow : public ParameterRow
{
    Q_OBJECT
public:
    enum class Kind {
        Any,
        Object, ///< "extra JSON" and parameters that are objects
        Tools,
    };

    JsonRow(const QString &wireName, Kind kind, const Theme &theme, QWidget *parent = nullptr);

protected:
    void showValue() override;
    [[nodiscard]] QString valueText(const QJsonValue &value) const override;

private:
    void openEditor();

    const Kind m_kind;
    FlatButton *m_open = nullptr;
};

/// The answer format: text, JSON, or JSON by a schema.
class FormatRow final : public ParameterRow
{
    Q_OBJECT
public:
    FormatRow(const QString &wireName, const Theme &theme, QWidget *parent = nullptr);

protected:
    void showValue() override;
    [[nodiscard]] QString valueText(const QJsonValue &value) const override;

private:
    void choose(const QString &type);
    void openSchema();

    SegmentedControl *m_segments = nullptr;
    FlatButton *m_edit = nullptr; ///< of the schema that is set
};

} // namespace ui
