// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace app {

/// What stands for `\(`, `\)`, `\[` and `\]` while text is parsed: CommonMark takes the backslash
/// for an escape. Noncharacters of three bytes, put in and taken out by GuardedSource.
namespace math_marks {
inline constexpr QByteArrayView kOpenInline("\xEF\xB7\x93"); // U+FDD3
inline constexpr QByteArrayView kCloseInline("\xEF\xB7\x94");
inline constexpr QByteArrayView kOpenDisplay("\xEF\xB7\x95");
inline constexpr QByteArrayView kCloseDisplay("\xEF\xB7\x96");
} // namespace math_marks

/// Mathematics within a text, with its delimiters.
struct MathSpan
{
    qsizetype length = 0; ///< in bytes, both delimiters included
    qsizetype delimiter = 0; ///< bytes of each of them
    bool display = false; ///< `$$…$$` or `\[…\]`

    bool operator==(const MathSpan &) const = default;
};

/// The mathematics whose opening delimiter stands at text[at]: `$…$`, `$$…$$`, or what lies between
/// math_marks. Money and shell variables are none: a `$` behind a letter or digit opens nothing,
/// one before a digit closes nothing, there is no space inside of a `$`, and what reads like a
/// sentence is one. `text` ends with a NUL. Work is linear in the distance to the next delimiter.
[[nodiscard]] std::optional<MathSpan> mathSpanAt(const char *text, qsizetype at);

/// How a line stands to a block of display mathematics.
enum class MathLine : quint8 {
    Text, ///< opens none
    Opens, ///< and goes on in the lines below
    Whole, ///< opens and closes one; nothing else stands in the line
};
/// `line` starts at its first character that is no space.
[[nodiscard]] MathLine mathLine(QByteArrayView line);
/// Ends a block of mathematics that `opening` started: the delimiter stands last in the line, but
/// for a full stop, comma or semicolon.
[[nodiscard]] bool closesMath(QByteArrayView line, char opening);
/// The LaTeX of such a block without its delimiters; `text` is its source with math_marks taken
/// out. A block that was never closed gives what there is.
[[nodiscard]] QByteArray mathBlockSource(QByteArrayView text);

} // namespace app
