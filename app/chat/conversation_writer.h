// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"
#include "app/store/store.h"

#include <QFuture>
#include <QPromise>
#include <QTimer>

#include <vector>

namespace app {

/// Writes what a chat changes, in order, one transaction at a time. What could not be written is
/// kept and goes first in the next one, so that nothing overtakes the row it refers to and a full
/// disk loses nothing that is on the screen. The row of the conversation is written as it is then:
/// Library writes titles, tags and pins past this. GUI thread.
class ConversationWriter : public QObject
{
    Q_OBJECT
public:
    ConversationWriter(Store &store, Conversation &conversation, QObject *parent = nullptr);
    /// Hands what is left to the store, which writes it before it closes.
    ~ConversationWriter() override;

    /// Applies the changes to the conversation at once and writes them. The future finishes when
    /// they are on the disk, or with the reason why not (yet).
    QFuture<Result<void>> commit(Changes changes, Store::Urgency urgency = Store::Urgency::Usual);
    /// The same without applying: for what the conversation shows already.
    QFuture<Result<void>> write(Changes changes, Store::Urgency urgency = Store::Urgency::Usual);

    /// Bytes that a change written later refers to.
    void putBlob(const QByteArray &bytes, const QString &mimeType);

    /// From the first write on the store knows the conversation and its lanes. Before that there
    /// is nothing worth a row, and changes to lanes are applied only.
    [[nodiscard]] bool isIntroduced() const { return m_introduced; }
    [[nodiscard]] bool hasUnsaved() const { return m_writing || !m_pending.isEmpty(); }

signals:
    /// At the first failure after a success; tried again by itself, slower and slower. Bytes that
    /// could not be kept are told of each time, and tried again after the next change was written.
    void failed(const app::Error &error);

private:
    void introduce();
    void renewSummary();
    void writeNext();
    void batchEnded(const Result<void> &outcome);

    Store &m_store;
    Conversation &m_conversation;
    Changes m_pending;
    Changes m_inFlight;
    QList<std::pair<QByteArray, QString>> m_unkept; ///< bytes of which the store has none yet
    std::vector<QPromise<Result<void>>> m_waiting; ///< for m_pending
    std::vector<QPromise<Result<void>>> m_waitingInFlight;
    QTimer m_again;
    Store::Urgency m_urgency = Store::Urgency::Usual; ///< of m_pending
    bool m_writing = false;
    bool m_failing = false;
    bool m_introduced = false;
};

} // namespace app
