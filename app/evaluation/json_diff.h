// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/text_diff.h"

#include <QJsonValue>

#include <optional>

namespace app {

/// The JSON that a text is: an object or an array, alone or as the only fenced code block in it.
[[nodiscard]] std::optional<QJsonValue> jsonIn(const QString &text);

/// Compares two JSON texts by value: members of objects by their names, whatever their order,
/// elements of arrays by their place, numbers by what they are worth (1, 1.0 and 1e0 are the same).
/// The pieces are both texts written anew, one member or element to a line, indented, with the
/// names in alphabetical order. Nothing where one of them is no JSON. What is to be ignored is
/// ignored within strings.
[[nodiscard]] std::optional<TextDiff> diffJson(const QString &left, const QString &right,
                                               const DiffOptions &options);

} // namespace app
