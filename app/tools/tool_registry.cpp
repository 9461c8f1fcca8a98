// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/tool_registry.h"

#include "app/base/when_done.h"
#include "app/schema/schema_checker.h"
#include "app/settings/settings.h"
#include "app/tools/command_tool.h"
#include "app/tools/hand_tool.h"
#include "app/tools/mcp/mcp_host.h"
#include "app/tools/tool_offer.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr std::chrono::seconds kLongestCheck{5};
constexpr qsizetype kMostUncheckable = 1000;

/// Arguments are an object, whether the schema says so or not.
QByteArray argumentSchema(QJsonObject schema)
{
    if (!schema.contains("type"_L1) && !schema.contains("$ref"_L1))
        schema.insert("type"_L1, u"object"_s);
    return QJsonDocument(schema).toJson(QJsonDocument::Compact);
}

bool endedTheHelper(const SchemaVerdict &verdict)
{
    return verdict.reason == NotCheckedReason::TimedOut
           || verdict.reason == NotCheckedReason::Crashed;
}

} // namespace

ToolRegistry::ToolRegistry(Settings &settings, HttpClient &http, SecretStore &secrets,
                           QObject *parent)
    : QObject(parent), m_settings(settings), m_http(http), m_secrets(secrets),
      m_schemas(std::make_unique<SchemaChecker>())
{
    m_schemas->setLimit(kLongestCheck);
    connect(&settings, &Settings::toolSourcesChanged, this, &ToolRegistry::followSettings);
    connect(&settings, &Settings::toolRulesChanged, this, &ToolRegistry::policyChanged);
    followSettings();
}

ToolRegistry::~ToolRegistry()
{
    for (const auto &hosts : {&m_hosts, &m_added}) {
        for (const auto &host : *hosts)
            host->disconnect(this);
    }
}

QList<ToolHost *> ToolRegistry::hosts() const
{
    QList<ToolHost *> all;
    for (const auto &hosts : {&m_hosts, &m_added}) {
        for (const auto &host : *hosts)
            all.append(host.get());
    }
    return all;
}

ToolHost *ToolRegistry::host(const QString &source) const
{
    const QList<ToolHost *> all = hosts();
    const auto found = std::ranges::find_if(
        all, [&](const ToolHost *host) { return host->source().id == source; });
    return found == all.end() ? nullptr : *found;
}

void ToolRegistry::add(const ToolSource &source)
{
    m_added.push_back(makeHost(source));
    emit hostsChanged();
}

void ToolRegistry::followSettings()
{
    std::vector<std::unique_ptr<ToolHost>> hosts;
    for (const ToolSource &source : m_settings.toolSources()) {
        const auto known =
            std::ranges::find_if(m_hosts, [&](const std::unique_ptr<ToolHost> &host) {
                return host && host->source() == source;
            });
        hosts.push_back(known == m_hosts.end() ? makeHost(source) : std::move(*known));
    }
    m_hosts.swap(hosts);
    for (const auto &dropped : hosts) {
        if (dropped)
            dropped->disconnect(this);
    }
    for (auto &dropped : hosts) {
        if (dropped)
            dropped.release()->deleteLater(); // its signal may be on the stack
    }
    emit hostsChanged();
}

std::unique_ptr<ToolHost> ToolRegistry::makeHost(const ToolSource &source)
{
    std::unique_ptr<ToolHost> host;
    switch (source.kind) {
    case ToolSourceKind::ByHand:
        host = std::make_unique<HandTool>(source);
        break;
    case ToolSourceKind::Command:
        host = std::make_unique<CommandTool>(source);
        break;
    case ToolSourceKind::McpCommand:
    case ToolSourceKind::McpUrl:
        host = std::make_unique<McpHost>(source, m_http, m_secrets);
        break;
    }
    const auto tell = [this, id = source.id] { emit hostChanged(id); };
    connect(host.get(), &ToolHost::stateChanged, this, tell);
    connect(host.get(), &ToolHost::toolsChanged, this, tell);
    connect(host.get(), &ToolHost::logChanged, this, tell);
    return host;
}

QFuture<Result<OfferedTools>> ToolRegistry::offer(const QList<ToolRef> &refs,
                                                  const QStringList &taken)
{
    auto *offer = new ToolOffer(*this, refs, taken);
    return offer->start();
}

ToolPolicy ToolRegistry::policy(const Tool &tool) const
{
    if (const auto decided = m_settings.toolPolicy(tool.ref))
        return *decided;
    return tool.kind == ToolSourceKind::ByHand ? ToolPolicy::Always : m_usualPolicy;
}

ToolRun *ToolRegistry::call(const Tool &tool, const QJsonObject &arguments, QObject *parent)
{
    if (ToolHost *host = this->host(tool.ref.source))
        return host->call(tool.ref.name, arguments, parent);
    return new HandToolRun({}, parent);
}

QFuture<SchemaVerdict> ToolRegistry::checkArguments(const Tool &tool, const QByteArray &arguments)
{
    const QByteArray schema = argumentSchema(tool.schema);
    const QByteArray key = QCryptographicHash::hash(schema, QCryptographicHash::Sha256);
    if (m_uncheckable.contains(key)) {
        return QtFuture::makeReadyFuture(SchemaVerdict::notChecked(NotCheckedReason::TimedOut));
    }
    const QFuture<SchemaVerdict> verdict = m_schemas->check(
        schema, arguments.trimmed().isEmpty() ? QByteArrayLiteral("{}") : arguments);
    whenDone(verdict, this, [this, key](const SchemaVerdict &said) {
        if (endedTheHelper(said) && m_uncheckable.size() < kMostUncheckable)
            m_uncheckable.insert(key);
    });
    return verdict;
}

} // namespace app
