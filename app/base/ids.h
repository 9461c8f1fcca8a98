// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace app {

/// The next id of this process: 43 bits of milliseconds since the epoch above 20 bits that start at
/// random in each millisecond, always rising. Ids are made where they are needed, without asking
/// the store; two processes on one profile practically never meet. Thread-safe.
[[nodiscard]] qint64 nextIdValue();

/// A number that cannot be taken for another kind of number. 0 is "none".
template <typename Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value) : m_value(value) { }
    [[nodiscard]] static Id next() { return Id(nextIdValue()); }

    [[nodiscard]] constexpr qint64 value() const { return m_value; }
    [[nodiscard]] constexpr bool isValid() const { return m_value != 0; }
    constexpr explicit operator bool() const { return isValid(); }

    constexpr auto operator<=>(const Id &) const = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    qint64 m_value = 0;
};

using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using LaneId = Id<struct LaneTag>;
using RoundId = Id<struct RoundTag>;
using TurnId = Id<struct TurnTag>;
using RunId = Id<struct RunTag>;
using VoteId = Id<struct VoteTag>;

} // namespace app
