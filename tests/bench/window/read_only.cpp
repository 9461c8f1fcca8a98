// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/process_figures.h"
#include "tests/bench/window/scenarios.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

/// Takes whole lines off the front; gives the bytes of text in them.
qsizetype parseLines(QByteArray &rest)
{
    qsizetype text = 0;
    qsizetype begin = 0;
    for (qsizetype end; (end = rest.indexOf('\n', begin)) >= 0; begin = end + 1) {
        const QByteArrayView line = QByteArrayView(rest).sliced(begin, end - begin);
        if (!line.startsWith("data: {"))
            continue;
        const auto json =
            QJsonDocument::fromJson(QByteArray::fromRawData(line.data() + 6, line.size() - 6));
        text += json[u"choices"_s][0][u"delta"_s][u"content"_s].toString().toUtf8().size();
    }
    rest.remove(0, begin);
    return text;
}

} // namespace

QJsonObject readOnly(double pace)
{
    QProcess server;
    server.start(QStringLiteral(DIPTYCH_SCRIPTED_SERVER),
                 {u"--pace"_s, QString::number(pace), u"--answer"_s,
                  QStringLiteral(DIPTYCH_BENCH_DATA "/answer.md")});
    if (!server.waitForReadyRead(30'000))
        return {};
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/v1/openai/chat/completions"_s.arg(
        server.readLine().trimmed().toInt())));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkAccessManager manager;
    const double cpu = cpuMs();
    const std::unique_ptr<QNetworkReply> reply(
        manager.post(request, R"({"model":"answer-5000","stream":true,"messages":[]})"));
    QByteArray rest;
    qsizetype text = 0;
    bool ended = false;
    QObject::connect(reply.get(), &QNetworkReply::readyRead, reply.get(), [&] {
        rest += reply->readAll();
        text += parseLines(rest);
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, reply.get(), [&] { ended = true; });
    if (!runUntil([&] { return ended; }))
        return {};
    const double used = cpuMs() - cpu;
    server.kill();
    server.waitForFinished();
    return {{u"tokens_per_s"_s, pace}, {u"text_bytes"_s, text}, {u"cpu_ms"_s, used}};
}

} // namespace bench
