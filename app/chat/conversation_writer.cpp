// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversation_writer.h"

#include "app/base/log.h"
#include "app/base/when_done.h"

namespace app {

namespace {

constexpr std::chrono::milliseconds kFirstRetry{2'000};
constexpr std::chrono::milliseconds kLastRetry{60'000};

} // namespace

ConversationWriter::ConversationWriter(Store &store, Conversation &conversation, QObject *parent)
    : QObject(parent), m_store(store), m_conversation(conversation)
{
    const auto &lanes = conversation.lanes();
    // A sweep leaves the heads of the lanes where they were.
    m_introduced = !conversation.children({}).isEmpty()
                   || std::any_of(lanes.begin(), lanes.end(),
                                  [](const Lane &lane) { return lane.head.isValid(); });
    m_again.setSingleShot(true);
    m_again.setInterval(kFirstRetry);
    connect(&m_again, &QTimer::timeout, this, &ConversationWriter::writeNext);
}

ConversationWriter::~ConversationWriter()
{
    renewSummary();
    if (!m_pending.isEmpty())
        m_store.write(m_conversation.id(), m_pending);
}

QFuture<Result<void>> ConversationWriter::commit(Changes changes, Store::Urgency urgency)
{
    introduce();
    m_conversation.apply(changes);
    return write(std::move(changes), urgency);
}

QFuture<Result<void>> ConversationWriter::write(Changes changes, Store::Urgency urgency)
{
    introduce();
    if (urgency == Store::Urgency::Prompt)
        m_urgency = urgency;
    for (Change &change : changes)
        appendMerged(m_pending, std::move(change));
    QPromise<Result<void>> promise;
    promise.start();
    QFuture<Result<void>> future = promise.future();
    if (m_pending.isEmpty()) {
        promise.addResult(Result<void>{});
        promise.finish();
        return future;
    }
    m_waiting.push_back(std::move(promise));
    if (!m_writing)
        writeNext();
    return future;
}

void ConversationWriter::putBlob(const QByteArray &bytes, const QString &mimeType)
{
    whenDone(m_store.putBlob(bytes, mimeType), this,
             [this, bytes, mimeType](const Result<QByteArray> &kept) {
                 if (kept)
                     return;
                 m_unkept.append({bytes, mimeType});
                 emit failed(kept.error());
             });
}

void ConversationWriter::introduce()
{
    if (std::exchange(m_introduced, true))
        return;
    m_pending.append(PutConversation{m_conversation.summary()});
    for (const Lane &lane : m_conversation.lanes())
        m_pending.append(PutLane{lane});
}

/// What waited must not undo what was written past it meanwhile.
void ConversationWriter::renewSummary()
{
    for (Change &change : m_pending) {
        if (auto *put = std::get_if<PutConversation>(&change))
            put->summary = m_conversation.summary();
    }
}

void ConversationWriter::writeNext()
{
    m_again.stop();
    if (m_writing || m_pending.isEmpty())
        return;
    m_writing = true;
    renewSummary();
    m_inFlight = std::exchange(m_pending, {});
    m_waitingInFlight = std::exchange(m_waiting, {});
    const Store::Urgency urgency = std::exchange(m_urgency, Store::Urgency::Usual);
    whenDone(m_store.write(m_conversation.id(), m_inFlight, urgency), this,
             [this](const Result<void> &outcome) { batchEnded(outcome); });
}

void ConversationWriter::batchEnded(const Result<void> &outcome)
{
    m_writing = false;
    const bool firstFailure = !outcome && !m_failing;
    m_failing = !outcome.has_value();
    if (outcome) {
        m_inFlight.clear();
        m_again.setInterval(kFirstRetry);
        for (const auto &[bytes, mimeType] : std::exchange(m_unkept, {}))
            putBlob(bytes, mimeType);
    } else {
        for (Change &change : std::exchange(m_pending, std::exchange(m_inFlight, {})))
            appendMerged(m_pending, std::move(change));
        m_again.start();
        m_again.setInterval(std::min(2 * m_again.intervalAsDuration(), kLastRetry));
    }
    // Continuations run inside finish(), and may write again or let go of this object.
    const QPointer<ConversationWriter> self(this);
    for (auto &promise : std::exchange(m_waitingInFlight, {})) {
        promise.addResult(outcome);
        promise.finish();
    }
    if (!self)
        return;
    if (firstFailure) {
        qCWarning(logChat) << "a write failed:" << outcome.error().message;
        emit failed(outcome.error());
    }
    // A prompt that waits behind a failed chunk is tried at once: somebody looks at it.
    if (self && (outcome || !m_waiting.empty()))
        writeNext();
}

} // namespace app
