// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of tools in a message: a card for each, of what was asked and what came of it.
#include "ui/transcript/message_content.h"
#include "ui/transcript/transcript_words.h"

#include "app/base/visible_text.h"
#include "app/schema/indented_json.h"
#include "ui/wording/number_wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kCardSpace = 12;
constexpr qsizetype kFoldedArguments = 400;
constexpr qsizetype kFoldedResult = 2000;

/// A part of a text in which nothing hides, and whether that is not all.
struct CallText
{
    QString shown;
    bool isCut = false;
};

CallText callText(const QByteArray &text, qsizetype most)
{
    QString head = QString::fromUtf8(text.first(qMin(text.size(), 4 * most)));
    const bool isCut = head.size() > most || text.size() > 4 * most;
    if (isCut) {
        qsizetype end = qMin(head.size(), most);
        if (end > 0 && head.at(end - 1).isHighSurrogate())
            --end;
        head = head.first(end);
    }
    head = app::withVisibleCharacters(head);
    if (isCut)
        head += u'…';
    return {head, isCut};
}

/// Indented where it is JSON; no more than a slice may hold.
CallText unfoldedText(const QByteArray &text)
{
    return callText(app::indentedJson(text).value_or(text), slice_limits::kCharacters);
}

/// What was called: the user may have changed what the model asked for.
const QByteArray &calledWith(const app::ToolCallPart &call, const app::ToolResultPart *result)
{
    return result && !result->arguments.isEmpty() ? result->arguments : call.arguments;
}

SliceItem plainItem(const QString &text, SliceItem::Look look)
{
    return {text, look, SliceAction::Copy, 0};
}

/// How a call ended: "✓ 0.04 s", "failed, 2.4 s", "not called"; the most important last.
QList<SliceItem> callFacts(const app::ToolResultPart &result)
{
    QList<SliceItem> facts;
    if (result.edited || !result.arguments.isEmpty())
        facts.append(plainItem(Transcript::tr("edited by you"), SliceItem::Look::Plain));
    if (result.fit == app::ArgumentFit::DoesNotFit)
        //: The arguments of a call of a tool do.
        facts.append(plainItem(Transcript::tr("do not fit"), SliceItem::Look::Warning));
    const QString took = result.durationMs < 0
                             ? QString()
                             : durationText(std::chrono::milliseconds(result.durationMs));
    if (!result.isError && !took.isEmpty())
        facts.append(plainItem(u"\u2713 "_s + took, SliceItem::Look::Good));
    else if (result.isError && took.isEmpty())
        facts.append(plainItem(Transcript::tr("not called"), SliceItem::Look::Warning));
    else if (result.isError)
        //: Of the call of a tool; %1 is a duration such as "2.4 s".
        facts.append(plainItem(Transcript::tr("failed, %1").arg(took), SliceItem::Look::Warning));
    return facts;
}

/// What came of a call, null: nothing yet.
const app::ToolResultPart *resultOf(const TranscriptSource &source, const ShownMessage &shown,
                                    const app::ToolCallPart &call)
{
    for (const app::MessageId id : shown.messages) {
        const app::Message *message = source.message(id);
        if (!message || message->role != app::Role::Tool)
            continue;
        for (const app::Part &part : message->parts) {
            const auto *result = std::get_if<app::ToolResultPart>(&part);
            if (result && result->callId == call.id)
                return result;
        }
    }
    return nullptr;
}

/// The arguments get lines of their own, and more of both is shown. Says whether that is not all.
bool unfoldCard(Slice &card, const app::ToolCallPart &call, const app::ToolResultPart *result)
{
    const CallText arguments = unfoldedText(calledWith(call, result));
    card.detail = arguments.shown;
    card.isLast = false;
    if (!result)
        return arguments.isCut;
    const CallText said = unfoldedText(result->text);
    card.result = said.shown;
    return arguments.isCut || said.isCut || !result->wholeSha256.isEmpty();
}

} // namespace

/// `part`: its number in the message, which its buttons speak of.
MessageContent::Segment MessageContent::toolCall(const app::ToolCallPart &call, int part,
                                                 bool open) const
{
    Slice card;
    card.kind = Slice::Kind::ToolCall;
    card.spaceAbove = kCardSpace;
    card.text = callText(call.name.toUtf8(), 80).shown;
    const app::ToolResultPart *result = resultOf(m_source, m_shown, call);
    card.detail = callText(calledWith(call, result), kFoldedArguments).shown.simplified();
    if (result) {
        card.result = callText(result->text, kFoldedResult).shown;
        card.failed = result->isError;
        card.items = callFacts(*result);
    }
    const bool hasMore = open && unfoldCard(card, call, result);
    if (hasMore)
        card.items.append({Transcript::tr("Show all"), SliceItem::Look::Action,
                           SliceAction::ShowCall, callNumber(call)});
    card.items.append({open ? Transcript::tr("Less") : Transcript::tr("More"),
                       SliceItem::Look::Action, SliceAction::Fold, part});
    return {Kind::ToolCall, {}, {card}, true};
}

/// Among the calls of all that is shown.
int MessageContent::callNumber(const app::ToolCallPart &call) const
{
    int number = 0;
    for (const app::MessageId id : m_shown.messages) {
        const app::Message *message = m_source.message(id);
        if (!message)
            continue;
        for (const app::Part &part : message->parts) {
            const auto *other = std::get_if<app::ToolCallPart>(&part);
            if (other == &call)
                return number;
            number += other ? 1 : 0;
        }
    }
    return number;
}

} // namespace ui
