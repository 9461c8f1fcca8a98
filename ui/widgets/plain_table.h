// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTableView;

namespace ui {

/// The look of every table that is only read: no frame, no grid, no numbers of rows, nothing to be
/// edited. `name` is for screen readers. What is chosen in it and how wide its columns are is the
/// owner's matter.
void makePlain(QTableView &table, const QString &name);

} // namespace ui
