// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/generation/generation.h"
#include "app/openai/message_part.h"
#include "app/openai/parameters.h"
#include "app/settings/tool_source.h"
#include "app/store/vote.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace app {

// The rows of the store as values; schema.md says how they lie in tables. All times are
// milliseconds since the epoch, UTC.

enum class MessageState {
    Complete,
    Streaming, ///< a reply is being written
    CutOff, ///< the stream ended without a finish reason
    Interrupted, ///< the program ended while it streamed
    Cancelled, ///< stopped by the user
    Failed, ///< the run failed; what came before is kept
};

/// A node of the tree.
struct Message
{
    MessageId id;
    MessageId parent; ///< none: a first prompt
    Role role = Role::User;
    Parts parts;
    MessageState state = MessageState::Complete;
    qint64 createdMs = 0;
    RoundId round;
    TurnId turn; ///< of replies and tool results
    RunId run; ///< of replies
    int choice = 0; ///< of its run
    MessageId continues; ///< this reply goes on where that one was cut; joined byte for byte
    bool edited = false; ///< an answer rewritten by the user
    bool hidden = false; ///< deleted, with undo
    QString finishReason;

    bool operator==(const Message &) const = default;
};

/// How to build the request body again, byte for byte, without keeping it. It lists every message
/// of the request, so only the store keeps it: see Run::recipe.
struct Recipe
{
    struct Ref
    {
        MessageId message;
        QByteArray sha256; ///< of its JSON as sent
        bool operator==(const Ref &) const = default;
    };
    QJsonObject body; ///< without `messages`
    QString systemPrompt;
    QList<Ref> messages;
    QList<QByteArray> images; ///< SHA-256 of each image as sent, in order
    QByteArray bodySha256; ///< of the body that left
    qint64 bodyBytes = 0;

    bool operator==(const Recipe &) const = default;
};

/// One request with its retries: what was asked and what came.
struct Run
{
    RunId id;
    TurnId turn;
    LaneId lane;
    QString providerId;
    QString providerName;
    QString model; ///< asked for
    QString modelAnswered;
    QString tierAsked;
    std::optional<QString> tierEchoed;
    /// Filled in when the run is first written, and read with Store::recipe(). Empty in a live
    /// Conversation and in what is loaded (a recipe is as long as the history). The first one that
    /// is written stays: writing the run again, with or without one, does not touch it.
    Recipe recipe;
    RunStatus status = RunStatus::Failed;
    int httpStatus = 0;
    std::optional<Usage> usage;
    std::optional<double> costUsd; ///< the server's, else computed
    bool costComputed = false;
    Timings timings;
    int retries = 0;
    std::optional<Error> error;
    QString responseId;
    qint64 startedMs = 0;
    QString version; ///< of the program

    bool operator==(const Run &) const = default;
};

/// What one lane did for one prompt (its live form is the state machine app::Turn).
struct TurnRecord
{
    TurnId id;
    RoundId round;
    LaneId lane; ///< none: a judge's
    /// Of a sweep; of a replay see ReplayPlace, of a judge see JudgePlace; empty in a chat.
    QJsonObject coordinates;

    bool operator==(const TurnRecord &) const = default;
};

enum class RoundKind { Chat, Sweep, Repeat, Replay, Judge };

struct Round
{
    RoundId id;
    RoundKind kind = RoundKind::Chat;
    qint64 createdMs = 0;

    bool operator==(const Round &) const = default;
};

/// Widths of lanes are shares of their row: one of twice this takes the room of two.
inline constexpr int kUsualLaneWidth = 1'000;

/// A column. `letter` (0 = A) and with it the colour stay through any reordering.
struct Lane
{
    LaneId id;
    int position = 0;
    int letter = 0;
    QString providerId;
    QString model;
    ParameterSet parameters;
    QStringList sendAnyway; ///< parameters that the dialect does not take and that go all the same
    QJsonObject extraJson; ///< merged last
    QString systemPrompt;
    /// What it offers its model, in this order; those of the parameter `tools` come before them.
    QList<ToolRef> tools;
    MessageId head; ///< its path ends here; none: an empty lane
    bool detached = false; ///< prompted alone: what goes to all lanes does not reach it
    int width = kUsualLaneWidth; ///< beside its neighbours

    bool operator==(const Lane &) const = default;
};

/// How the next rounds of a conversation show their answers.
enum class BlindMode {
    Off, ///< under the names of their lanes
    AsWritten, ///< under letters, while they are written
    Together, ///< under letters, all of them once the last one is done
};

/// What is in the composer, unsent.
struct Draft
{
    QString text;
    QList<ImagePart> images;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && images.isEmpty(); }
    bool operator==(const Draft &) const = default;
};

/// What is sent, or waits in the queue for the replies to end.
struct Prompt
{
    QString text;
    QList<ImagePart> images; ///< their bytes are blobs of the store
    LaneId lane = {}; ///< the one it is for; none: all that are not detached

    [[nodiscard]] bool isEmpty() const { return text.trimmed().isEmpty() && images.isEmpty(); }
    bool operator==(const Prompt &) const = default;
};

/// A row of the sidebar.
struct ConversationSummary
{
    ConversationId id;
    QString title; ///< empty: none yet
    qint64 createdMs = 0;
    qint64 changedMs = 0;
    int laneCount = 1;
    bool unread = false; ///< a reply ended while another conversation was shown
    bool hidden = false; ///< deleted, with undo
    bool pinned = false; ///< on top of the list
    QStringList tags; ///< as given by the user; see normalisedTags()
    bool sameSettings = false; ///< its lanes differ in the model only, and are kept so
    BlindMode blindMode = BlindMode::Off;
    std::optional<double> ceilingUsd = {}; ///< of spending; none: that of the preferences holds

    bool operator==(const ConversationSummary &) const = default;
};

/// A whole conversation as loaded.
struct ConversationRecord
{
    ConversationSummary summary;
    QList<Lane> lanes; ///< by position
    QList<Round> rounds;
    QList<TurnRecord> turns;
    QList<Run> runs;
    QList<Message> messages; ///< parents before children
    Draft draft;
    QHash<LaneId, Draft> laneDrafts; ///< of detached lanes, where something is written
    QList<Prompt> queue; ///< sent while a reply streamed, in this order
    QList<BlindRound> blindRounds;
    QList<Vote> votes;
    QSet<MessageId> withTokens; ///< replies of which Store::tokens() knows some

    bool operator==(const ConversationRecord &) const = default;
};

} // namespace app
