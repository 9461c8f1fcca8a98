// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/json_rows.h"

#include "ui/parameters/json_editor_dialog.h"
#include "ui/parameters/schema_dialog.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/parameter_wording.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const auto kToolExample = uR"([
    {
        "type": "function",
        "function": {
            "name": "weather",
            "description": "The weather of a place now",
            "parameters": {
                "type": "object",
                "properties": { "place": { "type": "string" } },
                "required": ["place"]
            }
        }
    }
])";

const QStringList kFormats{u"text"_s, u"json_object"_s, u"json_schema"_s};

JsonChecker checkerOf(JsonRow::Kind kind)
{
    switch (kind) {
    case JsonRow::Kind::Object:
        return checkJsonObject;
    case JsonRow::Kind::Tools:
        return checkTools;
    case JsonRow::Kind::Any:
        break;
    }
    return checkJson;
}

} // namespace

JsonRow::JsonRow(const QString &wireName, Kind kind, const Theme &theme, QWidget *parent)
    : ParameterRow(wireName, theme, parent), m_kind(kind)
{
    m_open = new FlatButton(theme, {}, tr("not sent"), this);
    m_open->setIconOnly(false);
    m_open->setPadding(kFlushPadding);
    setTrailing(m_open);
    setControl(m_open);
    connect(m_open, &QToolButton::clicked, this, &JsonRow::openEditor);
}

void JsonRow::showValue()
{
    m_open->setText(valueText(value()));
    m_open->setTone(isSet() ? FlatButton::Tone::Plain : FlatButton::Tone::Secondary);
}

QString JsonRow::valueText(const QJsonValue &value) const
{
    if (value.isUndefined())
        return ParameterRow::valueText(value);
    if (m_kind == Kind::Tools)
        return tr("%n tools", nullptr, int(value.toArray().size()));
    constexpr int kShownCharacters = 14;
    if (value.isObject())
        return tr("%n fields", nullptr, int(value.toObject().size()));
    return shortened(jsonText(value), kShownCharacters);
}

void JsonRow::openEditor()
{
    const ParameterWording wording = parameterWording(wireName());
    JsonEditorDialog::Texts texts{wording.name, wording.explanation, {}};
    if (m_kind == Kind::Tools) {
        texts.explanation = tr("Functions that the model may ask for. They are not run yet: what "
                               "the model asks for is shown in the conversation.");
        texts.example = QString::fromUtf16(kToolExample);
    }
    auto *dialog = new JsonEditorDialog(texts, checkerOf(m_kind), theme(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setJson(value());
    connect(dialog, &JsonEditorDialog::taken, this, &ParameterRow::edited);
    dialog->open();
}

FormatRow::FormatRow(const QString &wireName, const Theme &theme, QWidget *parent)
    : ParameterRow(wireName, theme, parent)
{
    m_segments = new SegmentedControl(theme, this);
    m_segments->setOptions({{u"text"_s, tr("text", "answer format")},
                            {u"json_object"_s, tr("JSON", "answer format")},
                            {u"json_schema"_s, tr("schema…", "answer format")}});
    m_edit = new FlatButton(theme, u"edit"_s, tr("Edit schema…"), this);
    m_edit->setIconOnly(true);
    setTrailing(m_edit);
    setBody(m_segments);
    setControl(m_segments);
    connect(m_segments, &SegmentedControl::chosen, this, &FormatRow::choose);
    connect(m_edit, &QToolButton::clicked, this, &FormatRow::openSchema);
}

void FormatRow::showValue()
{
    const QString type = value()["type"_L1].toString();
    m_segments->setCurrent(type);
    m_edit->setVisible(type == "json_schema"_L1);
    if (type == "json_schema"_L1) {
        const QString name = value()["json_schema"_L1]["name"_L1].toString();
        //: %1 is the name of the schema.
        return setNote(tr("JSON schema: %1").arg(shortened(name, 40)));
    }
    const bool other = isSet() && !kFormats.contains(type);
    setNote(other ? tr("Set to “%1”.").arg(shortened(type, 40)) : QString());
}

QString FormatRow::valueText(const QJsonValue &value) const
{
    if (value.isUndefined())
        return ParameterRow::valueText(value);
    const QString type = value["type"_L1].toString();
    if (type == "json_object"_L1)
        return tr("JSON", "answer format");
    if (type == "json_schema"_L1)
        return tr("schema", "answer format");
    return type == "text"_L1 ? tr("text", "answer format") : shortened(type, 16);
}

void FormatRow::choose(const QString &type)
{
    if (type == "json_schema"_L1)
        openSchema();
    else if (type.isEmpty())
        emit edited(QJsonValue::Undefined);
    else
        emit edited(QJsonObject{{u"type"_s, type}});
    // The schema is not set before its dialog is done.
    showValue();
}

void FormatRow::openSchema()
{
    auto *dialog = new SchemaDialog(theme(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFormat(value().toObject());
    connect(dialog, &JsonEditorDialog::taken, this, &ParameterRow::edited);
    dialog->open();
}

} // namespace ui
