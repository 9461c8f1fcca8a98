// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/lane_changes.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"
#include "ui/lanes/conversation_view.h"
#include "ui/lanes/lane_board.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_commands.h"
#include "ui/lanes/lane_header.h"
#include "ui/theme/theme.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/transcript_view.h"

#include <QTemporaryDir>
#include <QTest>

namespace tests {

/// A conversation with some lanes, in a window of its own, that talks to a scripted server.
struct LanesWindow
{

    explicit LanesWindow(const QStringList &models)
        : services({.paths = app::Paths::inFolder(profile.path()),
                    .secrets = std::make_unique<app::MemorySecretStore>()})
    {
        app::Provider provider;
        provider.id = QStringLiteral("scripted");
        provider.name = QStringLiteral("Scripted");
        if (server.listen())
            provider.baseUrl = server.baseUrl();
        services.settings->saveProvider(provider);
        QList<app::Lane> lanes;
        for (const QString &model : models) {
            app::Lane lane;
            lane.id = app::LaneId::next();
            lane.position = int(lanes.size());
            lane.letter = lane.position;
            lane.providerId = provider.id;
            lane.model = model;
            lanes.append(lane);
        }
        conversation = services.library->create(lanes);
        chat = services.chats->chat(conversation);
        view = std::make_unique<ui::ConversationView>(ui::ViewContext{theme, services, frames});
        view->resize(1400, 800);
        view->setConversation(conversation, chat);
        view->show();
    }

    [[nodiscard]] app::LaneId lane(int position) const
    {
        return conversation->lanes().at(position).id;
    }
    [[nodiscard]] ui::LaneColumn &column(int position) const
    {
        return *view->columns().at(position);
    }
    /// From left to right, as in "A B C".
    [[nodiscard]] QString order() const
    {
        QStringList letters;
        for (const app::Lane &lane : conversation->lanes())
            letters.append(QChar(u'A' + lane.letter));
        return letters.join(u' ');
    }
    /// Those in sight.
    [[nodiscard]] int visibleColumns() const
    {
        const QList<ui::LaneColumn *> columns = view->columns();
        return int(std::count_if(columns.begin(), columns.end(),
                                 [](const ui::LaneColumn *each) { return each->isVisible(); }));
    }
    void carryOut(ui::ActionId id, int position) const
    {
        view->commands().carryOut(id, lane(position));
    }
    bool ask(const QString &prompt) const
    {
        chat->send({prompt, {}});
        return QTest::qWaitFor([this] { return !chat->isBusy(); }, tests::kPatienceMs);
    }

    QTemporaryDir profile;
    ScriptedServer server;
    app::Services services;
    ui::Theme theme;
    ui::FrameClock frames;
    app::ConversationPtr conversation;
    app::ChatPtr chat;
    std::unique_ptr<ui::ConversationView> view;
};

} // namespace tests
