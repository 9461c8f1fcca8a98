// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenarios_parts.h"

using namespace std::chrono_literals;

namespace tests {

namespace {

const Expected kHello{.choices = {answered("Hello world")}, .usage = usualUsage()};

QByteArray helloBytes()
{
    return helloEvents(kUsage).join();
}

Script withLineEnd(const QByteArray &lineEnd)
{
    return stream({helloBytes().replace('\n', lineEnd)});
}

Script inPieces(const QByteArray &bytes, int size)
{
    Script script = stream({bytes});
    script.pieceBytes = size;
    return script;
}

Script framed(Framing framing)
{
    Script script = stream({helloBytes()});
    script.framing = framing;
    return script;
}

/// The four bytes of a character arrive in three reads.
Script splitCharacter()
{
    const QByteArray all = QByteArrayList{text("a😀b"), finish("stop"), kDone}.join();
    const qsizetype at = all.indexOf("\xF0\x9F");
    return {.steps = {send(all.first(at + 1)), pause(20ms), send(all.sliced(at + 1, 2)),
                      pause(20ms), send(all.sliced(at + 3))}};
}

Script crAndLfApart()
{
    const QByteArray all = helloBytes().replace("\n", "\r\n");
    const qsizetype at = all.indexOf('\r') + 1;
    return {.steps = {send(all.first(at)), pause(20ms), send(all.sliced(at))}};
}

Script withComments(const QByteArray &comment)
{
    QByteArrayList events{comment};
    for (const QByteArray &one : helloEvents(kUsage))
        events << one << comment;
    return stream(events);
}

Expected cutOff(const QByteArray &text, app::ErrorKind kind)
{
    return {.status = app::RunStatus::CutOff, .choices = {{.text = text}}, .error = kind};
}

} // namespace

QList<Scenario> framingScenarios()
{
    const QByteArray hello = helloBytes();
    const QByteArray huge(1'000'000, 'x');
    return {
        {"lf", {stream({hello})}, kHello},
        {"crlf", {withLineEnd("\r\n")}, kHello},
        {"cr", {withLineEnd("\r")}, kHello},
        {"cr-and-lf-apart", {crAndLfApart()}, kHello},
        {"every-byte", {inPieces(hello, 1)}, kHello},
        {"split-character", {splitCharacter()}, {.choices = {answered("a😀b")}}},
        {"byte-order-mark", {stream({"\xEF\xBB\xBF", hello})}, kHello},
        {"no-space", {stream({QByteArray(hello).replace("data: ", "data:")})}, kHello},
        {"several-data-lines",
         {stream({QByteArray(hello).replace("\"choices\"", "\ndata: \"choices\"")})},
         kHello},
        {"ping-comments", {withComments(": ping - 2026-09-28 10:00:15.123456+00:00\n\n")}, kHello},
        {"openrouter-comments", {withComments(": OPENROUTER PROCESSING\n\n")}, kHello},
        {"no-done", {stream({QByteArray(hello).replace(kDone, "")})}, kHello},
        {"no-final-blank-line", {stream({QByteArray(hello).replace(kDone, "").trimmed()})}, kHello},
        {"trailing-bytes", {stream({hello, text("late"), "garbage"})}, kHello},
        {"chunked", {framed(Framing::Chunked)}, kHello},
        {"content-length", {framed(Framing::Length)}, kHello},
        {"until-close", {framed(Framing::UntilClose)}, kHello},
        {"huge-chunk",
         {stream({text(huge), finish("stop"), kDone})},
         {.choices = {answered(huge)}}},
        {"no-content-type", {{.contentType = "", .steps = {send(hello)}}}, kHello},
        {"reset-mid-stream",
         {{.steps = {send(text("Hello")), pause(50ms), reset()}}},
         cutOff("Hello", app::ErrorKind::Network)},
        {"close-mid-stream",
         {{.steps = {send(text("Hello")), pause(50ms), {Step::Kind::Close}}}},
         cutOff("Hello", app::ErrorKind::Network)},
        {"end-without-finish", {stream({text("Hello")})}, cutOff("Hello", app::ErrorKind::Network)},
        {"silence",
         {{.steps = {send(text("Hello")), pause(60s)}}},
         cutOff("Hello", app::ErrorKind::Timeout)},
        {"silence-before-headers",
         {{.steps = {pause(60s)}, .answers = false}},
         {.status = app::RunStatus::Failed,
          .choices = {{}},
          .error = app::ErrorKind::Timeout,
          .model = {}}},
        {"event-too-long",
         {stream({text("Hello"), "data: " + QByteArray(9 * 1024 * 1024, 'x') + "\n\n"})},
         {.status = app::RunStatus::Failed,
          .choices = {{.text = "Hello"}},
          .error = app::ErrorKind::BadResponse}},
    };
}

} // namespace tests
