// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/local_servers.h"

#include "app/catalogue/list_request.h"
#include "app/catalogue/models_list.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr std::chrono::milliseconds kConnect{1'000};
constexpr std::chrono::milliseconds kAnswer{1'000};
constexpr qint64 kMostAnswerBytes = 4 * 1024 * 1024;

struct KnownServer
{
    Dialect dialect;
    QLatin1StringView name;
    int port;
    QLatin1StringView owner; ///< `owned_by` in its list
};

constexpr std::array<KnownServer, 4> kServers{{
    {Dialect::Ollama, "Ollama"_L1, 11434, "library"_L1},
    {Dialect::LlamaServer, "llama-server"_L1, 8080, "llamacpp"_L1},
    {Dialect::LmStudio, "LM Studio"_L1, 1234, "organization_owner"_L1},
    {Dialect::Vllm, "vLLM"_L1, 8000, "vllm"_L1},
}};

const KnownServer *serverThatOwns(const QByteArray &list)
{
    const QJsonArray rows = QJsonDocument::fromJson(list).object().value("data"_L1).toArray();
    const QString owner = rows.at(0).toObject().value("owned_by"_L1).toString();
    const auto owns = [&owner](const KnownServer &server) { return server.owner == owner; };
    const auto found = std::find_if(kServers.begin(), kServers.end(), owns);
    return found == kServers.end() ? nullptr : &*found;
}

std::optional<Provider> answering(Provider provider, const Result<HttpResponse> &response)
{
    const auto body = bodyOf(response);
    if (!body) {
        const ErrorKind kind = body.error().kind;
        const bool asksForKey = kind == ErrorKind::Unauthorised || kind == ErrorKind::Forbidden;
        return asksForKey ? std::optional(provider) : std::nullopt;
    }
    // Anything may listen on 8080: only a list of models tells a model server.
    if (!readModelsList(*body))
        return std::nullopt;
    if (const KnownServer *server = serverThatOwns(*body)) {
        provider.name = server->name;
        provider.dialect = server->dialect;
    }
    return provider;
}

/// Gathers the answers, in the order of the candidates.
struct Search
{
    QList<std::optional<Provider>> found;
    qsizetype open = 0;
    QPromise<QList<Provider>> promise;

    void finish()
    {
        QList<Provider> list;
        for (const auto &provider : found) {
            if (provider)
                list.append(*provider);
        }
        promise.addResult(list);
        promise.finish();
    }
};

} // namespace

QList<Provider> localServerCandidates()
{
    QList<Provider> candidates;
    for (const KnownServer &server : kServers) {
        Provider provider;
        provider.id = u"local-"_s + dialectName(server.dialect);
        provider.name = server.name;
        provider.baseUrl = QUrl(u"http://127.0.0.1:%1/v1"_s.arg(server.port));
        provider.dialect = server.dialect;
        candidates.append(provider);
    }
    return candidates;
}

QFuture<QList<Provider>> findLocalServers(HttpClient &http, const QList<Provider> &candidates)
{
    const auto search = std::make_shared<Search>();
    search->promise.start();
    search->found.resize(candidates.size());
    search->open = candidates.size();
    const auto future = search->promise.future();
    if (candidates.isEmpty())
        search->finish();
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        HttpRequest request = modelsRequest(candidates.at(i), {});
        request.timeouts = {kConnect, kAnswer, kAnswer, kAnswer};
        request.maxBytes = kMostAnswerBytes;
        http.fetch(request).then(
            [search, i, candidate = candidates.at(i)](const Result<HttpResponse> &response) {
                search->found[i] = answering(candidate, response);
                if (--search->open == 0)
                    search->finish();
            });
    }
    return future;
}

} // namespace app
