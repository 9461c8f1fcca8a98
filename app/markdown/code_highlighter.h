// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/code_languages.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace app {

enum class CodeStyle : quint8 { Plain, Keyword, Type, String, Comment, Number, Function };

/// A coloured part of a line, in UTF-16 units as QTextLayout counts them.
struct CodeRun
{
    int start = 0;
    int length = 0;
    CodeStyle style = CodeStyle::Plain;

    bool operator==(const CodeRun &) const = default;
};
using CodeRuns = QList<CodeRun>;

/// What the lines before leave open (a comment, a string). Null: the start of the code.
struct CodeState;
using CodeStatePtr = std::shared_ptr<const CodeState>;

/// Whether lines behind the one look as they do behind the other.
[[nodiscard]] bool isSameState(const CodeStatePtr &a, const CodeStatePtr &b);

struct HighlightedLines
{
    QList<CodeRuns> lines; ///< one per line given; without plain parts
    CodeStatePtr stateBeforeLast; ///< of these lines: to go on from while that one is written
    CodeStatePtr stateAfter;
};

/// Lines over this many bytes stay plain: the library needs 0.8 s for one of 10,000.
inline constexpr qsizetype kLongestHighlightedLine = 500;

/// Colours lines of code with GNU source-highlight: 40–70 µs a line, so call it on a worker thread.
/// An unknown language, or a definition that cannot be read, gives plain lines. Thread-safe; calls
/// wait for each other.
[[nodiscard]] HighlightedLines highlightCode(const QByteArray &language,
                                             const QList<QByteArray> &lines,
                                             const CodeStatePtr &stateBefore = {});

} // namespace app
