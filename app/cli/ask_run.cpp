// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_run.h"

#include "app/base/when_done.h"
#include "app/catalogue/catalogue.h"
#include "app/chat/reply_writer.h"
#include "app/chat/run_record.h"
#include "app/chat/tool_step.h"
#include "app/cli/ask_format.h"
#include "app/cli/ask_images.h"
#include "app/cli/ask_report.h"
#include "app/cli/given_messages.h"
#include "app/cli/terminal.h"
#include "app/cli/wording.h"
#include "app/net/http_client.h"
#include "app/schema/schema_checker.h"
#include "app/services.h"
#include "app/settings/secret_store.h"
#include "app/settings/settings.h"
#include "app/store/raw_pieces.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

AskRun::AskRun(Services &services, AskOptions options, Terminal &output, Terminal &errors,
               QObject *parent)
    : QObject(parent), m_services(services), m_options(std::move(options)), m_output(output),
      m_errors(errors)
{
}

AskRun::~AskRun() = default;

void AskRun::start()
{
    m_format = answerFormat(m_options.parameters.value(u"response_format"));
    if (m_format.kind != AnswerFormat::Kind::Schema)
        return chooseServer();
    // Nobody should pay for an answer to something that is no schema.
    whenDone(m_services.schemas->checkSchema(m_format.schema), this,
             [this](const SchemaVerdict &verdict) {
                 if (verdict.reason == NotCheckedReason::NotASchema)
                     emit usageFailed(u"--response-format: "_s + schemaSentence(verdict));
                 else
                     chooseServer();
             });
}

void AskRun::chooseServer()
{
    chooseProvider(m_services, m_options.provider, this,
                   [this](const Result<ChosenProvider> &chosen) {
                       if (chosen)
                           useProvider(*chosen);
                       else
                           emit usageFailed(chosen.error().message);
                   });
}

void AskRun::useProvider(const ChosenProvider &chosen)
{
    m_chosen = chosen;
    m_plan.provider = chosen.provider;
    m_plan.model = m_options.model;
    const Preferences &preferences = m_services.settings->preferences();
    if (m_plan.model.isEmpty() && preferences.defaultProvider == chosen.provider.id)
        m_plan.model = preferences.defaultModel;
    if (m_plan.model.isEmpty() && chosen.provider.dialect == Dialect::Demo)
        m_plan.model = demoModel();
    if (m_plan.model.isEmpty()) {
        emit usageFailed(u"no model is chosen; name one with --model (“diptych-cli models” lists "
                         "them)"_s);
        return;
    }
    m_run.providerId = chosen.provider.id;
    m_run.providerName = chosen.provider.name;
    m_run.model = m_plan.model;
    m_run.startedMs = m_services.clock->nowMs();
    m_run.version = QStringLiteral(DIPTYCH_VERSION);
    readImages();
}

void AskRun::readImages()
{
    const ImageLimits limits{.longestSide = m_services.settings->preferences().imageLongestSide};
    auto *images = new AskImages(m_options.images, m_options.pages, limits, this);
    connect(images, &AskImages::failed, this, &AskRun::usageFailed);
    connect(images, &AskImages::noted, this,
            [this](const QString &sentence) { m_errors.writeLine(sentence.toUtf8()); });
    connect(images, &AskImages::ready, this, [this, images] {
        m_images = images->parts();
        m_plan.imageBytes.insert(images->bytes());
        images->deleteLater();
        prepareRequest();
    });
    images->start();
}

void AskRun::prepareRequest()
{
    m_plan.parameters = m_options.parameters;
    m_plan.extraJson = m_options.extraJson;
    m_plan.systemPrompt = m_options.systemPrompt;
    m_plan.modelThinks =
        m_services.catalogue->model(m_chosen.provider.id, m_plan.model).reasoning == Ability::Yes;
    if (!takeMessages())
        return;
    m_plan.key = m_chosen.key;
    if (m_options.tools.areCalled())
        offerTools();
    else
        buildRequest();
}

void AskRun::offerTools()
{
    m_tools = std::make_unique<AskTools>(m_services, m_options.tools, m_errors);
    connect(m_tools.get(), &AskTools::failed, this, &AskRun::fail);
    connect(m_tools.get(), &AskTools::offered, this, [this] {
        if (!m_tools->tools().isEmpty())
            m_plan.parameters.set(u"tools", toolsToJson(m_tools->tools()));
        buildRequest();
    });
    m_tools->offer();
}

void AskRun::buildRequest()
{
    if (m_isOver)
        return;
    auto *preparation =
        new RequestPreparation(m_plan, *m_services.store, *m_services.secrets, this);
    connect(preparation, &RequestPreparation::prepared, this, &AskRun::begin);
    connect(preparation, &RequestPreparation::failed, this, &AskRun::fail);
    preparation->start();
}

