// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/provider_page.h"

#include "app/catalogue/account_balance.h"
#include "ui/preferences/balance_panel.h"
#include "ui/preferences/form_page.h"
#include "ui/preferences/key_panel.h"
#include "ui/preferences/provider_advanced.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/themed_label.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool isLocal(const QString &host)
{
    return host == "localhost"_L1 || host.startsWith("127."_L1) || host == "::1"_L1;
}

} // namespace

QUrl baseUrlFromText(const QString &typed)
{
    QString text = typed.trimmed();
    while (text.endsWith(u'/'))
        text.chop(1);
    if (text.isEmpty())
        return {};
    if (!text.contains("://"_L1)) {
        const QString host = QUrl(u"http://"_s + text).host();
        text.prepend(isLocal(host) ? u"http://"_s : u"https://"_s);
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return web && !url.host().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
}

ProviderPage::ProviderPage(const Theme &theme, app::SecretStore &secrets, app::HttpClient &http,
                           app::Balances &balances, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    auto *page = new FormPage(this);
    QFormLayout *form = page->form();
    QWidget *content = page->widget();
    form->setContentsMargins(metrics::kStep4, 0, metrics::kStep4, metrics::kStep4);
    addBasics(form);
    m_key = new KeyPanel(theme, secrets, http, content);
    form->addRow(tr("API &key"), m_key);
    m_form = form;
    m_balance = new BalancePanel(theme, secrets, balances, content);
    form->addRow(tr("Balance"), m_balance);
    addAdvanced(form);
    auto *remove = new QPushButton(tr("Remove this provider…"), content);
    remove->setAutoDefault(false);
    form->addRow(QString(), remove);
    form->setAlignment(remove, Qt::AlignLeft);
    connect(remove, &QPushButton::clicked, this, [this] { emit removeRequested(m_provider.id); });
    connect(m_key, &KeyPanel::connected, this, &ProviderPage::connected);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(page);
}

void ProviderPage::addBasics(QFormLayout *form)
{
    m_name = new QLineEdit(form->parentWidget());
    m_name->setPlaceholderText(tr("How it is called here"));
    form->addRow(tr("&Name"), m_name);
    m_address = new QLineEdit(form->parentWidget());
    m_address->setPlaceholderText(u"https://api.example.com/v1"_s);
    m_address->setToolTip(tr("The address before “/chat/completions”."));
    form->addRow(tr("&Address"), m_address);
    m_addressProblem =
        new ThemedLabel(m_theme, TextRole::Small, &Colours::danger, form->parentWidget());
    m_addressProblem->setWordWrap(true);
    m_addressProblem->setText(
        tr("This is no address of a server. It looks like https://api.example.com/v1."));
    m_addressProblem->hide();
    form->addRow(QString(), m_addressProblem);
    connect(m_name, &QLineEdit::editingFinished, this, &ProviderPage::changeName);
    connect(m_address, &QLineEdit::editingFinished, this, &ProviderPage::changeAddress);
    connect(m_address, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_key->setAddressTyped(baseUrlFromText(text).isValid());
    });
}

void ProviderPage::addAdvanced(QFormLayout *form)
{
    m_fold = new FlatButton(m_theme, u"chevron-right"_s, tr("Advanced"), form->parentWidget());
    m_fold->setIconOnly(false);
    m_fold->setLeading(true);
    m_advanced = new ProviderAdvanced(m_theme, form->parentWidget());
    m_advanced->hide();
    form->addRow(m_fold);
    form->addRow(m_advanced);
    connect(m_fold, &FlatButton::clicked, this, [this] { setUnfolded(m_advanced->isHidden()); });
    connect(m_advanced, &ProviderAdvanced::edited, this, &ProviderPage::changeAdvanced);
}

void ProviderPage::setUnfolded(bool unfolded)
{
    m_advanced->setVisible(unfolded);
    m_fold->setIconName(unfolded ? u"chevron-down"_s : u"chevron-right"_s);
}

void ProviderPage::setProvider(const app::Provider &provider)
{
    m_provider = provider;
    m_name->setText(provider.name);
    m_address->setText(provider.baseUrl.toString());
    m_addressProblem->hide();
    m_key->setProvider(provider);
    m_advanced->setProvider(provider);
    showBalance();
}

void ProviderPage::showBalance()
{
    m_balance->setProvider(m_provider);
    const bool isShown = app::tellsBalance(m_provider);
    m_balance->setVisible(isShown);
    m_form->labelForField(m_balance)->setVisible(isShown);
}

void ProviderPage::focusKey()
{
    m_key->focusKey();
}

void ProviderPage::focusAddress()
{
    m_address->setFocus();
}

void ProviderPage::focusTimeouts()
{
    setUnfolded(true);
    m_advanced->focusTimeouts();
}

void ProviderPage::changeName()
{
    const QString name = m_name->text().simplified();
    if (name == m_provider.name || name.isEmpty()) {
        m_name->setText(m_provider.name);
        return;
    }
    m_provider.name = name;
    tell();
}

void ProviderPage::changeAddress()
{
    const QUrl url = baseUrlFromText(m_address->text());
    m_addressProblem->setVisible(!url.isValid() && !m_address->text().trimmed().isEmpty());
    if (!url.isValid() || url == m_provider.baseUrl)
        return;
    const QString oldOrigin = app::origin(m_provider.baseUrl);
    // The dialect follows the address as long as nobody chose another one.
    if (m_provider.dialect == app::guessDialect(m_provider.baseUrl))
        m_provider.dialect = app::guessDialect(url);
    m_provider.baseUrl = url;
    if (m_provider.name.isEmpty())
        m_provider.name = url.authority();
    setProvider(app::Provider(m_provider));
    if (!oldOrigin.isEmpty() && oldOrigin != app::origin(url))
        m_key->askAgain(oldOrigin);
    tell();
}

void ProviderPage::changeAdvanced()
{
    m_advanced->applyTo(m_provider);
    tell();
}

void ProviderPage::tell()
{
    m_key->setProvider(m_provider);
    showBalance();
    if (m_provider.baseUrl.isValid() && !m_provider.baseUrl.isEmpty())
        emit edited(m_provider);
}

} // namespace ui
