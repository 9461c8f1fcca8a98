// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chat.h"
#include "app/tools/call_round.h"

namespace app {

class ConversationWriter;

/// Makes the calls of one reply and writes down what they give: one message of role tool below the
/// reply, with a result for each call in the order of the calls. It is written with every result,
/// so that a program that is killed loses none that came; calls that have one already are not made
/// again. What is too long is cut, with a notice for the model, and kept whole as a blob; pictures
/// are made ready as attached ones are, and shown. GUI thread. finished() comes once and last, not
/// before control returned to the event loop; stop() is silent, leaves what came and marks the
/// message as stopped; destruction is silent.
class ToolStep : public QObject
{
    Q_OBJECT
public:
    /// Longer results are cut.
    static constexpr qsizetype kMostResultBytes = 64 * 1024;

    ToolStep(Conversation &conversation, ConversationWriter &writer,
             const ChatDependencies &dependencies, MessageId reply, QObject *parent = nullptr);
    ~ToolStep() override;

    /// `offered`: the names of the request that the reply is an answer to.
    void start(const OfferedTools &offered);
    void stop();

    /// Null before start().
    [[nodiscard]] CallRound *round() const { return m_round; }
    /// The message with the results; none: none came yet.
    [[nodiscard]] MessageId message() const { return m_message.id; }

signals:
    void changed(); ///< any call
    void finished();

private:
    void record(qsizetype call);
    void keepWhole(const ToolResultPart &result, const QByteArray &whole, const ToolOutcome &said);
    void keepNextImage(const ToolResultPart &result, QList<ToolImage> images, const Parts &kept);
    void put(const ToolResultPart &result, const Parts &images);
    void write(MessageState state);
    void endIfDone();

    Conversation &m_conversation;
    ConversationWriter &m_writer;
    const ChatDependencies m_dependencies;
    const MessageId m_reply;
    QStringList m_order; ///< ids of all calls of the reply
    Message m_message; ///< as it is written
    CallRound *m_round = nullptr; ///< a child
    qsizetype m_unwritten = 0; ///< results that are being made ready
    bool m_isRoundOver = false;
    bool m_isOver = false;
};

/// What a call came to, as the model gets it; cut where it is too long.
[[nodiscard]] ToolResultPart toolResult(const CallActivity &call);
/// The calls of a reply that no result follows; empty for what is no reply.
[[nodiscard]] QList<ToolCallPart> openCallsOf(const Conversation &conversation, MessageId reply);
/// The message with the results of this reply's calls; none where there is none.
[[nodiscard]] MessageId resultsOf(const Conversation &conversation, MessageId reply);

} // namespace app
