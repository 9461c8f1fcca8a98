// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/scenarios.h"

#include "app/base/when_done.h"
#include "app/chat/chat.h"
#include "app/library/library.h"
#include "tests/bench/process_figures.h"
#include "tests/bench/window/arrivals.h"
#include "tests/bench/window/program.h"
#include "ui/lanes/conversation_view.h"
#include "ui/transcript/transcript_view.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int kTokens = 5'000;
constexpr int kPaceOfOneLane = 1'000;
constexpr int kLanes = 8;
constexpr int kPaceOfEight = 150;
constexpr int kTokensOfEight = 2'000;
constexpr int kKeyEveryMs = 130;
constexpr int kJumps = 5;

QJsonObject frameFigures(const FrameProbe &probe)
{
    QList<double> cost;
    QList<double> cpu;
    QList<double> apply;
    QList<double> paint;
    for (const FrameProbe::Frame &frame : probe.frames()) {
        cost.append(frame.costMs());
        cpu.append(frame.cpuMs);
        apply.append(frame.applyMs);
        paint.append(frame.paintMs);
    }
    return {{u"frame_ms"_s, percentiles(cost)},
            {u"frame_cpu_ms"_s, percentiles(cpu)},
            {u"apply_parse_layout_ms"_s, percentiles(apply)},
            {u"paint_flush_ms"_s, percentiles(paint)},
            {u"longest_event_ms"_s, probe.longestEventMs()},
            {u"longest_event_cpu_ms"_s, probe.longestEventCpuMs()}};
}

void merge(QJsonObject &into, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        into.insert(it.key(), it.value());
}

bool hasFailed(const Program &program)
{
    return program.textShown() == 0;
}

/// Reads the newest conversation of the profile. The window is not told: it would open it.
app::ConversationPtr readNewest(Program &program)
{
    app::ConversationPtr conversation;
    app::whenDone(program.services().store->conversations(), &program,
                  [&](const app::Result<QList<app::ConversationSummary>> &list) {
                      app::whenDone(program.services().library->open(list->first().id), &program,
                                    [&](const app::Result<app::ConversationPtr> &opened) {
                                        conversation = opened.value_or(nullptr);
                                    });
                  });
    (void)runUntil([&] { return conversation != nullptr; });
    return conversation;
}

struct Cost
{
    QList<double> wallMs;
    QList<double> cpuMs; ///< of all threads

    [[nodiscard]] QJsonObject figures() const
    {
        return {{u"wall"_s, percentiles(wallMs)}, {u"cpu"_s, percentiles(cpuMs)}};
    }
};

bool always()
{
    return true;
}

/// What it takes until the window was painted after `action`.
void costToPaint(Cost &cost, Program &program, const std::function<void()> &action,
                 const std::function<bool()> &done = always)
{
    double paintedMs = -1;
    const double cpu = cpuMs();
    const auto connection =
        QObject::connect(&program.probe(), &FrameProbe::painted, &program, [&](double atMs) {
            if (paintedMs < 0 && done())
                paintedMs = atMs;
        });
    const double start = program.probe().nowMs();
    action();
    (void)runUntil([&] { return paintedMs >= 0; });
    QObject::disconnect(connection);
    cost.wallMs.append(paintedMs - start);
    cost.cpuMs.append(cpuMs() - cpu);
}

Cost costToOpen(Program &program, const app::ConversationPtr &conversation)
{
    Cost cost;
    costToPaint(
        cost, program, [&] { program.window().openConversation(conversation->id()); },
        [&] { return program.chat().conversation().id() == conversation->id(); });
    return cost;
}

/// Types a letter again and again until destroyed; measures from the key at the X server to the
/// flush that shows its glyph.
class Typist : public QObject
{
public:
    explicit Typist(Program &program) : m_probe(program.probe())
    {
        m_keyboard.start(u"xdotool"_s, {u"-"_s});
        m_keyboard.waitForStarted();
        m_keyboard.write("windowfocus " + QByteArray::number(program.window().winId()) + "\n");
        auto *edit = program.window().findChild<ui::ConversationView *>();
        auto *field = edit->findChild<QPlainTextEdit *>();
        field->setFocus();
        connect(field, &QPlainTextEdit::textChanged, this, [this] { m_typed = true; });
        connect(&m_probe, &FrameProbe::painted, this, &Typist::takePaint);
        connect(&m_timer, &QTimer::timeout, this, &Typist::press);
        m_timer.start(kKeyEveryMs);
    }
    ~Typist() override
    {
        m_keyboard.closeWriteChannel();
        m_keyboard.waitForFinished();
    }
    [[nodiscard]] const QList<double> &latencies() const { return m_latencies; }

private:
    void press()
    {
        if (m_pressedMs >= 0)
            return;
        m_pressedMs = m_probe.nowMs();
        m_keyboard.write("key --delay 0 x\n");
        m_keyboard.waitForBytesWritten();
    }
    void takePaint(double atMs)
    {
        if (!std::exchange(m_typed, false))
            return;
        m_latencies.append(atMs - m_pressedMs);
        m_pressedMs = -1;
    }

