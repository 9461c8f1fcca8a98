// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/balances.h"

#include "app/base/when_done.h"
#include "app/catalogue/list_request.h"

#include <QPromise>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr std::chrono::seconds kShortestPause{30};

qint64 monotonicMs(const Clock &clock)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock.monotonic()).count();
}

} // namespace

Balances::Balances(HttpClient &http, const Clock &clock, QObject *parent)
    : QObject(parent), m_http(http), m_clock(clock)
{
}

std::optional<AccountBalance> Balances::balance(const Provider &provider) const
{
    const auto account = m_accounts.constFind(provider.id);
    const bool isKnown = account != m_accounts.cend() && account->baseUrl == provider.baseUrl;
    return isKnown ? account->balance : std::nullopt;
}

QFuture<Result<AccountBalance>> Balances::refresh(const Provider &provider, const QString &key)
{
    using Answer = Result<AccountBalance>;
    if (!tellsBalance(provider))
        return QtFuture::makeReadyFuture(Answer(fail(ErrorKind::Unsupported)));
    Account &account = m_accounts[provider.id];
    if (account.baseUrl != provider.baseUrl || account.key != key)
        account = {provider.baseUrl, key};
    if (account.running.isRunning())
        return account.running;
    const qint64 sinceMs = monotonicMs(m_clock) - account.answeredMs;
    if (account.balance && sinceMs < std::chrono::milliseconds(kShortestPause).count())
        return QtFuture::makeReadyFuture(Answer(*account.balance));

    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    account.running = promise->future();
    whenDone(m_http.fetch(balanceRequest(provider, key)), this,
             [=, this, id = provider.id, url = provider.baseUrl](const Result<HttpResponse> &came) {
                 const auto body = bodyOf(came);
                 const Answer answer =
                     body ? readAccountBalance(*body, m_clock.nowMs()) : Answer(fail(body.error()));
                 take(id, url, answer);
                 promise->addResult(answer);
                 promise->finish();
             });
    return promise->future();
}

void Balances::take(const QString &providerId, const QUrl &baseUrl,
                    const Result<AccountBalance> &balance)
{
    Account &account = m_accounts[providerId];
    // Another address meanwhile: this is the answer of the one before.
    if (!balance || account.baseUrl != baseUrl)
        return;
    account.balance = *balance;
    account.answeredMs = monotonicMs(m_clock);
    emit changed(providerId);
}

} // namespace app
