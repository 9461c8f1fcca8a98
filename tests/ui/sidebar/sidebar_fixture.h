// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "tests/support/patience.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

/// A profile of its own, and conversations made the way the store keeps them.
struct SidebarFixture
{
    QTemporaryDir folder;
    std::unique_ptr<app::Services> services;

    SidebarFixture()
    {
        app::Services::Options options;
        options.paths = app::Paths::inFolder(folder.path());
        options.secrets = std::make_unique<app::MemorySecretStore>();
        services = std::make_unique<app::Services>(std::move(options));
    }

    /// Written `days` ago; not in the list before load().
    app::ConversationId add(const QString &title, int days, int lanes = 1)
    {
        app::ConversationSummary summary;
        summary.id = app::ConversationId::next();
        summary.title = title;
        summary.createdMs = QDateTime::currentDateTime().addDays(-days).toMSecsSinceEpoch();
        summary.changedMs = summary.createdMs;
        app::Message prompt;
        prompt.id = app::MessageId::next();
        prompt.parts = {app::TextPart{title.toUtf8()}};
        app::Changes changes{app::PutConversation{summary}, app::PutMessage{prompt}};
        for (int i = 0; i < lanes; ++i) {
            app::Lane lane;
            lane.id = app::LaneId::next();
            lane.position = i;
            lane.letter = i;
            changes.append(app::PutLane{lane});
        }
        services->store->write(summary.id, changes);
        return summary.id;
    }

    void load()
    {
        services->library->load();
        QTRY_VERIFY(services->library->isLoaded());
    }
};
