// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

namespace ui {

/// Asks where to, without blocking, and writes the bytes there on a worker. A file that cannot be
/// written is told of. `parent` owns the dialog.
void saveFileAs(const QByteArray &bytes, const QString &proposedName, const QString &title,
                QWidget *parent);

// The same in parts, for who has more to ask or to make. writeWholeFile() is for a worker: empty,
// or why the file could not be written whole; it is then as it was.
[[nodiscard]] QString writeWholeFile(const QString &path, const QByteArray &bytes);
/// Nothing where there is no failure.
void tellFailedWriting(const QString &path, const QString &failure, QWidget *parent);

} // namespace ui
