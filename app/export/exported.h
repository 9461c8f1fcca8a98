// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"
#include "app/store/records.h"

namespace app {

// What is exported, as a value: the writers of all formats are functions of it, and it is made
// ready on one thread and written on another.

/// What somebody wants to have.
struct ExportWish
{
    RoundId round; ///< none: the whole conversation
    bool withImages = true;
    bool withRuns = true; ///< the records of the runs, where the format has a place for them
    /// Every answer that was given. Else what the lanes show, of lanes that went another way the
    /// answer given last, and all cells of rounds that are no chat.
    bool withBranches = false;

    bool operator==(const ExportWish &) const = default;
};

/// What was said to the models in a round; several where it was said in different words.
struct ExportedPrompt
{
    QList<Message> messages; ///< one, or more where a file of messages was asked
};

/// What one turn gave. Of a round whose names are hidden it has no lane, model, run, id or time.
struct ExportedAnswer
{
    TurnId turn;
    LaneId lane;
    int letter = -1; ///< of the lane, or under which it was shown blind; −1: the lane is gone
    QString model; ///< asked for
    QString providerId;
    QString providerName;
    QJsonObject coordinates;
    int prompt = 0; ///< its place in ExportedRound::prompts
    bool isShown = true; ///< a lane's path goes through it, or it is a cell
    QList<Message> messages; ///< replies and tool results, in their order
    QList<Run> runs; ///< of those messages, without recipes; see Exported::requests
};

struct ExportedRound
{
    RoundId id;
    RoundKind kind = RoundKind::Chat;
    qint64 createdMs = 0;
    bool isBlind = false; ///< the names are hidden
    QList<ExportedPrompt> prompts;
    QList<ExportedAnswer> answers;
    std::optional<VoteOutcome> vote;
    int winner = -1; ///< its place in `answers`; −1: none of them
};

/// Providers are without headers, and their addresses without a user: both may hold a key.
struct ExportedLane
{
    Lane lane;
    Provider provider;
};

/// What was asked in a run: the recipe, and the messages that it names while they are not too many.
struct ExportedRequest
{
    Recipe recipe;
    QList<Message> path; ///< of the recipe, each once
    bool isWhole = false; ///< `path` has all of them
};

struct Exported
{
    ConversationSummary conversation;
    ExportWish wish;
    qint64 exportedMs = 0;
    QString version; ///< of the program
    QList<ExportedLane> lanes;
    QList<Provider> providers; ///< that answered
    QList<ExportedRound> rounds; ///< the oldest first
    /// What came before, where one round is exported: all that its prompts follow, but for answers
    /// whose names are hidden.
    QList<Message> earlier;
    // Read from the store besides, as the wish says; see ExportJob.
    QHash<QByteArray, QByteArray> images; ///< bytes by SHA-256
    QHash<RunId, ExportedRequest> requests;
};

/// Text of the answer as one: continuations joined byte for byte, other messages by an empty line.
[[nodiscard]] QByteArray answerText(const ExportedAnswer &answer);
/// All parts of the answer in order. Texts that follow each other in a message are one, and so are
/// those of a reply and its continuation.
[[nodiscard]] Parts answerParts(const ExportedAnswer &answer);
/// "A"; "A" … "Z", "AA" …; empty for −1.
[[nodiscard]] QString laneLetterText(int letter);
/// The word of a value of JSON: text as it is, all else as JSON.
[[nodiscard]] QString plainValue(const QJsonValue &value);
/// "temperature = 0.4, top_p = 1"; empty for none.
[[nodiscard]] QString coordinatesText(const QJsonObject &coordinates);
/// All images of prompts and answers, each once, in order.
[[nodiscard]] QList<ImagePart> exportedImages(const Exported &exported);

} // namespace app
