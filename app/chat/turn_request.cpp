// SPDX-License-Identifier: GPL-3.0-or-later
// What a turn asks for: the request, made ready and weighed before it leaves.
#include "app/base/error_codes.h"
#include "app/base/when_done.h"
#include "app/catalogue/catalogue.h"
#include "app/chat/left_out.h"
#include "app/chat/provider_lookup.h"
#include "app/chat/replay.h"
#include "app/chat/run_record.h"
#include "app/chat/scheduler.h"
#include "app/chat/turn.h"
#include "app/settings/settings.h"
#include "app/store/store.h"

namespace app {

void Turn::prepare()
{
    const auto provider = findProvider(m_dependencies.settings, m_plan.lane.providerId);
    if (!provider) {
        failBeforeRequest(
            Error{.kind = ErrorKind::InvalidRequest,
                  .message = QStringLiteral("unknown provider: %1").arg(m_plan.lane.providerId),
                  .code = kNoProviderCode});
        return;
    }
    m_run.providerName = provider->name;
    m_provider = *provider;
    if (m_plan.makesCalls)
        offerTools();
    else
        prepareRequest();
}

RequestPlan Turn::requestPlan() const
{
    RequestPlan request;
    request.provider = m_provider;
    request.model = m_plan.lane.model;
    request.modelThinks =
        m_dependencies.catalogue.model(m_provider.id, m_plan.lane.model).reasoning == Ability::Yes;
    if (m_plan.again)
        return request;
    request.parameters = m_plan.lane.parameters;
    if (!m_offered.isEmpty())
        request.parameters.set(u"tools", offeredJson());
    request.sendAnyway = m_plan.lane.sendAnyway;
    request.extraJson = m_plan.lane.extraJson;
    request.systemPrompt = m_plan.lane.systemPrompt;
    request.continues = m_plan.continues;
    request.omission = m_plan.omission;
    for (const MessageId id : withoutOldestRounds(
             m_conversation, requestPath(m_conversation, m_plan.turn, m_plan.answers),
             leftOutRounds(m_plan.lane.parameters)))
        request.path.append(*m_conversation.message(id));
    return request;
}

void Turn::prepareRequest()
{
    enqueue();
    if (m_plan.again)
        prepareAgain();
    else
        start(requestPlan());
}

void Turn::prepareAgain()
{
    whenDone(m_dependencies.store.recipe(m_plan.again), this,
             [this, request = requestPlan()](const Result<Recipe> &recipe) mutable {
                 auto path =
                     recipe ? recipePath(
                         *recipe, [this](MessageId id) { return m_conversation.message(id); })
                            : std::nullopt;
                 if (!path) {
                     failBeforeRequest(
                         Error{.kind = ErrorKind::InvalidRequest,
                               .message = QStringLiteral("the request is not kept any more"),
                               .code = kNotTheSameCode});
                     return;
                 }
                 request.again = *recipe;
                 request.path = *std::move(path);
                 start(std::move(request));
             });
}

void Turn::start(RequestPlan request)
{
    auto *preparation = new RequestPreparation(std::move(request), m_dependencies.store,
                                               m_dependencies.secrets, this);
    connect(preparation, &RequestPreparation::failed, this, &Turn::failBeforeRequest);
    connect(preparation, &RequestPreparation::prepared, this, [this](const PreparedRequest &ready) {
        m_request = ready;
        weigh();
    });
    preparation->start();
}

/// Whether the money is there.
void Turn::weigh()
{
    if (m_state != TurnState::Preparing)
        return;
    const ModelInfo model = m_dependencies.catalogue.model(m_provider.id, m_plan.lane.model);
    m_estimateUsd = estimateCost(m_request.size, m_request.recipe.body, model, m_provider);
    m_activity.spending = m_ledger.block(m_estimateUsd);
    if (!m_activity.spending) {
        m_ledger.setAside(m_run.id, m_estimateUsd);
        advance(TurnEvent::Prepared);
        return;
    }
    m_permit->giveBack(); // others shall not wait for what the user decides
    const auto lookAgain = [this] {
        if (m_state == TurnState::Withheld && !m_ledger.block(m_estimateUsd))
            allow();
    };
    connect(&m_dependencies.settings, &Settings::preferencesChanged, this, lookAgain);
    connect(&m_conversation, &Conversation::summaryChanged, this, lookAgain);
    advance(TurnEvent::CeilingMet);
}

void Turn::sendOnce()
{
    if (m_state == TurnState::Withheld)
        allow();
}

void Turn::allow()
{
    m_ledger.setAside(m_run.id, m_estimateUsd);
    enqueue();
    advance(TurnEvent::Allowed);
}

/// What was asked and says nothing of its cost, as when it was stopped, is counted as guessed.
void Turn::settle()
{
    const bool wasAnswered = m_outcome.timings.headersMs >= 0 && m_outcome.httpStatus < 400;
    const bool isUncounted = wasAnswered && !m_run.costUsd;
    m_ledger.settle(m_run.id, isUncounted ? m_estimateUsd.value_or(0) : 0);
}

void Turn::failBeforeRequest(const Error &error)
{
    if (m_state != TurnState::Preparing)
        return;
    m_outcome = outcomeWithoutRequest(error);
    advance(TurnEvent::PreparationFailed);
}

} // namespace app
