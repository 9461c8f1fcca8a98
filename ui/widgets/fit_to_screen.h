// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace ui {

/// Gives a window that size, or what the screen has of it: at a scale of 300 % or on a small
/// notebook a dialog must not end below the edge.
void resizeWithinScreen(QWidget &window, QSize wanted);

} // namespace ui
