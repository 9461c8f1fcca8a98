// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generation/generation.h"

#include "app/base/error_codes.h"
#include "app/base/name_table.h"
#include "app/generation/answer_reader.h"
#include "app/net/http_job.h"
#include "app/net/retry_policy.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace app {

namespace {

// Small enough that a slice of reading keeps to its time, large enough to be quick.
constexpr qint64 kReadBytes = 64 * 1024;
// The end of the connection comes right behind [DONE]; waiting for it keeps the connection.
constexpr milliseconds kGraceAfterDone{200};
constexpr qsizetype kMostNotedFailures = 50;

constexpr NameTable<RunStatus, 4> kStatusNames{{
    {RunStatus::Failed, "failed"_L1},
    {RunStatus::Complete, "complete"_L1},
    {RunStatus::CutOff, "cut_off"_L1},
    {RunStatus::Cancelled, "cancelled"_L1},
}};

} // namespace

QLatin1StringView runStatusName(RunStatus status)
{
    return nameIn(kStatusNames, status);
}

std::optional<RunStatus> runStatusFromName(QStringView name)
{
    return valueIn(kStatusNames, name);
}

struct Generation::Private
{
    Private(Generation *generation, HttpClient &client, GenerationSpec what)
        : q(generation), http(client), spec(std::move(what))
    {
        wait.setSingleShot(true);
    }

    void startAttempt();
    [[nodiscard]] HttpRequest request() const;
    void noteSent(const HttpRequest &request);
    void keepRaw(const QByteArray &bytes);
    void connectJob();
    void read();
    void endJob(const Result<void> &outcome);
    void dropJob();

    void tell();
    void noteTimes(const ChoiceNews &news);
    void failed(const Error &error);
    void conclude(RunStatus status, std::optional<Error> error);
    void enter(State next);
    [[nodiscard]] qint64 now() const { return clock.isValid() ? clock.elapsed() : -1; }

    Generation *q;
    HttpClient &http;
    GenerationSpec spec;
    State state = State::Idle;
    RunOutcome outcome;
    Exchange exchange;
    RawStream raw;
    QElapsedTimer clock; ///< since start()
    qint64 attemptStart = 0;
    QPointer<HttpJob> job;
    std::optional<AnswerReader> reader;
    QHash<int, qint64> firstReasoning; ///< by choice
    QTimer wait; ///< for the next attempt, or after [DONE] for the end of the connection
};

HttpRequest Generation::Private::request() const
{
    HttpRequest made{.method = "POST",
                     .url = spec.url,
                     .headers = spec.headers,
                     .body = spec.body,
                     .key = spec.key,
                     .timeouts = spec.timeouts,
                     .longFirstByte = spec.flexTier};
    const QByteArray accepted = "application/json";
    made.headers.append(
        std::pair(QByteArray("Accept"), spec.stream ? "text/event-stream, " + accepted : accepted));
    return made;
}

void Generation::Private::noteSent(const HttpRequest &request)
{
    HeaderLines headers = request.headers;
    headers.append(HeaderLine("Content-Type", "application/json"));
    headers.append(HeaderLine("User-Agent", "Diptych/" DIPTYCH_VERSION));
    if (!request.key.isEmpty())
        headers.append(HeaderLine("Authorization", "Bearer"));
    exchange.method = request.method;
    exchange.url = shownUrl(request.url);
    exchange.sent = shownHeaders(headers, spec.key.toUtf8());
    exchange.received.clear();
    raw = {};
}

void Generation::Private::keepRaw(const QByteArray &bytes)
{
    raw.totalBytes += bytes.size();
    const qint64 room = spec.keepRawBytes - raw.bytes.size();
    if (room > 0)
        raw.bytes.append(bytes.first(std::min<qint64>(room, bytes.size())));
}

