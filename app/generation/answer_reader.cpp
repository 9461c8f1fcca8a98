// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generation/answer_reader.h"

#include "app/base/error_codes.h"
#include "app/net/http_client.h"
#include "app/openai/error_body.h"
#include "app/schema/json_text.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kLongestBodyQuote = 300;
// A whole answer is read at once, so it must be short enough not to be felt.
constexpr qsizetype kMaxWholeBytes = 16 * 1024 * 1024;
// Of an error nobody reads more; most of it may be somebody's web page.
constexpr qsizetype kMaxRefusalBytes = 256 * 1024;

Error badResponse(const QString &message)
{
    return {.kind = ErrorKind::BadResponse, .message = message};
}

Error notACompletion(const QByteArray &body)
{
    const QString start = QString::fromUtf8(body.left(kLongestBodyQuote)).simplified();
    return badResponse(start.isEmpty() ? u"an empty answer"_s : u"not a completion: "_s + start);
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
    m_isLabelledWhole =
        response.contentType == "application/json" || response.contentType == "text/html";
}

void AnswerReader::recognise()
{
    // White space says nothing in front of either, and looked at again and again it would cost.
    const auto begin = std::find_if_not(m_body.cbegin(), m_body.cend(), isJsonSpace);
    m_body.remove(0, begin - m_body.cbegin());
    if (m_body.isEmpty())
        return;
    const char start = m_body.front();
    constexpr QByteArrayView kBeginOfWhole("{[<");
    constexpr QByteArrayView kBeginOfEvents(":deir"); // a comment, and the names of fields
    const bool isWhole =
        m_isLabelledWhole ? !kBeginOfEvents.contains(start) : kBeginOfWhole.contains(start);
    m_form = isWhole ? Form::Whole : Form::Events;
    if (m_form == Form::Whole)
        return;
    m_events.feed(m_body);
    m_body.truncate(kLongestBodyQuote);
}

AnswerReader::Progress AnswerReader::feed(const QByteArray &bytes)
{
    if (m_done)
        return Progress::Done;
    if (m_form == Form::Events) {
        m_events.feed(bytes);
        return readEvents();
    }
    if (m_form == Form::Refusal) {
        m_body.append(bytes.first(std::min(bytes.size(), kMaxRefusalBytes - m_body.size())));
        return Progress::More;
    }
    m_body.append(bytes);
    if (m_form == Form::Unknown)
        recognise();
    if (m_form == Form::Events)
        return readEvents();
    m_isTooLong = m_body.size() > kMaxWholeBytes;
    return m_isTooLong ? Progress::Broken : Progress::More;
}

AnswerReader::Progress AnswerReader::readEvents()
{
    while (const auto event = m_events.next()) {
        switch (m_deltas.read(event->type, event->data)) {
        case DeltaReader::Verdict::Understood:
            m_hasUnderstood = true;
            break;
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
    } else if (m_form == Form::Whole && !m_isTooLong) {
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
    return {.error = notACompletion(start)};
}

/// Whether it came to an orderly end, and asking once more would bring the same.
bool AnswerReader::isNoAnswer(const HttpResponse &response) const
{
    if (m_deltas.hasOutput())
        return false;
    const bool isNothing = response.status == 204 || response.header("content-length") == "0";
    return m_done || isNothing || (!m_hasUnderstood && !m_body.isEmpty());
}

AnswerReader::Verdict AnswerReader::verdictOfEnd(const HttpResponse &response,
                                                 const Result<void> &end) const
{
    if (m_deltas.isComplete())
        return {.status = RunStatus::Complete};
    if (end && isNoAnswer(response))
        return {.error = notACompletion(m_hasUnderstood ? QByteArray() : m_body)};
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
    if (m_isTooLong)
        return {.error = badResponse(u"the answer is longer than the limit"_s)};
    if (m_form == Form::Whole && end)
        return verdictOfWhole();
    return verdictOfEnd(response, end);
}

} // namespace app
