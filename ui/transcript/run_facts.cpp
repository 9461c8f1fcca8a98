// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/run_facts.h"

#include "app/openai/possible_cost.h"
#include "ui/transcript/transcript_words.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/finish_wording.h"
#include "ui/wording/number_wording.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using std::chrono::milliseconds;

class FactList
{
public:
    void add(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_facts.append({name, value});
    }
    void addDuration(const QString &name, qint64 ms)
    {
        if (ms >= 0)
            add(name, durationText(milliseconds(ms)));
    }
    void addCount(const QString &name, std::optional<qint64> count)
    {
        if (count)
            add(name, countText(*count));
    }
    [[nodiscard]] QList<RunFact> take() { return std::move(m_facts); }

private:
    QList<RunFact> m_facts;
};

void addModel(FactList &facts, const app::Run &run)
{
    facts.add(Transcript::tr("Provider"), run.providerName);
    facts.add(Transcript::tr("Model asked"), run.model);
    facts.add(Transcript::tr("Model that answered"), run.modelAnswered);
    facts.add(Transcript::tr("Service tier asked"), run.tierAsked);
    facts.add(Transcript::tr("Service tier given"), run.tierEchoed.value_or(QString()));
}

/// Between the first token and the last one.
QString speed(const app::Run &run)
{
    const qint64 first =
        run.timings.firstReasoningMs >= 0 ? run.timings.firstReasoningMs : run.timings.firstTokenMs;
    const qint64 span = run.timings.lastTokenMs - first;
    if (!run.usage || first < 0 || span <= 0 || run.usage->completionTokens <= 1)
        return {};
    return speedText(double(run.usage->completionTokens - 1) * 1000 / double(span));
}

void addTimes(FactList &facts, const app::Run &run)
{
    facts.addDuration(Transcript::tr("Connected after"), run.timings.connectedMs);
    facts.addDuration(Transcript::tr("First reasoning after"), run.timings.firstReasoningMs);
    facts.addDuration(Transcript::tr("First token after"), run.timings.firstTokenMs);
    facts.addDuration(Transcript::tr("Last token after"), run.timings.lastTokenMs);
    facts.addDuration(Transcript::tr("Whole run"), run.timings.totalMs);
    facts.add(Transcript::tr("Speed"), speed(run));
    if (run.retries > 0)
        facts.addCount(Transcript::tr("Retries"), run.retries);
}

void addUsage(FactList &facts, const app::Run &run)
{
    if (run.usage) {
        facts.addCount(Transcript::tr("Tokens of the prompt"), run.usage->promptTokens);
        facts.addCount(Transcript::tr("of them cached"), run.usage->cachedTokens);
        facts.addCount(Transcript::tr("Tokens of the answer"), run.usage->completionTokens);
        facts.addCount(Transcript::tr("of them reasoning"), run.usage->reasoningTokens);
    }
    if (run.costUsd) {
        const QString cost = costText(*run.costUsd);
        //: %1 is an amount of money
        facts.add(Transcript::tr("Cost"),
                  run.costComputed ? Transcript::tr("%1, computed from the prices").arg(cost)
                                   : cost);
    }
    if (run.usage && !app::isPossibleCost(run.usage->costUsd.value_or(0))) {
        //: %1 is a number that makes no sense as an amount of money
        facts.add(Transcript::tr("Cost as the server said"),
                  Transcript::tr("%1, which cannot be: it is not counted")
                      .arg(plainNumberText(*run.usage->costUsd)));
    }
}

} // namespace

QList<RunFact> runFacts(const app::Message &reply, const app::Run *run)
{
    FactList facts;
    facts.add(
        Transcript::tr("Written"),
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(reply.createdMs), QLocale::ShortFormat));
    if (reply.edited)
        facts.add(Transcript::tr("Origin"), Transcript::tr("rewritten by you"));
    if (run)
        addModel(facts, *run);
    facts.add(Transcript::tr("Finish reason"), finishReasonText(reply.finishReason));
    if (!run)
        return facts.take();
    facts.add(Transcript::tr("Status"), runStatusText(run->status));
    if (run->error)
        facts.add(Transcript::tr("Error"),
                  errorSentence(*run->error, run->providerName, run->model).text);
    if (run->httpStatus > 0)
        facts.add(u"HTTP"_s, QString::number(run->httpStatus));
    addTimes(facts, *run);
    addUsage(facts, *run);
    facts.add(Transcript::tr("Response id"), run->responseId);
    facts.add(Transcript::tr("Program version"), run->version);
    return facts.take();
}

} // namespace ui
