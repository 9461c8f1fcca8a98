// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace app {

/// A unit of comparison. What stands between two tokens is white space.
struct DiffToken
{
    qsizetype start = 0;
    qsizetype end = 0;
    bool isLine = false;

    [[nodiscard]] QStringView in(QStringView text) const { return text.sliced(start, end - start); }
    bool operator==(const DiffToken &) const = default;
};

/// Words and signs by the word boundaries of Unicode (UAX 29). Fenced code has its lines as
/// tokens: in code a line is what one looks for.
[[nodiscard]] QList<DiffToken> wordTokens(QStringView text);

/// Lines without their ends. Empty ones are tokens too, so that they can be compared; a text that
/// ends with a line end has no empty line behind it.
[[nodiscard]] QList<DiffToken> lineTokens(QStringView text);

} // namespace app
