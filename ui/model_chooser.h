// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// Opens the model picker, made at its first use, and has the lists of all providers refreshed
/// behind it.
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

    const Theme &m_theme;
    app::Services &m_services;
    QWidget *m_window;
    QPointer<ModelPicker> m_picker;
    Chosen m_chosen;
};

} // namespace ui
