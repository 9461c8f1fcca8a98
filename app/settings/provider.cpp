// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/provider.h"

#include "app/base/name_table.h"

#include <QHostAddress>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr NameTable<Dialect, 9> kDialectNames{{
    {Dialect::Unknown, "unknown"_L1},
    {Dialect::DeepInfra, "deepinfra"_L1},
    {Dialect::OpenAi, "openai"_L1},
    {Dialect::OpenRouter, "openrouter"_L1},
    {Dialect::Ollama, "ollama"_L1},
    {Dialect::LlamaServer, "llama-server"_L1},
    {Dialect::Vllm, "vllm"_L1},
    {Dialect::LmStudio, "lm-studio"_L1},
    {Dialect::Demo, "demo"_L1},
}};

bool isDomain(const QString &host, QLatin1StringView domain)
{
    return host == domain || (host.endsWith(domain) && host.chopped(domain.size()).endsWith(u'.'));
}

// RFC 1918 and RFC 4193.
bool isPrivate(const QHostAddress &address)
{
    for (const auto &subnet :
         {"10.0.0.0/8"_L1, "172.16.0.0/12"_L1, "192.168.0.0/16"_L1, "fc00::/7"_L1}) {
        if (address.isInSubnet(QHostAddress::parseSubnet(subnet)))
            return true;
    }
    return false;
}

// A port says something on a computer of one's own only: on a public host 8080 may be anything.
bool isOwnNetwork(const QString &host)
{
    const QHostAddress address(host);
    if (!address.isNull())
        return address.isLoopback() || address.isLinkLocal() || isPrivate(address);
    return !host.contains(u'.') || isDomain(host, "local"_L1) || isDomain(host, "lan"_L1)
           || isDomain(host, "localhost"_L1);
}

constexpr int kDeepInfraRunsPerModel = 200;

RunLimits usualLimits(const Provider &provider)
{
    switch (provider.dialect) {
    case Dialect::DeepInfra:
        return {.perModel = kDeepInfraRunsPerModel};
    case Dialect::Ollama:
    case Dialect::LlamaServer:
    case Dialect::LmStudio:
        return {.perProvider = isOnOwnNetwork(provider.baseUrl) ? 1 : 0};
    default:
        return {};
    }
}

int defaultPort(const QString &scheme)
{
    if (scheme == "https"_L1)
        return 443;
    return scheme == "http"_L1 ? 80 : -1;
}

} // namespace

QLatin1StringView dialectName(Dialect dialect)
{
    return nameIn(kDialectNames, dialect);
}

std::optional<Dialect> dialectFromName(QStringView name)
{
    return valueIn(kDialectNames, name);
}

Dialect guessDialect(const QUrl &baseUrl)
{
    if (baseUrl.scheme() == "demo"_L1)
        return Dialect::Demo;
    const QString host = baseUrl.host();
    if (host.isEmpty())
        return Dialect::Unknown;
    if (isDomain(host, "deepinfra.com"_L1))
        return Dialect::DeepInfra;
    if (host == "api.openai.com"_L1)
        return Dialect::OpenAi;
    if (isDomain(host, "openrouter.ai"_L1))
        return Dialect::OpenRouter;
    if (!isOwnNetwork(host))
        return Dialect::Unknown;
    switch (baseUrl.port()) {
    case 11434:
        return Dialect::Ollama;
    case 8080:
        return Dialect::LlamaServer;
    case 8000:
        return Dialect::Vllm;
    case 1234:
        return Dialect::LmStudio;
    default:
        return Dialect::Unknown;
    }
}

QString origin(const QUrl &url)
{
    // The encoded host is what goes over the wire: two spellings of one name are one origin.
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.isEmpty())
        return {};
    if (host.contains(u':') && !host.startsWith(u'['))
        host = u'[' + host + u']';
    const QString scheme = url.scheme().toLower();
    const int port = url.port();
    if (port == -1 || port == defaultPort(scheme))
        return scheme + "://"_L1 + host;
    return scheme + "://"_L1 + host + u':' + QString::number(port);
}

QUrl endpoint(const QUrl &baseUrl, QStringView relativePath)
{
    const qsizetype queryMark = relativePath.indexOf(u'?');
    const QStringView path = queryMark < 0 ? relativePath : relativePath.left(queryMark);
    QString joined = baseUrl.path(QUrl::FullyEncoded);
    while (joined.endsWith(u'/'))
        joined.chop(1);
    if (!path.startsWith(u'/'))
        joined += u'/';
    joined += path;

    QUrl url = baseUrl.adjusted(QUrl::RemoveFragment);
    url.setPath(joined, QUrl::TolerantMode);
    if (queryMark >= 0) {
        QUrlQuery query(url);
        const QUrlQuery more(relativePath.mid(queryMark + 1).toString());
        for (const auto &[name, value] : more.queryItems(QUrl::FullyEncoded))
            query.addQueryItem(name, value);
        url.setQuery(query);
    }
    return url;
}

bool isOnOwnNetwork(const QUrl &baseUrl)
{
    const QString host = baseUrl.host();
    return !host.isEmpty() && isOwnNetwork(host);
}

RunLimits runLimits(const Provider &provider)
{
    const RunLimits usual = usualLimits(provider);
    return {provider.mostRuns.value_or(usual.perProvider),
            provider.mostRunsPerModel.value_or(usual.perModel)};
}

Provider deepInfraProvider()
{
    Provider provider;
    provider.id = u"deepinfra"_s;
    provider.name = u"DeepInfra"_s;
    provider.baseUrl = QUrl(u"https://api.deepinfra.com/v1/openai"_s);
    provider.dialect = Dialect::DeepInfra;
    return provider;
}

Provider demoProvider()
{
    Provider provider;
    provider.id = u"demo"_s;
    provider.name = u"Demo"_s;
    provider.baseUrl = QUrl(u"demo://diptych/v1"_s);
    provider.dialect = Dialect::Demo;
    return provider;
}

QString demoModel()
{
    return u"diptych/tour"_s;
}

} // namespace app
