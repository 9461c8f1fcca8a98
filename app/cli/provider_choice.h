// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/settings/provider.h"

#include <QCommandLineOption>

#include <functional>

class QCommandLineParser;
class QObject;

namespace app {

struct Services;

/// What the options --provider and --base-url of a call say.
struct ProviderRequest
{
    QString name; ///< id, else name, in any case
    QString baseUrl;
    /// DIPTYCH_API_KEY is for a server that is the one of the whole call, not for each of several.
    bool isOfCall = true;

    bool operator==(const ProviderRequest &) const = default;
    [[nodiscard]] bool isEmpty() const { return name.isEmpty() && baseUrl.isEmpty(); }
};

struct ChosenProvider
{
    Provider provider;
    QString key; ///< by the rule of origins; empty: no Authorization header
    QString explicitOrigin; ///< of this very call's option; empty where it gave none
    bool needsKey = false; ///< chosen only because a key is there
};

/// An address as it may be kept and told: without a user, and without the values of its query that
/// are called like a key. The request goes to the address as it was typed.
[[nodiscard]] QString keptAddress(const QUrl &url);

[[nodiscard]] QList<QCommandLineOption> providerOptions();
[[nodiscard]] ProviderRequest readProviderRequest(const QCommandLineParser &arguments);

/// Without a request: the saved default, else DeepInfra if a key is found. Never the demo by
/// itself. Timeouts that the provider does not set are those of the preferences. An error is a
/// sentence about the usage. Answers through the event loop, unless `context` dies first.
void chooseProvider(Services &services, const ProviderRequest &request, QObject *context,
                    std::function<void(const Result<ChosenProvider> &)> chosen);

} // namespace app
