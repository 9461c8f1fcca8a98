// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/record_names.h"

#include "app/store/stored_json.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace app {

namespace {
template <typename Value, size_t Count>
using Names = std::array<std::pair<Value, QLatin1StringView>, Count>;

constexpr Names<MessageState, 6> kStates{{
    {MessageState::Complete, "complete"_L1},
    {MessageState::Streaming, "streaming"_L1},
    {MessageState::CutOff, "cut_off"_L1},
    {MessageState::Interrupted, "interrupted"_L1},
    {MessageState::Cancelled, "cancelled"_L1},
    {MessageState::Failed, "failed"_L1},
}};

constexpr Names<RoundKind, 5> kKinds{{
    {RoundKind::Chat, "chat"_L1},
    {RoundKind::Sweep, "sweep"_L1},
    {RoundKind::Repeat, "repeat"_L1},
    {RoundKind::Replay, "replay"_L1},
    {RoundKind::Judge, "judge"_L1},
}};

constexpr Names<RunStatus, 4> kStatuses{{
    {RunStatus::Failed, "failed"_L1},
    {RunStatus::Complete, "complete"_L1},
    {RunStatus::CutOff, "cut_off"_L1},
    {RunStatus::Cancelled, "cancelled"_L1},
}};

template <typename Value, size_t Count>
QLatin1StringView nameIn(const Names<Value, Count> &names, Value value)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == value)
            return name;
    }
    return names.front().second;
}

template <typename Value, size_t Count>
Value valueIn(const Names<Value, Count> &names, QStringView name)
{
    for (const auto &[value, candidate] : names) {
        if (candidate == name)
            return value;
    }
    return names.front().first;
}
} // namespace

QLatin1StringView storedName(MessageState state)
{
    return nameIn(kStates, state);
}

QLatin1StringView storedName(RoundKind kind)
{
    return nameIn(kKinds, kind);
}

QLatin1StringView storedName(RunStatus status)
{
    return nameIn(kStatuses, status);
}

MessageState messageStateOf(QStringView name)
{
    return valueIn(kStates, name);
}

RoundKind roundKindOf(QStringView name)
{
    return valueIn(kKinds, name);
}

RunStatus runStatusOf(QStringView name)
{
    return valueIn(kStatuses, name);
}

QByteArray storedError(const Error &error)
{
    QJsonObject json{{u"kind"_s, QString(errorKindName(error.kind))},
                     {u"message"_s, error.message},
                     {u"status"_s, error.status},
                     {u"code"_s, error.code},
                     {u"param"_s, error.param}};
    if (error.retryAfter)
        json.insert(u"retry_after_ms"_s, qint64(error.retryAfter->count()));
    return storedJson(json);
}

std::optional<Error> errorOf(const QByteArray &json)
{
    if (json.isEmpty())
        return std::nullopt;
    const QJsonObject object = objectOf(json);
    Error error;
    error.kind = errorKindFromName(object["kind"_L1].toString()).value_or(ErrorKind::Server);
    error.message = object["message"_L1].toString();
    error.status = object["status"_L1].toInt();
    error.code = object["code"_L1].toString();
    error.param = object["param"_L1].toString();
    if (object.contains("retry_after_ms"_L1))
        error.retryAfter = std::chrono::milliseconds(object["retry_after_ms"_L1].toInteger());
    return error;
}

} // namespace app
