// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <utility>

namespace ui {

/// Start and length of every run of emoji in a text, in UTF-16 units: whole sequences, with their
/// tones, joiners and keycaps (https://www.unicode.org/reports/tr51/). Characters that are text
/// unless a selector says otherwise are none without it.
[[nodiscard]] QList<std::pair<int, int>> emojiSpans(QStringView text);

/// The family that draws them; empty where none is installed. Without it a text takes the parts of
/// a sequence from whatever font has them, one beside the other.
[[nodiscard]] const QString &emojiFamily();

} // namespace ui
