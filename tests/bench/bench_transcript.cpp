// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame costs while a reply streams: into an empty conversation and into one of 10,000
// messages. Prints JSON; run it in a release build:
//   QT_QPA_PLATFORM=offscreen bench_transcript
#include "tests/app/markdown/markdown_samples.h"
#include "tests/ui/transcript/fake_source.h"
#include "ui/transcript/frame_clock.h"
#include "ui/transcript/transcript_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>

#include <cstdio>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

constexpr int kFrames = 1000;
constexpr qsizetype kBytesPerFrame = 64; // 1,000 tokens a second at 60 frames

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

QJsonObject percentiles(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[qMin(values.size() - 1, qsizetype(double(values.size()) * share))];
    };
    return {{u"p50_ms"_s, at(0.5)}, {u"p99_ms"_s, at(0.99)}, {u"worst_ms"_s, values.constLast()}};
}

struct Window
{
    ui::Theme theme;
    ui::FrameClock clock;
    ui::TranscriptView view{theme, clock};

    explicit Window(std::unique_ptr<ui::FakeSource> source)
    {
        theme.apply({});
        view.resize(906, 680);
        view.show();
        view.setSource(std::move(source));
        view.grab();
    }
    /// Applies and paints what changed; its cost.
    double frame()
    {
        QElapsedTimer timer;
        timer.start();
        emit clock.frameDue();
        QCoreApplication::sendPostedEvents(); // the update of the viewport paints
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
        return milliseconds(timer);
    }
};

std::unique_ptr<ui::FakeSource> conversation(int messages)
{
    auto source = std::make_unique<ui::FakeSource>();
    const QByteArray text = samples::tour() + samples::tour();
    for (int i = 0; i < messages / 2; ++i) {
        source->addPrompt("Prompt " + QByteArray::number(i));
        source->addReply(text);
    }
    return source;
}

QJsonObject streaming(int messages)
{
    std::unique_ptr<ui::FakeSource> made = conversation(messages);
    ui::FakeSource &source = *made;
    const MessageId reply = source.addReply({}, MessageState::Streaming);
    Window window(std::move(made));
    const QByteArray text = samples::tour().repeated(40);
    const qint64 slices = window.view.layout()->slicesLaidOut();
    QList<double> costs;
    for (int i = 0; i < kFrames; ++i) {
        source.grow(reply, text.mid(i * kBytesPerFrame, kBytesPerFrame));
        costs.append(window.frame());
    }
    QJsonObject result = percentiles(costs);
    result[u"messages"_s] = messages;
    result[u"frames"_s] = kFrames;
    result[u"bytes_shown"_s] = kFrames * kBytesPerFrame;
    result[u"slices_laid_out"_s] = window.view.layout()->slicesLaidOut() - slices;
    return result;
}

QJsonObject opening(int messages)
{
    std::unique_ptr<ui::FakeSource> made = conversation(messages);
    QElapsedTimer timer;
    timer.start();
    Window window(std::move(made));
    QJsonObject result{{u"messages"_s, messages}, {u"first_paint_ms"_s, milliseconds(timer)}};
    QScrollBar *bar = window.view.verticalScrollBar();
    const auto jump = [&](const QString &name, int to) {
        timer.restart();
        bar->setValue(to);
        window.view.viewport()->repaint();
        result[name] = milliseconds(timer);
    };
    jump(u"to_top_ms"_s, 0);
    jump(u"to_middle_ms"_s, bar->maximum() / 2);
    jump(u"to_end_ms"_s, bar->maximum());
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QJsonObject report{
        {u"stream_into_empty"_s, streaming(0)},
        {u"stream_into_10000"_s, streaming(10'000)},
        {u"open_10000"_s, opening(10'000)},
    };
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    return 0;
}
