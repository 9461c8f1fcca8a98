// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// Text of models, tools and servers in which nothing hides: what moves, turns or carries text
/// without being seen becomes a sign that can be read. Those are control characters (but tab, line
/// feed and the CR of CRLF), bidirectional controls, characters without width, Unicode tags, more
/// than one variation selector in a row, and halves of surrogate pairs. Joiners stay: scripts and
/// emoji need them. The text grows at most eightfold.
[[nodiscard]] QString withVisibleCharacters(const QString &text);
/// Whether withVisibleCharacters() would change it.
[[nodiscard]] bool hidesCharacters(QStringView text);

} // namespace app
