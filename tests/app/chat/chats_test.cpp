// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/chats.h"
#include "tests/app/chat/chat_fixture.h"
#include "tests/support/patience.h"

#include <QSignalSpy>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

class ChatsTest : public QObject
{
    Q_OBJECT
private slots:
    void oneChatForAConversation()
    {
        ChatFixture fixture;
        Chats chats(fixture.dependencies());
        const ChatPtr chat = chats.chat(fixture.conversation);
        QCOMPARE(chats.chat(fixture.conversation), chat);
    }

    void aReplyGoesOnWhenNobodyShowsIt()
    {
        ChatFixture fixture({u"words-20"_s});
        fixture.server.setPace(200);
        Chats chats(fixture.dependencies());
        const ConversationId id = fixture.conversation->id();
        chats.setShown(id);
        QSignalSpy busy(&chats, &Chats::busyChanged);
        QSignalSpy allIdle(&chats, &Chats::allIdle);
        ChatPtr chat = chats.chat(fixture.conversation);
        chat->send({u"Hello"_s, {}});
        QVERIFY(chats.isBusy(id));
        const std::weak_ptr<Chat> watched = chat;
        chat.reset();
        chats.setShown(ConversationId());
        QVERIFY(!watched.expired());

        QVERIFY(allIdle.wait(30'000));
        QVERIFY(!chats.isBusy());
        QCOMPARE(busy.size(), 2);
        QCOMPARE(fixture.end().state, MessageState::Complete);
        QVERIFY(fixture.conversation->summary().unread);
        QTRY_VERIFY(watched.expired());
    }

    void whatIsShownIsRead()
    {
        ChatFixture fixture({u"words-3"_s});
        Chats chats(fixture.dependencies());
        chats.setShown(fixture.conversation->id());
        QSignalSpy allIdle(&chats, &Chats::allIdle);
        const ChatPtr chat = chats.chat(fixture.conversation);
        chat->send({u"Hello"_s, {}});
        QVERIFY(allIdle.wait(30'000));
        QVERIFY(!fixture.conversation->summary().unread);
    }

    void stopAllLeavesNothingRunning()
    {
        ChatFixture fixture({u"silence"_s});
        Chats chats(fixture.dependencies());
        QSignalSpy allIdle(&chats, &Chats::allIdle);
        const ChatPtr chat = chats.chat(fixture.conversation);
        chat->send({u"One"_s, {}});
        chat->send({u"Two"_s, {}});
        chats.stopAll();
        QVERIFY(!chats.isBusy());
        QCOMPARE(allIdle.size(), 1);
        QCOMPARE(fixture.end().state, MessageState::Cancelled);
        QCOMPARE(fixture.conversation->draft().text, u"Two"_s);
    }
};

QTEST_GUILESS_MAIN(ChatsTest)
#include "chats_test.moc"
