// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/tool_rules_page.h"

#include "app/settings/settings.h"
#include "ui/tools/tool_wording.h"
#include "ui/widgets/themed_label.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int kRuleSource = Qt::UserRole;
constexpr int kRuleTool = Qt::UserRole + 1;
} // namespace

ToolRulesPage::ToolRulesPage(const Theme &theme, app::Settings &settings, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_rules(new QTreeWidget(this)),
      m_takeBack(new QPushButton(tr("Take back"), this))
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    lines->setSpacing(metrics::kStep3);
    auto *explanation = new ThemedLabel(theme, TextRole::Body, &Colours::secondary, this);
    explanation->setWordWrap(true);
    explanation->setText(tr("What you decided once for all calls. Every other call of a program or "
                            "a server waits for you."));
    lines->addWidget(explanation);
    m_rules->setAccessibleName(tr("What you allowed"));
    m_rules->setRootIsDecorated(false);
    m_rules->setHeaderLabels({tr("Tool"), tr("From"), tr("Calls")});
    m_rules->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    lines->addWidget(m_rules, 1);
    m_takeBack->setAutoDefault(false);
    lines->addWidget(m_takeBack, 0, Qt::AlignLeading);
    connect(m_takeBack, &QPushButton::clicked, this, &ToolRulesPage::takeBack);
    connect(m_rules, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_takeBack->setEnabled(!m_rules->selectedItems().isEmpty()); });
    connect(&settings, &app::Settings::toolRulesChanged, this, &ToolRulesPage::fill);
    connect(&settings, &app::Settings::toolSourcesChanged, this, &ToolRulesPage::fill);
    fill();
}

void ToolRulesPage::fill()
{
    m_rules->clear();
    for (const app::ToolRule &rule : m_settings.toolRules()) {
        const auto source = m_settings.toolSource(rule.tool.source);
        const QString tool =
            rule.tool.name.isEmpty() ? tr("all of its tools") : strangersText(rule.tool.name, 80);
        const QString from = source ? strangersText(source->name, 80) : tr("removed");
        auto *row = new QTreeWidgetItem(m_rules, {tool, from, toolPolicyText(rule.policy)});
        row->setData(0, kRuleSource, rule.tool.source);
        row->setData(0, kRuleTool, rule.tool.name);
    }
    m_takeBack->setEnabled(false);
}

void ToolRulesPage::takeBack()
{
    const QList<QTreeWidgetItem *> chosen = m_rules->selectedItems();
    if (chosen.isEmpty())
        return;
    const app::ToolRef tool{chosen.first()->data(0, kRuleSource).toString(),
                            chosen.first()->data(0, kRuleTool).toString()};
    m_settings.setToolPolicy(tool, std::nullopt);
}

} // namespace ui
