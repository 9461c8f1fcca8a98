// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace app {

/// What is longer is not indented: it would take a frame.
inline constexpr qsizetype kMostIndentedJson = 128 * 1024;

/// JSON (RFC 8259) with each member and item on a line of its own. Only white space is changed:
/// names, numbers and strings stand as they were written, in their order, a name that is there
/// twice stands there twice. Nothing for what is no whole JSON, or too long. What lies very deep is
/// not moved further, so that the text grows by a bounded factor.
[[nodiscard]] std::optional<QByteArray> indentedJson(const QByteArray &json);

} // namespace app
