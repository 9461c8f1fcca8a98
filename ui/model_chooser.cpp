// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model_chooser.h"

#include "app/base/when_done.h"
#include "app/catalogue/catalogue.h"
#include "app/chat/key_lookup.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/models/model_picker.h"
#include "ui/wording/model_wording.h"

#include <QWidget>

namespace ui {

namespace {
constexpr qsizetype kMostRecentModels = 5;
constexpr qsizetype kMostFavourites = 200;
} // namespace

ModelChooser::ModelChooser(const Theme &theme, app::Services &services, QWidget *window)
    : QObject(window), m_theme(theme), m_services(services), m_window(window)
{
}

ModelPicker *ModelChooser::picker()
{
    if (m_picker)
        return m_picker;
    m_picker = new ModelPicker(m_theme, *m_services.catalogue, m_window);
    connect(m_picker, &ModelPicker::chosen, this,
            [this](const QString &providerId, const QString &model) {
                noteRecent(providerId, model);
                if (const Chosen chosen = std::exchange(m_chosen, {}))
                    chosen(providerId, model);
            });
    connect(m_picker, &ModelPicker::refreshRequested, this, &ModelChooser::refreshAll);
    connect(m_picker, &ModelPicker::providersRequested, this, &ModelChooser::providersRequested);
    connect(m_picker, &ModelPicker::favouriteToggled, this, &ModelChooser::toggleFavourite);
    connect(m_picker, &ModelPicker::abilitySaid, m_services.catalogue.get(),
            &app::Catalogue::setByUser);
    connect(m_services.settings.get(), &app::Settings::preferencesChanged, m_picker,
            [this] { showPinned(); });
    showPinned();
    return m_picker;
}

void ModelChooser::showPinned()
{
    const app::Preferences &preferences = m_services.settings->preferences();
    const auto pinned = std::pair(preferences.favouriteModels, preferences.recentModels);
    if (std::exchange(m_pinned, pinned) != pinned)
        m_picker->setPinned(pinned.first, pinned.second);
}

void ModelChooser::toggleFavourite(const QString &providerId, const QString &model)
{
    app::Preferences preferences = m_services.settings->preferences();
    if (!preferences.favouriteModels.removeOne({providerId, model})
        && preferences.favouriteModels.size() < kMostFavourites)
        preferences.favouriteModels.append({providerId, model});
    m_services.settings->setPreferences(preferences);
}

void ModelChooser::noteRecent(const QString &providerId, const QString &model)
{
    app::Preferences preferences = m_services.settings->preferences();
    preferences.recentModels.removeOne({providerId, model});
    preferences.recentModels.prepend({providerId, model});
    while (preferences.recentModels.size() > kMostRecentModels)
        preferences.recentModels.removeLast();
    m_services.settings->setPreferences(preferences);
}

void ModelChooser::popUp(const QWidget *anchor, const QString &providerId, const QString &model,
                         Chosen chosen)
{
    m_chosen = std::move(chosen);
    picker()->setProviders(m_services.providers());
    picker()->setCurrent(providerId, model);
    picker()->popUp(anchor);
}

void ModelChooser::refreshAll()
{
    for (const app::Provider &provider : m_services.providers())
        refresh(provider);
}

void ModelChooser::refresh(const app::Provider &provider)
{
    if (m_picker)
        m_picker->setListState(provider.id, ListState::Refreshing);
    app::findKey(*m_services.secrets, provider.baseUrl, this,
                 [this, provider](const QString &key) { refresh(provider, key); });
}

void ModelChooser::refresh(const app::Provider &provider, const QString &key)
{
    app::whenDone(m_services.catalogue->refresh(provider, key), this,
                  [this, provider](const app::Result<QList<app::ModelInfo>> &models) {
                      if (!m_picker)
                          return;
                      if (models)
                          return m_picker->setListState(provider.id, ListState::Known);
                      const QString why = listProblemText(models.error(), provider.name);
                      m_picker->setListState(provider.id, ListState::Failed, why);
                  });
}

} // namespace ui
