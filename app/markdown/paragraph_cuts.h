// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>

namespace app {

/// A paragraph of many lines is parsed in pieces, so that a piece need not be parsed again while
/// more is written. The rule belongs to the parser, not to streaming: whole and streamed text are
/// cut at the same lines. No emphasis, link, code or formula reaches across a cut.
namespace paragraph_pieces {
/// A piece ends with the first line behind this many bytes at whose end nothing is open, …
inline constexpr qsizetype kBytes = 2 * 1024;
/// … but for text that never closes what it opens: with the first line behind this many.
inline constexpr qsizetype kMostBytes = 8 * 1024;
} // namespace paragraph_pieces

/// A place where a paragraph was cut.
struct ParagraphCut
{
    int line = 0; ///< of the text that was parsed, from 0: the first one behind the cut
    bool hardBreak = false; ///< before that line

    bool operator==(const ParagraphCut &) const = default;
};

/// The lines, counted from 0, that begin a new piece. It follows from the lines before a cut (and
/// the first one behind it) alone. The lines given are those of one paragraph, with their ends.
[[nodiscard]] QList<int> paragraphCuts(const QList<QByteArrayView> &lines);

/// Whether a text leaves no emphasis, code span, bracket or formula open. A guess that errs towards
/// open; used to find good places for cuts only.
[[nodiscard]] bool leavesNothingOpen(QByteArrayView text);

/// Ends in a hard line break: two spaces before the line end.
[[nodiscard]] bool endsInHardBreak(QByteArrayView line);

} // namespace app
