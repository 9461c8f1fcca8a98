// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/facts_view.h"

#include "ui/widgets/themed_label.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ui {

FactsView::FactsView(const Theme &theme, QWidget *parent) : QScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the values in it have it, and bring themselves into sight
    setWidgetResizable(true);
}

void FactsView::setFacts(const QList<RunFact> &facts)
{
    if (widget() && facts == m_facts)
        return;
    m_facts = facts;
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(metrics::kStep4, metrics::kStep1, metrics::kStep4, metrics::kStep3);
    grid->setHorizontalSpacing(metrics::kStep5);
    grid->setVerticalSpacing(metrics::kStep1);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const RunFact &fact : facts) {
        auto *value = new QLabel(fact.value, content);
        value->setTextFormat(Qt::PlainText);
        value->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setWordWrap(true);
        auto *name = new ThemedLabel(m_theme, TextRole::Body, &Colours::secondary, content);
        name->setText(fact.name);
        name->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        name->setBuddy(value);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(value, row++, 1);
    }
    grid->setRowStretch(row, 1);
    setWidget(content);
}

QString factsText(const QList<RunFact> &facts)
{
    QString text;
    for (const RunFact &fact : facts)
        text += fact.name + u'\t' + fact.value + u'\n';
    return text;
}

} // namespace ui
