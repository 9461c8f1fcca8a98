// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/chats.h"

#include "app/chat/cell_runner.h"

#include <algorithm>

namespace app {

namespace {

bool hasWaitingCall(const Chat &chat)
{
    return std::ranges::any_of(chat.conversation().lanes(), [&chat](const Lane &lane) {
        return chat.waitingCalls(lane.id) > 0;
    });
}

} // namespace

Chats::Chats(const ChatDependencies &dependencies, QObject *parent)
    : QObject(parent), m_dependencies(dependencies)
{
}

Chats::~Chats() = default;

ChatPtr Chats::chat(const ConversationPtr &conversation)
{
    const ConversationId id = conversation->id();
    if (ChatPtr known = m_chats.value(id).lock())
        return known;
    auto chat = std::make_shared<Chat>(conversation, m_dependencies);
    chat->setShown(id == m_shown);
    m_chats.insert(id, chat);
    follow(chat);
    return chat;
}

void Chats::follow(const ChatPtr &chat)
{
    const ConversationId id = chat->conversation().id();
    const std::weak_ptr<Chat> weak = chat;
    connect(chat.get(), &Chat::activityChanged, this, [this, weak] {
        if (const ChatPtr changed = weak.lock(); changed && changed->isBusy())
            becameBusy(changed);
    });
    connect(chat.get(), &Chat::callsChanged, this, [this, id, weak] {
        if (const ChatPtr asking = weak.lock(); asking && hasWaitingCall(*asking))
            emit callWaits(id);
    });
    connect(&chat->cells(), &CellRunner::roundBegan, this, [this, weak] {
        if (const ChatPtr begun = weak.lock())
            becameBusy(begun);
    });
    const auto endOne = [this, id, weak] {
        const ChatPtr ended = weak.lock();
        if (!ended || (!ended->isBusy() && !ended->cells().isBusy()))
            becameIdle(id);
    };
    connect(chat.get(), &Chat::idle, this, endOne);
    connect(&chat->cells(), &CellRunner::idle, this, endOne);
    connect(chat.get(), &QObject::destroyed, this, [this, id] {
        if (m_chats.value(id).expired())
            m_chats.remove(id);
    });
}

void Chats::becameBusy(const ChatPtr &chat)
{
    const ConversationId id = chat->conversation().id();
    if (m_busy.contains(id))
        return;
    m_busy.insert(id, chat);
    emit busyChanged(id, true);
}

void Chats::becameIdle(ConversationId id)
{
    const ChatPtr released = m_busy.take(id);
    if (!released)
        return;
    // Perhaps the last owner, while a signal of the chat is on the stack.
    QMetaObject::invokeMethod(
        this, [released] {}, Qt::QueuedConnection);
    emit busyChanged(id, false);
    if (m_busy.isEmpty())
        emit allIdle();
}

void Chats::setShown(ConversationId conversation)
{
    m_shown = conversation;
    for (auto [id, weak] : m_chats.asKeyValueRange()) {
        if (const ChatPtr chat = weak.lock())
            chat->setShown(id == conversation);
    }
}

bool Chats::isBusy(ConversationId conversation) const
{
    return m_busy.contains(conversation);
}

bool Chats::waitsForUser() const
{
    return std::ranges::any_of(m_busy, [](const ChatPtr &chat) { return hasWaitingCall(*chat); });
}

void Chats::stopAll()
{
    const QList<ChatPtr> busy = m_busy.values();
    for (const ChatPtr &chat : busy) {
        chat->shelveQueue();
        chat->stopAll();
        chat->cells().stopAll();
    }
}

} // namespace app
