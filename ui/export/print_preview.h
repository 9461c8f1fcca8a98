// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace ui {

/// In pixels of a screen; two thirds of a sheet.
inline constexpr int kWidestPaperImage = 480;

/// Lays the HTML out for the printer's paper and shows it page by page, to be printed from there.
/// `window` owns the dialog.
void showPrintPreview(const QString &title, const QString &html, QWidget *window);

} // namespace ui
