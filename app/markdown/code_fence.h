// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace app {

/// How a code fence was opened.
struct Fence
{
    char character = '`';
    int length = 3;
    int indent = 0; ///< columns taken from the start of every line in it

    bool operator==(const Fence &) const = default;
};

/// A line that ends the fence: at most three spaces, at least as many fence characters as opened
/// it, then nothing.
[[nodiscard]] bool closesFence(QByteArrayView line, const Fence &fence);
/// One that may still become such a line.
[[nodiscard]] bool mayCloseFence(QByteArrayView unfinishedLine, const Fence &fence);
/// The line of code that a line of the fence stands for, without its end. As cmark does: the
/// columns of the fence's own indentation go, a tab in them leaves its rest as spaces.
[[nodiscard]] QByteArray lineInFence(QByteArrayView line, const Fence &fence);

} // namespace app
