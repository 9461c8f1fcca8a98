// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fit_to_screen.h"

#include <QScreen>
#include <QWidget>

namespace ui {

namespace {
constexpr double kMostOfScreen = 0.9; ///< the rest is for the frame and for what lies behind
} // namespace

void resizeWithinScreen(QWidget &window, QSize wanted)
{
    const QWidget *place = window.parentWidget() ? window.parentWidget() : &window;
    const QSize most = place->screen()->availableSize() * kMostOfScreen;
    window.setMinimumSize(window.minimumSize().boundedTo(most));
    window.resize(wanted.boundedTo(most));
}

} // namespace ui
