// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/keychain_secret_store.h"

#include "app/base/log.h"

#include <QElapsedTimer>
#include <QHash>
#include <QPromise>

#include <qt6keychain/keychain.h>

#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const auto kService = u"Diptych"_s;
constexpr std::chrono::milliseconds kKeyStorePatience{3000};

// A started promise that a copyable closure can hold; left behind, it cancels its future.
template <typename T>
std::shared_ptr<QPromise<Result<T>>> startedPromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <typename T>
void answer(QPromise<Result<T>> &promise, Result<T> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace

struct KeychainSecretStore::Private
{
    using Handler = std::function<void(const QKeychain::Job &)>;
    struct Waiting
    {
        std::unique_ptr<QKeychain::Job> job;
        Handler handler;
    };

    void enqueue(std::unique_ptr<QKeychain::Job> job, const QString &origin, Handler handler);
    void startNext();
    void note(const QKeychain::Job &job);

    QObject context;
    std::vector<Waiting> waiting;
    QHash<QString, QString> session; ///< keys that the key store did not take
    bool running = false;
    bool works = true;
    bool isSilent = false; ///< it let somebody wait in vain: it is not asked for keys again
    QElapsedTimer asked;
};

void KeychainSecretStore::Private::enqueue(std::unique_ptr<QKeychain::Job> job,
                                           const QString &origin, Handler handler)
{
    job->setKey(origin);
    // Its default is true; said here because startNext() gives the job away to itself.
    job->setAutoDelete(true);
    waiting.push_back({std::move(job), std::move(handler)});
    startNext();
}

void KeychainSecretStore::Private::startNext()
{
    if (running || waiting.empty())
        return;
    running = true;
    asked.start();
    Waiting next = std::move(waiting.front());
    waiting.erase(waiting.begin());
    QKeychain::Job *job = next.job.release();
    QObject::connect(job, &QKeychain::Job::finished, &context,
                     [this, handler = std::move(next.handler)](QKeychain::Job *finished) {
                         running = false;
                         note(*finished);
                         // Through the event loop: the handler may queue more or destroy the store.
                         QMetaObject::invokeMethod(
                             &context, [this] { startNext(); }, Qt::QueuedConnection);
                         handler(*finished);
                     });
    job->start();
}

// Without a session bus the error is OtherError, not NoBackendAvailable; so whatever is not a plain
// "no such entry" counts as no key store.
void KeychainSecretStore::Private::note(const QKeychain::Job &job)
{
    works = job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
    // A service that cannot be started is told after 25 s, each time anew.
    isSilent = !works && asked.elapsed() > kKeyStorePatience.count();
    if (!works)
        qCWarning(logSettings) << "key store:" << job.error() << job.errorString();
}

KeychainSecretStore::KeychainSecretStore() : d(std::make_unique<Private>())
{
}

KeychainSecretStore::~KeychainSecretStore() = default;

QFuture<Result<QString>> KeychainSecretStore::read(const QString &origin)
{
    const auto promise = startedPromise<QString>();
    if (d->isSilent) {
        answer<QString>(*promise, d->session.value(origin));
        return promise->future();
    }
    d->enqueue(std::make_unique<QKeychain::ReadPasswordJob>(kService), origin,
               [this, origin, promise](const QKeychain::Job &job) {
                   const auto &read = static_cast<const QKeychain::ReadPasswordJob &>(job);
                   const QString stored = job.error() ? QString() : read.textData();
                   answer<QString>(*promise, d->session.value(origin, stored));
               });
    return promise->future();
}

QFuture<Result<void>> KeychainSecretStore::write(const QString &origin, const QString &key)
{
    auto job = std::make_unique<QKeychain::WritePasswordJob>(kService);
    job->setTextData(key);
    const auto promise = startedPromise<void>();
    d->enqueue(std::move(job), origin, [this, origin, key, promise](const QKeychain::Job &done) {
        if (done.error())
            d->session.insert(origin, key);
        else
            d->session.remove(origin);
        answer<void>(*promise, {});
    });
    return promise->future();
}

QFuture<Result<void>> KeychainSecretStore::remove(const QString &origin)
{
    const auto promise = startedPromise<void>();
    d->enqueue(std::make_unique<QKeychain::DeletePasswordJob>(kService), origin,
               [this, origin, promise](const QKeychain::Job &job) {
                   const bool wasOfSession = d->session.remove(origin);
                   const bool gone = !job.error() || job.error() == QKeychain::EntryNotFound;
                   // The user wants it gone: that it may still be there must be said.
                   if (!gone && !wasOfSession)
                       return answer<void>(*promise, fail(ErrorKind::Storage, job.errorString()));
                   answer<void>(*promise, {});
               });
    return promise->future();
}

bool KeychainSecretStore::isPersistent() const
{
    return d->works;
}

} // namespace app
