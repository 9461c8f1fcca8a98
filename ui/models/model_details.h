// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/settings/provider.h"
#include "ui/models/model_filter.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace app {
class Catalogue;
}

namespace ui {

class AbilityRow;
class FlatButton;
class Theme;
class ThemedLabel;

/// All that is known of one model: what it is, what it costs and since when, what it can do and why
/// that is believed. Scrolls where there is little room.
class ModelDetails : public QWidget
{
    Q_OBJECT
public:
    enum class Favourite { No, Yes };

    ModelDetails(const Theme &theme, const app::Catalogue &catalogue, QWidget *parent = nullptr);

    void showModel(const app::Provider &provider, const QString &modelId, Favourite favourite);
    void showNothing();
    /// The same model, read from the catalogue again.
    void refresh();

signals:
    void favouriteToggled();
    /// Another model in the place of this one.
    void replacementRequested(const QString &modelId);
    /// By the user; nothing: back to what is known.
    void abilitySaid(ui::ModelFilter::AbilityField ability, std::optional<app::Ability> value);

private:
    enum class Fact {
        Context,
        MaxOutput,
        Prices,
        Cached,
        Discount,
        Since,
        Before,
        Tiers,
        Note,
        Added,
        Tags,
    };

    void addTitle(QVBoxLayout *lines);
    void addFacts(QVBoxLayout *lines);
    void addFact(QGridLayout *form, Fact fact, const QString &name);
    void addAbilities(QVBoxLayout *lines);
    void setFact(Fact fact, const QString &text);
    void showTitle(const app::ModelInfo &info);
    void showPrices(const app::ModelInfo &info);
    void showAbilities();

    const Theme &m_theme;
    const app::Catalogue &m_catalogue;
    app::Provider m_provider;
    QString m_modelId;
    Favourite m_favourite = Favourite::No;
    QWidget *m_content = nullptr;
    ThemedLabel *m_name = nullptr;
    ThemedLabel *m_maker = nullptr;
    ThemedLabel *m_deprecated = nullptr;
    ThemedLabel *m_description = nullptr;
    FlatButton *m_star = nullptr;
    FlatButton *m_copy = nullptr;
    FlatButton *m_replacement = nullptr;
    QHash<Fact, std::pair<ThemedLabel *, ThemedLabel *>> m_facts; ///< name and value
    QList<std::pair<AbilityRow *, ModelFilter::AbilityField>> m_abilities;
};

} // namespace ui
