// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/program.h"

#include "app/chat/chats.h"
#include "app/demo/demo_access_manager.h"
#include "app/settings/memory_secret_store.h"
#include "app/settings/settings.h"
#include "ui/lanes/conversation_view.h"
#include "ui/lanes/lane_column.h"
#include "ui/lanes/lane_figures.h"
#include "ui/transcript/transcript_view.h"

#include <QDir>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr QSize kWindow(1480, 920);
constexpr int kLongestMs = 30'000;

/// Says when bytes are there, before anybody reads them.
class WatchedManager : public app::DemoAccessManager
{
public:
    explicit WatchedManager(std::function<void()> arrived) : m_arrived(std::move(arrived)) { }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override
    {
        QNetworkReply *reply = DemoAccessManager::createRequest(operation, request, body);
        connect(reply, &QIODevice::readyRead, this, [this] { m_arrived(); });
        return reply;
    }

private:
    std::function<void()> m_arrived;
};

} // namespace

Program::Program(FrameProbe &probe, double pace, const QString &profile) : m_probe(probe)
{
    m_server.start(QStringLiteral(DIPTYCH_SCRIPTED_SERVER),
                   {u"--pace"_s, QString::number(pace), u"--answer"_s,
                    QStringLiteral(DIPTYCH_BENCH_DATA "/answer.md")});
    m_server.waitForReadyRead(kLongestMs);
    if (!profile.isEmpty()) {
        for (const QString &file : QDir(profile).entryList(QDir::Files))
            QFile::copy(QDir(profile).filePath(file), m_profile.filePath(file));
    }
    m_probe.watch(m_frames);
    app::Services::Options options{.paths = app::Paths::inFolder(m_profile.path()),
                                   .secrets = std::make_unique<app::MemorySecretStore>()};
    options.managers = [this] {
        return std::make_unique<WatchedManager>([this] { emit bytesArrived(); });
    };
    m_services = std::make_unique<app::Services>(std::move(options));
    m_theme.apply(m_services->settings->preferences());
    addProvider();
    m_window = std::make_unique<ui::MainWindow>(ui::ViewContext{m_theme, *m_services, m_frames});
    m_window->resize(kWindow);
    m_window->move(0, 0);
    m_window->show();
    runFor(500);
}

Program::~Program()
{
    m_window.reset();
    m_services.reset();
    m_server.kill();
    m_server.waitForFinished(kLongestMs);
}

void Program::addProvider()
{
    app::Provider provider;
    provider.id = m_provider = u"bench"_s;
    provider.name = u"Bench"_s;
    provider.baseUrl =
        QUrl(u"http://127.0.0.1:%1/v1/openai"_s.arg(m_server.readLine().trimmed().toInt()));
    m_services->settings->saveProvider(provider);
}

app::Chat &Program::chat() const
{
    return *m_window->findChild<ui::ConversationView *>()->chat();
}

ui::TranscriptView &Program::transcript() const
{
    return m_window->findChild<ui::ConversationView *>()->columns().first()->transcript();
}

void Program::useModel(int tokens)
{
    const QList<app::Lane> lanes = chat().conversation().lanes();
    for (app::Lane lane : lanes) {
        lane.providerId = m_provider;
        lane.model = u"answer-%1"_s.arg(tokens);
        chat().updateLane(lane);
    }
}

void Program::addLanes(int count)
{
    const QList<app::Lane> &lanes = chat().conversation().lanes();
    while (lanes.size() < count)
        (void)chat().addLane(lanes.last().id, m_provider, lanes.first().model);
}

bool Program::ask()
{
    bool ended = false;
    const auto connection = connect(&chat(), &app::Chat::idle, this, [&ended] { ended = true; });
    m_window->ask(u"How do I build a job queue?"_s);
    const bool answered = runUntil([&] { return ended; });
    disconnect(connection);
    if (!answered)
        return false;
    bool shown = false; // the frame that holds the end
    const auto painted =
        connect(&m_probe, &FrameProbe::frameShown, this, [&shown] { shown = true; });
    const bool seen = runUntil([&] { return shown; });
    disconnect(painted);
    return seen;
}

qsizetype Program::textShown() const
{
    const app::Conversation &conversation = chat().conversation();
    const QList<app::MessageId> &path = conversation.path(conversation.lanes().first().id);
    const app::Message *last = path.isEmpty() ? nullptr : conversation.message(path.last());
    if (!last || last->role != app::Role::Assistant)
        return 0;
    const ui::WrittenBytes bytes = ui::writtenBytes(*last);
    return bytes.text + bytes.reasoning;
}

} // namespace bench
