// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_words.h"
#include "app/export/exported.h"

namespace app {

// The lines that pages and Markdown say alike.

/// Title of the conversation, or the word for none.
[[nodiscard]] QString documentTitle(const Exported &exported, const ExportWords &words);
/// What it was exported by and when, sums of all runs, tags: one line each.
[[nodiscard]] QStringList documentFacts(const Exported &exported, const ExportWords &words);
/// "Round 3 · Sweep · 30 Nov 2026, 14:02".
[[nodiscard]] QString roundTitle(const ExportedRound &round, int number, const ExportWords &words);
/// "DeepSeek-V3.1 · temperature = 0.4 · choice 2", without the letter; empty where nothing is said.
[[nodiscard]] QString answerTitle(const ExportedAnswer &answer, const ExportWords &words);
/// "first token 0.24 s · 62.1 tok/s · 412 tokens · $0.0012 · stop".
[[nodiscard]] QString answerFacts(const ExportedAnswer &answer, const ExportWords &words);
/// What went wrong, one line for each run: "rate_limited: slow down".
[[nodiscard]] QStringList errorsOf(const ExportedAnswer &answer);
/// Set values, "temperature = 0, seed = 3"; extra JSON too.
[[nodiscard]] QString parametersText(const Lane &lane);
/// "Image: cat.png (640 × 480)".
[[nodiscard]] QString imageText(const ImagePart &image, bool isIncluded, const ExportWords &words);
[[nodiscard]] QString dateText(qint64 atMs, const ExportWords &words);
/// System prompts of the lanes, each once with the letters of its lanes.
[[nodiscard]] QList<std::pair<QString, QString>> systemPrompts(const Exported &exported);

} // namespace app
