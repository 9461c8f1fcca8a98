// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_words.h"

#include "app/export/answer_figures.h"
#include "app/export/figure_text.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

class EnglishFacts
{
public:
    explicit EnglishFacts(const QLocale &locale) : m_locale(locale) { }

    void add(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_facts.append({name, value});
    }
    void addTime(const QString &name, qint64 ms)
    {
        if (ms >= 0)
            add(name, secondsText(double(ms), m_locale));
    }
    void addCount(const QString &name, const std::optional<qint64> &count)
    {
        if (count)
            add(name, groupedText(*count, m_locale));
    }
    [[nodiscard]] ExportWords::Facts take() { return std::move(m_facts); }

private:
    const QLocale &m_locale;
    ExportWords::Facts m_facts;
};

ExportWords::Facts englishFacts(const Message &reply, const Run &run, const QLocale &locale)
{
    EnglishFacts facts(locale);
    facts.add(u"Provider"_s, run.providerName);
    facts.add(u"Model asked"_s, run.model);
    facts.add(u"Model that answered"_s, run.modelAnswered);
    facts.add(u"Service tier asked"_s, run.tierAsked);
    facts.add(u"Service tier given"_s, run.tierEchoed.value_or(QString()));
    facts.add(u"Finish reason"_s, reply.finishReason);
    facts.add(u"Status"_s, runStatusName(run.status));
    if (run.error)
        facts.add(u"Error"_s, errorKindName(run.error->kind) + u": "_s + run.error->message);
    if (run.httpStatus > 0)
        facts.add(u"HTTP"_s, QString::number(run.httpStatus));
    facts.addTime(u"Connected after"_s, run.timings.connectedMs);
    facts.addTime(u"First reasoning after"_s, run.timings.firstReasoningMs);
    facts.addTime(u"First token after"_s, run.timings.firstTokenMs);
    facts.addTime(u"Last token after"_s, run.timings.lastTokenMs);
    facts.addTime(u"Whole run"_s, run.timings.totalMs);
    if (const auto speed = tokensPerSecond({run}))
        facts.add(u"Speed"_s, locale.toString(*speed, 'f', 1) + u" tok/s"_s);
    if (run.retries > 0)
        facts.addCount(u"Retries"_s, run.retries);
    if (run.usage) {
        facts.addCount(u"Tokens of the prompt"_s, run.usage->promptTokens);
        facts.addCount(u"of them cached"_s, run.usage->cachedTokens);
        facts.addCount(u"Tokens of the answer"_s, run.usage->completionTokens);
        facts.addCount(u"of them reasoning"_s, run.usage->reasoningTokens);
    }
    if (run.costUsd) {
        facts.add(u"Cost"_s, dollarText(*run.costUsd)
                                 + (run.costComputed ? u", computed from the prices"_s : u""_s));
    }
    facts.add(u"Response id"_s, run.responseId);
    facts.add(u"Program version"_s, run.version);
    return facts.take();
}

} // namespace

ExportWords::ExportWords()
    : facts([english = locale](const Message &reply, const Run &run) {
          return englishFacts(reply, run, english);
      })
{
}

QString kindText(RoundKind kind, const ExportWords &words)
{
    switch (kind) {
    case RoundKind::Sweep:
        return words.sweep;
    case RoundKind::Repeat:
        return words.repeat;
    case RoundKind::Replay:
        return words.replay;
    case RoundKind::Judge:
        return words.judge;
    case RoundKind::Chat:
        break;
    }
    return {};
}

QString stateText(MessageState state, const ExportWords &words)
{
    switch (state) {
    case MessageState::Streaming:
        return words.streaming;
    case MessageState::CutOff:
        return words.cutOff;
    case MessageState::Interrupted:
        return words.interrupted;
    case MessageState::Cancelled:
        return words.cancelled;
    case MessageState::Failed:
        return words.failed;
    case MessageState::Complete:
        break;
    }
    return {};
}

} // namespace app
