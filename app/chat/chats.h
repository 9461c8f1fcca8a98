// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chat.h"

#include <QHash>

namespace app {

/// Shared by whoever shows the conversation and by Chats while a reply runs: the two let go of it
/// in any order.
using ChatPtr = std::shared_ptr<Chat>;

/// The chats of this process, one for each conversation that is shown or busy, with its lanes or
/// with a sweep. A reply goes on when nobody shows its conversation any more. GUI thread.
class Chats : public QObject
{
    Q_OBJECT
public:
    explicit Chats(const ChatDependencies &dependencies, QObject *parent = nullptr);
    ~Chats() override;

    /// The one chat of this conversation; made at the first call, kept while somebody holds it or
    /// it is busy.
    [[nodiscard]] ChatPtr chat(const ConversationPtr &conversation);

    /// Which conversation the user looks at (none: no id). A reply that ends in another one marks
    /// that as unread; showing a conversation does not mark it as read (see Library::markRead).
    void setShown(ConversationId conversation);

    [[nodiscard]] bool isBusy(ConversationId conversation) const;
    [[nodiscard]] bool isBusy() const { return !m_busy.isEmpty(); }
    [[nodiscard]] QList<ConversationId> busy() const { return m_busy.keys(); }
    /// Whether a call in any of them waits for the user's decision: it does not end by itself.
    [[nodiscard]] bool waitsForUser() const;

    /// Before the program ends: stops all turns at once; what is queued becomes part of the drafts.
    void stopAll();

signals:
    /// For the sign in the sidebar.
    void busyChanged(app::ConversationId conversation, bool busy);
    /// A call there waits for the user's decision; also told again while it waits.
    void callWaits(app::ConversationId conversation);
    /// The last busy chat became idle: whoever waits to close may do so.
    void allIdle();

private:
    void follow(const ChatPtr &chat);
    void becameBusy(const ChatPtr &chat);
    void becameIdle(ConversationId conversation);

    ChatDependencies m_dependencies;
    QHash<ConversationId, std::weak_ptr<Chat>> m_chats;
    QHash<ConversationId, ChatPtr> m_busy; ///< owned here while a reply runs
    ConversationId m_shown;
};

} // namespace app
