// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model_chooser.h"

#include "app/base/when_done.h"
#include "app/catalogue/catalogue.h"
#include "app/chat/key_lookup.h"
#include "app/services.h"
#include "ui/models/model_picker.h"

#include <QWidget>

namespace ui {

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
                if (const Chosen chosen = std::exchange(m_chosen, {}))
                    chosen(providerId, model);
            });
    connect(m_picker, &ModelPicker::refreshRequested, this, &ModelChooser::refreshAll);
    connect(m_picker, &ModelPicker::providersRequested, this, &ModelChooser::providersRequested);
    return m_picker;
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
                  [this, id = provider.id](const app::Result<QList<app::ModelInfo>> &models) {
                      if (m_picker)
                          m_picker->setListState(id, models ? ListState::Known : ListState::Failed);
                  });
}

} // namespace ui
