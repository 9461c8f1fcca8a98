// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/record_summary.h"

#include "app/openai/possible_cost.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace app {

namespace {

class SummaryLines
{
public:
    void add(const QString &name, const QString &value)
    {
        // Names of models and headers come from outside: no line of theirs passes for one of ours.
        if (!value.isEmpty())
            m_text += name.leftJustified(20) + value.simplified() + u'\n';
    }
    void addMilliseconds(const QString &name, qint64 ms)
    {
        if (ms >= 0)
            add(name, u"%1 ms"_s.arg(ms));
    }
    void addHeaders(const QString &name, const HeaderLines &headers)
    {
        for (const auto &[header, value] : headers)
            add(name, QString::fromUtf8(header + ": " + value));
    }
    [[nodiscard]] QByteArray text() const { return m_text.toUtf8(); }

private:
    QString m_text;
};

void addUsage(SummaryLines &lines, const Run &run)
{
    if (run.usage) {
        lines.add(u"prompt tokens"_s, QString::number(run.usage->promptTokens));
        lines.add(u"answer tokens"_s, QString::number(run.usage->completionTokens));
    }
    if (run.costUsd)
        lines.add(u"cost"_s,
                  u"$%1%2"_s.arg(QString::number(*run.costUsd, 'g', 6),
                                 run.costComputed ? u", computed from the prices"_s : QString()));
    if (run.usage && !isPossibleCost(run.usage->costUsd.value_or(0)))
        lines.add(u"cost as said"_s,
                  u"%1 (cannot be, and is not counted)"_s.arg(*run.usage->costUsd));
}

QString imageLine(const RecordedImage &image)
{
    const QString sha256 = QString::fromLatin1(image.sha256);
    if (!image.url.isEmpty())
        return u"%1, fetched by the server, SHA-256 of the address %2"_s.arg(image.url, sha256);
    return u"%1, %2×%3, SHA-256 %4"_s.arg(image.mimeType, QString::number(image.width),
                                          QString::number(image.height), sha256);
}

void addRequest(SummaryLines &lines, const RecordedRun &record)
{
    lines.add(u"request"_s, QString::fromLatin1(record.method) + u' ' + record.url);
    if (record.isAddressOfNow)
        lines.add(QString(), u"(address and headers as they are today)"_s);
    lines.addHeaders(u"sent"_s, record.sent);
    if (record.stored.recipe) {
        lines.add(u"body"_s, u"%1 bytes, SHA-256 %2"_s.arg(
                                 QString::number(record.stored.recipe->bodyBytes),
                                 QString::fromLatin1(record.stored.recipe->bodySha256)));
    }
    lines.add(QString(), exactnessSentence(record.exactness));
    int number = 0;
    for (const RecordedImage &image : record.images)
        lines.add(u"image %1"_s.arg(++number), imageLine(image));
}

void addResponse(SummaryLines &lines, const RecordedRun &record)
{
    const Run &run = record.run();
    lines.add(u"status"_s, runStatusName(run.status));
    if (run.httpStatus > 0)
        lines.add(u"HTTP"_s, QString::number(run.httpStatus));
    if (run.error)
        lines.add(u"error"_s, run.error->message);
    lines.add(u"response id"_s, run.responseId);
    for (const Message &reply : record.stored.replies)
        lines.add(u"finish reason"_s, reply.finishReason);
    if (!record.stored.exchange)
        return;
    lines.addHeaders(u"received"_s, record.stored.exchange->received);
    for (const FailedAttempt &failure : record.stored.exchange->failures) {
        lines.add(u"failed attempt"_s,
                  u"after %1 ms: %2"_s.arg(QString::number(failure.atMs), failure.reason.message));
    }
}

} // namespace

QString exactnessSentence(Exactness exactness)
{
    switch (exactness) {
    case Exactness::Exact:
        return u"(byte for byte what was sent, proven by its SHA-256)"_s;
    case Exactness::KeyHidden:
        return u"(what was sent, but for a key in it that is hidden here)"_s;
    case Exactness::Differs:
        return u"(built again, but not with the bytes that were sent)"_s;
    case Exactness::ImageGone:
        return u"(cannot be built again: an image is gone)"_s;
    case Exactness::MessageGone:
        return u"(cannot be built again: a message is gone)"_s;
    case Exactness::NothingSent:
        return u"(nothing was sent)"_s;
    }
    return {};
}

QByteArray recordSummary(const RecordedRun &record)
{
    const Run &run = record.run();
    SummaryLines lines;
    lines.add(u"record"_s, QString::number(run.id.value()));
    lines.add(u"conversation"_s, record.stored.conversationTitle);
    lines.add(u"started"_s,
              QDateTime::fromMSecsSinceEpoch(run.startedMs).toString(Qt::ISODateWithMs));
    lines.add(u"provider"_s, run.providerName);
    lines.add(u"model asked"_s, run.model);
    lines.add(u"model answered"_s, run.modelAnswered);
    lines.add(u"tier asked"_s, run.tierAsked);
    lines.add(u"tier echoed"_s, run.tierEchoed.value_or(QString()));
    addRequest(lines, record);
    addResponse(lines, record);
    lines.addMilliseconds(u"connected"_s, run.timings.connectedMs);
    lines.addMilliseconds(u"first reasoning"_s, run.timings.firstReasoningMs);
    lines.addMilliseconds(u"first token"_s, run.timings.firstTokenMs);
    lines.addMilliseconds(u"last token"_s, run.timings.lastTokenMs);
    lines.addMilliseconds(u"whole run"_s, run.timings.totalMs);
    addUsage(lines, run);
    if (record.stored.rawBytes >= 0)
        lines.add(u"raw stream"_s, u"%1 bytes, printed by --raw"_s.arg(record.stored.rawBytes));
    lines.add(u"program version"_s, run.version);
    return lines.text();
}

} // namespace app
