// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompt_form.h"

#include "ui/composer/composer_card.h"
#include "ui/composer/prompt_edit.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/ground.h"
#include "ui/widgets/separator.h"
#include "ui/wording/error_wording.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kFormWidth = 460;
constexpr int kTallestForm = 520;
constexpr int kTallestField = 120;
constexpr int kLongestLabel = 40;
} // namespace

PromptForm::PromptForm(const Theme &theme, const QString &name,
                       const QList<app::PromptVariable> &variables,
                       const QHash<QString, QString> &last, QWidget *parent)
    : QDialog(parent), m_theme(theme)
{
    setWindowTitle(shortened(name));
    auto *content = new QWidget;
    auto *form = new QFormLayout(content);
    form->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    form->setVerticalSpacing(metrics::kStep3);
    form->setHorizontalSpacing(metrics::kStep3);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    for (const app::PromptVariable &variable : variables) {
        QWidget *field = makeField(variable, last.value(variable.name, variable.preset));
        auto *label = new QLabel(shortened(variable.name, kLongestLabel), content);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(field);
        form->addRow(label, field);
    }
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Insert"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { emit filled(values()); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(area, 1);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(buttons);
    const int wanted = content->sizeHint().height() + buttons->sizeHint().height() + 1;
    resizeWithinScreen(*this, {kFormWidth, std::min(wanted, kTallestForm)});
}

QWidget *PromptForm::makeField(const app::PromptVariable &variable, const QString &value)
{
    if (variable.choices.isEmpty())
        return makeTextField(variable, value);
    auto *box = new QComboBox(this);
    box->addItems(variable.choices);
    const int index = box->findText(value);
    box->setCurrentIndex(index >= 0 ? index : int(variable.choices.indexOf(variable.preset)));
    box->setAccessibleName(variable.name);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_fields.append({variable.name, [box] { return box->currentText(); }});
    return box;
}

/// One line that grows: what is pasted keeps its lines.
QWidget *PromptForm::makeTextField(const app::PromptVariable &variable, const QString &value)
{
    auto *card = new ComposerCard(m_theme, this);
    auto *edit = new PromptEdit(card);
    edit->setFont(m_theme.font(TextRole::Body));
    QPalette field = palette();
    field.setColor(QPalette::Base, Qt::transparent);
    edit->setPalette(field);
    edit->setGrowthLimit(kTallestField);
    edit->setPlainText(value);
    edit->selectAll();
    edit->setAccessibleName(variable.name);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(metrics::kStep2, 5, metrics::kStep2, 5);
    inside->addWidget(edit);
    card->setFocusProxy(edit);
    connect(edit, &PromptEdit::sendRequested, this, &QDialog::accept);
    connect(qApp, &QApplication::focusChanged, card,
            [card, edit](QWidget *, QWidget *now) { card->setHighlighted(now == edit); });
    m_fields.append({variable.name, [edit] { return edit->toPlainText(); }});
    return card;
}

QHash<QString, QString> PromptForm::values() const
{
    QHash<QString, QString> values;
    for (const auto &[name, value] : m_fields)
        values.insert(name, value());
    return values;
}

} // namespace ui