void Generation::Private::startAttempt()
{
    static_cast<Completion &>(outcome) = {};
    outcome.timings = {};
    outcome.httpStatus = 0;
    outcome.error.reset();
    firstReasoning.clear();
    reader.emplace(outcome, DeltaReader::Options{.reasoningField = spec.reasoningField,
                                                 .modelThinks = spec.modelThinks});
    attemptStart = now();
    const HttpRequest made = request();
    noteSent(made);
    job = http.prepare(made, q);
    connectJob();
    job->start();
    enter(State::Connecting);
}

void Generation::Private::connectJob()
{
    QObject::connect(job, &HttpJob::requestSent, q, [this] {
        outcome.timings.connectedMs = now() - attemptStart;
        enter(State::Waiting);
    });
    QObject::connect(job, &HttpJob::headersArrived, q, [this] {
        outcome.timings.headersMs = now() - attemptStart;
        outcome.httpStatus = job->response().status;
        exchange.received = shownHeaders(job->response().headers, spec.key.toUtf8());
        reader->begin(job->response());
    });
    QObject::connect(job, &HttpJob::bytesArrived, q, [this] { read(); });
    QObject::connect(job, &HttpJob::finished, q, [this](const Result<void> &end) { endJob(end); });
}

void Generation::Private::read()
{
    const QByteArray bytes = job->read(kReadBytes);
    if (spec.keepRawBytes > 0)
        keepRaw(bytes);
    const auto progress = reader->feed(bytes);
    const QPointer<Generation> alive(q);
    tell();
    if (!alive || !job)
        return;
    switch (progress) {
    case AnswerReader::Progress::More:
        return;
    case AnswerReader::Progress::Done:
        if (!wait.isActive())
            wait.start(kGraceAfterDone);
        return;
    case AnswerReader::Progress::Broken:
        return endJob({});
    }
}

void Generation::Private::endJob(const Result<void> &end)
{
    const HttpResponse response = job->response();
    dropJob();
    reader->finish();
    const QPointer<Generation> alive(q);
    tell();
    if (!alive || state == State::Finished)
        return;
    const qint64 wallClock = QDateTime::currentMSecsSinceEpoch();
    auto verdict = reader->verdict(response, end, wallClock);
    if (verdict.error)
        verdict.error->message = withoutKey(verdict.error->message, spec.key);
    if (verdict.status == RunStatus::Failed)
        failed(*verdict.error);
    else
        conclude(verdict.status, verdict.error);
}

void Generation::Private::dropJob()
{
    wait.stop();
    if (!job)
        return;
    QObject::disconnect(job, nullptr, q, nullptr);
    job->deleteLater(); // it may be emitting
    job->cancel();
    job.clear();
}

void Generation::Private::failed(const Error &failure)
{
    Error error = failure;
    // A refused key and a missing one ask for different things of the user.
    if (error.kind == ErrorKind::Unauthorised && spec.key.isEmpty())
        error.code = kNoKeyCode;
    const RetryPolicy policy{.maxRetries = spec.maxRetries, .first = spec.firstRetryDelay};
    const bool requestLeft = outcome.timings.connectedMs >= 0;
    const double chance = QRandomGenerator::global()->generateDouble();
    const auto delay = reader->hasOutput()
                           ? std::nullopt
                           : policy.delay(error, outcome.retries, requestLeft, chance);
    if (!delay)
        return conclude(RunStatus::Failed, error);
    ++outcome.retries;
    outcome.error = error;
    if (exchange.failures.size() < kMostNotedFailures)
        exchange.failures.append({now(), error, delay->count()});
    if (spec.retries == GenerationSpec::Retries::ByItself)
        wait.start(*delay);
    const QPointer<Generation> alive(q);
    enter(State::RetryWait);
    if (alive && state == State::RetryWait)
        emit q->retryScheduled(outcome.retries, *delay, error);
}

