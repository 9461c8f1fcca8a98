// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/record_names.h"

#include "app/base/name_table.h"
#include "app/store/stored_json.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr NameTable<MessageState, 6> kStates{{
    {MessageState::Complete, "complete"_L1},
    {MessageState::Streaming, "streaming"_L1},
    {MessageState::CutOff, "cut_off"_L1},
    {MessageState::Interrupted, "interrupted"_L1},
    {MessageState::Cancelled, "cancelled"_L1},
    {MessageState::Failed, "failed"_L1},
}};

constexpr NameTable<RoundKind, 5> kKinds{{
    {RoundKind::Chat, "chat"_L1},
    {RoundKind::Sweep, "sweep"_L1},
    {RoundKind::Repeat, "repeat"_L1},
    {RoundKind::Replay, "replay"_L1},
    {RoundKind::Judge, "judge"_L1},
}};

constexpr NameTable<BlindMode, 3> kBlindModes{{
    {BlindMode::Off, "off"_L1},
    {BlindMode::AsWritten, "as_written"_L1},
    {BlindMode::Together, "together"_L1},
}};

constexpr NameTable<VoteOutcome, 3> kOutcomes{{
    {VoteOutcome::AllBad, "all_bad"_L1},
    {VoteOutcome::Tie, "tie"_L1},
    {VoteOutcome::Winner, "winner"_L1},
}};
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
    return runStatusName(status);
}

QLatin1StringView storedName(VoteOutcome outcome)
{
    return nameIn(kOutcomes, outcome);
}

QLatin1StringView storedName(BlindMode mode)
{
    return nameIn(kBlindModes, mode);
}

MessageState messageStateOf(QStringView name)
{
    return valueIn(kStates, name).value_or(MessageState::Complete);
}

RoundKind roundKindOf(QStringView name)
{
    return valueIn(kKinds, name).value_or(RoundKind::Chat);
}

RunStatus runStatusOf(QStringView name)
{
    return runStatusFromName(name).value_or(RunStatus::Failed);
}

VoteOutcome voteOutcomeOf(QStringView name)
{
    return valueIn(kOutcomes, name).value_or(VoteOutcome::AllBad);
}

BlindMode blindModeOf(QStringView name)
{
    return valueIn(kBlindModes, name).value_or(BlindMode::Off);
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
