// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"
#include "ui/models/model_filter.h"

#include <QWidget>

#include <functional>

class QMenu;

namespace ui {

class FilterChip;
class FlatButton;
class Theme;

/// The filters of the model picker in one line, or more where it is narrow: what models can do, by
/// whom, at which price, with which context, and in which order.
class ModelFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit ModelFilterBar(const Theme &theme, QWidget *parent = nullptr);

    /// Of one there is no choice.
    void setProviders(const QList<app::Provider> &providers);
    void setFilter(const ModelFilter &filter);
    [[nodiscard]] const ModelFilter &filter() const { return m_filter; }

signals:
    void changed(); ///< by the user

private:
    void addAbility(const QString &text, ModelFilter::AbilityField ability);
    /// The chip says what is chosen in its menu.
    FilterChip *addMenu(const QString &name);
    void addChoice(FilterChip *chip, const QString &text, bool chosen,
                   const std::function<void(ModelFilter &)> &choose);
    void take(const ModelFilter &filter);
    void showFilter();
    void showProvider();
    void showPrice();
    void showContext();
    void showOrder();

    const Theme &m_theme;
    QList<app::Provider> m_providers;
    ModelFilter m_filter;
    QList<std::pair<FilterChip *, ModelFilter::AbilityField>> m_abilities;
    FilterChip *m_provider = nullptr;
    FilterChip *m_price = nullptr;
    FilterChip *m_context = nullptr;
    FilterChip *m_order = nullptr;
    FlatButton *m_clear = nullptr;
};

} // namespace ui
