// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace app {

// FTS5's tokenizer takes a run of Chinese or Japanese characters for one word and finds no 世界 in
// 你好世界. So each run is written as its overlapping pairs and its last character (你好 好世 世界
// 界), when indexing and when asking: a run of two or more is then a phrase of pairs, and a single
// character the beginning of a pair.

/// What is put into the index for a text: compatibility forms unified (NFKC), CJK runs in pairs.
[[nodiscard]] QString searchText(const QString &shown);

/// One FTS5 expression for every word of a query, safe whatever was typed. Words without a letter
/// or digit are left out.
[[nodiscard]] QStringList searchPhrases(const QString &words);

} // namespace app