/// What is kept must be what is sent: with --save the messages of the file go through the tree.
bool AskRun::takeMessages()
{
    if (m_options.save) {
        const auto given = readGivenMessages(m_options.messages, m_run.startedMs);
        if (!given) {
            emit usageFailed(given.error().message);
            return false;
        }
        m_plan.path = given->messages;
        m_plan.imageBytes.insert(given->imageBytes);
    } else {
        m_plan.givenMessages = m_options.messages;
    }
    Message prompt;
    prompt.id = MessageId::next();
    prompt.parent = m_plan.path.isEmpty() ? MessageId() : m_plan.path.last().id;
    prompt.createdMs = m_run.startedMs;
    prompt.parts = m_images;
    if (!m_options.prompt.isEmpty())
        prompt.parts.append(TextPart{m_options.prompt.toUtf8()});
    if (!prompt.parts.isEmpty())
        m_plan.path.append(prompt);
    return true;
}

void AskRun::begin(const PreparedRequest &request)
{
    if (m_isOver)
        return;
    m_request = request;
    m_isRunOpen = true;
    m_run.recipe = request.recipe;
    m_run.tierAsked = request.recipe.body.value("service_tier"_L1).toString();
    for (const QString &name : request.withheld) {
        m_errors.writeLine(u"not sent: “%1” (this server does not take it; --extra-json sends it "
                           "anyway)"_s.arg(name)
                               .toUtf8());
    }
    if (!m_options.save) {
        send();
        return;
    }
    const auto sendWhenWritten = [this](const Changes &changes) {
        whenDone(m_services.store->write(m_record->conversation(), changes), this,
                 [this](const Result<void> &written) {
                     if (written)
                         send();
                     else
                         fail(written.error());
                 });
    };
    if (m_record)
        return sendWhenWritten(m_record->nextRun(m_results, m_run));
    Lane lane;
    lane.id = LaneId::next();
    lane.providerId = m_run.providerId;
    lane.model = m_plan.model;
    lane.parameters = m_plan.parameters;
    lane.extraJson = m_plan.extraJson;
    lane.systemPrompt = m_plan.systemPrompt;
    m_record = std::make_unique<AskRecord>(lane, m_plan.path, m_run.startedMs);
    keepBlobs();
    sendWhenWritten(m_record->beginning(m_run));
}

/// Before the rows that refer to them: the store writes in the order of the calls.
void AskRun::keepBlobs()
{
    for (const Message &message : std::as_const(m_plan.path)) {
        for (const Part &part : message.parts) {
            if (const auto *image = std::get_if<ImagePart>(&part); image && image->hasBytes())
                m_services.store->putBlob(m_plan.imageBytes.value(image->sha256), image->mimeType);
        }
    }
}

void AskRun::send()
{
    if (m_isOver)
        return;
    if (m_record && (m_options.keepRaw || m_services.settings->preferences().keepRawStreams))
        m_request.spec.keepRawBytes = kMostRawBytes;
    m_generation = new Generation(*m_services.http, std::exchange(m_request.spec, {}), this);
    connect(m_generation, &Generation::deltaArrived, this, &AskRun::show);
    connect(m_generation, &Generation::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const Error &reason) {
                m_errors.writeLine(u"%1 Trying again in %2 s."_s.arg(sentenceFor(reason, m_chosen))
                                       .arg(double(delay.count()) / 1000, 0, 'f', 1)
                                       .toUtf8());
            });
    connect(m_generation, &Generation::finished, this, &AskRun::runEnded);
    m_generation->start();
}

void AskRun::show(const Delta &delta)
{
    if (m_options.json || delta.choice != 0)
        return;
    m_errors.writeDimmed(delta.reasoning);
    if (!delta.text.isEmpty()) {
        m_errors.endDimmed();
        m_output.write(delta.text);
    }
}

void AskRun::cancel()
{
    if (m_tools)
        m_tools->stop();
    if (m_generation)
        m_generation->cancel();
    else
        fail(Error{ErrorKind::Cancelled, {}});
}

void AskRun::fail(const Error &error)
{
    finish(outcomeWithoutRequest(error));
}

bool AskRun::mayMakeCalls(const RunOutcome &outcome) const
{
    return m_tools && !m_isOver && outcome.status == RunStatus::Complete
           && !outcome.choices.first().toolCalls.isEmpty()
           && m_tools->rounds() < m_services.settings->preferences().toolRounds;
}

