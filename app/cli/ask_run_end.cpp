// SPDX-License-Identifier: GPL-3.0-or-later
// What follows a request that came to its end: another one, or the report.
#include "app/base/when_done.h"
#include "app/catalogue/catalogue.h"
#include "app/chat/omission.h"
#include "app/chat/reply_writer.h"
#include "app/chat/run_record.h"
#include "app/chat/tool_step.h"
#include "app/cli/ask_format.h"
#include "app/cli/ask_report.h"
#include "app/cli/ask_run.h"
#include "app/cli/ask_tokens.h"
#include "app/cli/ask_tools.h"
#include "app/cli/terminal.h"
#include "app/cli/wording.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "app/store/raw_pieces.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

void AskRun::fail(const Error &error)
{
    const RunOutcome outcome = outcomeWithoutRequest(error);
    if (m_isOver)
        return;
    if (m_isRunOpen)
        return concludeRun(outcome);
    m_answers.stop(outcome); // between two of them
    conclude();
}

void AskRun::concludeRun(const RunOutcome &outcome)
{
    if (m_isOver || !std::exchange(m_isRunOpen, false))
        return;
    const QPointer<Generation> generation = std::exchange(m_generation, {});
    if (generation)
        generation->deleteLater(); // its signal is on the stack; a stop is for what follows
    completeRun(m_run, outcome, m_services.catalogue->model(m_run.providerId, m_run.model));
    if (!m_record)
        return follow(outcome);
    m_run.recipe = {};
    whenDone(keepRun(outcome, generation), this, [this, outcome](const Result<void> &written) {
        if (written)
            m_savedRun = m_record->run();
        else
            m_errors.writeLine("not saved: " + written.error().message.toUtf8());
        if (!m_isOver)
            follow(outcome);
    });
}

/// The run, and what went over the wire in it.
QFuture<Result<void>> AskRun::keepRun(const RunOutcome &outcome, Generation *generation)
{
    Store &store = *m_services.store;
    const ConversationId conversation = m_record->conversation();
    const FoldedReplies folded = m_record->end(m_run, outcome);
    for (const ReplyPicture &picture : folded.pictures)
        store.putBlob(picture.bytes, picture.mimeType);
    const auto written = store.write(conversation, folded.changes);
    if (generation) {
        store.putExchange(conversation, m_record->run(), generation->exchange());
        for (const RawPiece &piece : rawPieces(m_record->run(), generation->takeRaw()))
            store.appendRaw(conversation, piece);
    }
    return written;
}

void AskRun::follow(const RunOutcome &outcome)
{
    if (mayMakeCalls(outcome)) {
        m_answers.add(m_kind, m_run, outcome);
        return makeCalls(outcome);
    }
    if (asksOneByOne(outcome))
        return askOneByOne(outcome);
    m_answers.add(m_kind, m_run, outcome);
    if (goesOn(outcome))
        return goOn(outcome);
    --m_choicesLeft;
    if (m_choicesLeft > 0 && outcome.status == RunStatus::Complete)
        return askAnother();
    conclude();
}

bool AskRun::mayMakeCalls(const RunOutcome &outcome) const
{
    return m_tools && outcome.status == RunStatus::Complete
           && !outcome.choices.first().toolCalls.isEmpty()
           && m_tools->rounds() < m_services.settings->preferences().toolRounds;
}

void AskRun::makeCalls(const RunOutcome &outcome)
{
    m_tools->disconnect(this);
    connect(m_tools.get(), &AskTools::made, this,
            [this, outcome](const QList<CallActivity> &made) { goOnWith(outcome, made); });
    m_tools->make(outcome.choices.first().toolCalls);
}

/// The answer as the message that the next request holds.
Message AskRun::answerOf(const RunOutcome &outcome) const
{
    Message answer;
    answer.id = m_record ? m_record->reply() : MessageId::next(); // the recipe names it
    answer.role = Role::Assistant;
    if (!m_plan.path.isEmpty())
        answer.parent = m_plan.path.constLast().id;
    if (m_kind == AskAnswers::Kind::Piece)
        answer.continues = answer.parent;
    QList<ReplyPicture> pictures;
    const Choice kept = withoutPictures(outcome.choices.first(), pictures);
    return foldedReply(answer, kept, outcome.status, pictures);
}

/// Another run, with what the calls gave.
void AskRun::goOnWith(const RunOutcome &outcome, const QList<CallActivity> &made)
{
    const Message answer = answerOf(outcome);
    m_results = {};
    m_results.id = MessageId::next();
    m_results.parent = answer.id;
    m_results.role = Role::Tool;
    m_results.createdMs = m_services.clock->nowMs();
    for (const CallActivity &call : made)
        m_results.parts.append(toolResult(call));
    m_plan.path.append(answer);
    m_plan.path.append(m_results);
    m_plan.continues = false;
    beginRun(AskAnswers::Kind::AfterCalls);
}

bool AskRun::asksOneByOne(const RunOutcome &outcome) const
{
    if (m_kind != AskAnswers::Kind::First || m_plan.parameters.value(u"n").toInt(1) < 2)
        return false;
    if (outcome.status == RunStatus::Complete)
        return outcome.choices.size() == 1;
    const bool mayBeRefused = outcome.error
                              && (outcome.error->kind == ErrorKind::Unsupported
                                  || outcome.error->kind == ErrorKind::InvalidRequest);
    return mayBeRefused
           && omissionFor(*outcome.error, {m_plan.parameters.names(), false})
                  == Omission{{u"n"_s}, false};
}

