// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/judged_pairs.h"
#include "app/library/conversation.h"

namespace app {

/// Which answers a request to a judge is about, in the order in which they are shown
/// (TurnRecord::coordinates).
struct JudgePlace
{
    RoundId judged;
    MessageId first;
    MessageId second;

    bool operator==(const JudgePlace &) const = default;
};

[[nodiscard]] QJsonObject coordinatesOf(const JudgePlace &place);
[[nodiscard]] std::optional<JudgePlace> judgePlace(const QJsonObject &coordinates);

/// One request to a judge, as the conversation holds it.
struct JudgeRequest
{
    JudgePlace place;
    MessageId prompt; ///< the text that the judge saw
    MessageId reply; ///< the newest one
};

/// A round of kind Judge read back.
struct Judging
{
    RoundId id;
    RoundId judged;
    qint64 createdMs = 0;
    QString providerName; ///< of the judge
    QString model;
    QList<MessageId> answers; ///< the first message of each
    QList<JudgedPair> pairs; ///< numbers of `answers`
    QList<JudgeRequest> requests;

    /// Those that brought no verdict and are not on their way.
    [[nodiscard]] int missing() const;
    /// Those on their way.
    [[nodiscard]] int open() const;
    /// The one about a pair (its place in `pairs`) in this order; null: there is none.
    [[nodiscard]] const JudgeRequest *request(int pair, bool isLeftFirst) const;
};

/// All of a conversation, the oldest first.
[[nodiscard]] QList<RoundId> judgingsOf(const Conversation &conversation);
/// Without answers where there is no such judging.
[[nodiscard]] Judging readJudging(const Conversation &conversation, RoundId judging);
/// The requests of a judging alone.
[[nodiscard]] QList<JudgeRequest> judgeRequestsOf(const Conversation &conversation,
                                                  RoundId judging);
/// What came of one of them.
[[nodiscard]] JudgeAnswer judgeAnswer(const Conversation &conversation,
                                      const JudgeRequest &request);

} // namespace app
