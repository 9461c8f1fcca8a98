// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/paths.h"
#include "app/net/http_client.h"
#include "app/settings/provider.h"
#include "app/store/store.h"

#include <QLocale>

#include <memory>

namespace app {

class Balances;
class Catalogue;
class Chats;
class Library;
class Presets;
class Prompts;
class Scheduler;
class SchemaChecker;
class SecretStore;
class Settings;
class ToolRegistry;
struct ChatDependencies;

/// The program without widgets: the window, the command line and the tests start from it. Members
/// are destroyed in the reverse of their order here. GUI thread.
struct Services
{
    struct Options
    {
        Paths paths;
        Store::Role role = Store::Role::Owner;
        std::unique_ptr<SecretStore> secrets; ///< null: the OS key store
        std::unique_ptr<Clock> clock; ///< null: the system's
        HttpClient::ManagerFactory managers; ///< empty: those that know the demo
    };
    explicit Services(Options options);
    ~Services();

    /// The user's providers, then the demo.
    [[nodiscard]] QList<Provider> providers() const;
    /// One without an address where the id is not known any more. Timeouts that a provider does not
    /// set are those of the preferences.
    [[nodiscard]] Provider provider(const QString &id) const;

    [[nodiscard]] ChatDependencies chatDependencies() const;

    Paths paths;
    /// What the demo speaks in answers from now on, where it knows it: German, else English.
    /// Whoever has a language of its own sets it.
    QLocale::Language demoLanguage = QLocale::English;
    std::unique_ptr<Clock> clock;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<HttpClient> http;
    std::unique_ptr<SchemaChecker> schemas;
    std::unique_ptr<Store> store;
    std::unique_ptr<Catalogue> catalogue;
    std::unique_ptr<Balances> balances;
    std::unique_ptr<Library> library;
    std::unique_ptr<Presets> presets; ///< read by load()
    std::unique_ptr<Prompts> prompts; ///< read by refresh()
    std::unique_ptr<Scheduler> scheduler;
    std::unique_ptr<ToolRegistry> tools;
    std::unique_ptr<Chats> chats;
};

} // namespace app
