// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/reply_writer.h"

#include "app/chat/conversation_writer.h"

namespace app {

namespace {

/// Design: a process that is killed loses at most this much of a reply.
constexpr std::chrono::milliseconds kFlushInterval{250};

MessageState stateAfter(RunStatus status)
{
    switch (status) {
    case RunStatus::Complete:
        return MessageState::Complete;
    case RunStatus::CutOff:
        return MessageState::CutOff;
    case RunStatus::Cancelled:
        return MessageState::Cancelled;
    case RunStatus::Failed:
        return MessageState::Failed;
    }
    return MessageState::Failed;
}

/// With n > 1 one choice may have ended before the stream broke.
MessageState stateOf(const Choice &choice, RunStatus status)
{
    const bool ended = !choice.finishReason.isEmpty() && status != RunStatus::Failed;
    return ended ? MessageState::Complete : stateAfter(status);
}

} // namespace

Parts partsOf(const Choice &choice)
{
    Parts parts;
    if (!choice.reasoning.isEmpty())
        parts.append(ReasoningPart{choice.reasoning, choice.reasoningDurationMs});
    if (!choice.text.isEmpty())
        parts.append(TextPart{choice.text});
    for (const ToolCallPart &call : choice.toolCalls)
        parts.append(call);
    return parts;
}

Message foldedReply(Message reply, const Choice &choice, RunStatus status)
{
    reply.parts = partsOf(choice);
    reply.finishReason = choice.finishReason;
    reply.state = stateOf(choice, status);
    return reply;
}

Changes foldedReplies(const Message &first, const RunOutcome &outcome)
{
    Changes changes;
    for (const Choice &choice : outcome.choices) {
        Message reply = first;
        if (choice.index != 0)
            reply.id = MessageId::next();
        reply.choice = choice.index;
        changes.append(PutMessage{foldedReply(reply, choice, outcome.status)});
    }
    return changes;
}

ReplyWriter::ReplyWriter(Conversation &conversation, ConversationWriter &writer,
                         const Message &first, QObject *parent)
    : QObject(parent), m_conversation(conversation), m_writer(writer)
{
    m_replies.insert(0, first);
    m_flush.setSingleShot(true);
    m_flush.setInterval(kFlushInterval);
    connect(&m_flush, &QTimer::timeout, this, &ReplyWriter::flush);
}

ReplyWriter::~ReplyWriter()
{
    if (!m_unwritten.isEmpty())
        m_writer.write(m_unwritten);
}

Message &ReplyWriter::reply(int choice)
{
    if (const auto known = m_replies.find(choice); known != m_replies.end())
        return *known;
    Message sibling = m_replies.value(0);
    sibling.id = MessageId::next();
    sibling.choice = choice;
    m_conversation.apply(PutMessage{sibling});
    m_unwritten.append(PutMessage{sibling});
    return *m_replies.insert(choice, sibling);
}

void ReplyWriter::append(const Delta &delta)
{
    const Message &message = reply(delta.choice);
    appendText(message, AppendText::Kind::Reasoning, delta.reasoning);
    appendText(message, AppendText::Kind::Text, delta.text);
}

void ReplyWriter::appendText(const Message &message, AppendText::Kind kind, const QByteArray &text)
{
    // A delta's text may be a view into a buffer of the reader.
    if (!text.isEmpty())
        add(AppendText{message.id, kind, QByteArray(text.constData(), text.size())});
}

void ReplyWriter::appendCall(int choice, int call, const ToolCallPart &grown)
{
    const MessageId id = reply(choice).id;
    const Parts &shown = m_conversation.message(id)->parts;
    const qsizetype at = toolCallAt(shown, call);
    const qsizetype known = at < 0 ? 0 : std::get<ToolCallPart>(shown[at]).arguments.size();
    add(AppendCall{
        id, call, {grown.id, grown.name, grown.arguments.sliced(known), grown.extraContent}});
}

void ReplyWriter::replace(const Choice &choice)
{
    Message message = reply(choice.index);
    message.parts = partsOf(choice);
    add(PutMessage{message});
}

void ReplyWriter::add(Change change)
{
    m_conversation.apply(change);
    appendMerged(m_unwritten, std::move(change));
    if (!m_flush.isActive())
        m_flush.start();
}

void ReplyWriter::flush()
{
    if (!m_unwritten.isEmpty())
        m_writer.write(std::exchange(m_unwritten, {}));
}

Changes ReplyWriter::fold(const RunOutcome &outcome)
{
    m_flush.stop();
    for (const Choice &choice : outcome.choices)
        reply(choice.index); // a whole answer at once brings choices that had no delta
    m_unwritten.clear(); // all of it is in the whole messages
    Changes changes;
    QHash<int, Choice> choices;
    for (const Choice &choice : outcome.choices)
        choices.insert(choice.index, choice);
    for (const auto &[index, message] : m_replies.asKeyValueRange())
        changes.append(PutMessage{foldedReply(message, choices.value(index), outcome.status)});
    return changes;
}

} // namespace app
