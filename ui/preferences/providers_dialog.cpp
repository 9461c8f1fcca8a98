// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/providers_dialog.h"

#include "app/base/ids.h"
#include "app/base/when_done.h"
#include "app/catalogue/local_servers.h"
#include "app/settings/secret_store.h"
#include "app/settings/settings.h"
#include "ui/preferences/provider_page.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/themed_label.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kListWidth = 210;
constexpr QSize kProvidersSize{760, 520};
constexpr QSize kLeastSize{640, 400};
constexpr int kIdRole = Qt::UserRole;
} // namespace

ProvidersDialog::ProvidersDialog(const Theme &theme, app::Settings &settings,
                                 app::SecretStore &secrets, app::HttpClient &http,
                                 app::Balances &balances, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_settings(settings), m_secrets(secrets), m_http(http),
      m_balances(balances)
{
    setWindowTitle(tr("Providers"));
    setMinimumSize(kLeastSize);
    resizeWithinScreen(*this, kProvidersSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::kStep3);
    layout->addLayout(columns, 1);
    addList(columns);
    addPages(columns);
    auto *bottom = new QHBoxLayout;
    m_status = new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this);
    m_status->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    // Return in a field must not close the dialog.
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    bottom->addWidget(m_status, 1);
    bottom->addWidget(buttons);
    layout->addLayout(bottom);
    connect(&settings, &app::Settings::providersChanged, this, &ProvidersDialog::fillList);
    fillList();
    showProvider({});
}

void ProvidersDialog::addList(QLayout *layout)
{
    auto *column = new QWidget(this);
    column->setFixedWidth(kListWidth);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(metrics::kStep1);
    m_list = new QListWidget(column);
    m_list->setAccessibleName(tr("Providers"));
    m_list->setSpacing(2);
    lines->addWidget(m_list, 1);
    const auto addButton = [&](const QString &text, auto slot) {
        auto *button = new QPushButton(text, column);
        button->setAutoDefault(false);
        lines->addWidget(button);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    m_addDeepInfra = addButton(tr("Add DeepInfra"), &ProvidersDialog::addDeepInfra);
    addButton(tr("Add another server"), &ProvidersDialog::addServer);
    m_find = addButton(tr("Look on this computer"), &ProvidersDialog::findLocal);
    m_find->setToolTip(tr("Looks for Ollama, llama-server, LM Studio and vLLM at their usual "
                          "ports on this computer."));
    connect(m_list, &QListWidget::currentRowChanged, this, &ProvidersDialog::showSelected);
    layout->addWidget(column);
}

void ProvidersDialog::addPages(QLayout *layout)
{
    m_pages = new QStackedWidget(this);
    auto *empty = new ThemedLabel(m_theme, TextRole::Body, &Colours::secondary, m_pages);
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignCenter);
    empty->setText(tr("Diptych talks to every server that speaks the API of OpenAI. Add DeepInfra "
                      "with a key, any other server by its address, or look for one on this "
                      "computer. The demo needs none of this."));
    empty->setContentsMargins(metrics::kStep5, 0, metrics::kStep5, 0);
    m_page = new ProviderPage(m_theme, m_secrets, m_http, m_balances, m_pages);
    m_pages->addWidget(empty);
    m_pages->addWidget(m_page);
    layout->addWidget(m_pages);
    connect(m_page, &ProviderPage::edited, this, &ProvidersDialog::save);
    connect(m_page, &ProviderPage::connected, this, &ProvidersDialog::connected);
    connect(m_page, &ProviderPage::removeRequested, this, &ProvidersDialog::askToRemove);
}

void ProvidersDialog::fillList()
{
    const QSignalBlocker silent(m_list);
    const QString shown = m_page->provider().id;
    m_list->clear();
    const QList<app::Provider> &providers = m_settings.providers();
    for (const app::Provider &provider : providers) {
        auto *item = new QListWidgetItem(provider.name, m_list);
        item->setData(kIdRole, provider.id);
        item->setSizeHint(QSize(0, m_list->fontMetrics().height() + metrics::kStep3));
        item->setToolTip(literally(provider.baseUrl.toString()));
        if (provider.id == shown)
            m_list->setCurrentItem(item);
    }
    m_addDeepInfra->setVisible(!isUsed(app::origin(app::deepInfraProvider().baseUrl)));
}

