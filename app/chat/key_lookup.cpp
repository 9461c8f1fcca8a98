// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/key_lookup.h"

#include "app/base/log.h"
#include "app/base/when_done.h"
#include "app/settings/environment_keys.h"
#include "app/settings/provider.h"
#include "app/settings/secret_store.h"

#include <QProcessEnvironment>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Empty where it would break the header that it goes into.
QString sendable(const QString &key, const QString &source)
{
    if (isSendableKey(key))
        return key;
    qCWarning(logChat) << "the key is not sent, it holds a control character:" << source;
    return {};
}

} // namespace

void findKey(SecretStore &secrets, const QUrl &url, QObject *context,
             const std::function<void(const QString &key)> &found)
{
    const QString origin = app::origin(url);
    if (origin.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [found] { found({}); }, Qt::QueuedConnection);
        return;
    }
    whenDone(secrets.read(origin), context, [origin, found](const Result<QString> &stored) {
        if (!stored)
            qCWarning(logChat) << "the key store cannot be read:" << stored.error().message;
        if (stored && !stored->trimmed().isEmpty()) {
            found(sendable(stored->trimmed(), u"the key store"_s));
            return;
        }
        const auto key = environmentKey(QProcessEnvironment::systemEnvironment(), origin, {});
        found(key ? sendable(key->key, key->variable) : QString());
    });
}

} // namespace app
