// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/tool_step.h"

#include "app/attachments/image_preparation.h"
#include "app/base/when_done.h"
#include "app/chat/conversation_writer.h"
#include "app/store/store.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QList<ToolCallPart> callsOfReply(const Conversation &conversation, MessageId reply)
{
    QList<ToolCallPart> calls;
    const Message *message = conversation.message(reply);
    if (!message || message->role != Role::Assistant)
        return calls;
    for (const Part &part : message->parts) {
        if (const auto *call = std::get_if<ToolCallPart>(&part))
            calls.append(*call);
    }
    return calls;
}

QByteArray cutNotice(qsizetype whole)
{
    return "\n[Cut here: the result has " + QByteArray::number(whole)
           + " bytes, of which the first " + QByteArray::number(ToolStep::kMostResultBytes)
           + " are above.]";
}

} // namespace

ToolResultPart toolResult(const CallActivity &call)
{
    const ToolOutcome &outcome = call.outcome;
    ToolResultPart result;
    result.callId = call.call.id;
    result.text = outcome.text;
    result.isError = outcome.isError;
    result.durationMs = outcome.duration.count();
    result.edited = call.resultEdited;
    result.structured = outcome.structured;
    if (call.argumentsEdited)
        result.arguments = call.arguments;
    result.fit = argumentFit(call);
    if (result.text.size() <= ToolStep::kMostResultBytes)
        return result;
    result.text =
        cutText(outcome.text, ToolStep::kMostResultBytes) + cutNotice(outcome.text.size());
    result.structured = {}; // it is in what is kept whole
    return result;
}

QList<ToolCallPart> openCallsOf(const Conversation &conversation, MessageId reply)
{
    QList<ToolCallPart> calls = callsOfReply(conversation, reply);
    const Message *results = conversation.message(resultsOf(conversation, reply));
    if (!results)
        return calls;
    QSet<QString> answered;
    for (const Part &part : results->parts) {
        if (const auto *result = std::get_if<ToolResultPart>(&part))
            answered.insert(result->callId);
    }
    calls.removeIf([&](const ToolCallPart &call) { return answered.contains(call.id); });
    return calls;
}

MessageId resultsOf(const Conversation &conversation, MessageId reply)
{
    for (const MessageId id : conversation.children(reply)) {
        if (conversation.message(id)->role == Role::Tool)
            return id;
    }
    return {};
}

ToolStep::ToolStep(Conversation &conversation, ConversationWriter &writer,
                   const ChatDependencies &dependencies, MessageId reply, QObject *parent)
    : QObject(parent), m_conversation(conversation), m_writer(writer), m_dependencies(dependencies),
      m_reply(reply)
{
    if (const Message *known = conversation.message(resultsOf(conversation, reply)))
        m_message = *known;
    for (const ToolCallPart &call : callsOfReply(conversation, reply))
        m_order.append(call.id);
}

ToolStep::~ToolStep() = default;

void ToolStep::start(const OfferedTools &offered)
{
    m_round =
        new CallRound(*m_dependencies.tools, offered, openCallsOf(m_conversation, m_reply), this);
    connect(m_round, &CallRound::changed, this, &ToolStep::changed);
    connect(m_round, &CallRound::resultReady, this, &ToolStep::record);
    connect(m_round, &CallRound::finished, this, [this] {
        m_isRoundOver = true;
        endIfDone();
    });
    m_round->start();
}

void ToolStep::record(qsizetype call)
{
    ++m_unwritten;
    const CallActivity &activity = m_round->calls().at(call);
    const ToolResultPart result = toolResult(activity);
    const QByteArray whole = activity.resultEdited ? activity.given : activity.outcome.text;
    if (whole != result.text)
        keepWhole(result, whole, activity.outcome);
    else
        keepNextImage(result, activity.outcome.images, {});
}

/// Before the row that refers to it: the store writes in the order of the calls.
void ToolStep::keepWhole(const ToolResultPart &result, const QByteArray &whole,
                         const ToolOutcome &said)
{
    whenDone(m_dependencies.store.putBlob(whole, u"text/plain"_s), this,
             [this, result, images = said.images](const Result<QByteArray> &sha256) {
                 ToolResultPart kept = result;
                 kept.wholeSha256 = sha256.value_or(QByteArray());
                 keepNextImage(kept, images, {});
             });
}

/// One after the other; what is no picture is only named in the text.
void ToolStep::keepNextImage(const ToolResultPart &result, QList<ToolImage> images,
                             const Parts &kept)
{
    if (images.isEmpty())
        return put(result, kept);
    const ToolImage next = images.takeFirst();
    whenDone(prepareImageLater(next.bytes), this,
             [this, result, images, kept](const Result<PreparedImage> &image) {
                 Parts all = kept;
                 if (image) {
                     m_dependencies.store.putBlob(image->bytes, image->mimeType);
                     all.append(imagePart(*image));
                 }
                 keepNextImage(result, images, all);
             });
}

/// In the order of the calls; its pictures behind it.
void ToolStep::put(const ToolResultPart &result, const Parts &images)
{
    if (m_isOver)
        return;
    const qsizetype rank = m_order.indexOf(result.callId);
    const auto comesLater = [&](const Part &part) {
        const auto *other = std::get_if<ToolResultPart>(&part);
        return other && m_order.indexOf(other->callId) > rank;
    };
    auto place = std::find_if(m_message.parts.begin(), m_message.parts.end(), comesLater);
    place = m_message.parts.insert(place, result);
    for (const Part &image : images)
        place = m_message.parts.insert(place + 1, image);
    --m_unwritten;
    write(MessageState::Streaming);
    endIfDone();
}

void ToolStep::write(MessageState state)
{
    const Message *reply = m_conversation.message(m_reply);
    Changes changes;
    const bool isNew = !m_message.id;
    if (isNew) {
        m_message.id = MessageId::next();
        m_message.parent = m_reply;
        m_message.role = Role::Tool;
        m_message.round = reply->round;
        m_message.turn = reply->turn;
        m_message.createdMs = m_dependencies.clock.nowMs();
    }
    m_message.state = state;
    changes.append(PutMessage{m_message});
    const TurnRecord *turn = m_conversation.turn(reply->turn);
    const Lane *lane = turn ? m_conversation.lane(turn->lane) : nullptr;
    if (lane && lane->head == m_reply) {
        Lane moved = *lane;
        moved.head = m_message.id;
        changes.append(PutLane{moved});
    }
    m_writer.commit(changes);
}

void ToolStep::endIfDone()
{
    if (!m_isRoundOver || m_unwritten > 0 || std::exchange(m_isOver, true))
        return;
    write(MessageState::Complete);
    emit finished();
}

void ToolStep::stop()
{
    if (std::exchange(m_isOver, true))
        return;
    if (m_round)
        m_round->cancel();
    if (m_message.id)
        write(MessageState::Cancelled);
}

} // namespace app
