// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/key_panel.h"

#include "app/base/when_done.h"
#include "app/catalogue/account_check.h"
#include "app/settings/secret_store.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/error_wording.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

KeyPanel::KeyPanel(const Theme &theme, app::SecretStore &secrets, app::HttpClient &http,
                   QWidget *parent)
    : QWidget(parent), m_theme(theme), m_secrets(secrets), m_http(http)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kStep2);
    addField();
    addButtons();
    m_status = new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this);
    m_status->setWordWrap(true);
    m_status->setAccessibleName(tr("Result of the test"));
    layout->addWidget(m_status);
    refresh();
}

void KeyPanel::addField()
{
    m_key = new QLineEdit(this);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setAccessibleName(tr("API key"));
    m_key->setClearButtonEnabled(true);
    layout()->addWidget(m_key);
    connect(m_key, &QLineEdit::textChanged, this, &KeyPanel::refresh);
    connect(m_key, &QLineEdit::returnPressed, this, &KeyPanel::test);
}

void KeyPanel::addButtons()
{
    m_test = new QPushButton(this);
    m_test->setAutoDefault(false);
    m_keep = new QPushButton(tr("Keep the key untested"), this);
    m_keep->setAutoDefault(false);
    m_keep->hide();
    m_forget = new QPushButton(tr("Forget key"), this);
    m_forget->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::kStep2);
    line->addWidget(m_test);
    line->addWidget(m_keep);
    line->addWidget(m_forget);
    line->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
    connect(m_test, &QPushButton::clicked, this, &KeyPanel::test);
    connect(m_keep, &QPushButton::clicked, this, [this] { store(m_key->text().trimmed(), {}); });
    connect(m_forget, &QPushButton::clicked, this, &KeyPanel::forget);
}

void KeyPanel::setProvider(const app::Provider &provider)
{
    const bool sameOrigin = app::origin(provider.baseUrl) == app::origin(m_provider.baseUrl)
                            && provider.id == m_provider.id;
    if (provider.id != m_provider.id || provider.baseUrl != m_provider.baseUrl) {
        m_testing = false; // what runs is of the other server
        ++m_tests;
    }
    m_provider = provider;
    m_isAddressTyped = false;
    if (sameOrigin)
        return refresh();
    m_key->clear();
    m_keep->hide();
    m_stored = Stored::Unknown;
    say({}, &Colours::secondary);
    refresh();
    const QString asked = app::origin(provider.baseUrl);
    if (asked.isEmpty())
        return;
    app::whenDone(m_secrets.read(asked), this, [this, asked](const app::Result<QString> &key) {
        if (asked != app::origin(m_provider.baseUrl))
            return;
        m_stored = key && !key->isEmpty() ? Stored::Yes : Stored::No;
        if (m_stored == Stored::No && isDeepInfra() && m_status->text().isEmpty())
            say(tr("You find your keys at deepinfra.com/dash/api_keys."), &Colours::secondary);
        refresh();
    });
}

void KeyPanel::askAgain(const QString &oldOrigin)
{
    say(tr("The key belongs to %1 and is not sent to another server. Enter the key of the new one "
           "if it needs one.")
            .arg(oldOrigin),
        &Colours::warning);
    m_key->setFocus();
}

void KeyPanel::focusKey()
{
    m_key->setFocus();
}

void KeyPanel::setAddressTyped(bool isAddress)
{
    m_isAddressTyped = isAddress;
    refresh();
}

void KeyPanel::refresh()
{
    const bool usable = m_isAddressTyped || !app::origin(m_provider.baseUrl).isEmpty();
    const bool typed = !m_key->text().trimmed().isEmpty();
    m_key->setPlaceholderText(m_stored == Stored::Yes ? tr("A key is stored; paste another one")
                              : isDeepInfra()         ? tr("Paste your key")
                                                      : tr("Paste a key, if the server needs one"));
    m_test->setText(typed ? tr("Test and store key") : tr("Test connection"));
    m_test->setEnabled(usable && !m_testing);
    m_forget->setVisible(m_stored == Stored::Yes);
    if (!typed)
        m_keep->hide();
}

