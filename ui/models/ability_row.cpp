// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ability_row.h"

#include "ui/widgets/flat_button.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/model_wording.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace ui {

AbilityRow::AbilityRow(const Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent), m_name(name), m_value(new FlatButton(theme, {}, {}, this)),
      m_menu(new QMenu(m_value)),
      m_source(new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this))
{
    auto *label = new ThemedLabel(theme, TextRole::Body, &Colours::text, this);
    label->setText(name);
    m_value->setTone(FlatButton::Tone::Plain);
    m_value->setPadding(4);
    m_value->setMenu(m_menu);
    m_value->setFocusPolicy(Qt::TabFocus);
    m_source->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::kStep2);
    line->addWidget(label, 1);
    line->addWidget(m_value);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addLayout(line);
    lines->addWidget(m_source);
}

void AbilityRow::setBelief(const app::Belief &belief, const app::Belief &known,
                           const QString &providerName)
{
    const QString value = abilityText(belief.ability);
    const QString source = beliefSourceText(belief, providerName);
    m_value->setIconOnly(false);
    m_value->setText(value);
    //: An ability of a model and whether it has it: "image: yes".
    m_value->setAccessibleName(tr("%1: %2").arg(m_name, value));
    m_value->setAccessibleDescription(source);
    m_value->setToolTip(tr("Say yourself what this model can do"));
    m_value->updateGeometry();
    m_source->setText(source);
    fillMenu(belief, known);
}

void AbilityRow::fillMenu(const app::Belief &belief, const app::Belief &known)
{
    m_menu->clear();
    const bool isSaid = belief.source == app::Belief::Source::User;
    const auto add = [this](const QString &text, bool chosen, std::optional<app::Ability> ability) {
        QAction *action = m_menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(chosen);
        // The menu is filled anew by what is said: not while it tells of it.
        connect(
            action, &QAction::triggered, this, [this, ability] { emit said(ability); },
            Qt::QueuedConnection);
    };
    //: Back to what lists and answers tell of an ability. %1: yes, no, not known.
    add(tr("What is known: %1").arg(abilityText(known.ability)), !isSaid, {});
    m_menu->addSeparator();
    for (const auto ability : {app::Ability::Yes, app::Ability::No, app::Ability::Unknown}) {
        //: The user says of an ability: yes, no, not known.
        add(tr("I say: %1").arg(abilityText(ability)), isSaid && belief.ability == ability,
            ability);
    }
}

} // namespace ui
