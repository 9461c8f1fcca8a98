// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/generation/generation.h"
#include "app/net/sse_parser.h"
#include "app/openai/delta_reader.h"

namespace app {

struct HttpResponse;

/// Reads the body of one attempt, whatever it turns out to be: the stream that was asked for, a
/// whole completion, an error body, or a web page of something in between. The first byte says
/// which, since servers and proxies mislabel them all; of what it leaves open, the content type.
class AnswerReader
{
public:
    enum class Progress {
        More,
        Done, ///< "[DONE]" came: what follows is not read
        Broken, ///< the server said an error, or an event was too long: verdict() knows
    };
    struct Verdict
    {
        RunStatus status = RunStatus::Failed;
        std::optional<Error> error = {};
    };

    AnswerReader(Completion &into, const DeltaReader::Options &options);

    void begin(const HttpResponse &response);
    Progress feed(const QByteArray &bytes);
    /// No more bytes come.
    void finish();
    [[nodiscard]] Verdict verdict(const HttpResponse &response, const Result<void> &end,
                                  qint64 nowMs);

    [[nodiscard]] std::vector<ChoiceNews> takeNews() { return m_deltas.takeNews(); }
    [[nodiscard]] bool hasOutput() const { return m_deltas.hasOutput(); }

private:
    enum class Form { Unknown, Events, Whole, Refusal };

    [[nodiscard]] Progress readEvents();
    void recognise();
    [[nodiscard]] Verdict verdictOfWhole() const;
    [[nodiscard]] Verdict verdictOfEnd(const HttpResponse &response, const Result<void> &end) const;
    [[nodiscard]] bool isNoAnswer(const HttpResponse &response) const;

    DeltaReader m_deltas;
    SseParser m_events;
    Form m_form = Form::Unknown;
    QByteArray m_body; ///< all but events, of which it has the beginning
    bool m_isLabelledWhole = false;
    bool m_hasUnderstood = false; ///< an event
    bool m_done = false;
    bool m_isTooLong = false;
};

} // namespace app
