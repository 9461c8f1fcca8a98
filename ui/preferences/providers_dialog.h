// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace app {
class Balances;
class HttpClient;
class SecretStore;
class Settings;
} // namespace app

namespace ui {

class ProviderPage;
class ThemedLabel;

/// The servers that Diptych talks to: adds, changes, tests and removes them. What is changed holds
/// at once; the key of a provider that moves to another origin is asked for again. Shown with
/// open() or show(). Everything given outlives it.
class ProvidersDialog : public QDialog
{
    Q_OBJECT
public:
    ProvidersDialog(const Theme &theme, app::Settings &settings, app::SecretStore &secrets,
                    app::HttpClient &http, app::Balances &balances, QWidget *parent = nullptr);

    /// Shows one of them with its key field focused; an unknown or empty id shows the first.
    void showProvider(const QString &providerId);
    /// The same, at the provider's own timeouts.
    void showTimeouts(const QString &providerId);

signals:
    /// A test went well or a key was stored: its list of models can be asked for.
    void connected(const QString &providerId);

private:
    void addList(QLayout *layout);
    void addPages(QLayout *layout);
    void fillList();
    void select(const QString &providerId);
    void showSelected();
    void addDeepInfra();
    void addServer();
    void findLocal();
    void addFound(const QList<app::Provider> &found);
    void save(const app::Provider &provider);
    void askToRemove(const QString &providerId);
    void remove(const QString &providerId);
    void forgetKeyOf(const QString &origin);
    [[nodiscard]] bool isUsed(const QString &origin) const;

    const Theme &m_theme;
    app::Settings &m_settings;
    app::SecretStore &m_secrets;
    app::HttpClient &m_http;
    app::Balances &m_balances;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_pages = nullptr;
    ProviderPage *m_page = nullptr;
    QPushButton *m_addDeepInfra = nullptr;
    QPushButton *m_find = nullptr;
    ThemedLabel *m_status = nullptr;
};

} // namespace ui
