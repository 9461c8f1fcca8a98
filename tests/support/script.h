// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>

namespace tests {

/// One thing the server does while it answers.
struct Step
{
    enum class Kind {
        Send,
        Wait,
        Pace, ///< as Wait, but from the end of the Pace before: a rate holds although timers are
              ///< late
        Close,
        Reset,
    };
    Kind kind = Kind::Send;
    QByteArray bytes = {};
    std::chrono::microseconds pause{0};
};

enum class Framing { Chunked, Length, UntilClose };

/// An answer of the server, byte for byte.
struct Script
{
    int status = 200;
    QByteArray contentType = "text/event-stream";
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QList<Step> steps = {};
    Framing framing = Framing::Chunked;
    int pieceBytes = 0; ///< every write to the socket has at most so many bytes; 0: any
    bool answers = true; ///< false: the connection is closed (or reset) before a status line
};

[[nodiscard]] Step send(const QByteArray &bytes);
[[nodiscard]] Step pause(std::chrono::milliseconds pause);
[[nodiscard]] Step pace(double perSecond);
[[nodiscard]] Step reset();

/// "data: …" and a blank line.
[[nodiscard]] QByteArray event(const QByteArray &data);
/// A chunk of a completion whose choice `index` has this delta, e.g. R"("content":"Hi")".
[[nodiscard]] QByteArray delta(const QByteArray &members, int index = 0);
[[nodiscard]] QByteArray text(const QByteArray &text, int index = 0);
/// The last chunk; `members` are put beside `choices`, e.g. R"("usage":{…})".
[[nodiscard]] QByteArray finish(const QByteArray &reason, const QByteArray &members = {},
                                int index = 0);
extern const QByteArray kDone;
extern const QByteArray kUsage; ///< `"usage":{…}` as DeepInfra sends it

/// A stream of these events, written at once.
[[nodiscard]] Script stream(const QByteArrayList &events);
/// A whole JSON answer.
[[nodiscard]] Script json(const QByteArray &body, int status = 200);
/// A body of another kind.
[[nodiscard]] Script body(const QByteArray &bytes, const QByteArray &contentType, int status);
/// A whole completion, as it comes without streaming.
[[nodiscard]] QByteArray completion(const QByteArray &message, const QByteArray &reason,
                                    const QByteArray &members = {});
/// `text` as a JSON string with its quotes.
[[nodiscard]] QByteArray quoted(const QByteArray &text);

} // namespace tests
