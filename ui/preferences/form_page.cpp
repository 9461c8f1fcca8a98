// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/form_page.h"

#include "ui/theme/theme.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFormLayout>
#include <QWheelEvent>

namespace ui {

namespace {

bool takesWheel(const QObject *field)
{
    return qobject_cast<const QAbstractSpinBox *>(field) || qobject_cast<const QComboBox *>(field);
}

} // namespace

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

void FormPage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    const auto fields = widget()->findChildren<QWidget *>();
    for (QWidget *field : fields) {
        if (!takesWheel(field))
            continue;
        field->setFocusPolicy(Qt::StrongFocus); // not by the wheel
        field->installEventFilter(this);
    }
}

bool FormPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOnItsWay = event->type() == QEvent::Wheel && takesWheel(watched)
                            && !static_cast<QWidget *>(watched)->hasFocus();
    if (!isOnItsWay)
        return QScrollArea::eventFilter(watched, event);
    event->ignore(); // the page takes it
    return true;
}

void setUsualSpacing(QFormLayout *form)
{
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(metrics::kStep2);
    form->setHorizontalSpacing(metrics::kStep4);
}

} // namespace ui
