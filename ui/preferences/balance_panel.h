// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/settings/provider.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace app {
struct AccountBalance;
class Balances;
class SecretStore;
} // namespace app

namespace ui {

class FlatButton;
class ThemedLabel;

/// What is left in the account of a provider. The server is asked when the user says so, with the
/// stored key.
class BalancePanel : public QWidget
{
    Q_OBJECT
public:
    BalancePanel(const Theme &theme, app::SecretStore &secrets, app::Balances &balances,
                 QWidget *parent = nullptr);

    void setProvider(const app::Provider &provider);

private:
    void ask();
    void ask(const QString &key);
    void showKnown();
    void showAnswer(const app::Result<app::AccountBalance> &answer);

    app::SecretStore &m_secrets;
    app::Balances &m_balances;
    app::Provider m_provider;
    int m_asked = 0; ///< the newest; what comes of older ones is dropped
    ThemedLabel *m_amount;
    ThemedLabel *m_details;
    FlatButton *m_refresh;
};

} // namespace ui
