// SPDX-License-Identifier: GPL-3.0-or-later
// What reading a stream costs: 300,000 ordinary deltas over loopback, put together by the client,
// against a minimal loop on the same bytes in the same process. CPU is that of all threads of this
// process; the server is another one. Prints one JSON object.
#include "app/generation/generation.h"
#include "app/net/http_client.h"
#include "app/net/sse_parser.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTextStream>

#include <cstring>
#include <sys/resource.h>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDeltas = 300'000;
constexpr int kStreamRepeats = 5;
constexpr int kParserRepeats = 50;

QByteArray streamBytes()
{
    const QByteArray head =
        "data: {\"id\":\"chatcmpl-0123456789abcdef0123456789abcdef\",\"object\":"
        "\"chat.completion.chunk\",\"created\":1767720902,\"model\":"
        "\"deepseek-ai/DeepSeek-V4-Flash-0731\",\"choices\":[{\"index\":0,"
        "\"delta\":{\"content\":\"";
    const QByteArray tail = "\"},\"logprobs\":null,\"finish_reason\":null}]}\n\n";
    const QByteArrayList words{" the",       " quick", "\\n\\n", " brown",
                               " f\\u00fcr", " fox",   ".",      " jumps"};
    QByteArray bytes;
    bytes.reserve(kDeltas * (head.size() + tail.size() + 6));
    for (int i = 0; i < kDeltas; ++i)
        bytes += head + words[i % words.size()] + tail;
    return bytes
           + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
             "data: [DONE]\n\n";
}

/// Answers every request with the stream, as fast as it is taken.
int serve()
{
    const QByteArray bytes = streamBytes();
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: "
                            + QByteArray::number(bytes.size()) + "\r\n\r\n";
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        return 1;
    QTextStream(stdout) << server.serverPort() << Qt::endl;
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        auto *left = new QByteArrayView; // lives as long as the process
        const auto write = [socket, left] {
            while (!left->isEmpty() && socket->bytesToWrite() < (1 << 20)) {
                const qsizetype size = std::min<qsizetype>(left->size(), 1 << 16);
                socket->write(left->data(), size);
                *left = left->sliced(size);
            }
        };
        QObject::connect(socket, &QTcpSocket::bytesWritten, socket, write);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [=, &head, &bytes] {
            if (!socket->readAll().contains("\r\n\r\n"))
                return;
            socket->write(head);
            *left = bytes;
            write();
        });
    });
    return QCoreApplication::exec();
}

double cpuMs()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto ms = [](const timeval &t) {
        return double(t.tv_sec) * 1e3 + double(t.tv_usec) / 1e3;
    };
    return ms(used.ru_utime) + ms(used.ru_stime);
}

template <typename Work>
double cpuOf(Work work)
{
    const double before = cpuMs();
    work();
    return cpuMs() - before;
}

struct Cheapest
{
    double baselineMs = 1e18;
    double oursMs = 1e18;

    [[nodiscard]] double ratio() const { return oursMs / baselineMs; }
};

/// The cheapest run of each, taken by turns: what else the machine does falls on both.
template <typename Baseline, typename Ours>
Cheapest compare(int repeats, Baseline baseline, Ours ours)
{
    Cheapest best;
    for (int i = 0; i < repeats; ++i) {
        best.baselineMs = std::min(best.baselineMs, cpuOf(baseline));
        best.oursMs = std::min(best.oursMs, cpuOf(ours));
    }
    return best;
}

void runUntil(const std::function<bool()> &done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

int minimalLoop(const QUrl &url)
{
    QNetworkAccessManager manager;
    QNetworkReply *reply = manager.get(QNetworkRequest(url));
    QByteArray rest;
    int objects = 0;
    bool finished = false;
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [&] {
        rest += reply->readAll();
        qsizetype begin = 0;
        for (qsizetype end; (end = rest.indexOf('\n', begin)) >= 0; begin = end + 1) {
            const QByteArrayView line = QByteArrayView(rest).sliced(begin, end - begin);
            if (!line.startsWith("data: {"))
                continue;
            const auto data = QByteArray::fromRawData(line.data() + 6, line.size() - 6);
            objects += QJsonDocument::fromJson(data).isObject() ? 1 : 0;
        }
        rest.remove(0, begin);
    });
    QObject::connect(reply, &QNetworkReply::finished, reply, [&] { finished = true; });
    runUntil([&] { return finished; });
    return objects;
}

