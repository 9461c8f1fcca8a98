// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/reply_writer.h"

#include "app/chat/conversation_writer.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace app {

namespace {

void putTokensOf(MessageId reply, const Choice &choice, Changes &changes)
{
    if (!choice.tokens.isEmpty())
        changes.append(PutTokens{reply, choice.tokens});
}

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

/// What its header says; nothing is decoded. None for drawings, which are not even looked at.
QSize sizeOfPicture(const ReplyPicture &picture)
{
    QByteArray bytes = picture.bytes;
    QByteArray format = picture.mimeType.section(u'/', 1).toLatin1();
    if (format.startsWith("svg") || format == "pdf")
        return {};
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format == "jpg" ? QByteArray("jpeg") : format);
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    const bool isTurned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    return isTurned ? size.transposed() : size;
}

ImagePart partOf(const ReplyPicture &picture)
{
    const QSize size = sizeOfPicture(picture);
    return {picture.sha256,
            picture.mimeType,
            std::max(0, size.width()),
            std::max(0, size.height()),
            picture.bytes.size(),
            {}};
}

} // namespace

Parts partsOf(const Choice &choice, const QList<ReplyPicture> &pictures)
{
    Parts parts;
    if (!choice.reasoning.isEmpty())
        parts.append(ReasoningPart{choice.reasoning, choice.reasoningDurationMs});
    // Before the text, which goes on to grow at the end.
    for (const ReplyPicture &picture : pictures)
        parts.append(partOf(picture));
    if (!choice.text.isEmpty())
        parts.append(TextPart{choice.text});
    for (const ToolCallPart &call : choice.toolCalls)
        parts.append(call);
    return parts;
}

Message foldedReply(Message reply, const Choice &choice, RunStatus status,
                    const QList<ReplyPicture> &pictures)
{
    reply.parts = partsOf(choice, pictures);
    reply.finishReason = choice.finishReason;
    reply.state = stateOf(choice, status);
    return reply;
}

Choice withoutPictures(Choice choice, QList<ReplyPicture> &pictures)
{
    QByteArray text;
    PictureSplitter splitter;
    splitter.feed(choice.text, text, pictures);
    splitter.finish(text, pictures);
    choice.text = text;
    return choice;
}

FoldedReplies foldedReplies(const Message &first, const RunOutcome &outcome)
{
    FoldedReplies folded;
    for (const Choice &choice : outcome.choices) {
        Message reply = first;
        if (choice.index != 0)
            reply.id = MessageId::next();
        reply.choice = choice.index;
        QList<ReplyPicture> pictures;
        const Choice kept = withoutPictures(choice, pictures);
        folded.changes.append(PutMessage{foldedReply(reply, kept, outcome.status, pictures)});
        putTokensOf(reply.id, kept, folded.changes);
        folded.pictures += pictures;
    }
    return folded;
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
    if (delta.text.isEmpty())
        return;
    Taken &taken = m_taken[delta.choice];
    const qsizetype known = taken.text.size();
    take(delta.choice, delta.text);
    if (taken.kept < taken.pictures.size())
        putPictures(delta.choice);
    else
        appendText(message, AppendText::Kind::Text, taken.text.sliced(known));
}

ReplyWriter::Taken &ReplyWriter::take(int choice, const QByteArray &text)
{
    Taken &taken = m_taken[choice];
    taken.splitter.feed(text, taken.text, taken.pictures);
    taken.bytes += text.size();
    return taken;
}

/// Of a choice whose end is known, or whose text is another one now.
ReplyWriter::Taken &ReplyWriter::takenWhole(const Choice &choice)
{
    if (m_taken[choice.index].bytes != choice.text.size()) {
        m_taken[choice.index] = Taken();
        take(choice.index, choice.text);
    }
    return m_taken[choice.index];
}

void ReplyWriter::keepPictures(Taken &taken)
{
    for (; taken.kept < taken.pictures.size(); ++taken.kept) {
        const ReplyPicture &picture = taken.pictures.at(taken.kept);
        m_writer.putBlob(picture.bytes, picture.mimeType);
    }
}

/// With the text as far as it came.
void ReplyWriter::putPictures(int choice)
{
    Taken &taken = m_taken[choice];
    keepPictures(taken);
    Message message = *m_conversation.message(reply(choice).id);
    Choice now;
    now.text = taken.text;
    Parts parts = partsOf(now, taken.pictures);
    message.parts.removeIf([&](const Part &part) {
        return std::holds_alternative<TextPart>(part) || std::holds_alternative<ImagePart>(part);
    });
    const auto isReasoning = [](const Part &part) {
        return std::holds_alternative<ReasoningPart>(part);
    };
    const auto behind = std::find_if_not(message.parts.begin(), message.parts.end(), isReasoning);
    parts = Parts(message.parts.begin(), behind) + parts + Parts(behind, message.parts.end());
    message.parts = parts;
    add(PutMessage{message});
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
    Taken &taken = takenWhole(choice);
    keepPictures(taken);
    Choice kept = choice;
    kept.text = taken.text;
    Message message = reply(choice.index);
    message.parts = partsOf(kept, taken.pictures);
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
    for (const auto &[index, message] : m_replies.asKeyValueRange()) {
        Choice choice = choices.value(index);
        choice.index = index;
        Taken &taken = takenWhole(choice);
        taken.splitter.finish(taken.text, taken.pictures);
        keepPictures(taken);
        choice.text = taken.text;
        changes.append(PutMessage{foldedReply(message, choice, outcome.status, taken.pictures)});
        putTokensOf(message.id, choice, changes);
    }
    return changes;
}

} // namespace app
