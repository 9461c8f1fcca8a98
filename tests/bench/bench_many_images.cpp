// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation with 300 images beside the same one without, in a real window: how long it takes
// until it is on the screen, what is decoded for that, and what memory it costs to scroll through
// all of it. Prints JSON; times in milliseconds.
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "tests/bench/process_figures.h"
#include "tests/end_to_end/virtual_display.h"
#include "tests/ui/transcript/fake_source.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/transcript_view.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kScreen(1480, 920);
constexpr int kImages = 300;
constexpr int kOpenings = 15;
constexpr QSize kImageSize(2048, 1536);

/// Large as a photograph is, and each another one.
QImage photograph(int number)
{
    QImage image(kImageSize, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            line[x] = qRgb((x * 7 + y * number) & 255, (x + y) / 14 & 255, (y * 5 ^ number) & 255);
    }
    return image;
}

bool waitUntil(const std::function<bool()> &holds)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds() && timer.elapsed() < 120'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    return holds();
}

QList<app::ImagePart> storedImages(app::Store &store)
{
    QList<app::ImagePart> images;
    for (int i = 0; i < kImages; ++i) {
        QBuffer file;
        file.open(QIODevice::WriteOnly);
        photograph(i).save(&file, "jpeg");
        const auto kept = store.putBlob(file.data(), u"image/jpeg"_s);
        (void)waitUntil([&] { return kept.isFinished(); });
        images.append({*kept.result(), u"image/jpeg"_s, kImageSize.width(), kImageSize.height(),
                       file.data().size(), u"photo-%1.jpg"_s.arg(i)});
    }
    return images;
}

enum class With { Images, Nothing };

std::unique_ptr<ui::FakeSource> conversation(const QList<app::ImagePart> &images, With with)
{
    auto source = std::make_unique<ui::FakeSource>();
    for (const app::ImagePart &image : images) {
        app::Parts prompt{app::TextPart{"What do you see in this picture?"}};
        if (with == With::Images)
            prompt.prepend(image);
        source->add(app::Role::User, prompt);
        source->addReply("A **photograph** with stripes.\n\n- one\n- two\n\nAnd so on, in words.");
    }
    return source;
}

struct Window
{
    ui::Theme theme;
    ui::FrameClock clock;
    ui::TranscriptView view{theme, clock};
};

/// From the order to the return of the first painting that shows it.
double openingMs(Window &window, std::unique_ptr<ui::FakeSource> source)
{
    QElapsedTimer timer;
    timer.start();
    window.view.setSource(std::move(source));
    window.view.viewport()->repaint();
    return double(timer.nsecsElapsed()) / 1e6;
}

QJsonObject figures(const Window &window)
{
    return {{u"decoded"_s, window.view.thumbnails().decoded()},
            {u"thumbnails_kb"_s, window.view.thumbnails().kilobytes()},
            {u"memory"_s, bench::memory()}};
}

/// Page by page, as fast as it paints.
QJsonObject scrolled(Window &window)
{
    double longest = 0;
    QScrollBar *bar = window.view.verticalScrollBar();
    for (int top = bar->maximum(); top >= 0; top -= bar->pageStep()) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(top);
        window.view.viewport()->repaint();
        QCoreApplication::processEvents();
        longest = std::max(longest, double(timer.nsecsElapsed()) / 1e6);
    }
    (void)waitUntil([&] { return window.view.thumbnails().isIdle(); });
    QJsonObject report = figures(window);
    report.insert(u"longest_page_ms"_s, longest);
    return report;
}

} // namespace

int main(int argc, char **argv)
{
    if (!tests::VirtualDisplay::missingPrograms().isEmpty())
        return 1;
    const tests::VirtualDisplay display(kScreen);
    qputenv("DISPLAY", display.name().toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "xcb");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    qunsetenv("WAYLAND_DISPLAY");
    const QApplication application(argc, argv);
    const QTemporaryDir profile;
    const app::Services services({.paths = app::Paths::inFolder(profile.path()),
                                  .secrets = std::make_unique<app::MemorySecretStore>()});
    const QList<app::ImagePart> images = storedImages(*services.store);
    qint64 bytes = 0;
    for (const app::ImagePart &image : images)
        bytes += image.bytes;

    Window window;
    window.theme.apply({});
    window.view.setImageLoader(
        [&](const QByteArray &sha256) { return services.store->blob(sha256); });
    window.view.resize(kScreen);
    window.view.show();
    QCoreApplication::processEvents();
    QList<double> with;
    QList<double> without;
    (void)openingMs(window, conversation(images, With::Nothing)); // fonts
    for (int i = 0; i < kOpenings; ++i) {
        without.append(openingMs(window, conversation(images, With::Nothing)));
        with.append(openingMs(window, conversation(images, With::Images)));
    }
    (void)waitUntil([&] { return window.view.thumbnails().isIdle(); });
    QJsonObject report{{u"bench"_s, u"many_images"_s},
                       {u"images"_s, kImages},
                       {u"image_bytes"_s, bytes},
                       {u"opening_without_ms"_s, bench::percentiles(without)},
                       {u"opening_with_ms"_s, bench::percentiles(with)},
                       {u"opened"_s, figures(window)}};
    report.insert(u"scrolled_through"_s, scrolled(window));
    QTextStream(stdout) << QJsonDocument(report).toJson();
    return 0;
}
