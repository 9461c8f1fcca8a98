// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/sequence_diff.h"

#include <QList>
#include <QString>

namespace app {

enum class DiffUnit {
    Words, ///< and fenced code line by line
    Lines,
    Values, ///< of JSON: objects without order, arrays by index, numbers by value
};

struct DiffOptions
{
    DiffUnit unit = DiffUnit::Words;
    bool ignoreWhiteSpace = false; ///< line breaks and empty lines too
    bool ignoreCase = false;

    bool operator==(const DiffOptions &) const = default;
};

/// A piece of both texts, or of one. All pieces joined are the two texts.
struct DiffPiece
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString left; ///< empty: Added
    QString right; ///< empty: Removed. Differs from `left` where differences are ignored

    bool operator==(const DiffPiece &) const = default;
};

/// How two texts differ.
struct TextDiff
{
    /// Removed comes before added. Neighbours are of different kinds, but for what is the same only
    /// because a difference is ignored: that is a piece of its own.
    QList<DiffPiece> pieces;
    DiffUnit unit = DiffUnit::Words; ///< Values was asked for and is not there: one is no JSON
    int differences = 0; ///< runs of what is removed and added
    bool isCoarse = false; ///< so long and different that parts were not compared word by word
    qint64 cells = 0; ///< what it cost, in cells of DiffBudget

    bool operator==(const TextDiff &) const = default;
};

/// Bounded in time and memory, whatever the texts: see DiffBudget. A megabyte against another one
/// takes a fraction of a second.
[[nodiscard]] TextDiff diffTexts(const QString &left, const QString &right,
                                 const DiffOptions &options = {}, const DiffBudget &budget = {});

} // namespace app
