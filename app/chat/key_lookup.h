// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QObject;
class QUrl;

namespace app {

class SecretStore;

/// The key for requests to the origin of `url`: the one in the secret store, else the environment's
/// by the rule of origins (see environmentKey()); empty where there is none, or one that cannot be
/// sent (see isSendableKey()). A key store that cannot be read is no error: many servers need no
/// key, and the others answer 401. Answers through the event loop; not at all when `context` dies
/// first.
void findKey(SecretStore &secrets, const QUrl &url, QObject *context,
             const std::function<void(const QString &key)> &found);

} // namespace app
