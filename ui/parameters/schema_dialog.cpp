// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/schema_dialog.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const auto kExample = uR"({
    "type": "object",
    "properties": {
        "title": { "type": "string" },
        "year": { "type": "integer" }
    },
    "required": ["title", "year"],
    "additionalProperties": false
})";

} // namespace

SchemaDialog::SchemaDialog(const Theme &theme, QWidget *parent)
    : JsonEditorDialog(
        {tr("JSON schema of the answer"),
         tr("The answer will be JSON that follows this schema. It helps to ask for JSON in the "
            "prompt too."),
         QString::fromUtf16(kExample)},
        checkSchema, theme, parent)
{
    m_name = new QLineEdit(u"answer"_s, this);
    m_strict = new QCheckBox(tr("&Strict"), this);
    m_strict->setToolTip(tr("The server holds the model to the schema exactly."));
    m_strict->setChecked(true);
    auto *label = new QLabel(tr("&Name"), this);
    label->setBuddy(m_name);
    auto *line = new QHBoxLayout;
    line->addWidget(label);
    line->addWidget(m_name, 1);
    line->addWidget(m_strict);
    topLayout()->addLayout(line);
    connect(m_name, &QLineEdit::textChanged, this, [this] { recheck(); });
}

void SchemaDialog::setFormat(const QJsonObject &responseFormat)
{
    const QJsonValue format = responseFormat["json_schema"_L1];
    if (!format.isObject())
        return;
    m_name->setText(format["name"_L1].toString(u"answer"_s));
    m_strict->setChecked(format["strict"_L1].toBool());
    setJson(format["schema"_L1]);
}

QJsonValue SchemaDialog::result() const
{
    if (check().value.isUndefined())
        return QJsonValue::Undefined;
    const QJsonObject schema{{u"name"_s, m_name->text()},
                             {u"strict"_s, m_strict->isChecked()},
                             {u"schema"_s, check().value}};
    return QJsonObject{{u"type"_s, u"json_schema"_s}, {u"json_schema"_s, schema}};
}

QString SchemaDialog::otherProblem() const
{
    // The alphabet that servers of this API take for names.
    static const QRegularExpression name(u"^[A-Za-z0-9_-]{1,64}$"_s);
    if (!m_name || name.match(m_name->text()).hasMatch())
        return {};
    return tr("The name may have letters, digits, _ and -, at most 64.");
}

} // namespace ui
