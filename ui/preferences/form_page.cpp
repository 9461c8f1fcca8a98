// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/form_page.h"

#include "ui/theme/theme.h"

#include <QFormLayout>

namespace ui {

FormPage::FormPage(QWidget *parent) : QScrollArea(parent)
{
    auto *content = new QWidget;
    m_form = new QFormLayout(content);
    m_form->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    setUsualSpacing(m_form);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
}

void setUsualSpacing(QFormLayout *form)
{
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(metrics::kStep2);
    form->setHorizontalSpacing(metrics::kStep4);
}

} // namespace ui
