// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every source of the widgets includes; saves two thirds of the compile time.
#pragma once

#include "app/precompiled.h" // IWYU pragma: export

#include <QtGui/QtGui>
#include <QtWidgets/QtWidgets>
