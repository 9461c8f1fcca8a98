// SPDX-License-Identifier: GPL-3.0-or-later
// What `diptych-cli compare` makes of a server: 2,000 prompts to 4 lanes, 64 at once, against one
// that answers in 50 ms and is a process of its own. Prints one JSON object: the time from the
// first request to the last answer as the server saw it, its share of the ideal and of a peer that
// does nothing but send, the CPU of the program (which a busy machine does not change), and its
// memory four times a second.
#include "tests/bench/compare/answer_server.h"
#include "tests/bench/compare/plain_client.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <cstdio>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMemoryPeriodMs = 250;

QJsonObject serverFigures(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    socket.write("GET /figures HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QByteArray answer;
    while (!answer.endsWith('}') && socket.waitForReadyRead(5'000))
        answer += socket.readAll();
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

QString promptsFile(const QString &folder, int count)
{
    QFile file(folder + u"/prompts.jsonl"_s);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    const QByteArray text = QByteArray("Explain this to a newcomer in two sentences. ").repeated(8);
    for (int i = 0; i < count; ++i) {
        file.write("{\"id\":\"prompt-" + QByteArray::number(i) + R"(","prompt":")" + text
                   + QByteArray::number(i) + "\"}\n");
    }
    return file.fileName();
}

/// Resident megabytes of a process.
double residentMb(qint64 pid)
{
    QFile file(u"/proc/%1/statm"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1024 * 1024);
}

/// CPU of the processes that have ended, in milliseconds: here those of the program alone.
double endedProcessesCpuMs()
{
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    const auto ms = [](const timeval &time) {
        return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
    };
    return ms(used.ru_utime) + ms(used.ru_stime);
}

struct Server
{
    Server()
    {
        process.start(QCoreApplication::applicationFilePath(), {u"--serve"_s});
        process.waitForReadyRead(10'000);
        port = quint16(process.readLine().trimmed().toUInt());
    }
    ~Server()
    {
        process.kill();
        process.waitForFinished();
    }
    QProcess process;
    quint16 port = 0;
};

QJsonObject comparison(const QString &program, int prompts, int lanes, int atOnce)
{
    const QTemporaryDir folder;
    Server server;
    QStringList arguments{u"compare"_s,
                          u"--profile"_s,
                          folder.filePath(u"profile"_s),
                          u"--base-url"_s,
                          u"http://127.0.0.1:%1/v1"_s.arg(server.port),
                          u"--prompt-file"_s,
                          promptsFile(folder.path(), prompts),
                          u"--out"_s,
                          folder.filePath(u"out"_s),
                          u"--concurrency"_s,
                          QString::number(atOnce)};
    for (int i = 0; i < lanes; ++i)
        arguments += {u"--lane"_s, u"model=bench,seed=%1"_s.arg(i)};
    QProcess compare;
    compare.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    compare.start(program, arguments);
    compare.waitForStarted();
    QJsonArray memory;
    double most = 0;
    while (!compare.waitForFinished(kMemoryPeriodMs) && compare.state() == QProcess::Running) {
        const double now = residentMb(compare.processId());
        most = std::max(most, now);
        memory.append(double(qRound(now * 10)) / 10);
    }
    QJsonObject figures = serverFigures(server.port);
    const int requests = prompts * lanes;
    const double ideal = double(requests) * bench::kAnswerMs / 1000 / atOnce;
    figures.insert(u"exit_code"_s, compare.exitCode());
    figures.insert(u"whole_process_seconds"_s, double(timer.elapsed()) / 1000);
    figures.insert(u"cpu_ms_per_answer"_s, endedProcessesCpuMs() / requests);
    figures.insert(u"ideal_seconds"_s, ideal);
    figures.insert(u"share_of_ideal"_s, ideal / figures[u"seconds"_s].toDouble());
    figures.insert(u"peer_seconds"_s, bench::plainSeconds(server.port, requests, atOnce));
    figures.insert(u"most_resident_mb"_s, most);
    figures.insert(u"resident_mb"_s, memory);
    return figures;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption serve(u"serve"_s, u"Be the server."_s);
    const QCommandLineOption prompts(u"prompts"_s, u"How many."_s, u"N"_s, u"2000"_s);
    const QCommandLineOption lanes(u"lanes"_s, u"How many."_s, u"N"_s, u"4"_s);
    const QCommandLineOption atOnce(u"concurrency"_s, u"Answers at once."_s, u"N"_s, u"64"_s);
    parser.addOptions({serve, prompts, lanes, atOnce});
    parser.process(application);
    if (parser.isSet(serve))
        return bench::serveAnswers();
    const QJsonObject figures =
        comparison(QStringLiteral(DIPTYCH_CLI), parser.value(prompts).toInt(),
                   parser.value(lanes).toInt(), parser.value(atOnce).toInt());
    std::puts(QJsonDocument(figures).toJson().constData());
    return 0;
}
