// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/catalogue/account_balance.h"

#include <QFuture>
#include <QHash>
#include <QObject>

namespace app {

class HttpClient;

/// The balances of accounts as they were told last, in memory only. Nothing is asked for by itself.
/// GUI thread.
class Balances : public QObject
{
    Q_OBJECT
public:
    Balances(HttpClient &http, const Clock &clock, QObject *parent = nullptr);

    /// Nothing before the first answer, and once the address changed.
    [[nodiscard]] std::optional<AccountBalance> balance(const Provider &provider) const;

    /// Asks the server; changed() when it told one. At most twice a minute: sooner, the future has
    /// what was told last. A second call while the first runs gets the same future. The key goes to
    /// the provider's origin only. Unsupported where tellsBalance() says no.
    QFuture<Result<AccountBalance>> refresh(const Provider &provider, const QString &key);

signals:
    void changed(const QString &providerId);

private:
    struct Account
    {
        QUrl baseUrl;
        QString key;
        std::optional<AccountBalance> balance;
        qint64 answeredMs = 0; ///< of the monotonic clock
        QFuture<Result<AccountBalance>> running;
    };
    void take(const QString &providerId, const QUrl &baseUrl,
              const Result<AccountBalance> &balance);

    HttpClient &m_http;
    const Clock &m_clock;
    QHash<QString, Account> m_accounts; ///< by provider id
};

} // namespace app
