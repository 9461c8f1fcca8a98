// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/compare_run.h"

#include "app/catalogue/catalogue.h"
#include "app/chat/run_record.h"
#include "app/chat/sweep.h"
#include "app/cli/compare/compare_line.h"
#include "app/net/http_client.h"
#include "app/services.h"
#include "app/settings/secret_store.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kMostReadyBytes = 16 * 1024 * 1024;

/// What an answer cost that said nothing about it: it was stopped, or the server does not count.
double guessedCost(const RunOutcome &outcome, double estimateUsd)
{
    const bool cameToNothing = outcome.timings.headersMs < 0 || outcome.httpStatus >= 400;
    return cameToNothing ? 0 : estimateUsd;
}

bool hasSystemMessage(const QJsonArray &messages)
{
    return std::any_of(messages.begin(), messages.end(), [](const QJsonValue &message) {
        const QString role = message["role"_L1].toString();
        return role == "system"_L1 || role == "developer"_L1;
    });
}

} // namespace

CompareRun::CompareRun(Services &services, const ComparePlan &plan, QList<ChosenProvider> chosen,
                       ResultsFile &results, const Options &options, QObject *parent)
    : QObject(parent), m_services(services), m_plan(plan), m_chosen(std::move(chosen)),
      m_results(results), m_options(options), m_budget(options.maxCostUsd, results.spentUsd()),
      m_next(plan.lanes.size(), 0), m_laneJobs(plan.lanes.size(), 0),
      m_laneSent(plan.lanes.size(), 0), m_dearest(plan.lanes.size(), 0)
{
}

CompareRun::~CompareRun() = default;

void CompareRun::start()
{
    QMetaObject::invokeMethod(this, &CompareRun::fillUp, Qt::QueuedConnection);
}

void CompareRun::fillUp()
{
    if (std::exchange(m_isFilling, true))
        return;
    sendReady();
    prepareMore();
    m_isFilling = false;
    endWhenIdle();
}

/// To make a request ready takes a worker and some turns of the event loop. Answers come in bursts
/// of up to all that are asked for, and a burst would wait for all of that with its places empty.
/// One at a time, on the other hand, goes in the order of the prompts.
void CompareRun::prepareMore()
{
    const auto ahead = [this] {
        if (m_options.concurrency == 1)
            return 0;
        return m_readyBytes < kMostReadyBytes ? m_options.concurrency : 1;
    };
    while (!m_end && inFlight() < m_options.concurrency + ahead()) {
        const auto cell = nextCell();
        if (!cell)
            break;
        begin(*cell);
    }
}

void CompareRun::sendReady()
{
    while (!m_end && m_sent + m_waitingForMoney.size() < m_options.concurrency) {
        const auto cell = takeReady();
        if (!cell)
            break;
        askForMoney(*cell);
    }
}

/// Of the lane that has the fewest answers on their way.
std::optional<qsizetype> CompareRun::takeReady()
{
    const auto sent = [this](qsizetype cell) { return m_laneSent.at(m_plan.at(cell).lane); };
    const auto best =
        std::min_element(m_ready.begin(), m_ready.end(),
                         [&](qsizetype left, qsizetype right) { return sent(left) < sent(right); });
    if (best == m_ready.end())
        return {};
    const qsizetype cell = m_ready.takeAt(best - m_ready.begin());
    m_readyBytes -= m_jobs.at(cell).job->request().spec.body.size();
    return cell;
}

/// Of the lane that has the fewest jobs.
std::optional<CompareCell> CompareRun::nextCell()
{
    int best = -1;
    for (int lane = 0; lane < m_plan.lanes.size(); ++lane) {
        qsizetype &next = m_next[lane];
        while (next < m_plan.perLane() && m_results.has(m_plan.indexOf(m_plan.ofLane(lane, next))))
            ++next;
        if (next < m_plan.perLane() && (best < 0 || m_laneJobs.at(lane) < m_laneJobs.at(best)))
            best = lane;
    }
    if (best < 0)
        return {};
    return m_plan.ofLane(best, m_next[best]++);
}

void CompareRun::begin(const CompareCell &cell)
{
    const auto prompt = m_plan.prompts.read(cell.prompt);
    if (!prompt) {
        m_error = prompt.error();
        stop(End::Broken);
        return;
    }
    const qsizetype index = m_plan.indexOf(cell);
    auto job =
        std::make_unique<CompareJob>(CompareJob::Means{*m_services.http, *m_services.store,
                                                       *m_services.secrets, *m_services.scheduler},
                                     requestFor(cell, *prompt), prompt->images);
    connect(job.get(), &CompareJob::ready, this, [this, index] {
        m_ready.append(index);
        m_readyBytes += m_jobs.at(index).job->request().spec.body.size();
        fillUp();
    });
    connect(job.get(), &CompareJob::finished, this,
            [this, index](const RunOutcome &outcome) { finish(index, outcome); });
    connect(job.get(), &CompareJob::postponed, this, [this] {
        if (m_end)
            dropUnasked();
    });
    job->start();
    ++m_laneJobs[cell.lane];
    m_jobs.emplace(index, Pending{std::move(job)});
}

