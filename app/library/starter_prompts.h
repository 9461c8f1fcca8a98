// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/prompt_folder.h"

#include <QLocale>

namespace app {

/// The prompts that ship with the program, in German or else in English. Their ids begin with
/// ":", as no file name of ours does, and are the same in both languages.
[[nodiscard]] QList<PromptEntry> starterPrompts(QLocale::Language language);
/// Nothing for an id that is not one of theirs.
[[nodiscard]] std::optional<SavedPrompt> starterPrompt(const QString &id,
                                                       QLocale::Language language);
[[nodiscard]] bool isStarterId(const QString &id);

} // namespace app
