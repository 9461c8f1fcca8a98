// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;

namespace app {
class Balances;
class HttpClient;
class SecretStore;
} // namespace app

namespace ui {

class BalancePanel;
class FlatButton;
class KeyPanel;
class ProviderAdvanced;
class ThemedLabel;

/// One provider, edited in place: each change that makes sense is told with edited() at once. One
/// without an address is a draft that nobody has stored yet.
class ProviderPage : public QWidget
{
    Q_OBJECT
public:
    ProviderPage(const Theme &theme, app::SecretStore &secrets, app::HttpClient &http,
                 app::Balances &balances, QWidget *parent = nullptr);

    void setProvider(const app::Provider &provider);
    [[nodiscard]] const app::Provider &provider() const { return m_provider; }
    void focusKey();
    void focusAddress();
    void focusTimeouts();

signals:
    void edited(const app::Provider &provider); ///< it has an address
    void connected(const QString &providerId);
    void removeRequested(const QString &providerId);

private:
    void addBasics(QFormLayout *form);
    void showBalance();
    void addAdvanced(QFormLayout *form);
    void setUnfolded(bool unfolded);
    void changeName();
    void changeAddress();
    void changeAdvanced();
    void tell();

    const Theme &m_theme;
    app::Provider m_provider;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_address = nullptr;
    ThemedLabel *m_addressProblem = nullptr;
    KeyPanel *m_key = nullptr;
    QFormLayout *m_form = nullptr;
    BalancePanel *m_balance = nullptr; ///< its row is there where the provider tells balances
    FlatButton *m_fold = nullptr;
    ProviderAdvanced *m_advanced = nullptr;
};

/// What a person typed as an address, completed: a scheme where there is none, no trailing slash.
/// Invalid where it is no address of a server.
[[nodiscard]] QUrl baseUrlFromText(const QString &typed);

} // namespace ui
