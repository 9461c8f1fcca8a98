// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generation/answer_reader.h"

#include "app/base/error_codes.h"
#include "app/net/http_client.h"
#include "app/openai/error_body.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kMaxQuotedBody = 300;

Error badResponse(const QString &message)
{
    return {.kind = ErrorKind::BadResponse, .message = message};
}

} // namespace

AnswerReader::AnswerReader(Completion &into, const DeltaReader::Options &options)
    : m_deltas(into, options)
{
}

void AnswerReader::begin(const HttpResponse &response)
{
    if (response.status >= 400)
        m_form = Form::Refusal;
    else if (response.contentType == "text/event-stream")
        m_form = Form::Events;
    else if (response.contentType == "application/json" || response.contentType == "text/html")
        m_form = Form::Whole;
}

// Servers and proxies forget the content type, or say text/plain.
void AnswerReader::recognise()
{
    const QByteArrayView start = QByteArrayView(m_body).trimmed();
    if (start.isEmpty())
        return;
    const bool isWhole = start.front() == '{' || start.front() == '[' || start.front() == '<';
    m_form = isWhole ? Form::Whole : Form::Events;
    if (m_form == Form::Events)
        m_events.feed(std::exchange(m_body, {}));
}

AnswerReader::Progress AnswerReader::feed(const QByteArray &bytes)
{
    if (m_done)
        return Progress::Done;
    if (m_form == Form::Events) {
        m_events.feed(bytes);
        return readEvents();
    }
    m_body.append(bytes);
    if (m_form == Form::Unknown)
        recognise();
    return m_form == Form::Events ? readEvents() : Progress::More;
}

AnswerReader::Progress AnswerReader::readEvents()
{
    while (const auto event = m_events.next()) {
        switch (m_deltas.read(event->type, event->data)) {
        case DeltaReader::Verdict::Understood:
        case DeltaReader::Verdict::Malformed:
            break;
        case DeltaReader::Verdict::Failed:
            return Progress::Broken;
        case DeltaReader::Verdict::Done:
            m_done = true;
            return Progress::Done;
        }
    }
    return m_events.hasOverflowed() ? Progress::Broken : Progress::More;
}

void AnswerReader::finish()
{
    if (m_form == Form::Events && !m_done && !m_deltas.error()) {
        m_events.finish();
        (void)readEvents();
    } else if (m_form == Form::Whole) {
        m_deltas.readWhole(m_body);
    }
    m_deltas.finish();
}

AnswerReader::Verdict AnswerReader::verdictOfWhole() const
{
    if (m_deltas.isComplete() || m_deltas.hasOutput())
        return {.status = RunStatus::Complete};
    const QByteArray start = m_body.trimmed();
    if (start.startsWith('<'))
        return {.error = Error{.kind = ErrorKind::BadResponse,
                               .message = u"a web page came in place of an answer"_s,
                               .code = kWebPageCode}};
    return {.error = badResponse(u"not a completion: "_s
                                 + QString::fromUtf8(start.left(kMaxQuotedBody)).simplified())};
}

AnswerReader::Verdict AnswerReader::verdictOfEnd(const Result<void> &end) const
{
    if (m_deltas.isComplete())
        return {.status = RunStatus::Complete};
    Error reason = end ? Error{.kind = ErrorKind::Network,
                               .message = u"the stream ended before the answer did"_s}
                       : end.error();
    if (reason.kind == ErrorKind::BadResponse || !m_deltas.hasOutput())
        return {.error = reason};
    if (reason.kind == ErrorKind::Network)
        reason.code = kCutOffCode;
    return {.status = RunStatus::CutOff, .error = reason};
}

AnswerReader::Verdict AnswerReader::verdict(const HttpResponse &response, const Result<void> &end,
                                            qint64 nowMs)
{
    if (m_form == Form::Refusal) {
        HttpResponse whole = response;
        whole.body = m_body;
        return {.error = errorFromResponse(whole, nowMs)};
    }
    if (m_deltas.error())
        return {.error = m_deltas.error()};
    if (m_events.hasOverflowed())
        return {.error = badResponse(u"an event is longer than the limit"_s)};
    if (m_form == Form::Whole && end)
        return verdictOfWhole();
    return verdictOfEnd(end);
}

} // namespace app
