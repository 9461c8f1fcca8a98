// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/judging.h"

#include <QString>

namespace ui {

// A judge's verdicts in words. Everything that a model wrote is plain text.

/// What stands for an answer in a table: the letter of its lane, "model" where the lane is gone.
/// While names are hidden in its round, the letter under which it is shown there.
[[nodiscard]] QString answerLetter(const app::Conversation &conversation, app::MessageId answer);
/// "A · model"; the letter alone while names are hidden.
[[nodiscard]] QString answerName(const app::Conversation &conversation, app::MessageId answer);

/// What was said in one order: "A is better", "Tie", "No verdict could be read", …
[[nodiscard]] QString orderText(const app::JudgeAnswer &answer, const QString &first,
                                const QString &second);
/// What both orders say together.
[[nodiscard]] QString pairText(app::PairResult result, const QString &left, const QString &right);
/// Both verdicts about a pair (its place in the judging) with their reasons; what came instead
/// where there is none.
[[nodiscard]] QString reasonsText(const app::Conversation &conversation,
                                  const app::Judging &judging, int pair);
/// One sentence for the whole judging: who is ahead, what is missing.
[[nodiscard]] QString judgingSentence(const app::Conversation &conversation,
                                      const app::Judging &judging);

} // namespace ui
