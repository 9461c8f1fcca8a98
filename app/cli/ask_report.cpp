// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_report.h"

#include "app/cli/ask_tokens.h"
#include "app/cli/report_json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QJsonObject choiceToJson(const Choice &choice)
{
    QJsonArray calls;
    for (const ToolCallPart &call : choice.toolCalls) {
        calls.append(QJsonObject{{u"id"_s, call.id},
                                 {u"name"_s, call.name},
                                 {u"arguments"_s, QString::fromUtf8(call.arguments)}});
    }
    QJsonObject object{{u"index"_s, choice.index},
                       {u"text"_s, QString::fromUtf8(choice.text)},
                       {u"reasoning"_s, QString::fromUtf8(choice.reasoning)},
                       {u"tool_calls"_s, calls},
                       {u"finish_reason"_s, textOrNull(choice.finishReason)}};
    if (!choice.tokens.isEmpty())
        object.insert("logprobs"_L1, tokensToJson(choice.tokens));
    return object;
}

} // namespace

QJsonObject askReport(const Run &run, const AskAnswers &answers, RunId saved)
{
    const RunOutcome &outcome = answers.outcome();
    const auto cost = answers.costUsd();
    QJsonArray choices;
    for (const Choice &choice : outcome.choices)
        choices.append(choiceToJson(choice));
    const QJsonValue id =
        saved ? QJsonValue(QString::number(saved.value())) : QJsonValue(QJsonValue::Null);
    QJsonObject report{
        {u"record_id"_s, id},
        {u"status"_s, runStatusName(outcome.status)},
        {u"model"_s, outcome.model.isEmpty() ? run.model : outcome.model},
        {u"choices"_s, choices},
        {u"usage"_s, outcome.usage ? QJsonValue(usageToJson(*outcome.usage)) : QJsonValue::Null},
        {u"cost_usd"_s, cost ? QJsonValue(*cost) : QJsonValue(QJsonValue::Null)},
        {u"service_tier"_s, textOrNull(outcome.serviceTier.value_or(QString()))},
        {u"timings"_s, timingsToJson(outcome.timings)},
        {u"retries"_s, outcome.retries},
        {u"error"_s, errorToJson(outcome.error)}};
    if (outcome.malformedEvents > 0)
        report.insert("malformed_events"_L1, outcome.malformedEvents);
    if (answers.requests() > 1) {
        report.insert("requests"_L1, answers.requests());
        report.insert("continuations"_L1, answers.continuations());
        report.insert("began_anew"_L1, answers.beganAnew());
    }
    return report;
}

ExitCode exitCodeFor(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unauthorised:
        return ExitCode::KeyRefused;
    case ErrorKind::RateLimited:
        return ExitCode::RateLimited;
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
        return ExitCode::Network;
    case ErrorKind::Cancelled:
        return ExitCode::Cancelled;
    default:
        return error.status >= 400 && error.status < 500 ? ExitCode::Refused : ExitCode::Failed;
    }
}

ExitCode exitCodeFor(const RunOutcome &outcome)
{
    switch (outcome.status) {
    case RunStatus::Complete:
        return ExitCode::Complete;
    case RunStatus::CutOff:
        return ExitCode::CutOff;
    case RunStatus::Cancelled:
        return ExitCode::Cancelled;
    case RunStatus::Failed:
        return outcome.error ? exitCodeFor(*outcome.error) : ExitCode::Failed;
    }
    return ExitCode::Failed;
}

} // namespace app