void AskRun::askOneByOne(const RunOutcome &outcome)
{
    m_choicesLeft = m_plan.parameters.value(u"n").toInt(1);
    m_errors.writeLine("this server gives one answer to a request; asking "
                       + QByteArray::number(m_choicesLeft) + " times");
    m_plan.parameters.unset(u"n");
    if (outcome.status != RunStatus::Failed) {
        m_answers.add(m_kind, m_run, outcome);
        --m_choicesLeft;
    }
    askAnother();
}

void AskRun::askAnother()
{
    const bool isFirst = m_answers.requests() == 0;
    if (m_record)
        m_record->goOn(AskAnswers::Kind::Another, m_services.clock->nowMs());
    beginRun(isFirst ? AskAnswers::Kind::First : AskAnswers::Kind::Another);
}

bool AskRun::goesOn(const RunOutcome &outcome) const
{
    const Choice choice = outcome.choices.value(0);
    return outcome.status == RunStatus::Complete && outcome.choices.size() == 1
           && m_kind != AskAnswers::Kind::Another && m_choicesLeft < 1
           && choice.finishReason == "length"_L1 && !choice.text.isEmpty() && !m_answers.beganAnew()
           && m_answers.continuations() < m_options.parameters.value(kAutoContinue).toInt();
}

void AskRun::goOn(const RunOutcome &outcome)
{
    m_plan.path.append(answerOf(outcome));
    m_plan.continues = true;
    if (m_record)
        m_record->goOn(AskAnswers::Kind::Piece, m_services.clock->nowMs());
    beginRun(AskAnswers::Kind::Piece);
}

void AskRun::beginRun(AskAnswers::Kind kind)
{
    m_kind = kind;
    Run next;
    next.providerId = m_run.providerId;
    next.providerName = m_run.providerName;
    next.model = m_run.model;
    next.version = m_run.version;
    next.startedMs = m_services.clock->nowMs();
    m_run = next;
    buildRequest();
}

void AskRun::conclude()
{
    m_isOver = true;
    const RunOutcome &outcome = m_answers.outcome();
    const bool hasFormat = m_format.kind != AnswerFormat::Kind::Free;
    if (!hasFormat || outcome.status != RunStatus::Complete || outcome.choices.isEmpty())
        return report();
    whenDone(checkChoices(*m_services.schemas, m_format, outcome.choices), this,
             [this](const QList<FormatVerdict> &verdicts) {
                 m_formatVerdicts = verdicts;
                 report();
             });
}

void AskRun::report()
{
    const RunOutcome &outcome = m_answers.outcome();
    if (m_options.json) {
        QJsonObject whole = askReport(m_run, m_answers, m_savedRun);
        if (m_tools)
            whole.insert("calls"_L1, m_tools->report());
        if (m_format.kind != AnswerFormat::Kind::Free)
            whole.insert("format"_L1, formatToJson(m_formatVerdicts));
        m_output.write(QJsonDocument(whole).toJson(QJsonDocument::Compact));
    } else {
        printAnswer(outcome);
    }
    m_errors.endDimmed();
    m_output.endLine();
    if (m_options.logprobs)
        printTokens(outcome);
    if (m_answers.beganAnew())
        m_errors.writeLine("the model did not go on where the answer was cut; it began anew");
    if (outcome.malformedEvents > 0)
        m_errors.writeLine("what could not be read of the stream is not in the answer; events: "
                           + QByteArray::number(outcome.malformedEvents));
    if (outcome.error && outcome.status != RunStatus::Complete)
        m_errors.writeLine("diptych-cli: " + sentenceFor(*outcome.error, m_chosen).toUtf8());
    const bool isWrong = !m_formatVerdicts.isEmpty() && !allFit(m_formatVerdicts);
    if (isWrong)
        m_errors.writeLine("diptych-cli: " + formatSentence(m_formatVerdicts).toUtf8());
    emit ended(isWrong ? ExitCode::WrongFormat : exitCodeFor(outcome));
}

void AskRun::printTokens(const RunOutcome &outcome)
{
    const bool hasSome = std::ranges::any_of(
        outcome.choices, [](const Choice &choice) { return !choice.tokens.isEmpty(); });
    if (!hasSome && outcome.status == RunStatus::Complete)
        m_errors.writeLine("the server told no log probabilities");
    if (m_options.json)
        return;
    for (const Choice &choice : outcome.choices) {
        if (hasSome && outcome.choices.size() > 1)
            m_errors.writeLine("--- " + QByteArray::number(choice.index + 1) + " ---");
        for (const QByteArray &line : tokenTable(choice.tokens))
            m_errors.writeLine(line);
    }
}

/// What was not streamed: further choices, and calls.
void AskRun::printAnswer(const RunOutcome &outcome)
{
    for (const Choice &choice : outcome.choices) {
        if (choice.index != 0) {
            m_output.endLine();
            m_output.writeLine("--- " + QByteArray::number(choice.index + 1) + " ---");
            m_output.write(choice.text);
        }
        for (const ToolCallPart &call : choice.toolCalls) {
            m_output.endLine();
            m_errors.writeLine("tool call: " + call.name.toUtf8() + '(' + call.arguments + ')');
        }
    }
}

} // namespace app
