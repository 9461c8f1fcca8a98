// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace app {

namespace markdown_limits {
/// Debian's cmark-gfm is quadratic in the pipes of a line.
inline constexpr int kPipesPerLine = 200;
/// Its search for addresses goes on to the end of the word for every `@` in it.
inline constexpr int kAtSignsPerLine = 200;
/// Container markers at the start of a line, and levels of containers in the result.
inline constexpr int kNesting = 100;
inline constexpr qsizetype kLineBytes = 64 * 1024;
} // namespace markdown_limits

/// Markdown made safe for cmark, line by line, so that a part of a text is treated as it would be
/// in the whole:
/// - a line over kLineBytes is plain text (a short word stands in for it);
/// - the pipes of a line with over kPipesPerLine unescaped ones make no table;
/// - the `@` of a line with over kAtSignsPerLine make no links;
/// - a line that starts with over kNesting container markers is text;
/// - a line `[^x]: …` stays where it is: without the footnote extension cmark would take it for a
///   link definition and drop it;
/// - `\(`, `\)`, `\[` and `\]` become math_marks.
/// The marks it puts in for this are noncharacters (U+FDD0 … U+FDD6); restored() takes them out of
/// whatever cmark gives back. The views given must outlive it.
class GuardedSource
{
public:
    /// A line of nothing but this, in front of lines that go on with a paragraph: what would start
    /// another block at the start of a text is no more than text there.
    static constexpr QByteArrayView kGoesOn{"\xEF\xB7\x90"}; // U+FDD0

    /// What the text it gives back was to cmark.
    enum class From : quint8 {
        Text, ///< escapes count
        Verbatim, ///< code, raw HTML, mathematics
    };

    /// `prefix` stands before the text for its meaning.
    GuardedSource(QByteArrayView prefix, QByteArrayView markdown);

    /// Prefix and text, for cmark.
    [[nodiscard]] QByteArrayView text() const { return m_text; }
    [[nodiscard]] QByteArray restored(const char *fromCmark, From from = From::Text) const;

private:
    void addPrefix(QByteArrayView prefix);
    void addLine(QByteArrayView line);
    void addStandIn(QByteArrayView line);
    struct TooMany
    {
        bool pipes = false;
        bool atSigns = false;
    };
    void copyLine(QByteArrayView line, TooMany tooMany);
    qsizetype restoreStandIn(QByteArrayView text, qsizetype at, QByteArray &result) const;

    QByteArrayView m_text;
    QByteArray m_changed; ///< what m_text shows where anything had to be marked
    QList<QByteArrayView> m_standIns;
    bool m_marked = false;
};

/// Switches the guard against pipes off while it lives: for the tests that show what it is for. Not
/// thread-safe.
class WithoutPipeGuard
{
public:
    WithoutPipeGuard();
    ~WithoutPipeGuard();
    Q_DISABLE_COPY_MOVE(WithoutPipeGuard)
};

/// A text as it is shown: NUL and the characters that are marks here are replaced (U+FFFD).
[[nodiscard]] QByteArray shownBytes(QByteArrayView text);

/// The offset behind the line that starts at `from`, its line end included (LF, CR LF or CR); -1
/// where the line is not ended yet (a CR at the very end may become CR LF).
[[nodiscard]] qsizetype endOfLine(QByteArrayView text, qsizetype from);

} // namespace app
