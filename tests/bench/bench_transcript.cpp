// SPDX-License-Identifier: GPL-3.0-or-later
// One answer that is a single huge block, while it streams into a transcript in a real window:
// what each frame costs, and how much is parsed and laid out for it in the first and in the last
// tenth of the answer. Prints JSON; times in milliseconds.
#include "tests/bench/process_figures.h"
#include "tests/bench/window/frame_probe.h"
#include "tests/end_to_end/virtual_display.h"
#include "tests/ui/transcript/fake_source.h"
#include "ui/transcript/transcript_view.h"

#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kScreen(1480, 920);
constexpr int kFrames = 1'000;
constexpr int kTenth = kFrames / 10;

QByteArray code()
{
    QByteArray text = "```cpp\n";
    for (int i = 0; i < 20'000; ++i)
        text += "    sum += weights[" + QByteArray::number(i) + "] * \"text\"; // line\n";
    return text;
}

QByteArray list()
{
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text += "- item " + QByteArray::number(i) + " with **bold** and `code`\n";
    return text;
}

QByteArray table()
{
    QByteArray text = "| row | name | value | note |\n|---:|---|---|---|\n";
    for (int i = 0; i < 5'000; ++i)
        text += "| " + QByteArray::number(i) + " | a name | **value** | some words for it |\n";
    return text;
}

QByteArray paragraph()
{
    QByteArray text;
    while (text.size() < 100'000)
        text += "words that go on and on, with *some emphasis* now and then ";
    return text;
}

/// What was done for each frame.
struct Work
{
    QList<double> bytesParsed;
    QList<double> slices;

    [[nodiscard]] QJsonObject most(qsizetype from, qsizetype count) const
    {
        const auto worst = [&](const QList<double> &all) {
            return bench::percentile(all.sliced(from, count), 1);
        };
        return {{u"bytes_parsed"_s, worst(bytesParsed)}, {u"slices_laid_out"_s, worst(slices)}};
    }
};

QJsonObject stream(bench::FrameProbe &probe, const QByteArray &text)
{
    ui::Theme theme;
    theme.apply({});
    ui::FrameClock clock;
    probe.watch(clock);
    ui::TranscriptView view(theme, clock);
    view.resize(kScreen);
    auto made = std::make_unique<ui::FakeSource>();
    ui::FakeSource &source = *made;
    source.addPrompt("As long as you can, please.");
    const app::MessageId reply = source.addReply({}, app::MessageState::Streaming);
    view.show();
    view.setSource(std::move(made));
    bench::runFor(300);

    probe.reset();
    Work work;
    const qsizetype perFrame = text.size() / kFrames;
    for (qsizetype i = 0; i < kFrames; ++i) {
        const qint64 parsed = view.layout()->bytesParsed();
        const qint64 laidOut = view.layout()->slicesLaidOut();
        const qsizetype shown = probe.frames().size();
        source.grow(reply, text.sliced(i * perFrame, perFrame));
        if (!bench::runUntil([&] { return probe.frames().size() > shown; }))
            return {};
        work.bytesParsed.append(double(view.layout()->bytesParsed() - parsed));
        work.slices.append(double(view.layout()->slicesLaidOut() - laidOut));
    }
    QList<double> cost;
    QList<double> cpu;
    for (const bench::FrameProbe::Frame &frame : probe.frames()) {
        cost.append(frame.costMs());
        cpu.append(frame.cpuMs);
    }
    return {{u"text_bytes"_s, kFrames * perFrame},
            {u"bytes_per_frame"_s, perFrame},
            {u"height_px"_s, view.layout()->height()},
            {u"frame_ms"_s, bench::percentiles(cost)},
            {u"frame_cpu_ms"_s, bench::percentiles(cpu)},
            {u"longest_event_ms"_s, probe.longestEventMs()},
            {u"most_in_a_frame_of_the_second_tenth"_s, work.most(kTenth, kTenth)},
            {u"most_in_a_frame_of_the_last_tenth"_s, work.most(kFrames - kTenth, kTenth)}};
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
    bench::FrameProbe probe(argc, argv);
    const QJsonObject report{{u"bench"_s, u"transcript"_s},
                             {u"code_of_20000_lines"_s, stream(probe, code())},
                             {u"list_of_20000_items"_s, stream(probe, list())},
                             {u"table_of_5000_rows"_s, stream(probe, table())},
                             {u"paragraph_of_100000_characters"_s, stream(probe, paragraph())}};
    QTextStream(stdout) << QJsonDocument(report).toJson();
    return 0;
}
