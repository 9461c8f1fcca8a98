// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>
#include <utility>

namespace app {

/// The words for the values of an enumeration, as they are written to files and on the wire; both
/// ways are looked up in one table.
template <typename Value, size_t Count>
using NameTable = std::array<std::pair<Value, QLatin1StringView>, Count>;

/// The first name where the table lacks the value.
template <typename Value, size_t Count>
[[nodiscard]] constexpr QLatin1StringView nameIn(const NameTable<Value, Count> &table, Value value)
{
    for (const auto &[candidate, name] : table) {
        if (candidate == value)
            return name;
    }
    return table.front().second;
}

template <typename Value, size_t Count>
[[nodiscard]] std::optional<Value> valueIn(const NameTable<Value, Count> &table, QStringView name)
{
    for (const auto &[value, candidate] : table) {
        if (candidate == name)
            return value;
    }
    return std::nullopt;
}

} // namespace app