void ProvidersDialog::showProvider(const QString &providerId)
{
    select(providerId);
    if (m_list->currentRow() < 0 && m_list->count() > 0)
        m_list->setCurrentRow(0);
    showSelected();
    m_page->focusKey();
}

void ProvidersDialog::showTimeouts(const QString &providerId)
{
    showProvider(providerId);
    m_page->focusTimeouts();
}

void ProvidersDialog::select(const QString &providerId)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(kIdRole).toString() == providerId)
            m_list->setCurrentRow(row);
    }
}

void ProvidersDialog::showSelected()
{
    const QListWidgetItem *item = m_list->currentItem();
    const auto provider = item ? m_settings.provider(item->data(kIdRole).toString()) : std::nullopt;
    m_pages->setCurrentIndex(provider ? 1 : 0);
    if (provider)
        m_page->setProvider(*provider);
}

void ProvidersDialog::addDeepInfra()
{
    m_settings.saveProvider(app::deepInfraProvider());
    select(app::deepInfraProvider().id);
    m_page->focusKey();
    m_status->clear();
}

void ProvidersDialog::addServer()
{
    app::Provider draft;
    draft.id = u"server-%1"_s.arg(app::nextIdValue());
    m_list->setCurrentRow(-1);
    m_page->setProvider(draft);
    m_pages->setCurrentIndex(1);
    m_page->focusAddress();
    m_status->clear();
}

void ProvidersDialog::findLocal()
{
    m_find->setEnabled(false);
    m_status->setText(tr("Looking for servers on this computer…"));
    app::whenDone(app::findLocalServers(m_http), this, [this](const QList<app::Provider> &found) {
        m_find->setEnabled(true);
        addFound(found);
    });
}

void ProvidersDialog::addFound(const QList<app::Provider> &found)
{
    QStringList names;
    QString first;
    for (const app::Provider &provider : found) {
        if (isUsed(app::origin(provider.baseUrl)))
            continue;
        m_settings.saveProvider(provider);
        names.append(provider.name);
        if (first.isEmpty())
            first = provider.id;
    }
    if (found.isEmpty())
        m_status->setText(tr("No server answers on this computer."));
    else if (names.isEmpty())
        m_status->setText(tr("The servers on this computer are in the list already."));
    else
        m_status->setText(tr("Added: %1.").arg(names.join(u", "_s)));
    select(first);
}

void ProvidersDialog::save(const app::Provider &provider)
{
    const auto old = m_settings.provider(provider.id);
    m_settings.saveProvider(provider);
    select(provider.id);
    if (old && app::origin(old->baseUrl) != app::origin(provider.baseUrl))
        forgetKeyOf(app::origin(old->baseUrl));
}

void ProvidersDialog::askToRemove(const QString &providerId)
{
    const auto provider = m_settings.provider(providerId);
    if (!provider)
        return showProvider({}); // a draft
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Remove provider"),
                                     tr("Remove %1 and its key?").arg(provider->name),
                                     QMessageBox::Cancel, this);
    question->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Conversations held with it stay."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *confirm = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(confirm, &QAbstractButton::clicked, this, [this, providerId] { remove(providerId); });
    question->open();
}

void ProvidersDialog::remove(const QString &providerId)
{
    const auto provider = m_settings.provider(providerId);
    if (!provider)
        return;
    m_settings.removeProvider(providerId);
    forgetKeyOf(app::origin(provider->baseUrl));
    showProvider({});
}

/// Another provider may be at the same origin and need the key.
void ProvidersDialog::forgetKeyOf(const QString &origin)
{
    if (origin.isEmpty() || isUsed(origin))
        return;
    app::whenDone(m_secrets.remove(origin), this, [this](const app::Result<void> &removed) {
        if (!removed)
            m_status->setText(tr("The key could not be removed from the key store."));
    });
}

bool ProvidersDialog::isUsed(const QString &origin) const
{
    return std::ranges::any_of(m_settings.providers(), [&](const app::Provider &provider) {
        return app::origin(provider.baseUrl) == origin;
    });
}

} // namespace ui
