// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/schema_verdict.h"
#include "app/tools/offered_tools.h"
#include "app/tools/tool_host.h"

#include <QFuture>
#include <QSet>

#include <memory>
#include <vector>

namespace app {

class HttpClient;
class SchemaChecker;
class SecretStore;
class Settings;

/// The sources of tools that the settings name, each with its host. A source that is changed there
/// gets a new host, and calls that run in the old one end. Nothing is started before it is asked
/// for. GUI thread.
class ToolRegistry : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    ToolRegistry(Settings &settings, HttpClient &http, SecretStore &secrets,
                 QObject *parent = nullptr);
    ~ToolRegistry() override;

    /// In the order of the settings, then those that were added here.
    [[nodiscard]] QList<ToolHost *> hosts() const;
    /// Null for an unknown id.
    [[nodiscard]] ToolHost *host(const QString &source) const;
    /// One that the settings do not know: of a command line.
    void add(const ToolSource &source);

    /// What these are when all of their sources are ready, under the names for one request; each
    /// source is started first, and waited for while it starts or rests. InvalidRequest with the
    /// code of the reason where a source cannot be used (`param` is its name, the message a
    /// sentence). A tool that its source does not have any more is left out. `taken`: names that
    /// the request holds already.
    [[nodiscard]] QFuture<Result<OfferedTools>> offer(const QList<ToolRef> &refs,
                                                      const QStringList &taken = {});

    /// What is to be done when it is called: what the settings say, else Ask; a tool by hand, where
    /// nothing is run, Always.
    [[nodiscard]] ToolPolicy policy(const Tool &tool) const;
    /// Holds for those that the settings say nothing about; for a command line.
    void setUsualPolicy(ToolPolicy policy) { m_usualPolicy = policy; }

    /// A call of an offered tool, owned by `parent`. Where there is no such source (the tool stands
    /// in the request itself, or the source was removed) a person answers.
    [[nodiscard]] ToolRun *call(const Tool &tool, const QJsonObject &arguments, QObject *parent);

    /// Whether the arguments of a call (a JSON text; none: an empty object) fit the schema of its
    /// tool. Schemas are a stranger's: they are asked in a helper process of their own, for five
    /// seconds at most, and one that ends it is not asked again.
    [[nodiscard]] QFuture<SchemaVerdict> checkArguments(const Tool &tool,
                                                        const QByteArray &arguments);

signals:
    void hostsChanged(); ///< others, or other ones
    void hostChanged(const QString &source); ///< its state, tools or log
    void policyChanged(); ///< of any tool

private:
    void followSettings();
    [[nodiscard]] std::unique_ptr<ToolHost> makeHost(const ToolSource &source);

    Settings &m_settings;
    HttpClient &m_http;
    SecretStore &m_secrets;
    std::vector<std::unique_ptr<ToolHost>> m_hosts;
    std::vector<std::unique_ptr<ToolHost>> m_added;
    std::unique_ptr<SchemaChecker> m_schemas;
    QSet<QByteArray> m_uncheckable; ///< schemas that ended the helper, by their SHA-256
    ToolPolicy m_usualPolicy = ToolPolicy::Ask;
};

} // namespace app
