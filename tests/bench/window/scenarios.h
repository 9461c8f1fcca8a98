// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/window/frame_probe.h"

#include <QJsonObject>

namespace bench {

// What is measured in the whole window. Each runs in a process of its own; an empty object: it did
// not come to its end.

/// The 18 KB answer in 5,000 tokens at a pace; 0 is all at once.
[[nodiscard]] QJsonObject streamAnswer(FrameProbe &probe, double pace);
/// The answer at 1,000 tokens a second, below what a profile's newest conversation holds.
[[nodiscard]] QJsonObject streamInto(FrameProbe &probe, const QString &profile);
/// Eight lanes at 150 tokens a second each, while somebody types.
[[nodiscard]] QJsonObject streamEightLanes(FrameProbe &probe);
/// The newest conversation of a profile: first paint, jumps, memory.
[[nodiscard]] QJsonObject openConversation(FrameProbe &probe, const QString &profile);
/// What the CPU of streamAnswer() is compared with: the same stream read, split and parsed as JSON,
/// and nothing shown.
[[nodiscard]] QJsonObject readOnly(double pace);

} // namespace bench
