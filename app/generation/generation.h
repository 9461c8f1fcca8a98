// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/generation/exchange.h"
#include "app/openai/completion.h"
#include "app/settings/provider.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace app {

class HttpClient;

/// How a run ended. Complete: a finish reason came, "length" included. CutOff: the stream ended
/// without one; what came is kept.
enum class RunStatus { Complete, CutOff, Cancelled, Failed };

[[nodiscard]] QLatin1StringView runStatusName(RunStatus status); ///< "complete", "cut_off", …
[[nodiscard]] std::optional<RunStatus> runStatusFromName(QStringView name);

/// Milliseconds since the request was started; -1 where it did not happen. They refer to the last
/// attempt, `totalMs` to the whole run.
struct Timings
{
    qint64 connectedMs = -1; ///< the request had left
    qint64 headersMs = -1;
    qint64 firstReasoningMs = -1;
    qint64 firstTokenMs = -1; ///< first visible text
    qint64 lastTokenMs = -1;
    qint64 totalMs = -1;

    bool operator==(const Timings &) const = default;
};

/// What the server said and how it ended.
struct RunOutcome : Completion
{
    RunStatus status = RunStatus::Failed;
    int httpStatus = 0;
    Timings timings = {};
    int retries = 0;
    std::optional<Error> error = {}; ///< set for Failed and Cancelled, and for CutOff its reason

    bool operator==(const RunOutcome &) const = default;
};

/// What arrived since the last signal, for one choice. Views are valid during the signal only.
struct Delta
{
    int choice = 0;
    QByteArray text;
    QByteArray reasoning;
    /// Rare (a lone `</think>`): what came as text before is reasoning. The choice is to be read
    /// again from outcome(), and `text` and `reasoning` are not to be appended.
    bool reclassified = false;
};

/// What a generation needs to know; complete before start().
struct GenerationSpec
{
    QUrl url; ///< …/chat/completions
    QByteArray body; ///< the JSON that leaves, byte for byte
    QList<std::pair<QByteArray, QByteArray>> headers; ///< without Authorization and Content-Type
    QString key; ///< goes to origin(url) as Bearer only; empty: no Authorization header
    bool stream = true;
    Timeouts timeouts;
    bool flexTier = false; ///< the longer first-byte timeout
    QString reasoningField; ///< an override of the usual spellings
    bool modelThinks = false; ///< a lone `</think>` ends reasoning that began in the prompt
    int maxRetries = 5;
    /// ByItself: after the delay. OnSign: in RetryWait until somebody calls retryNow().
    enum class Retries { ByItself, OnSign };
    Retries retries = Retries::ByItself;
    std::chrono::milliseconds firstRetryDelay{1'000}; ///< doubles with each retry
    qint64 keepRawBytes = 0; ///< of the answer as it comes; see Generation::takeRaw()
};

/// One run being streamed: request, retries before the first token, deltas put together.
/// GUI thread. Contract of every job of the program: after start() nothing is emitted before
/// control returns to the event loop; finished() comes exactly once and last; cancel() emits it
/// synchronously with status Cancelled; destruction is silent.
class Generation : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Connecting, Waiting, RetryWait, Thinking, Answering, Finished };
    Q_ENUM(State)

    Generation(HttpClient &http, GenerationSpec spec, QObject *parent = nullptr);
    ~Generation() override;

    [[nodiscard]] State state() const;
    /// All that came so far, also after finished().
    [[nodiscard]] const RunOutcome &outcome() const;
    /// What went over the wire so far, without keys.
    [[nodiscard]] const Exchange &exchange() const;
    /// Of the last attempt, as far as it was to be kept, without the key; once.
    [[nodiscard]] RawStream takeRaw();
    /// Only in RetryWait: when the next attempt starts by itself (monotonic ms from now).
    [[nodiscard]] std::chrono::milliseconds retryIn() const;

    void start();
    void cancel();
    /// In RetryWait: do not wait any longer.
    void retryNow();

signals:
    void stateChanged(app::Generation::State state);
    /// Never for empty deltas; at most one per choice and network read.
    void deltaArrived(const app::Delta &delta);
    /// A tool call grew or was completed; its index in outcome().choices[choice].toolCalls.
    void toolCallChanged(int choice, int call);
    /// An attempt failed and another will be made after `delay`.
    void retryScheduled(int attempt, std::chrono::milliseconds delay, const app::Error &reason);
    void finished(const app::RunOutcome &outcome);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace app
