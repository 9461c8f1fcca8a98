// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace app {

/// What a server accepts beyond the common core, and how it spells it. openai/dialect.h says what
/// each one takes. Unknown takes whatever the user set.
enum class Dialect {
    Unknown,
    DeepInfra,
    OpenAi,
    OpenRouter,
    Ollama,
    LlamaServer,
    Vllm,
    LmStudio,
    Demo,
};

[[nodiscard]] QLatin1StringView dialectName(Dialect dialect); ///< "deepinfra", "llama-server", …
[[nodiscard]] std::optional<Dialect> dialectFromName(QStringView name);
/// Guessed from host and port of a base URL; Unknown where nothing speaks for one.
[[nodiscard]] Dialect guessDialect(const QUrl &baseUrl);

/// How long to wait for a server. All settable; zero means "never give up".
struct Timeouts
{
    std::chrono::milliseconds connect{15'000};
    std::chrono::milliseconds firstByte{180'000}; ///< from the end of the upload
    std::chrono::milliseconds firstByteFlex{720'000}; ///< the same when tier `flex` was asked
    std::chrono::milliseconds idle{120'000}; ///< between any two bytes, comments included

    bool operator==(const Timeouts &) const = default;
};

/// How many runs may be in flight at once; 0: any number.
struct RunLimits
{
    int perProvider = 0;
    int perModel = 0;

    bool operator==(const RunLimits &) const = default;
};

/// An endpoint. The key itself is never here: `secretName` names its entry in the SecretStore, and
/// it is sent to `origin(baseUrl)` only.
struct Provider
{
    QString id; ///< stable: "deepinfra", "demo", or made at creation
    QString name;
    QUrl baseUrl; ///< joined with "/chat/completions", "/models"; any path
    Dialect dialect = Dialect::Unknown;
    QList<std::pair<QString, QString>> extraHeaders;
    QStringList dropFields; ///< request fields never sent to this server
    QString reasoningField; ///< empty: the usual spellings are all read
    Timeouts timeouts;
    std::optional<bool> sendsUsageOption; ///< stream_options.include_usage; empty: by dialect
    std::optional<int> mostRuns; ///< at once; 0: any number; empty: as runLimits() knows
    std::optional<int> mostRunsPerModel; ///< the same for each of its models

    bool operator==(const Provider &) const = default;
};

/// "https://host:port", lower case, default ports left out; empty for a URL without a host.
[[nodiscard]] QString origin(const QUrl &url);
/// `baseUrl` joined with a relative path such as "chat/completions", keeping any base path.
[[nodiscard]] QUrl endpoint(const QUrl &baseUrl, QStringView relativePath);

/// A host of the user's own: this computer or the network around it.
[[nodiscard]] bool isOnOwnNetwork(const QUrl &baseUrl);
/// What the user set, else what is known of such servers: Ollama, llama-server and LM Studio on the
/// own network answer one request at a time (more would load several models at once); DeepInfra
/// takes 200 for each model (https://docs.deepinfra.com/account/rate-limits).
[[nodiscard]] RunLimits runLimits(const Provider &provider);

[[nodiscard]] Provider deepInfraProvider();
[[nodiscard]] Provider demoProvider();
/// The model of the demo that a fresh profile opens on.
[[nodiscard]] QString demoModel();

} // namespace app