RequestPlan CompareRun::requestFor(const CompareCell &cell, const ComparePrompt &prompt)
{
    const CompareLane &lane = m_plan.lanes.at(cell.lane);
    const ChosenProvider &chosen = m_chosen.at(cell.lane);
    RequestPlan request;
    request.provider = chosen.provider;
    request.key = chosen.key;
    request.model = lane.model;
    request.parameters = withCoordinates(lane.parameters, m_plan.grid.at(cell.coordinates));
    request.modelThinks =
        m_services.catalogue->model(chosen.provider.id, lane.model).reasoning == Ability::Yes;
    request.givenMessages = prompt.messages;
    request.systemPrompt = prompt.system;
    if (prompt.system.isEmpty() && !hasSystemMessage(prompt.messages))
        request.systemPrompt = withVars(lane.systemPrompt, prompt.vars);
    if (!prompt.messages.isEmpty())
        return request;
    Message message;
    message.id = MessageId::next();
    if (!prompt.text.isEmpty())
        message.parts.append(TextPart{prompt.text.toUtf8()});
    request.path = {message};
    return request;
}

void CompareRun::askForMoney(qsizetype cell)
{
    const PreparedRequest &request = m_jobs.at(cell).job->request();
    const int lane = m_plan.at(cell).lane;
    if (!request.withheld.isEmpty() && !m_toldWithheld.contains(lane)) {
        m_toldWithheld.insert(lane);
        emit withheld(lane, request.withheld);
    }
    const Provider &provider = m_chosen.at(lane).provider;
    // Prices may be out of date, and answers longer than assumed: what was seen says more.
    const double estimate =
        std::max(m_dearest.at(lane),
                 estimateCost(request.size, request.recipe.body,
                              m_services.catalogue->model(provider.id, m_plan.lanes.at(lane).model),
                              provider)
                     .value_or(0));
    switch (m_budget.verdict(estimate)) {
    case Budget::Verdict::Fits:
        send(cell, estimate);
        return;
    case Budget::Verdict::Waits:
        m_waitingForMoney.append(cell);
        return;
    case Budget::Verdict::Exceeds:
        stop(End::Ceiling);
        return;
    }
}

void CompareRun::send(qsizetype cell, double estimateUsd)
{
    Pending &pending = m_jobs.at(cell);
    m_budget.setAside(estimateUsd);
    pending.estimateUsd = estimateUsd;
    ++m_sent;
    ++m_laneSent[m_plan.at(cell).lane];
    pending.job->send();
}

void CompareRun::askAgainForMoney()
{
    const QList<qsizetype> waiting = std::exchange(m_waitingForMoney, {});
    for (const qsizetype cell : waiting) {
        if (!m_end)
            askForMoney(cell);
    }
}

void CompareRun::finish(qsizetype cell, const RunOutcome &outcome)
{
    Pending pending = std::move(m_jobs.extract(cell).mapped());
    pending.job.release()->deleteLater(); // it is emitting
    const int lane = m_plan.at(cell).lane;
    --m_laneJobs[lane];
    if (pending.estimateUsd) {
        --m_sent;
        --m_laneSent[lane];
    }

    Run run;
    run.model = m_plan.lanes.at(lane).model;
    completeRun(run, outcome,
                m_services.catalogue->model(m_chosen.at(lane).provider.id, run.model));
    m_dearest[lane] = std::max(m_dearest.at(lane), run.costUsd.value_or(0));
    if (pending.estimateUsd) {
        m_budget.settle(*pending.estimateUsd,
                        run.costUsd.value_or(guessedCost(outcome, *pending.estimateUsd)));
    }
    sendReady(); // what waits for this place does not wait for the disk
    write(cell, run, outcome);
    askAgainForMoney();
    fillUp();
}

void CompareRun::write(qsizetype cell, const Run &run, const RunOutcome &outcome)
{
    ++m_asked;
    if (outcome.status != RunStatus::Complete)
        ++m_failed;
    const auto written = m_results.append(cell, compareLine(m_plan, m_plan.at(cell), run, outcome));
    if (written)
        return;
    m_error = written.error();
    stop(End::Broken);
}

void CompareRun::interrupt()
{
    stop(End::Interrupted);
}

/// Nothing more is sent. What is on its way is paid for, so it is waited for.
void CompareRun::stop(End end)
{
    if (!m_end)
        m_end = end;
    m_ready.clear();
    m_readyBytes = 0;
    m_waitingForMoney.clear();
    dropUnasked();
}

void CompareRun::dropUnasked()
{
    for (auto job = m_jobs.begin(); job != m_jobs.end();) {
        if (job->second.job->isAsking()) {
            ++job;
            continue;
        }
        job->second.job->disconnect(this);
        job->second.job.release()->deleteLater(); // it may be emitting
        job = m_jobs.erase(job);
    }
    endWhenIdle();
}

void CompareRun::endWhenIdle()
{
    if (!m_jobs.empty() || std::exchange(m_isOver, true))
        return;
    QMetaObject::invokeMethod(
        this, [this] { emit ended(m_end.value_or(End::Whole)); }, Qt::QueuedConnection);
}

} // namespace app
