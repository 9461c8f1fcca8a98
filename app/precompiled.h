// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every source of the core includes; saves two thirds of the compile time.
#pragma once

#include <QtCore/QtCore>
#include <tl/expected.hpp>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>
