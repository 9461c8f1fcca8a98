// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/markdown/block.h"
#include "app/openai/message_part.h"

#include <QString>

#include <compare>
#include <optional>

namespace ui {

/// Where a slice stands in its message. Ordered as read; it stays the same while text is appended,
/// so that a selection can hold on to it.
struct SliceKey
{
    int part = 0;
    int block = 0; ///< of the top level
    int child = 0; ///< of the block: list item, or run of code lines, table rows or characters
    int leaf = 0; ///< within the child

    auto operator<=>(const SliceKey &) const = default;
};

namespace slice_limits {
inline constexpr int kCodeLines = 8; ///< laid out and painted again with each token
inline constexpr int kTableRows = 32;
inline constexpr int kCharacters = 4000;
} // namespace slice_limits

/// Something that can be clicked in a transcript.
enum class SliceAction {
    Fold,
    WrapCode,
    CopyCode,
    SaveCode,
    OpenImage,
    PreviousBranch,
    NextBranch,
    Copy,
    Retry,
    Edit,
    Continue,
    Details,
    Tokens,
    SolveError, ///< its value is an ErrorAction
    UseRemedy, ///< its value is an app::Remedy::Kind
    PreviousPiece, ///< of the last part of an answer that was gone on with
    NextPiece,
    RetryPiece,
    DropPiece,
    KeepPiece,
    SendAllRounds,
    ShowChoices,
    ShowCall, ///< all that a tool was asked and said; its value is the number of the call
};

/// A word in a footer or a header line: plain, or an action with its value.
struct SliceItem
{
    enum class Look : quint8 { Plain, Strong, Good, Warning, Action, OnHover };
    QString text;
    Look look = Look::Plain;
    SliceAction action = SliceAction::Fold;
    int value = 0;

    bool operator==(const SliceItem &) const = default;
};

/// An image of a message: attached, sent inside of a reply, or named by its address.
struct SliceImage
{
    app::ImagePart part; ///< what is known of it; of one elsewhere only the name
    QByteArray address; ///< of one that is elsewhere; empty: its bytes are here, by their SHA-256

    /// What its bytes are asked for by.
    [[nodiscard]] const QByteArray &key() const
    {
        return address.isEmpty() ? part.sha256 : address;
    }
    bool operator==(const SliceImage &) const = default;
};

/// The unit of layout: a list item's paragraph, ≤ 8 lines of code, ≤ 32 table rows, ≤ 4,000
/// characters of text, or a line that belongs to the message. A value made without fonts; lengths
/// are pixels at 100 %.
struct Slice
{
    enum class Kind : quint8 {
        Heading, ///< "You", above a prompt
        Text,
        Code,
        Table,
        Rule,
        Images,
        Reasoning, ///< the line that folds and unfolds it
        ToolCall,
        Error,
        Notice, ///< as Error, of what is no failure
        Footer,
    };
    SliceKey key;
    SliceKey origin; ///< of the first slice of its paragraph, code block or table
    Kind kind = Kind::Text;
    int level = 0; ///< of a Markdown heading
    bool inPrompt = false;
    bool inReasoning = false;
    bool isFirst = true; ///< of its code block or table
    bool isLast = true; ///< likewise; of what folds: it is folded
    int spaceAbove = 0;
    int indent = 0;
    bool mirrored = false; ///< its list, quote or table is written from right to left
    bool isAdded = false; ///< what an answer was gone on with
    bool isSeam = false; ///< the first one of a piece
    QList<int> bars; ///< quotes: where their bars stand
    int newBars = 0; ///< of them start here, below the space above
    int seamAt = -1; ///< units of its text before the first piece; -1: at its beginning
    QString marker; ///< of a list item, left of the indentation
    app::Block::Task task = app::Block::Task::None;

    app::Inlines inlines;
    QList<QByteArray> lines;
    QByteArray language;
    app::Blocks rows;
    app::Blocks widthRows; ///< the rows that decide the widths of a table's columns
    QList<app::Block::Alignment> alignments;
    QList<SliceImage> images;
    QString text; ///< reasoning line, tool name, error sentence
    QString detail; ///< arguments of a tool call
    QString result; ///< of a tool call
    bool failed = false; ///< that result
    QList<SliceItem> items;

    bool operator==(const Slice &) const = default;
};

/// A place in the text of a slice, in UTF-16 units.
struct SlicePosition
{
    SliceKey key;
    int offset = 0;

    auto operator<=>(const SlicePosition &) const = default;
};

enum class Step { Back, Forward };

/// Whether its text can be selected.
[[nodiscard]] bool holdsText(const Slice &slice);

/// Whether it goes on with the text of the slice before it: in a paragraph, a code block, a table.
[[nodiscard]] bool goesOnWith(const Slice &slice, const Slice &before);

/// What an image in the text of a reply shows below it; nothing where there is none to show.
[[nodiscard]] std::optional<SliceImage> imageShownFor(const app::Inline &run);

/// How a run of inlines reads on the screen; the same text that is selected and copied.
[[nodiscard]] QString shownText(const app::Inline &run);
[[nodiscard]] QString shownText(const app::Inlines &inlines);
/// The text of a slice that holds some: that of its layout.
[[nodiscard]] QString shownText(const Slice &slice);

} // namespace ui
