// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "app/base/log.h"
#include "app/catalogue/balances.h"
#include "app/catalogue/catalogue.h"
#include "app/chat/chats.h"
#include "app/chat/provider_lookup.h"
#include "app/chat/scheduler.h"
#include "app/demo/demo_access_manager.h"
#include "app/library/library.h"
#include "app/library/presets.h"
#include "app/library/prompts.h"
#include "app/schema/schema_checker.h"
#include "app/settings/keychain_secret_store.h"
#include "app/settings/settings.h"
#include "app/tools/tool_registry.h"

#include <QNetworkProxy>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QNetworkProxy proxyOf(const Preferences &preferences)
{
    const auto port = static_cast<quint16>(qBound(0, preferences.proxyPort, 65'535));
    switch (preferences.proxyKind) {
    case ProxyKind::System:
        return QNetworkProxy(QNetworkProxy::DefaultProxy);
    case ProxyKind::None:
        return QNetworkProxy(QNetworkProxy::NoProxy);
    case ProxyKind::Http:
        return QNetworkProxy(QNetworkProxy::HttpProxy, preferences.proxyHost, port);
    case ProxyKind::Socks5:
        return QNetworkProxy(QNetworkProxy::Socks5Proxy, preferences.proxyHost, port);
    }
    return QNetworkProxy(QNetworkProxy::DefaultProxy);
}

HttpClient::ManagerFactory demoManagers(const QLocale::Language &language)
{
    return [&language] {
        auto manager = std::make_unique<DemoAccessManager>();
        manager->setLanguage([&language] { return language; });
        return manager;
    };
}

/// A profile that cannot be made is told by its parts: settings name the file, the store the
/// reason.
Paths created(const Paths &paths)
{
    if (const auto made = paths.create(); !made)
        qCWarning(logSettings) << made.error().message;
    return paths;
}

} // namespace

Services::Services(Options options)
    : paths(created(options.paths)),
      clock(options.clock ? std::move(options.clock) : std::make_unique<SystemClock>()),
      settings(std::make_unique<Settings>(paths)),
      secrets(options.secrets ? std::move(options.secrets)
                              : std::make_unique<KeychainSecretStore>()),
      http(std::make_unique<HttpClient>(options.managers ? std::move(options.managers)
                                                         : demoManagers(demoLanguage))),
      schemas(std::make_unique<SchemaChecker>()),
      store(std::make_unique<Store>(paths, options.role)),
      catalogue(std::make_unique<Catalogue>(*http, paths)),
      balances(std::make_unique<Balances>(*http, *clock)),
      library(std::make_unique<Library>(*store, *clock)), presets(std::make_unique<Presets>(paths)),
      prompts(std::make_unique<Prompts>(paths, demoLanguage)),
      scheduler(std::make_unique<Scheduler>(*clock)),
      tools(std::make_unique<ToolRegistry>(*settings, *http, *secrets)),
      chats(std::make_unique<Chats>(chatDependencies()))
{
    http->setProxy(proxyOf(settings->preferences()));
    QObject::connect(settings.get(), &Settings::preferencesChanged, settings.get(),
                     [this] { http->setProxy(proxyOf(settings->preferences())); });
}

Services::~Services() = default;

ChatDependencies Services::chatDependencies() const
{
    ChatDependencies all{*store, *http, *settings, *secrets, *catalogue, *clock, *scheduler};
    all.tools = tools.get();
    return all;
}

QList<Provider> Services::providers() const
{
    QList<Provider> all = settings->providers();
    all.append(demoProvider());
    return all;
}

Provider Services::provider(const QString &id) const
{
    Provider unknown;
    unknown.id = id;
    unknown.name = id;
    return findProvider(*settings, id).value_or(unknown);
}

} // namespace app
