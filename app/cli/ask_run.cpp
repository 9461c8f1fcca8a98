// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_run.h"

#include "app/base/when_done.h"
#include "app/catalogue/catalogue.h"
#include "app/cli/ask_format.h"
#include "app/cli/ask_images.h"
#include "app/cli/given_messages.h"
#include "app/cli/terminal.h"
#include "app/cli/wording.h"
#include "app/net/http_client.h"
#include "app/schema/schema_checker.h"
#include "app/services.h"
#include "app/settings/secret_store.h"
#include "app/settings/settings.h"
#include "app/store/raw_pieces.h"
#include "app/tools/offered_tools.h"

using namespace Qt::StringLiterals;

namespace app {

AskRun::AskRun(Services &services, AskOptions options, Terminal &output, Terminal &errors,
               QObject *parent)
    : QObject(parent), m_services(services), m_options(std::move(options)), m_output(output),
      m_errors(errors)
{
    m_run.model = m_options.model; // for the report of one that is stopped before it chose
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
        if (m_kind != AskAnswers::Kind::First)
            break; // said already
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
    if (!m_record)
        record();
    if (m_kind == AskAnswers::Kind::AfterCalls)
        return sendWhenWritten(m_record->nextRun(m_results, m_run));
    keepBlobs();
    sendWhenWritten(m_record->beginning(m_run));
}

void AskRun::record()
{
    Lane lane;
    lane.id = LaneId::next();
    lane.providerId = m_run.providerId;
    lane.model = m_plan.model;
    lane.parameters = m_plan.parameters;
    lane.extraJson = m_plan.extraJson;
    lane.systemPrompt = m_plan.systemPrompt;
    m_record = std::make_unique<AskRecord>(lane, m_plan.path, m_run.startedMs);
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
    connect(m_generation, &Generation::finished, this, &AskRun::concludeRun);
    m_generation->start();
}

void AskRun::show(const Delta &delta)
{
    if (m_options.json || delta.choice != 0 || m_kind == AskAnswers::Kind::Another)
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

} // namespace app
