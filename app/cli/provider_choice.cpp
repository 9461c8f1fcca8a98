// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/provider_choice.h"

#include "app/chat/key_lookup.h"
#include "app/chat/provider_lookup.h"
#include "app/generation/exchange.h"
#include "app/services.h"
#include "app/settings/environment_keys.h"
#include "app/settings/secret_store.h"
#include "app/settings/settings.h"

#include <QCommandLineParser>
#include <QProcessEnvironment>

#include <utility>

using namespace Qt::StringLiterals;

namespace app {

namespace {

tl::unexpected<Error> usageError(const QString &sentence)
{
    return fail(ErrorKind::InvalidRequest, sentence);
}

Result<Provider> named(const Services &services, const QString &name)
{
    QList<Provider> known = services.providers();
    known.append(deepInfraProvider());
    // Ids first: a user may well call a server of another address “DeepInfra”.
    for (const auto word : {&Provider::id, &Provider::name}) {
        for (const Provider &provider : std::as_const(known)) {
            if ((provider.*word).compare(name, Qt::CaseInsensitive) == 0)
                return provider;
        }
    }
    QStringList names;
    for (const Provider &provider : std::as_const(known)) {
        if (!names.contains(provider.id))
            names.append(provider.id);
    }
    return usageError(u"there is no provider “%1”; known: %2"_s.arg(name, names.join(u", "_s)));
}

Result<Provider> atUrl(const Services &services, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty()) {
        return usageError(
            u"--base-url needs an address such as https://api.deepinfra.com/v1/openai, not “%1”"_s
                .arg(text));
    }
    const auto normal = [](const QUrl &base) { return base.adjusted(QUrl::StripTrailingSlash); };
    for (const Provider &provider : services.providers()) {
        if (normal(provider.baseUrl) == normal(url))
            return provider;
    }
    Provider provider;
    provider.id = u"url:"_s + keptAddress(normal(url)); // it stands in every record
    provider.name = url.host();
    provider.baseUrl = url;
    provider.dialect = guessDialect(url);
    return provider;
}

/// What is asked for: an error about the usage, or a provider whose key is still to be found.
Result<ChosenProvider> requested(const Services &services, const ProviderRequest &request)
{
    if (!request.name.isEmpty() && !request.baseUrl.isEmpty())
        return usageError(u"--provider and --base-url exclude each other"_s);
    if (!request.isEmpty()) {
        const Result<Provider> provider = request.name.isEmpty() ? atUrl(services, request.baseUrl)
                                                                 : named(services, request.name);
        if (!provider)
            return fail(provider.error());
        return ChosenProvider{
            *provider, {}, request.isOfCall ? origin(provider->baseUrl) : QString()};
    }
    const QString saved = services.settings->preferences().defaultProvider;
    const auto provider = findProvider(*services.settings, saved);
    if (provider && provider->dialect != Dialect::Demo)
        return ChosenProvider{*provider, {}, {}};
    ChosenProvider fallback{deepInfraProvider(), {}, {}};
    fallback.needsKey = true;
    return fallback;
}

/// Whichever way it was chosen: its own timeouts where it has any, else the user's.
ChosenProvider withTimeouts(const Services &services, ChosenProvider choice)
{
    choice.provider.timeouts = effectiveTimeouts(services.settings->preferences(), choice.provider);
    return choice;
}

Result<ChosenProvider> withKey(ChosenProvider choice, const QString &key)
{
    if (choice.needsKey && key.isEmpty()) {
        return usageError(
            u"no server is chosen. Set DEEPINFRA_API_KEY to use DeepInfra, name one with "
            "--provider NAME or --base-url URL, choose a default provider in the window, or try "
            "the built-in demo with --provider demo"_s);
    }
    choice.key = key;
    return choice;
}

} // namespace

QString keptAddress(const QUrl &url)
{
    return QUrl(shownUrl(url)).toString();
}

QList<QCommandLineOption> providerOptions()
{
    return {{u"provider"_s,
             u"Server by its name in the settings; “deepinfra” and “demo” are always there."_s,
             u"NAME"_s},
            {u"base-url"_s,
             u"Server by its address; “/chat/completions” and “/models” are appended."_s,
             u"URL"_s}};
}

ProviderRequest readProviderRequest(const QCommandLineParser &arguments)
{
    return {.name = arguments.value(u"provider"_s), .baseUrl = arguments.value(u"base-url"_s)};
}

void chooseProvider(Services &services, const ProviderRequest &request, QObject *context,
                    std::function<void(const Result<ChosenProvider> &)> chosen)
{
    const auto later = [context, chosen](const Result<ChosenProvider> &answer) {
        QMetaObject::invokeMethod(
            context, [chosen, answer] { chosen(answer); }, Qt::QueuedConnection);
    };
    const Result<ChosenProvider> asked = requested(services, request);
    if (!asked) {
        later(asked);
        return;
    }
    const ChosenProvider choice = withTimeouts(services, *asked);
    // The environment goes first: it was set for this process, the key store for all.
    const QUrl url = choice.provider.baseUrl;
    const auto fromEnvironment = environmentKey(QProcessEnvironment::systemEnvironment(),
                                                origin(url), choice.explicitOrigin);
    if (fromEnvironment && !isSendableKey(fromEnvironment->key)) {
        later(usageError(
            u"%1 holds a line break or another control character, which no key does"_s.arg(
                fromEnvironment->variable)));
        return;
    }
    const bool takesKeys = choice.provider.dialect != Dialect::Demo;
    if (fromEnvironment || !takesKeys) {
        later(withKey(choice, fromEnvironment ? fromEnvironment->key : QString()));
        return;
    }
    findKey(
        *services.secrets, url, context,
        [chosen = std::move(chosen), choice](const QString &key) { chosen(withKey(choice, key)); });
}

} // namespace app
