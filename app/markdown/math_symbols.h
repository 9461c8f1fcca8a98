// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace app {

/// What one command of LaTeX stands for: "α" for alpha, "sin" for sin. Empty: none of these.
[[nodiscard]] QString mathSymbol(QByteArrayView command);
/// Double-struck, calligraphic and Fraktur letters have places of their own in Unicode; nothing
/// where a letter has none.
[[nodiscard]] QString mathLetter(QByteArrayView alphabet, QChar letter);
/// The combining character that a command such as `hat` puts on a letter; null: none.
[[nodiscard]] QChar mathAccent(QByteArrayView command);

} // namespace app