void Generation::Private::noteTimes(const ChoiceNews &news)
{
    Timings &timings = outcome.timings;
    const qint64 at = now() - attemptStart;
    timings.lastTokenMs = at;
    if (!news.text.isEmpty() && timings.firstTokenMs < 0)
        timings.firstTokenMs = at;
    if (news.reasoning.isEmpty())
        return;
    if (timings.firstReasoningMs < 0)
        timings.firstReasoningMs = at;
    if (!firstReasoning.contains(news.choice))
        firstReasoning.insert(news.choice, at);
    for (Choice &choice : outcome.choices) {
        if (choice.index == news.choice)
            choice.reasoningDurationMs = at - firstReasoning.value(news.choice);
    }
}

void Generation::Private::tell()
{
    const QPointer<Generation> alive(q);
    const auto goesOn = [&] { return alive && state != State::Finished; };
    for (const ChoiceNews &news : reader->takeNews()) {
        noteTimes(news);
        const bool answers = !news.text.isEmpty() || !news.toolCalls.isEmpty();
        enter(answers || state == State::Answering ? State::Answering : State::Thinking);
        if (!goesOn())
            return;
        if (!news.text.isEmpty() || !news.reasoning.isEmpty() || news.reclassified)
            emit q->deltaArrived({news.choice, news.text, news.reasoning, news.reclassified});
        for (const int call : news.toolCalls) {
            if (!goesOn())
                return;
            emit q->toolCallChanged(news.choice, call);
        }
        if (!goesOn())
            return;
    }
}

void Generation::Private::enter(State next)
{
    if (state == next)
        return;
    state = next;
    emit q->stateChanged(next);
}

void Generation::Private::conclude(RunStatus status, std::optional<Error> error)
{
    wait.stop();
    if (outcome.choices.isEmpty())
        outcome.choices.append(Choice());
    outcome.status = status;
    outcome.error = std::move(error);
    outcome.timings.totalMs = now();
    exchange.fingerprint = withoutKey(outcome.fingerprint, spec.key);
    const QPointer<Generation> alive(q);
    enter(State::Finished);
    if (alive)
        emit q->finished(outcome);
}

Generation::Generation(HttpClient &http, GenerationSpec spec, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, http, std::move(spec)))
{
    connect(&d->wait, &QTimer::timeout, this, [this] {
        if (d->state == State::RetryWait)
            d->startAttempt();
        else if (d->job)
            d->endJob({});
    });
}

Generation::~Generation() = default;

Generation::State Generation::state() const
{
    return d->state;
}

const RunOutcome &Generation::outcome() const
{
    return d->outcome;
}

const Exchange &Generation::exchange() const
{
    return d->exchange;
}

RawStream Generation::takeRaw()
{
    RawStream taken = std::exchange(d->raw, {});
    const qint64 cut = taken.totalBytes - taken.bytes.size();
    taken.bytes = withoutKey(taken.bytes, d->spec.key.toUtf8());
    taken.totalBytes = taken.bytes.size() + cut;
    return taken;
}

milliseconds Generation::retryIn() const
{
    const bool waits = d->state == State::RetryWait && d->wait.isActive();
    return waits ? d->wait.remainingTimeAsDuration() : milliseconds(0);
}

void Generation::start()
{
    if (d->state != State::Idle || d->clock.isValid())
        return;
    d->clock.start();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (d->state == State::Idle)
                d->startAttempt();
        },
        Qt::QueuedConnection);
}

void Generation::cancel()
{
    if (d->state == State::Finished)
        return;
    d->dropJob();
    if (d->reader)
        d->reader->finish();
    const QPointer<Generation> alive(this);
    if (d->reader)
        d->tell();
    if (alive && d->state != State::Finished)
        d->conclude(RunStatus::Cancelled, Error{ErrorKind::Cancelled, u"cancelled"_s});
}

void Generation::retryNow()
{
    if (d->state != State::RetryWait)
        return;
    d->wait.stop();
    d->startAttempt();
}

} // namespace app
