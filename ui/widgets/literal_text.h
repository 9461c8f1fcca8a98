// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

/// For a tool tip, and other places where Qt guesses whether a text is markup: shows `text` as it
/// is, line by line. Whatever a server, a file or the user wrote goes through it, since markup may
/// load any file of the computer. Empty stays empty.
[[nodiscard]] QString literally(const QString &text);

} // namespace ui
