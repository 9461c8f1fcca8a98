// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace app {

/// What the page of a conversation adds to the style of htmlPageHead(): lanes, Markdown, code.
[[nodiscard]] QByteArray conversationStyle();

} // namespace app
