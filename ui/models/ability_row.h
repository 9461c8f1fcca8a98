// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/belief.h"

#include <QWidget>

class QMenu;

namespace ui {

class FlatButton;
class Theme;
class ThemedLabel;

/// What a model can do in one respect, where that is known from, and a menu to say it oneself.
class AbilityRow : public QWidget
{
    Q_OBJECT
public:
    AbilityRow(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    /// `known`: without what the user said.
    void setBelief(const app::Belief &belief, const app::Belief &known,
                   const QString &providerName);

signals:
    /// By the user; nothing: back to what is known.
    void said(std::optional<app::Ability> ability);

private:
    void fillMenu(const app::Belief &belief, const app::Belief &known);

    const QString m_name;
    FlatButton *m_value;
    QMenu *m_menu;
    ThemedLabel *m_source;
};

} // namespace ui
