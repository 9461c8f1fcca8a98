// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/model_values.h"

#include "app/services.h"
#include "ui/model_chooser.h"
#include "ui/widgets/flat_button.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kModelListHeight = 92;
} // namespace

ModelValues::ModelValues(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context),
      m_chooser(new ModelChooser(context.theme, context.services, this)),
      m_list(new QListWidget(this)),
      m_add(new FlatButton(context.theme, u"plus"_s, tr("Add a model…"), this)),
      m_remove(new FlatButton(context.theme, u"delete"_s, tr("Remove"), this))
{
    m_list->setAccessibleName(tr("Models"));
    m_list->setFixedHeight(kModelListHeight);
    for (FlatButton *button : {m_add, m_remove})
        button->setFocusPolicy(Qt::StrongFocus);
    m_remove->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kStep1);
    layout->addWidget(m_list);
    layout->addLayout(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_remove->setEnabled(row >= 0); });
    connect(m_remove, &FlatButton::clicked, this, &ModelValues::removeCurrent);
    auto *remove = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &ModelValues::removeCurrent);
    connect(m_chooser, &ModelChooser::providersRequested, this, &ModelValues::providersRequested);
    connect(m_add, &FlatButton::clicked, this, [this] {
        const app::ModelChoice last = m_models.isEmpty() ? app::ModelChoice() : m_models.last();
        m_chooser->popUp(m_add, last.providerId, {},
                         [this](const QString &providerId, const QString &model) {
                             add({providerId, model});
                         });
    });
}

void ModelValues::add(const app::ModelChoice &choice)
{
    if (choice.model.isEmpty() || m_models.contains(choice))
        return;
    m_models.append(choice);
    //: A model and its provider.
    m_list->addItem(
        tr("%1 · %2").arg(choice.model, m_context.services.provider(choice.providerId).name));
    emit changed();
}

void ModelValues::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_models.removeAt(row);
    delete m_list->takeItem(row);
    emit changed();
}

} // namespace ui
