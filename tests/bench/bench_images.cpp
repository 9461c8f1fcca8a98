// SPDX-License-Identifier: GPL-3.0-or-later
// Twelve photos of twelve megapixels, pasted at once into the real window over the real store: how
// long until all are ready, how long the window was held up meanwhile, and what is left of the
// memory afterwards. Prints JSON; times in milliseconds, memory in MB.
#include "app/attachments/image_workers.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "tests/bench/process_figures.h"
#include "tests/bench/window/frame_probe.h"
#include "tests/end_to_end/virtual_display.h"
#include "tests/support/picture_files.h"
#include "ui/composer/composer.h"
#include "ui/lanes/conversation_view.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QMimeData>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThreadPool>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kScreen(1480, 920);
constexpr QSize kPhoto(4000, 3000);
constexpr int kPhotos = 12;
constexpr int kTickMs = 2;
constexpr int kRestMs = 1'500;

/// Written by a process of their own, which leaves no memory behind here.
int writePhotos(const QString &folder)
{
    for (int i = 0; i < kPhotos; ++i) {
        QFile file(QDir(folder).filePath(u"photo-%1.jpg"_s.arg(i)));
        const QByteArray jpeg =
            tests::encodedAs(tests::photo(kPhoto.width(), kPhoto.height(), quint32(i)), "jpeg", 90);
        if (!file.open(QIODevice::WriteOnly) || file.write(jpeg) != jpeg.size())
            return 1;
    }
    QFile small(QDir(folder).filePath(u"small.jpg"_s));
    const QByteArray jpeg = tests::encodedAs(tests::photo(400, 300), "jpeg");
    return small.open(QIODevice::WriteOnly) && small.write(jpeg) == jpeg.size() ? 0 : 1;
}

/// The longest that a timer of the window's thread was late.
class StallWatch
{
public:
    StallWatch()
    {
        m_timer.setInterval(kTickMs);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longestMs = std::max(m_longestMs, double(m_since.nsecsElapsed()) / 1e6);
            m_since.start();
        });
    }

    void start()
    {
        m_longestMs = 0;
        m_since.start();
        m_timer.start();
    }
    double stop()
    {
        m_timer.stop();
        return m_longestMs;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longestMs = 0;
};

bool paste(ui::Composer &composer, const QStringList &files)
{
    QList<QUrl> urls;
    for (const QString &file : files)
        urls.append(QUrl::fromLocalFile(file));
    QMimeData data;
    data.setUrls(urls);
    composer.attachFrom(data);
    return bench::runUntil([&] { return !composer.isPreparing(); });
}

/// What the process has when nothing is going on any more.
double memoryAtRest()
{
    bench::runFor(kRestMs);
    app::imageWorkers().waitForDone();
    return bench::memory().value(u"pss_mb"_s).toDouble();
}

QJsonObject measure(bench::FrameProbe &probe, const QString &folder)
{
    QTemporaryDir profile;
    app::Services services({.paths = app::Paths::inFolder(profile.path()),
                            .secrets = std::make_unique<app::MemorySecretStore>()});
    ui::Theme theme;
    ui::FrameClock frames;
    app::Lane lane;
    lane.id = app::LaneId::next();
    const app::ConversationPtr conversation = services.library->create({lane});
    ui::ConversationView view(ui::ViewContext{theme, services, frames});
    view.resize(kScreen);
    view.setConversation(conversation, services.chats->chat(conversation));
    view.show();
    ui::Composer &composer = view.composer();
    // What is loaded once, plugins for one, is not what photos leave behind.
    bool isWhole = paste(composer, {QDir(folder).filePath(u"small.jpg"_s)});
    composer.clear();
    const double before = memoryAtRest();

    QStringList files;
    for (int i = 0; i < kPhotos; ++i)
        files.append(QDir(folder).filePath(u"photo-%1.jpg"_s.arg(i)));
    probe.reset();
    StallWatch stalls;
    stalls.start();
    const double cpuBefore = bench::cpuMs();
    const double startedMs = probe.nowMs();
    isWhole = paste(composer, files) && isWhole;
    const double readyMs = probe.nowMs() - startedMs;
    const double cpuMs = bench::cpuMs() - cpuBefore;
    const double stallMs = stalls.stop();
    const qsizetype attached = composer.draft().images.size();
    const double withDraft = memoryAtRest();
    composer.clear();
    const double after = memoryAtRest();
    return {{u"whole"_s, isWhole && attached == kPhotos},
            {u"photos"_s, attached},
            {u"ready_ms"_s, readyMs},
            {u"target_ready_ms"_s, 3'000},
            {u"cpu_ms"_s, cpuMs},
            {u"longest_stall_ms"_s, stallMs},
            {u"longest_event_ms"_s, probe.longestEventMs()},
            {u"longest_event_cpu_ms"_s, probe.longestEventCpuMs()},
            {u"target_stall_ms"_s, 32},
            {u"memory_before_mb"_s, before},
            {u"memory_with_draft_mb"_s, withDraft},
            {u"memory_after_mb"_s, after},
            {u"memory_grown_mb"_s, after - before},
            {u"target_memory_grown_mb"_s, 20}};
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--write") == 0)
        return writePhotos(QFile::decodeName(argv[2]));
    if (!tests::VirtualDisplay::missingPrograms().isEmpty())
        return 1;
    const QTemporaryDir folder;
    if (QProcess::execute(QFile::decodeName(argv[0]), {u"--write"_s, folder.path()}) != 0)
        return 1;
    const tests::VirtualDisplay display(kScreen);
    qputenv("DISPLAY", display.name().toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "xcb");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    qunsetenv("WAYLAND_DISPLAY");
    bench::FrameProbe probe(argc, argv);
    const QJsonObject report{{u"bench"_s, u"images"_s},
                             {u"twelve_photos"_s, measure(probe, folder.path())}};
    QTextStream(stdout) << QJsonDocument(report).toJson();
    return 0;
}
