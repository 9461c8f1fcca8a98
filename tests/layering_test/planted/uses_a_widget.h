// SPDX-License-Identifier: GPL-3.0-or-later
// A breach on purpose: must not compile against the core's link list.
#pragma once

#include <QWidget>
