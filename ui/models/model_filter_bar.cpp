// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_filter_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/flow_layout.h"
#include "ui/wording/number_wording.h"

#include <QActionGroup>
#include <QMenu>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::array kPriceSteps{0.25, 0.5, 1.0, 3.0, 10.0, 30.0};
constexpr std::array<qint64, 5> kContextSteps{16'000, 32'000, 128'000, 256'000, 1'000'000};
constexpr std::array kOrders{ModelOrder::Listed, ModelOrder::Name, ModelOrder::Price,
                             ModelOrder::Context, ModelOrder::Newest};

QString orderText(ModelOrder order)
{
    switch (order) {
    case ModelOrder::Listed:
        return ModelFilterBar::tr("As listed", "order of models");
    case ModelOrder::Name:
        return ModelFilterBar::tr("By name", "order of models");
    case ModelOrder::Price:
        return ModelFilterBar::tr("Cheapest first", "order of models");
    case ModelOrder::Context:
        return ModelFilterBar::tr("Longest context first", "order of models");
    case ModelOrder::Newest:
        return ModelFilterBar::tr("Newest first", "order of models");
    }
    return {};
}

} // namespace

ModelFilterBar::ModelFilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    setAccessibleName(tr("Filters"));
    auto *layout = new FlowLayout(metrics::kStep1, this);
    addAbility(tr("image", "ability of a model"), &app::ModelInfo::images);
    addAbility(tr("tools", "ability of a model"), &app::ModelInfo::tools);
    addAbility(tr("reasoning", "ability of a model"), &app::ModelInfo::reasoning);
    addAbility(tr("JSON", "ability of a model"), &app::ModelInfo::json);
    m_provider = addMenu(tr("Provider"));
    m_price = addMenu(tr("Price of answers, per million tokens"));
    m_context = addMenu(tr("Length of the context"));
    m_order = addMenu(tr("Order"));
    m_clear = new FlatButton(theme, u"close"_s, tr("Take all filters back"), this);
    m_clear->setIconOnly(true);
    m_clear->setPadding(4);
    m_clear->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_clear);
    connect(m_clear, &FlatButton::clicked, this, [this] { take({.order = m_filter.order}); });
    showFilter();
}

void ModelFilterBar::addAbility(const QString &text, ModelFilter::AbilityField ability)
{
    auto *chip = new FilterChip(m_theme, text, this);
    //: A filter. %1 is an ability: "image".
    chip->setAccessibleName(tr("Only models with: %1").arg(text));
    chip->setToolTip(chip->accessibleName());
    layout()->addWidget(chip);
    m_abilities.append({chip, ability});
    connect(chip, &FilterChip::clicked, this, [this, ability](bool on) {
        ModelFilter filter = m_filter;
        filter.abilities.removeAll(ability);
        if (on)
            filter.abilities.append(ability);
        take(filter);
    });
}

FilterChip *ModelFilterBar::addMenu(const QString &name)
{
    auto *chip = new FilterChip(m_theme, {}, this);
    auto *menu = new QMenu(chip);
    chip->setMenu(menu);
    chip->setToolTip(name);
    layout()->addWidget(chip);
    return chip;
}

void ModelFilterBar::addChoice(FilterChip *chip, const QString &text, bool chosen,
                               const std::function<void(ModelFilter &)> &choose)
{
    auto *menu = chip->findChild<QMenu *>();
    QAction *action = menu->addAction(QString(text).replace(u'&', u"&&"_s));
    action->setCheckable(true);
    action->setChecked(chosen);
    if (chosen) {
        chip->setText(text);
        //: A filter and what it is set to: "Provider: all providers".
        chip->setAccessibleName(tr("%1: %2").arg(chip->toolTip(), text));
    }
    // The menu is filled anew by what is chosen: not while it tells of it.
    connect(
        action, &QAction::triggered, this,
        [this, choose] {
            ModelFilter filter = m_filter;
            choose(filter);
            take(filter);
        },
        Qt::QueuedConnection);
}

void ModelFilterBar::setProviders(const QList<app::Provider> &providers)
{
    m_providers = providers;
    showFilter();
}

void ModelFilterBar::setFilter(const ModelFilter &filter)
{
    m_filter = filter;
    showFilter();
}

void ModelFilterBar::take(const ModelFilter &filter)
{
    if (filter == m_filter)
        return showFilter();
    setFilter(filter);
    emit changed();
}

void ModelFilterBar::showFilter()
{
    for (const auto &[chip, ability] : std::as_const(m_abilities))
        chip->setOn(m_filter.abilities.contains(ability));
    showProvider();
    showPrice();
    showContext();
    showOrder();
    m_clear->setVisible(m_filter.isOn());
}

void ModelFilterBar::showProvider()
{
    m_provider->findChild<QMenu *>()->clear();
    m_provider->setVisible(m_providers.size() > 1);
    addChoice(m_provider, tr("All providers"), m_filter.providerId.isEmpty(),
              [](ModelFilter &filter) { filter.providerId.clear(); });
    for (const app::Provider &provider : std::as_const(m_providers)) {
        addChoice(m_provider, provider.name, m_filter.providerId == provider.id,
                  [id = provider.id](ModelFilter &filter) { filter.providerId = id; });
    }
    m_provider->setOn(!m_filter.providerId.isEmpty());
}

void ModelFilterBar::showPrice()
{
    m_price->findChild<QMenu *>()->clear();
    addChoice(m_price, tr("Any price"), !m_filter.mostUsd,
              [](ModelFilter &filter) { filter.mostUsd.reset(); });
    addChoice(m_price, tr("Free"), m_filter.mostUsd == 0.0,
              [](ModelFilter &filter) { filter.mostUsd = 0; });
    for (const double step : kPriceSteps) {
        //: The highest price of answers, per million tokens.
        addChoice(m_price, tr("Up to %1").arg(priceText(step)), m_filter.mostUsd == step,
                  [step](ModelFilter &filter) { filter.mostUsd = step; });
    }
    m_price->setOn(m_filter.mostUsd.has_value());
}

void ModelFilterBar::showContext()
{
    m_context->findChild<QMenu *>()->clear();
    addChoice(m_context, tr("Any context"), m_filter.leastContext == 0,
              [](ModelFilter &filter) { filter.leastContext = 0; });
    for (const qint64 step : kContextSteps) {
        //: The shortest context: "From 128k".
        addChoice(m_context, tr("From %1").arg(contextLengthText(step)),
                  m_filter.leastContext == step,
                  [step](ModelFilter &filter) { filter.leastContext = step; });
    }
    m_context->setOn(m_filter.leastContext > 0);
}

void ModelFilterBar::showOrder()
{
    m_order->findChild<QMenu *>()->clear();
    for (const ModelOrder order : kOrders) {
        addChoice(m_order, orderText(order), m_filter.order == order,
                  [order](ModelFilter &filter) { filter.order = order; });
    }
    m_order->setOn(m_filter.order != ModelOrder::Listed);
}

} // namespace ui
