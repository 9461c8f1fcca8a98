// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"

#include <QList>
#include <QString>

namespace ui {

/// An answer that can be chosen for a comparison.
struct ComparedAnswer
{
    app::MessageId message; ///< its last one, where it was continued
    app::LaneId lane; ///< on whose path it was found
    app::RoundId round;
    QString label; ///< "A · model · 2 · The first words…"; plain text

    bool operator==(const ComparedAnswer &) const = default;
};

/// The answers on the paths of all lanes with those beside them (retries, edits), lane by lane,
/// the oldest first. While names are hidden: what may be seen then, without models.
[[nodiscard]] QList<ComparedAnswer> comparedAnswers(const app::Conversation &conversation);

/// Its text, with what it continues.
[[nodiscard]] QString answerText(const app::Conversation &conversation, app::MessageId message);

/// What one most likely wants to compare that answer with, as a place in the list: the answer of
/// another lane to the same prompt, else one beside it, else the one before it in its lane. −1:
/// there is no other.
[[nodiscard]] int likelyPartner(const QList<ComparedAnswer> &answers, int of);

} // namespace ui
