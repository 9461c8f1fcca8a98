// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/settings/provider.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace app {
class HttpClient;
class SecretStore;
struct AccountCheck;
} // namespace app

namespace ui {

class ThemedLabel;

/// The API key of one provider, and the test of its connection. A key is asked of the server before
/// it is stored; one that the server could not be asked about is stored when the user says so. A
/// stored key is never shown, only that there is one.
class KeyPanel : public QWidget
{
    Q_OBJECT
public:
    KeyPanel(const Theme &theme, app::SecretStore &secrets, app::HttpClient &http,
             QWidget *parent = nullptr);

    /// Looks for the key of the provider's origin, which may ask the user to unlock.
    void setProvider(const app::Provider &provider);
    /// The address moved to another origin: says that its key must be entered.
    void askAgain(const QString &oldOrigin);
    void focusKey();
    /// Whether what is being typed is an address: it becomes the provider's before anything is
    /// tested, as its field loses the focus.
    void setAddressTyped(bool isAddress);

signals:
    /// The server answered, with or without a key; its models can be listed.
    void connected(const QString &providerId);

private:
    enum class Stored { Unknown, No, Yes };

    void addField();
    void addButtons();
    void test();
    void showOutcome(const app::Result<app::AccountCheck> &outcome, const QString &typed);
    void store(const QString &key, const QString &then);
    void forget();
    void say(const QString &text, QColor Colours::*colour);
    void refresh();
    [[nodiscard]] QString keptText() const;
    [[nodiscard]] bool isDeepInfra() const; ///< which never answers without a key

    const Theme &m_theme;
    app::SecretStore &m_secrets;
    app::HttpClient &m_http;
    app::Provider m_provider;
    bool m_isAddressTyped = false;
    Stored m_stored = Stored::Unknown;
    bool m_testing = false;
    int m_tests = 0; ///< the newest; what comes of older ones is dropped
    QLineEdit *m_key = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_keep = nullptr; ///< stores what could not be tested
    QPushButton *m_forget = nullptr;
    ThemedLabel *m_status = nullptr;
};

} // namespace ui
