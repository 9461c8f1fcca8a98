// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"
#include "app/openai/picture_splitter.h"

#include <QMap>
#include <QTimer>

#include <map>

namespace app {

class ConversationWriter;

/// Puts what a run brings into its replies: at once on the screen, at least every 250 ms into the
/// store, and folded into whole parts at the end. One reply for each choice; the first one exists
/// before the run, the others are made as they show up. Pictures are taken out of the text and kept
/// as blobs, before the message that names them. GUI thread.
class ReplyWriter : public QObject
{
    Q_OBJECT
public:
    /// `first`: the reply of choice 0 as it was committed, empty.
    ReplyWriter(Conversation &conversation, ConversationWriter &writer, const Message &first,
                QObject *parent = nullptr);
    /// Hands over what is not flushed yet.
    ~ReplyWriter() override;

    void append(const Delta &delta);
    /// `grown`: the whole call as it is now.
    void appendCall(int choice, int call, const ToolCallPart &grown);
    /// For text that turned out to be reasoning.
    void replace(const Choice &choice);
    /// The replies as they stay, for one commit together with the run. Nothing is appended later.
    [[nodiscard]] Changes fold(const RunOutcome &outcome);

private:
    /// The text of a choice as it is kept.
    struct Taken
    {
        PictureSplitter splitter;
        QByteArray text;
        QList<ReplyPicture> pictures;
        qsizetype bytes = 0; ///< of what came
        qsizetype kept = 0; ///< pictures that are in the store
    };

    Message &reply(int choice);
    void appendText(const Message &message, AppendText::Kind kind, const QByteArray &text);
    Taken &take(int choice, const QByteArray &text);
    [[nodiscard]] Taken &takenWhole(const Choice &choice);
    void keepPictures(Taken &taken);
    void putPictures(int choice);
    void add(Change change);
    void flush();

    Conversation &m_conversation;
    ConversationWriter &m_writer;
    QMap<int, Message> m_replies; ///< by choice, without what came since
    std::map<int, Taken> m_taken; ///< by choice
    Changes m_unwritten;
    QTimer m_flush;
};

/// Reasoning, pictures, text, calls: in this order, each only where there is something.
[[nodiscard]] Parts partsOf(const Choice &choice, const QList<ReplyPicture> &pictures = {});
/// `reply` as this choice leaves it.
[[nodiscard]] Message foldedReply(Message reply, const Choice &choice, RunStatus status,
                                  const QList<ReplyPicture> &pictures = {});

/// `choice` as it is kept: its pictures are taken out of its text and appended to `pictures`.
[[nodiscard]] Choice withoutPictures(Choice choice, QList<ReplyPicture> &pictures);

struct FoldedReplies
{
    QList<ReplyPicture> pictures; ///< to be kept as blobs before the changes are written
    Changes changes;
};
/// All choices of a run of which nothing was written yet; `first` is the reply of choice 0.
[[nodiscard]] FoldedReplies foldedReplies(const Message &first, const RunOutcome &outcome);

} // namespace app
