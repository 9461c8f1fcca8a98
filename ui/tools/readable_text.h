// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace ui {

/// Arguments or a result to be read: JSON indented, all else as it is, hidden characters as signs;
/// of more than `most` characters the beginning, and how much all of it is.
[[nodiscard]] QString textToRead(const QByteArray &text, qsizetype most = 20'000);
/// The same for an editor: neither cut nor with signs, so that nothing changes by itself.
[[nodiscard]] QString textToEdit(const QByteArray &text);

} // namespace ui
