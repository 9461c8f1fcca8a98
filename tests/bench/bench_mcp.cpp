// SPDX-License-Identifier: GPL-3.0-or-later
// What a call of a tool through the Model Context Protocol costs beside what its server takes:
// calls of an echo, one after the other. The baseline writes the same lines to the same server and
// waits for its answers without any of the program's code. Prints one JSON object; times in
// milliseconds.
#include "app/net/http_client.h"
#include "app/settings/memory_secret_store.h"
#include "app/tools/command_fingerprint.h"
#include "app/tools/mcp/mcp_host.h"
#include "tests/bench/process_figures.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFuture>
#include <QJsonDocument>
#include <QProcess>
#include <QTimer>

#include <cstdio>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

double elapsedMs(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

int openDescriptors()
{
    return int(QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size());
}

ToolSource echoSource()
{
    ToolSource source;
    source.id = u"echo"_s;
    source.name = u"echo"_s;
    source.kind = ToolSourceKind::McpCommand;
    source.command.program = QStringLiteral(DIPTYCH_FAKE_MCP);
    auto fingerprint = commandFingerprint(source.command);
    fingerprint.waitForFinished();
    source.confirmed = fingerprint.result().value_or(QByteArray());
    return source;
}

bool becomesReady(McpHost &host)
{
    QEventLoop loop;
    QObject::connect(&host, &ToolHost::stateChanged, &loop, [&] {
        if (host.state() == ToolHost::State::Ready || host.state() == ToolHost::State::Unusable)
            loop.quit();
    });
    host.start();
    loop.exec();
    return host.state() == ToolHost::State::Ready;
}

double callOnce(McpHost &host, int number)
{
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    const std::unique_ptr<ToolRun> run(host.call(u"echo"_s, {{u"n"_s, number}}, nullptr));
    QObject::connect(run.get(), &ToolRun::finished, &loop, &QEventLoop::quit);
    run->start();
    loop.exec();
    return elapsedMs(timer);
}

/// The same exchange through nothing but a QProcess.
QList<double> baseline(int calls)
{
    QProcess server;
    server.start(QStringLiteral(DIPTYCH_FAKE_MCP), QStringList());
    server.waitForStarted();
    QList<double> times;
    for (int i = 0; i < calls; ++i) {
        QElapsedTimer timer;
        timer.start();
        server.write("{\"id\":" + QByteArray::number(i)
                     + ",\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"arguments\":{"
                       "\"n\":1},\"name\":\"echo\"}}\n");
        while (!server.canReadLine() && server.waitForReadyRead())
            ;
        server.readLine();
        times.append(elapsedMs(timer));
    }
    server.closeWriteChannel();
    server.waitForFinished();
    return times;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser arguments;
    arguments.addOption({u"calls"_s, u"How many."_s, u"N"_s, u"1000"_s});
    arguments.process(application);
    const int calls = arguments.value(u"calls"_s).toInt();

    HttpClient http;
    MemorySecretStore secrets;
    McpHost host(echoSource(), http, secrets);
    if (!becomesReady(host)) {
        std::fprintf(stderr, "the server is not ready\n");
        return 1;
    }
    for (int i = 0; i < 100; ++i)
        callOnce(host, i);
    const QJsonObject memoryBefore = bench::memory();
    const int descriptorsBefore = openDescriptors();
    const double cpuBefore = bench::cpuMs();
    QList<double> times;
    for (int i = 0; i < calls; ++i)
        times.append(callOnce(host, i));
    const double cpu = bench::cpuMs() - cpuBefore;

    const QJsonObject figures{{u"calls"_s, calls},
                              {u"call_ms"_s, bench::percentiles(times)},
                              {u"baseline_ms"_s, bench::percentiles(baseline(calls))},
                              {u"cpu_ms_per_call"_s, cpu / calls},
                              {u"memory_before"_s, memoryBefore},
                              {u"memory_after"_s, bench::memory()},
                              {u"descriptors_before"_s, descriptorsBefore},
                              {u"descriptors_after"_s, openDescriptors()}};
    std::puts(QJsonDocument(figures).toJson().constData());
    return 0;
}