GenerationSpec specFor(const QUrl &url)
{
    GenerationSpec spec;
    spec.url = url;
    spec.body = "{}";
    return spec;
}

/// Bytes of text that the client put together.
qsizetype generate(const QUrl &url)
{
    HttpClient http;
    Generation generation(http, specFor(url));
    generation.start();
    runUntil([&] { return generation.state() == Generation::State::Finished; });
    return generation.outcome().choices.first().text.size();
}

/// The latest moment, in ms, at which one of eight streams had its first text, and the whole time.
QJsonObject generateEight(const QUrl &url)
{
    HttpClient http;
    std::vector<std::unique_ptr<Generation>> all;
    int finished = 0;
    double latestFirst = 0;
    QElapsedTimer clock;
    clock.start();
    const double before = cpuMs();
    for (int i = 0; i < 8; ++i) {
        all.push_back(std::make_unique<Generation>(http, specFor(url)));
        QObject::connect(all.back().get(), &Generation::finished, all.back().get(),
                         [&](const RunOutcome &outcome) {
                             ++finished;
                             latestFirst =
                                 std::max(latestFirst, double(outcome.timings.firstTokenMs));
                         });
        all.back()->start();
    }
    runUntil([&] { return finished == 8; });
    return {{u"cpu_ms"_s, cpuMs() - before},
            {u"wall_ms"_s, clock.elapsed()},
            {u"latest_first_text_ms"_s, latestFirst}};
}

qsizetype walkLines(const QByteArrayList &chunks)
{
    qsizetype lines = 0;
    for (const QByteArray &chunk : chunks) {
        const char *at = chunk.constData();
        const char *end = at + chunk.size();
        while (const void *hit = std::memchr(at, '\n', size_t(end - at))) {
            at = static_cast<const char *>(hit) + 1;
            ++lines;
        }
    }
    return lines;
}

qsizetype parseEvents(const QByteArrayList &chunks)
{
    SseParser parser;
    qsizetype events = 0;
    for (const QByteArray &chunk : chunks) {
        parser.feed(chunk);
        while (parser.next())
            ++events;
    }
    return events;
}

QJsonObject parserFigures()
{
    const QByteArray bytes = streamBytes();
    QByteArrayList chunks;
    for (qsizetype at = 0; at < bytes.size(); at += 64 * 1024)
        chunks.append(bytes.mid(at, 64 * 1024));
    qsizetype lines = 0;
    qsizetype events = 0;
    const Cheapest best = compare(
        kParserRepeats, [&] { lines = walkLines(chunks); }, [&] { events = parseEvents(chunks); });
    return {{u"lines"_s, lines},
            {u"events"_s, events},
            {u"memchr_walk_ms"_s, best.baselineMs},
            {u"sse_parser_ms"_s, best.oursMs},
            {u"ratio"_s, best.ratio()},
            {u"target_ratio"_s, 1.5}};
}

QJsonObject streamFigures(const QUrl &url)
{
    int objects = 0;
    qsizetype textBytes = 0;
    const Cheapest best = compare(
        kStreamRepeats, [&] { objects = minimalLoop(url); }, [&] { textBytes = generate(url); });
    QJsonObject eight = generateEight(url);
    eight.insert(u"cpu_per_stream_over_single"_s,
                 eight.value(u"cpu_ms"_s).toDouble() / 8 / best.oursMs);
    return {{u"deltas"_s, kDeltas},
            {u"bytes"_s, streamBytes().size()},
            {u"objects"_s, objects},
            {u"text_bytes"_s, textBytes},
            {u"minimal_loop_cpu_ms"_s, best.baselineMs},
            {u"client_cpu_ms"_s, best.oursMs},
            {u"ratio"_s, best.ratio()},
            {u"target_ratio"_s, 1.3},
            {u"eight_streams"_s, eight}};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(u"--serve"_s))
        return serve();
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {u"--serve"_s});
    if (!server.waitForReadyRead(30'000))
        return 1;
    const QUrl url(u"http://127.0.0.1:%1/chat/completions"_s.arg(server.readLine().toInt()));
    const QJsonObject figures{{u"stream"_s, streamFigures(url)}, {u"parser"_s, parserFigures()}};
    QTextStream(stdout) << QJsonDocument(figures).toJson();
    server.kill();
    server.waitForFinished();
    return 0;
}