void AskRun::runEnded(const RunOutcome &outcome)
{
    if (!mayMakeCalls(outcome))
        return finish(outcome);
    concludeRun(outcome, [this, outcome] {
        if (m_isOver)
            return;
        m_tools->disconnect(this);
        connect(m_tools.get(), &AskTools::made, this,
                [this, outcome](const QList<CallActivity> &made) { goOn(outcome, made); });
        m_tools->make(outcome.choices.first().toolCalls);
    });
}

/// Another run, with what the calls gave.
void AskRun::goOn(const RunOutcome &outcome, const QList<CallActivity> &made)
{
    Message answer;
    answer.id = m_record ? m_record->reply() : MessageId::next();
    answer.parent = m_plan.path.isEmpty() ? MessageId() : m_plan.path.last().id;
    answer.role = Role::Assistant;
    m_results = {};
    m_results.id = MessageId::next();
    m_results.parent = answer.id;
    m_results.role = Role::Tool;
    m_results.createdMs = m_services.clock->nowMs();
    for (const CallActivity &call : made)
        m_results.parts.append(toolResult(call));
    m_plan.path.append(foldedReply(answer, outcome.choices.first(), outcome.status));
    m_plan.path.append(m_results);
    Run next;
    next.providerId = m_run.providerId;
    next.providerName = m_run.providerName;
    next.model = m_run.model;
    next.version = m_run.version;
    next.startedMs = m_services.clock->nowMs();
    m_run = next;
    buildRequest();
}

void AskRun::finish(const RunOutcome &outcome)
{
    if (std::exchange(m_isOver, true))
        return;
    concludeRun(outcome, [this, outcome] { checkFormat(outcome); });
}

void AskRun::concludeRun(const RunOutcome &outcome, const std::function<void()> &next)
{
    const QPointer<Generation> generation = std::exchange(m_generation, {});
    if (generation)
        generation->deleteLater(); // its signal is on the stack
    if (!std::exchange(m_isRunOpen, false)) // stopped between two of them
        return next();
    completeRun(m_run, outcome, m_services.catalogue->model(m_run.providerId, m_run.model));
    if (m_run.costUsd)
        m_costUsd = m_costUsd.value_or(0) + *m_run.costUsd;
    if (!m_record)
        return next();
    m_run.recipe = {};
    whenDone(keepRun(outcome, generation), this, [this, next](const Result<void> &written) {
        if (written)
            m_savedRun = m_record->run();
        else
            m_errors.writeLine("not saved: " + written.error().message.toUtf8());
        next();
    });
}

/// The run, and what went over the wire in it.
QFuture<Result<void>> AskRun::keepRun(const RunOutcome &outcome, Generation *generation)
{
    Store &store = *m_services.store;
    const ConversationId conversation = m_record->conversation();
    const auto written = store.write(conversation, m_record->end(m_run, outcome));
    if (generation) {
        store.putExchange(conversation, m_record->run(), generation->exchange());
        for (const RawPiece &piece : rawPieces(m_record->run(), generation->takeRaw()))
            store.appendRaw(conversation, piece);
    }
    return written;
}

void AskRun::checkFormat(const RunOutcome &outcome)
{
    const bool hasFormat = m_format.kind != AnswerFormat::Kind::Free;
    if (!hasFormat || outcome.status != RunStatus::Complete || outcome.choices.isEmpty())
        return report(outcome);
    whenDone(checkChoices(*m_services.schemas, m_format, outcome.choices), this,
             [this, outcome](const QList<FormatVerdict> &verdicts) {
                 m_formatVerdicts = verdicts;
                 report(outcome);
             });
}

void AskRun::report(const RunOutcome &outcome)
{
    if (m_options.json) {
        QJsonObject whole = askReport(m_run, outcome, m_savedRun);
        if (m_tools) {
            whole.insert("calls"_L1, m_tools->report());
            whole.insert("cost_usd"_L1,
                         m_costUsd ? QJsonValue(*m_costUsd) : QJsonValue(QJsonValue::Null));
        }
        if (m_format.kind != AnswerFormat::Kind::Free)
            whole.insert("format"_L1, formatToJson(m_formatVerdicts));
        m_output.write(QJsonDocument(whole).toJson(QJsonDocument::Compact));
    } else {
        printAnswer(outcome);
    }
    m_errors.endDimmed();
    m_output.endLine();
    if (outcome.error && outcome.status != RunStatus::Complete)
        m_errors.writeLine("diptych-cli: " + sentenceFor(*outcome.error, m_chosen).toUtf8());
    const bool isWrong = !m_formatVerdicts.isEmpty() && !allFit(m_formatVerdicts);
    if (isWrong)
        m_errors.writeLine("diptych-cli: " + formatSentence(m_formatVerdicts).toUtf8());
    emit ended(isWrong ? ExitCode::WrongFormat : exitCodeFor(outcome));
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
