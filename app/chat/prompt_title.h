// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// The title of a conversation from its first prompt: the first line with text, without Markdown's
/// leading marks, shortened at a word. Never asked of a model: that would be a hidden request.
[[nodiscard]] QString titleFromPrompt(const QString &prompt);

} // namespace app
