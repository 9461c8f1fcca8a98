// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/catalogue/catalogue.h"
#include "app/chat/chat.h"
#include "app/chat/scheduler.h"
#include "app/net/http_client.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "app/store/store.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"

#include <QFuture>
#include <QTemporaryDir>
#include <QTest>

namespace tests {

/// The value of a future, by turning the event loop; fails the test by ErrorKind::Timeout.
template <typename T>
app::Result<T> settled(const QFuture<app::Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, tests::kPatienceMs)
        || future.isCanceled())
        return app::fail(app::ErrorKind::Timeout, QStringLiteral("the future never finished"));
    return future.result();
}

/// A profile in a temporary folder, a scripted server as its one provider, and a conversation.
struct ChatFixture
{
    static constexpr auto kProvider = "scripted";

    explicit ChatFixture(const QStringList &models = {QStringLiteral("scripted-model")})
        : settings(paths), catalogue(http, paths)
    {
        app::Provider provider;
        provider.id = QString::fromLatin1(kProvider);
        provider.name = QStringLiteral("Scripted");
        if (server.listen())
            provider.baseUrl = server.baseUrl();
        provider.dialect = app::Dialect::DeepInfra;
        settings.saveProvider(provider);
        open(app::Store::Role::Owner);
        conversation = newConversation(models);
        chat = newChat();
    }

    ~ChatFixture()
    {
        chat.reset();
        conversation.reset();
        store.reset();
    }

    /// How long a silent server is waited for.
    void setPatience(std::chrono::milliseconds patience)
    {
        app::Provider provider = *settings.provider(QString::fromLatin1(kProvider));
        provider.timeouts.firstByte = patience;
        provider.timeouts.idle = patience;
        settings.saveProvider(provider);
    }

    void open(app::Store::Role role) { store = std::make_unique<app::Store>(paths, role); }

    [[nodiscard]] static app::ConversationPtr newConversation(const QStringList &models)
    {
        app::ConversationRecord record;
        record.summary.id = app::ConversationId::next();
        for (const QString &model : models) {
            app::Lane lane;
            lane.id = app::LaneId::next();
            lane.position = int(record.lanes.size());
            lane.letter = lane.position;
            lane.providerId = QString::fromLatin1(kProvider);
            lane.model = model;
            record.lanes.append(lane);
        }
        return std::make_shared<app::Conversation>(record);
    }

    [[nodiscard]] std::unique_ptr<app::Chat> newChat()
    {
        return std::make_unique<app::Chat>(conversation, dependencies());
    }

    [[nodiscard]] app::ChatDependencies dependencies()
    {
        return {*store, http, settings, secrets, catalogue, clock, scheduler};
    }

    [[nodiscard]] app::LaneId lane(int position = 0) const
    {
        return conversation->lanes().at(position).id;
    }
    /// What the next request of a lane asks for.
    void setModel(const QString &model, int position = 0) const
    {
        app::Lane changed = conversation->lanes().at(position);
        changed.model = model;
        chat->updateLane(changed);
    }
    /// The last message of a lane.
    [[nodiscard]] app::Message end(int position = 0) const
    {
        const auto *message = conversation->message(conversation->lanes().at(position).head);
        return message ? *message : app::Message{};
    }
    [[nodiscard]] QByteArray text(int position = 0) const
    {
        return app::textOf(end(position).parts);
    }
    [[nodiscard]] app::LaneActivity::State state(int position = 0) const
    {
        return chat->activity(lane(position)).state;
    }
    /// Sends and waits for the end of all turns, without waiting between attempts.
    bool ask(const QString &prompt)
    {
        chat->send({prompt, {}});
        return waitForEnd();
    }
    bool waitForEnd()
    {
        return QTest::qWaitFor(
            [&] {
                for (const app::Lane &each : conversation->lanes())
                    chat->retryNow(each.id);
                return !chat->isBusy();
            },
            20'000);
    }
    [[nodiscard]] int completionRequests() const
    {
        const auto &seen = server.requests();
        return int(std::count_if(seen.begin(), seen.end(), [](const SeenRequest &request) {
            return request.path.endsWith("/chat/completions");
        }));
    }
    /// Ends the chat and the store as the program does, and reads what the next start finds.
    [[nodiscard]] app::Result<app::ConversationRecord> afterRestart()
    {
        const app::ConversationId id = conversation->id();
        chat.reset();
        store.reset();
        open(app::Store::Role::Owner);
        return settled(store->conversation(id));
    }

    QTemporaryDir folder;
    app::Paths paths = app::Paths::inFolder(folder.path());
    app::SystemClock clock;
    app::MemorySecretStore secrets;
    app::HttpClient http;
    app::Settings settings;
    app::Catalogue catalogue;
    app::Scheduler scheduler{clock};
    ScriptedServer server;
    std::unique_ptr<app::Store> store;
    app::ConversationPtr conversation;
    std::unique_ptr<app::Chat> chat;
};

[[nodiscard]] inline app::Message messageOf(const app::ConversationRecord &record,
                                            app::MessageId id)
{
    for (const app::Message &message : record.messages) {
        if (message.id == id)
            return message;
    }
    return {};
}

} // namespace tests
