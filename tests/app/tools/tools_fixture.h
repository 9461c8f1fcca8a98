// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/http_client.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "app/tools/command_fingerprint.h"
#include "app/tools/tool_registry.h"
#include "tests/support/patience.h"

#include <QFuture>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>

namespace tests {

using namespace Qt::StringLiterals;

/// A command of which the user has seen all.
inline app::ToolSource confirmed(app::ToolSource source)
{
    QFuture<app::Result<QByteArray>> fingerprint = app::commandFingerprint(source.command);
    fingerprint.waitForFinished();
    source.confirmed = fingerprint.result().value_or(QByteArray());
    return source;
}

/// The fake server of tests/support in one of its modes.
inline app::ToolSource fakeServer(const QString &program, const QString &mode = {})
{
    app::ToolSource source;
    source.id = u"fake"_s;
    source.name = u"fake"_s;
    source.kind = app::ToolSourceKind::McpCommand;
    source.command.program = program;
    if (!mode.isEmpty())
        source.command.arguments = {mode};
    return confirmed(source);
}

/// A script of a shell, as a command.
inline app::ToolSource shellTool(const QString &script)
{
    app::ToolSource source;
    source.id = u"shell"_s;
    source.name = u"shell"_s;
    source.kind = app::ToolSourceKind::Command;
    source.command.program = u"/bin/sh"_s;
    source.command.arguments = {u"-c"_s, script};
    return confirmed(source);
}

/// The outcome of a call, by turning the event loop; `failure` with the code "test" where none
/// came.
inline app::ToolOutcome outcomeOf(app::ToolRun &run)
{
    QSignalSpy finished(&run, &app::ToolRun::finished);
    run.start();
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, kPatienceMs))
        return app::failedCall(u"test"_s, u"the call never ended"_s);
    return finished.first().first().value<app::ToolOutcome>();
}

inline app::ToolOutcome called(app::ToolHost &host, const QString &tool,
                               const QJsonObject &arguments = {})
{
    const std::unique_ptr<app::ToolRun> run(host.call(tool, arguments, nullptr));
    return outcomeOf(*run);
}

inline bool isAlive(qint64 process)
{
    return process > 0 && ::kill(pid_t(process), 0) == 0;
}

/// What the registry works with, in a folder of its own.
struct ToolsFixture
{
    QTemporaryDir folder;
    app::Settings settings{app::Paths::inFolder(folder.path())};
    app::HttpClient http;
    app::MemorySecretStore secrets;
    app::ToolRegistry registry{settings, http, secrets};
};

} // namespace tests
