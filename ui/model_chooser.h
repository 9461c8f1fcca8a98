// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>

namespace app {
struct Provider;
struct Services;
} // namespace app

namespace ui {

class ModelPicker;
class Theme;

/// Opens the model picker, made at its first use, has the lists of all providers refreshed behind
/// it, and keeps what was chosen last and the favourites.
class ModelChooser : public QObject
{
    Q_OBJECT
public:
    using Chosen = std::function<void(const QString &providerId, const QString &model)>;

    /// The picker becomes a child of `window`.
    ModelChooser(const Theme &theme, app::Services &services, QWidget *window);

    /// `chosen` is called once, or never.
    void popUp(const QWidget *anchor, const QString &providerId, const QString &model,
               Chosen chosen);
    /// Asks a provider for its list, with its key where it has one.
    void refresh(const app::Provider &provider);
    void refresh(const app::Provider &provider, const QString &key);

signals:
    void providersRequested();

private:
    [[nodiscard]] ModelPicker *picker();
    void refreshAll();
    void showPinned();
    void toggleFavourite(const QString &providerId, const QString &model);
    void noteRecent(const QString &providerId, const QString &model);

    const Theme &m_theme;
    app::Services &m_services;
    QWidget *m_window;
    QPointer<ModelPicker> m_picker;
    Chosen m_chosen;
    /// Favourites and those chosen last, as the picker shows them.
    std::pair<QList<std::pair<QString, QString>>, QList<std::pair<QString, QString>>> m_pinned;
};

} // namespace ui
