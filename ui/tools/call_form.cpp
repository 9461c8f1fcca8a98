// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/call_form.h"

#include "app/base/visible_text.h"
#include "app/schema/json_text.h"
#include "ui/tools/readable_text.h"
#include "ui/tools/tool_wording.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/themed_label.h"

#include <QFormLayout>
#include <QJsonDocument>

namespace ui {

namespace {

constexpr qsizetype kMostFormRows = 12;
constexpr qsizetype kMostFormCharacters = 2000;

QString formValue(const QJsonValue &value)
{
    if (value.isString())
        return app::withVisibleCharacters(value.toString());
    if (value.isObject())
        return textToRead(QJsonDocument(value.toObject()).toJson());
    return app::withVisibleCharacters(QString::fromUtf8(app::compactJson(value)));
}

} // namespace

CallForm::CallForm(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_rows(new QFormLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(metrics::kStep3);
    m_rows->setVerticalSpacing(metrics::kStep1);
    m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_rows->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
}

void CallForm::showArguments(const QByteArray &arguments, const QJsonObject &schema)
{
    while (m_rows->rowCount() > 0)
        m_rows->removeRow(0);
    const QJsonObject values = QJsonDocument::fromJson(arguments).object();
    const QJsonObject properties = schema.value(QLatin1StringView("properties")).toObject();
    QStringList names = properties.keys();
    const QStringList given = values.keys();
    for (const QString &name : given) {
        if (!properties.contains(name))
            names.append(name);
    }
    m_isOfUse = !names.isEmpty() && names.size() <= kMostFormRows
                && arguments.size() <= kMostFormCharacters;
    if (!m_isOfUse)
        return;
    for (const QString &name : std::as_const(names))
        addRow(name, properties.value(name).toObject(), values.value(name));
}

void CallForm::addRow(const QString &name, const QJsonObject &schema, const QJsonValue &value)
{
    auto *label = new ThemedLabel(m_theme, TextRole::Small, &Colours::secondary, this);
    label->setText(strangersText(name, 40));
    const QString description = schema.value(QLatin1StringView("description")).toString();
    label->setToolTip(literally(strangersText(description, 300)));
    const bool isGiven = !value.isUndefined();
    auto *field =
        new ThemedLabel(m_theme, TextRole::Body, isGiven ? &Colours::text : &Colours::faint, this);
    field->setWordWrap(true);
    field->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    field->setText(isGiven ? formValue(value) : tr("not given"));
    m_rows->addRow(label, field);
}

} // namespace ui
