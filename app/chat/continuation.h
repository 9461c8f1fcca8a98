// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"

namespace app {

// An answer that was cut is gone on with in pieces: each is a reply of its own that `continues` the
// one before it.

/// Whether a piece does not go on with the text before it but tells the answer once more from its
/// beginning, as servers do that cannot continue. Judged by the text alone: white space aside, it
/// begins with the same words as the answer, at least 40 bytes of them (or the whole answer, where
/// that is shorter, but no less than 12), and the answer does not repeat these words itself, as
/// lists, tables and code do. An answer that begins anew in other words is not found out.
[[nodiscard]] bool startsAnew(const QByteArray &before, const QByteArray &added);
/// The same of a reply that is a continuation; false for others.
[[nodiscard]] bool startsAnew(const Conversation &conversation, MessageId piece);

/// What an answer of several pieces says up to this one, itself included; empty for no reply.
[[nodiscard]] QByteArray textUpTo(const Conversation &conversation, MessageId reply);

/// The reply that a chain of pieces began with: itself for one that continues nothing, any of them
/// where a damaged file holds a circle.
[[nodiscard]] MessageId firstPiece(const Conversation &conversation, MessageId reply);
/// How many pieces were added up to this reply.
[[nodiscard]] int piecesAdded(const Conversation &conversation, MessageId reply);

/// Whether a lane with these settings goes on by itself with an answer that was cut: fewer pieces
/// than kAutoContinue says were added, something was said, and the last piece did go on.
[[nodiscard]] bool goesOnByItself(const Conversation &conversation, const ParameterSet &parameters,
                                  MessageId reply);

/// All tokens went into thinking: the answer was cut before its first word.
[[nodiscard]] bool isEmptyForLength(const Message &reply);

/// Makes a piece that starts anew an answer of its own, beside the one that it was to continue, and
/// the head of the lane with it. Pieces that were added to it on the lane's path go along.
[[nodiscard]] Changes planKeptPiece(const Conversation &conversation, LaneId lane, MessageId piece);

} // namespace app
