// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/continuation.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kTellingBytes = 40;
constexpr qsizetype kFewestBytes = 12;
/// Enough for the words that tell, with white space between them.
constexpr qsizetype kLookedAtBytes = 400;

/// The beginning of a text with single spaces for white space, without any in front.
QByteArray openingWords(const QByteArray &text)
{
    QByteArray words;
    bool isSpace = true;
    for (const char byte : text) {
        const bool wasSpace = std::exchange(isSpace, byte == ' ' || (byte >= '\t' && byte <= '\r'));
        if (!isSpace)
            words += byte;
        else if (!wasSpace)
            words += ' ';
        if (words.size() >= kLookedAtBytes)
            break;
    }
    return words;
}

qsizetype sameOpening(const QByteArray &a, const QByteArray &b)
{
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
}

} // namespace

QByteArray textUpTo(const Conversation &conversation, MessageId reply)
{
    QByteArray text;
    QSet<MessageId> seen; // a damaged file may hold a circle
    for (const Message *piece = conversation.message(reply); piece && !seen.contains(piece->id);
         piece = piece->continues ? conversation.message(piece->continues) : nullptr) {
        seen.insert(piece->id);
        text.prepend(textOf(piece->parts));
    }
    return text;
}

bool startsAnew(const QByteArray &before, const QByteArray &added)
{
    const QByteArray opening = openingWords(before);
    const QByteArray again = openingWords(added);
    const qsizetype same = sameOpening(opening, again);
    if (same < std::min(kTellingBytes, opening.trimmed().size()) || same < kFewestBytes)
        return false;
    // The words as they stand, so that they are looked for in the text as it stands.
    const qsizetype start = before.indexOf(opening.first(1));
    const QByteArray words = before.sliced(start, std::min(kTellingBytes, before.size() - start));
    return before.indexOf(words, start + 1) < 0;
}

bool startsAnew(const Conversation &conversation, MessageId pieceId)
{
    const Message *piece = conversation.message(pieceId);
    return piece && piece->continues
           && startsAnew(textUpTo(conversation, piece->continues), textOf(piece->parts));
}

MessageId firstPiece(const Conversation &conversation, MessageId reply)
{
    QSet<MessageId> seen;
    for (const Message *piece = conversation.message(reply);
         piece && piece->continues && !seen.contains(reply); piece = conversation.message(reply)) {
        seen.insert(reply);
        reply = piece->continues;
    }
    return reply;
}

int piecesAdded(const Conversation &conversation, MessageId reply)
{
    QSet<MessageId> seen;
    for (const Message *piece = conversation.message(reply);
         piece && piece->continues && !seen.contains(reply); piece = conversation.message(reply)) {
        seen.insert(reply);
        reply = piece->continues;
    }
    return int(seen.size());
}

bool goesOnByItself(const Conversation &conversation, const ParameterSet &parameters,
                    MessageId replyId)
{
    const int most = parameters.value(kAutoContinue).toInt();
    const Message *reply = conversation.message(replyId);
    const bool wasCut = reply && reply->state == MessageState::Complete
                        && reply->finishReason == "length"_L1 && !textOf(reply->parts).isEmpty();
    return most > 0 && wasCut && piecesAdded(conversation, replyId) < most
           && !startsAnew(conversation, replyId);
}

bool isEmptyForLength(const Message &reply)
{
    const bool callsTools =
        std::any_of(reply.parts.begin(), reply.parts.end(),
                    [](const Part &part) { return std::holds_alternative<ToolCallPart>(part); });
    return reply.role == Role::Assistant && reply.state == MessageState::Complete
           && reply.finishReason == "length"_L1 && textOf(reply.parts).isEmpty() && !callsTools;
}

Changes planKeptPiece(const Conversation &conversation, LaneId laneId, MessageId pieceId)
{
    const Lane *lane = conversation.lane(laneId);
    const Message *piece = conversation.message(pieceId);
    const QList<MessageId> &path = conversation.path(laneId);
    if (!lane || !piece || !piece->continues || !path.contains(pieceId))
        return {};
    const Message *first = conversation.message(firstPiece(conversation, pieceId));
    if (!first)
        return {};
    const TurnRecord *was = conversation.turn(piece->turn);
    const TurnRecord turn{TurnId::next(), piece->round, was ? was->lane : laneId,
                          was ? was->coordinates : QJsonObject()};
    Changes changes{PutTurn{turn}};
    MessageId before;
    for (qsizetype at = path.indexOf(pieceId); at < path.size(); ++at) {
        Message moved = *conversation.message(path.at(at));
        if (before && moved.continues != before)
            break; // something else was said below
        moved.turn = turn.id;
        if (!before) {
            moved.parent = first->parent;
            moved.continues = {};
        }
        if (const Run *run = conversation.run(moved.run)) {
            Run taken = *run;
            taken.turn = turn.id;
            changes.append(PutRun{taken});
        }
        changes.append(PutMessage{moved});
        before = moved.id;
    }
    return changes;
}

} // namespace app
