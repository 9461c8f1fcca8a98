// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

namespace ui {

/// A name for a file with code of that language as models write it after a fence: "code.py",
/// "Dockerfile"; "code.txt" for none or one that is not known.
[[nodiscard]] QString proposedFileName(const QByteArray &language);

/// Asks where to, without blocking, and writes the bytes there on a worker, with a line end behind
/// the last line. A file that cannot be written is told of. `parent` owns the dialog.
void saveCodeAs(const QByteArray &code, const QByteArray &language, QWidget *parent);

} // namespace ui
