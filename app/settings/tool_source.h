// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace app {

/// Where tools come from, and what is done when one of them is called.
enum class ToolSourceKind {
    ByHand, ///< one tool; the user answers, or a canned reply is given
    Command, ///< one tool; a program that takes the arguments as JSON on standard input
    McpCommand, ///< a server of the Model Context Protocol that is started here
    McpUrl, ///< the same behind an address
};

/// A program with its arguments, as the system takes them: no shell reads it.
struct CommandLine
{
    QString program; ///< a path, or a name that is looked for in PATH
    QStringList arguments;
    QString folder; ///< where it works; empty: the user's home
    QList<std::pair<QString, QString>> environment; ///< beside the few that all are given

    bool operator==(const CommandLine &) const = default;
};

/// What one call may take. Zero: no limit.
struct ToolLimits
{
    std::chrono::milliseconds time{60'000}; ///< without a sign of progress
    qint64 outputBytes = 4 * 1024 * 1024; ///< of a command
    qint64 memoryBytes = 1024 * 1024 * 1024; ///< of each process of a command

    bool operator==(const ToolLimits &) const = default;
};

/// A source as the user set it up.
struct ToolSource
{
    QString id; ///< stable, made at creation
    QString name; ///< of the server; of a tool by hand or a command as the model calls it
    ToolSourceKind kind = ToolSourceKind::ByHand;
    QString description; ///< for the model: of a tool by hand or a command
    QJsonObject schema; ///< likewise, of the arguments; empty: any object
    std::optional<QString> cannedReply; ///< by hand: given without a question
    CommandLine command;
    /// Fingerprint of the command that the user has seen whole and confirmed (see
    /// commandFingerprint()); where another one is found nothing is started.
    QByteArray confirmed;
    QUrl url;
    QList<std::pair<QString, QString>> headers; ///< for `url`; the key is in the SecretStore
    ToolLimits limits;

    /// It starts a program.
    [[nodiscard]] bool hasCommand() const
    {
        return kind == ToolSourceKind::Command || kind == ToolSourceKind::McpCommand;
    }
    bool operator==(const ToolSource &) const = default;
};

/// One tool, or all tools of a source.
struct ToolRef
{
    QString source; ///< ToolSource::id
    QString name; ///< as the source calls it; empty: every tool of the source

    bool operator==(const ToolRef &) const = default;
};

[[nodiscard]] inline size_t qHash(const ToolRef &ref, size_t seed = 0)
{
    return qHashMulti(seed, ref.source, ref.name);
}

enum class ToolPolicy {
    Ask, ///< before every call
    Always, ///< called without a question
    Never, ///< refused without a question
};

/// What the user decided once for all calls of a tool, or of a source.
struct ToolRule
{
    ToolRef tool;
    ToolPolicy policy = ToolPolicy::Ask;

    bool operator==(const ToolRule &) const = default;
};

// As they lie in settings.json and in the store. Reading takes the default for what is missing or
// of another type, and gives nothing for what has no id. A value equal to its default is not
// written.

[[nodiscard]] QJsonObject toolSourceToJson(const ToolSource &source);
[[nodiscard]] std::optional<ToolSource> toolSourceFromJson(const QJsonObject &row);
[[nodiscard]] QJsonObject toolRefToJson(const ToolRef &ref);
[[nodiscard]] std::optional<ToolRef> toolRefFromJson(const QJsonObject &row);
[[nodiscard]] QJsonObject toolRuleToJson(const ToolRule &rule);
[[nodiscard]] std::optional<ToolRule> toolRuleFromJson(const QJsonObject &row);

} // namespace app