bool KeyPanel::isDeepInfra() const
{
    return app::origin(m_provider.baseUrl) == app::origin(app::deepInfraProvider().baseUrl);
}

void KeyPanel::say(const QString &text, QColor Colours::*colour)
{
    m_status->setText(text);
    m_status->setColour(colour);
}

void KeyPanel::test()
{
    if (!m_test->isEnabled() || app::origin(m_provider.baseUrl).isEmpty())
        return;
    m_testing = true;
    m_keep->hide();
    refresh();
    say(tr("Asking %1…").arg(m_provider.name), &Colours::secondary);
    const app::Provider provider = m_provider;
    const QString typed = m_key->text().trimmed();
    const auto ask = [this, provider, typed, test = ++m_tests](const QString &key) {
        app::whenDone(app::checkAccount(m_http, provider, key), this,
                      [this, test, typed](const app::Result<app::AccountCheck> &outcome) {
                          if (test != m_tests)
                              return;
                          m_testing = false;
                          showOutcome(outcome, typed);
                          refresh();
                      });
    };
    if (!typed.isEmpty())
        return ask(typed);
    app::whenDone(m_secrets.read(app::origin(provider.baseUrl)), this,
                  [ask](const app::Result<QString> &key) { ask(key.value_or(QString())); });
}

void KeyPanel::showOutcome(const app::Result<app::AccountCheck> &outcome, const QString &typed)
{
    if (!outcome) {
        const bool refused = outcome.error().kind == app::ErrorKind::Unauthorised;
        if (refused && typed.isEmpty() && m_stored != Stored::Yes)
            say(tr("%1 answers and asks for a key.").arg(m_provider.name), &Colours::warning);
        else
            say(errorSentence(outcome.error(), m_provider.name, {}).text, &Colours::danger);
        m_keep->setVisible(!typed.isEmpty() && !refused);
        return;
    }
    QString said = outcome->keyProven ? tr("The key is right.") : tr("The server answers.");
    if (outcome->keyProven && !outcome->accountName.isEmpty())
        said = tr("The key is right: account %1.").arg(shortened(outcome->accountName, 60));
    else if (!outcome->keyProven && outcome->modelCount)
        said = tr("The server answers and lists %n models.", nullptr, int(*outcome->modelCount));
    say(said, &Colours::good);
    if (!typed.isEmpty())
        store(typed, said);
    emit connected(m_provider.id);
}

QString KeyPanel::keptText() const
{
    if (m_secrets.isPersistent())
        return tr("The key is kept in the key store of this computer.");
    return tr("This computer has no key store that could be used: the key is kept until Diptych "
              "ends.");
}

void KeyPanel::store(const QString &key, const QString &then)
{
    const QString origin = app::origin(m_provider.baseUrl);
    app::whenDone(
        m_secrets.write(origin, key), this, [this, origin, then](const app::Result<void> &written) {
            if (origin != app::origin(m_provider.baseUrl))
                return;
            if (!written)
                return say(
                    tr("The key could not be stored: %1").arg(shortened(written.error().message)),
                    &Colours::danger);
            m_stored = Stored::Yes;
            m_key->clear();
            const bool kept = m_secrets.isPersistent();
            //: Two whole sentences: the result of the test, and where the key is kept.
            say(then.isEmpty() ? keptText() : tr("%1 %2").arg(then, keptText()),
                kept ? &Colours::good : &Colours::warning);
            refresh();
            emit connected(m_provider.id);
        });
}

void KeyPanel::forget()
{
    const QString origin = app::origin(m_provider.baseUrl);
    app::whenDone(m_secrets.remove(origin), this, [this, origin](const app::Result<void> &removed) {
        if (origin != app::origin(m_provider.baseUrl))
            return;
        m_stored = removed ? Stored::No : m_stored;
        if (removed)
            say(tr("The key is forgotten."), &Colours::secondary);
        else
            say(tr("The key could not be removed: %1").arg(shortened(removed.error().message)),
                &Colours::danger);
        refresh();
    });
}

} // namespace ui