    FrameProbe &m_probe;
    QProcess m_keyboard;
    QTimer m_timer;
    double m_pressedMs = -1;
    bool m_typed = false;
    QList<double> m_latencies;
};

} // namespace

QJsonObject streamAnswer(FrameProbe &probe, double pace)
{
    Program program(probe, pace);
    program.useModel(kTokens);
    const Arrivals arrivals(program);
    probe.reset();
    const double cpu = cpuMs();
    const double start = probe.nowMs();
    if (!program.ask() || hasFailed(program))
        return {};
    QJsonObject figures{{u"tokens_per_s"_s, pace},
                        {u"tokens"_s, kTokens},
                        {u"text_bytes"_s, program.textShown()},
                        {u"all_shown_ms"_s, arrivals.lastShownMs() - start},
                        {u"cpu_ms"_s, cpuMs() - cpu},
                        {u"slices_laid_out"_s, program.transcript().layout()->slicesLaidOut()},
                        {u"gap_ms"_s, percentiles(arrivals.gaps())},
                        {u"arrival_to_pixels_ms"_s, percentiles(arrivals.latencies())},
                        {u"memory"_s, memory()}};
    merge(figures, frameFigures(probe));
    return figures;
}

QJsonObject streamInto(FrameProbe &probe, const QString &profile)
{
    Program program(probe, kPaceOfOneLane, profile);
    if (!profile.isEmpty())
        (void)costToOpen(program, readNewest(program));
    program.useModel(kTokens);
    const app::Conversation &conversation = program.chat().conversation();
    const auto messages = conversation.path(conversation.lanes().first().id).size();
    probe.reset();
    const double cpu = cpuMs();
    if (!program.ask() || hasFailed(program))
        return {};
    QJsonObject figures{{u"tokens_per_s"_s, kPaceOfOneLane},
                        {u"messages_before"_s, messages},
                        {u"text_bytes"_s, program.textShown()},
                        {u"cpu_ms"_s, cpuMs() - cpu},
                        {u"memory"_s, memory()}};
    merge(figures, frameFigures(probe));
    return figures;
}

QJsonObject streamEightLanes(FrameProbe &probe)
{
    Program program(probe, kPaceOfEight);
    program.useModel(kTokensOfEight);
    program.addLanes(kLanes);
    const Typist typist(program);
    probe.reset();
    const double cpu = cpuMs();
    if (!program.ask() || hasFailed(program))
        return {};
    QJsonObject figures{{u"lanes"_s, program.chat().conversation().lanes().size()},
                        {u"tokens_per_s_and_lane"_s, kPaceOfEight},
                        {u"text_bytes_per_lane"_s, program.textShown()},
                        {u"cpu_ms"_s, cpuMs() - cpu},
                        {u"key_to_glyph_ms"_s, percentiles(typist.latencies())}};
    merge(figures, frameFigures(probe));
    return figures;
}

QJsonObject openConversation(FrameProbe &probe, const QString &profile)
{
    Program program(probe, 0, profile);
    const app::ConversationPtr conversation = readNewest(program);
    runFor(500);
    const QJsonObject before = memory();
    probe.reset();
    const Cost firstPaint = costToOpen(program, conversation);
    const ui::TranscriptView &view = program.transcript();
    QScrollBar *bar = view.verticalScrollBar();
    Cost top;
    Cost middle;
    Cost end;
    for (int i = 0; i < kJumps; ++i) {
        costToPaint(top, program, [&] { bar->setValue(0); });
        costToPaint(middle, program, [&] { bar->setValue(bar->maximum() / 8 * (i + 2)); });
        costToPaint(end, program, [&] { bar->setValue(bar->maximum()); });
    }
    runFor(500);
    qint64 bytes = 0;
    for (const app::MessageId id : conversation->path(conversation->lanes().first().id))
        bytes += app::textOf(conversation->message(id)->parts).size();
    const QJsonObject after = memory();
    return {{u"messages"_s, conversation->path(conversation->lanes().first().id).size()},
            {u"text_bytes"_s, bytes},
            {u"first_paint_ms"_s, firstPaint.figures()},
            {u"to_top_ms"_s, top.figures()},
            {u"to_middle_ms"_s, middle.figures()},
            {u"to_end_ms"_s, end.figures()},
            {u"longest_event_ms"_s, probe.longestEventMs()},
            {u"view_mb"_s, after[u"rss_mb"_s].toDouble() - before[u"rss_mb"_s].toDouble()},
            {u"memory_of_the_program"_s, after}};
}

} // namespace bench
