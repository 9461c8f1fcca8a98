// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/balance_panel.h"

#include "app/base/when_done.h"
#include "app/catalogue/balances.h"
#include "app/chat/key_lookup.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/balance_wording.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/number_wording.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

BalancePanel::BalancePanel(const Theme &theme, app::SecretStore &secrets, app::Balances &balances,
                           QWidget *parent)
    : QWidget(parent), m_secrets(secrets), m_balances(balances),
      m_amount(new ThemedLabel(theme, TextRole::Body, &Colours::text, this)),
      m_details(new ThemedLabel(theme, TextRole::Small, &Colours::secondary, this)),
      m_refresh(new FlatButton(theme, u"retry"_s, tr("Ask for the balance"), this))
{
    m_details->setWordWrap(true);
    m_refresh->setIconOnly(false);
    m_refresh->setTone(FlatButton::Tone::Accent);
    m_refresh->setFocusPolicy(Qt::TabFocus);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::kStep2);
    line->addWidget(m_amount);
    line->addWidget(m_refresh);
    line->addStretch(1);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(2);
    lines->addLayout(line);
    lines->addWidget(m_details);
    connect(m_refresh, &FlatButton::clicked, this, [this] { ask(); });
    showKnown();
}

void BalancePanel::setProvider(const app::Provider &provider)
{
    if (provider.id == m_provider.id && provider.baseUrl == m_provider.baseUrl)
        return;
    m_provider = provider;
    ++m_asked;
    m_refresh->setEnabled(true);
    showKnown();
}

void BalancePanel::showKnown()
{
    const auto balance = m_balances.balance(m_provider);
    m_amount->setVisible(balance.has_value());
    m_details->setVisible(balance.has_value());
    m_refresh->setText(balance ? tr("Ask again") : tr("Ask for the balance"));
    m_refresh->setAccessibleName(m_refresh->text());
    if (!balance)
        return;
    m_amount->setText(balanceText(*balance));
    m_details->setColour(balance->suspended ? &Colours::danger : &Colours::secondary);
    const QString told =
        //: When a server told a balance.
        tr("Told at %1.").arg(momentText(balance->atMs, QDateTime::currentMSecsSinceEpoch()));
    m_details->setText((balanceDetails(*balance) + u' ' + told).trimmed());
}

void BalancePanel::ask()
{
    m_refresh->setEnabled(false);
    const int asked = ++m_asked;
    app::findKey(m_secrets, m_provider.baseUrl, this, [this, asked](const QString &key) {
        if (asked == m_asked)
            ask(key);
    });
}

void BalancePanel::ask(const QString &key)
{
    const int asked = m_asked;
    app::whenDone(m_balances.refresh(m_provider, key), this,
                  [this, asked](const app::Result<app::AccountBalance> &answer) {
                      if (asked == m_asked)
                          showAnswer(answer);
                  });
}

void BalancePanel::showAnswer(const app::Result<app::AccountBalance> &answer)
{
    m_refresh->setEnabled(true);
    showKnown();
    if (answer)
        return;
    const bool isOdd = answer.error().kind == app::ErrorKind::BadResponse;
    m_details->setColour(&Colours::danger);
    m_details->setText(
        isOdd ? tr("%1 did not tell a balance. Look it up on its web page.").arg(m_provider.name)
              : errorSentence(answer.error(), m_provider.name, {}).text);
    m_details->show();
}

} // namespace ui
