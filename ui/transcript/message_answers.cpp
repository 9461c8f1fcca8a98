// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about an answer besides its text: what its thoughts took, that there is none, the
// pieces it was written in, the answers beside it.
#include "app/catalogue/model_info.h"
#include "app/chat/continuation.h"
#include "ui/transcript/message_content.h"
#include "ui/transcript/transcript_words.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/number_wording.h"
#include "ui/wording/remedy_wording.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kNoteSpace = 12;
constexpr int kLineSpace = 8; ///< below a prompt
constexpr int kLongestModelInFooter = 28;

SliceItem said(const QString &text, SliceItem::Look look = SliceItem::Look::Plain)
{
    return {text, look, SliceAction::Copy, 0};
}

SliceItem offered(const QString &text, SliceAction what, int value = 0)
{
    return {text, SliceItem::Look::Action, what, value};
}

Slice noteLine(Slice::Kind kind, int spaceAbove)
{
    Slice slice;
    slice.kind = kind;
    slice.spaceAbove = spaceAbove;
    return slice;
}

bool hasReasoning(const app::Message &message)
{
    return std::ranges::any_of(message.parts, [](const app::Part &part) {
        return std::holds_alternative<app::ReasoningPart>(part);
    });
}

/// The last block of those that begin at or before a line; -1: none.
int blockAt(const app::Blocks &blocks, int line)
{
    const auto behind = std::ranges::find_if(
        blocks, [line](const app::Block &block) { return block.firstLine > line; });
    return int(behind - blocks.begin()) - 1;
}

/// Whether a block ends where an empty line stands; lists and code may go on behind it.
bool endsAtBlank(const app::Block &block)
{
    return block.kind != app::Block::Kind::List && block.kind != app::Block::Kind::Code;
}

/// Where a text was cut within a slice, found by the letters that stand before the cut in its line.
/// -1: at its beginning, or they stand there more than once.
int seamIn(const Slice &slice, const QByteArray &text, qsizetype joint)
{
    constexpr qsizetype kLookedAt = 60;
    constexpr qsizetype kTelling = 12;
    if (slice.kind != Slice::Kind::Text)
        return -1;
    const qsizetype line = joint > 0 ? text.lastIndexOf('\n', joint - 1) + 1 : 0;
    const qsizetype start = qMax(line, joint - kLookedAt);
    QString letters = QString::fromUtf8(text.sliced(start, joint - start));
    letters.removeIf(
        [](QChar character) { return QStringView(u"*_~`[]#\\\xFFFD").contains(character); });
    letters = letters.right(kTelling);
    const QString shown = shownText(slice.inlines);
    const qsizetype found = shown.indexOf(letters);
    const bool isTelling = letters.size() >= 3 && found >= 0;
    return isTelling && shown.indexOf(letters, found + 1) < 0 ? int(found + letters.size()) : -1;
}

} // namespace

/// " · 840 tokens · $0.0004, computed". Counted once per run: among several answers of one run
/// nobody says which of them took what.
QString MessageContent::reasoningFigures(const app::Message &message) const
{
    const app::Run *run = m_source.run(message.run);
    const qint64 tokens = run && run->usage ? run->usage->reasoningTokens.value_or(0) : 0;
    const QList<app::MessageId> beside = choicesBeside();
    const bool isShared = std::ranges::any_of(beside, [&](app::MessageId id) {
        const app::Message *other = m_source.message(id);
        return id != message.id && other && other->run == message.run;
    });
    if (tokens <= 0 || isShared)
        return {};
    QString figures = u" · "_s + tokensText(tokens);
    if (const auto cost = m_source.reasoningCostUsd(*run); cost && *cost > 0)
        //: A part of a line. %1 is an amount of money that the program worked out.
        figures += u" · "_s + Transcript::tr("%1, computed").arg(costText(*cost));
    return figures;
}

std::optional<MessageContent::Segment> MessageContent::leftOutLine() const
{
    const int rounds = m_source.roundsLeftOutBefore(m_shown.id());
    if (rounds <= 0)
        return std::nullopt;
    Slice line = noteLine(Slice::Kind::Footer, 0);
    line.items.append(said(Transcript::tr("The %n round(s) above are not sent.", nullptr, rounds),
                           SliceItem::Look::Warning));
    if (m_source.isEditable())
        line.items.append(offered(Transcript::tr("Send them again"), SliceAction::SendAllRounds));
    return Segment{Kind::Line, {}, {line}, true};
}

/// The answers of one turn to its prompt, itself included: choices of a run, or of one run each.
QList<app::MessageId> MessageContent::choicesBeside() const
{
    const app::Message *first = m_source.message(m_shown.id());
    if (!first || m_shown.isPrompt || first->continues || m_shown.id() != m_shown.turnStart)
        return {};
    QList<app::MessageId> choices = m_source.siblings(first->id);
    choices.removeIf([&](app::MessageId id) {
        const app::Message *other = m_source.message(id);
        return !other || other->turn != first->turn;
    });
    return choices.size() > 1 ? choices : QList<app::MessageId>();
}

std::optional<MessageContent::Segment> MessageContent::choicesLine() const
{
    const QList<app::MessageId> choices = choicesBeside();
    if (choices.isEmpty())
        return std::nullopt;
    QSet<app::RunId> runs;
    for (const app::MessageId id : choices)
        runs.insert(m_source.message(id)->run);
    Slice line = noteLine(Slice::Kind::Footer, kLineSpace);
    //: Of several answers to one prompt: "Answer 1 of 4".
    line.items.append(said(Transcript::tr("Answer %1 of %2")
                               .arg(choices.indexOf(m_shown.id()) + 1)
                               .arg(choices.size())));
    if (runs.size() == choices.size())
        line.items.append(said(Transcript::tr("in %n requests: this server gives one answer each",
                                              nullptr, int(runs.size()))));
    if (m_source.isEditable() && !m_source.isVeiled(m_shown.id()))
        line.items.append(
            offered(Transcript::tr("Show all side by side"), SliceAction::ShowChoices));
    return Segment{Kind::Line, {}, {line}, true};
}

QList<SliceItem> MessageContent::remedyItems(app::MessageId reply) const
{
    QList<SliceItem> items;
    if (!m_source.isEditable() || m_source.isVeiled(reply))
        return items;
    for (const app::Remedy &remedy : m_source.remedies(reply))
        items.append(offered(remedyText(remedy), SliceAction::UseRemedy, int(remedy.kind)));
    return items;
}

/// The model, where it is another one than that of the answer before.
QString MessageContent::otherModel(const app::Message &last) const
{
    const app::Message *start = m_source.message(m_shown.turnStart);
    const app::Message *prompt = start ? m_source.message(start->parent) : nullptr;
    const app::Message *before = prompt ? m_source.message(prompt->parent) : nullptr;
    const app::Run *earlier = before ? m_source.run(before->run) : nullptr;
    const app::Run *run = m_source.run(last.run);
    if (!run || !earlier || run->model == earlier->model || m_source.isVeiled(last.id))
        return {};
    return shortened(app::shortModelName(run->model), kLongestModelInFooter);
}

/// Of a model that came to its end without a word.
std::optional<MessageContent::Segment> MessageContent::silence(const app::Message &last) const
{
    const bool isSilent = std::ranges::all_of(last.parts, [](const app::Part &part) {
        const auto *text = std::get_if<app::TextPart>(&part);
        return std::holds_alternative<app::ReasoningPart>(part)
               || (text && text->text.trimmed().isEmpty());
    });
    if (last.state != app::MessageState::Complete || last.edited || last.continues || !isSilent)
        return std::nullopt;
    Slice strip = noteLine(Slice::Kind::Notice, kNoteSpace);
    strip.text = hasReasoning(last) && !m_source.isVeiled(last.id)
                     ? Transcript::tr("The model thought, and ended without an answer.")
                     : Transcript::tr("The model ended without an answer.");
    strip.items.append(
        offered(actionLabel(ErrorAction::Retry), SliceAction::SolveError, int(ErrorAction::Retry)));
    return Segment{Kind::Notice, {}, {strip}, true};
}

/// All tokens went into thinking, or nothing came at all.
std::optional<MessageContent::Segment> MessageContent::emptyAnswer(const app::Message &last) const
{
    if (!app::isEmptyForLength(last))
        return silence(last);
    const app::Run *run = m_source.run(last.run);
    const qint64 tokens = run && run->usage ? run->usage->completionTokens : 0;
    const bool thought =
        hasReasoning(last) || (run && run->usage && run->usage->reasoningTokens.value_or(0) > 0);
    Slice strip = noteLine(Slice::Kind::Notice, kNoteSpace);
    if (m_source.isVeiled(last.id) || !thought)
        strip.text = Transcript::tr("There is no answer: it was cut before its first word.");
    else if (tokens > 0)
        strip.text = Transcript::tr("There is no answer: all %1 tokens that it was given went into "
                                    "thinking.")
                         .arg(countText(tokens));
    else
        strip.text = Transcript::tr("There is no answer: all tokens that it was given went into "
                                    "thinking.");
    strip.items = remedyItems(last.id);
    return Segment{Kind::Notice, {}, {strip}, true};
}

/// A server that cannot go on with an answer begins it anew.
std::optional<MessageContent::Segment> MessageContent::restart(const app::Message &last) const
{
    if (!last.continues || last.state == app::MessageState::Streaming || !m_source.isEditable())
        return std::nullopt;
    QByteArray before;
    for (const app::MessageId id : m_shown.messages) {
        const app::Message *message = m_source.message(id);
        if (message && id != last.id && message->role == app::Role::Assistant)
            before += textOf(message->parts);
    }
    if (!app::startsAnew(before, textOf(last.parts)))
        return std::nullopt;
    Slice strip = noteLine(Slice::Kind::Notice, kNoteSpace);
    strip.text = Transcript::tr("The model did not go on where the answer was cut; it began anew.");
    strip.items = {offered(Transcript::tr("Keep as a new answer"), SliceAction::KeepPiece),
                   offered(Transcript::tr("Drop it"), SliceAction::DropPiece)};
    return Segment{Kind::Notice, {}, {strip}, true};
}

std::optional<MessageContent::Segment> MessageContent::pieces(const app::Message &last) const
{
    const auto added = std::ranges::count_if(m_shown.messages, [this](app::MessageId id) {
        const app::Message *message = m_source.message(id);
        return message && message->continues;
    });
    if (added == 0 || !last.continues || m_streaming || !m_source.isEditable())
        return std::nullopt;
    Slice line = noteLine(Slice::Kind::Footer, kNoteSpace);
    line.items.append(said(Transcript::tr("Continued %n time(s)", nullptr, int(added))));
    const app::Run *run = m_source.run(last.run);
    if (run && run->usage && run->usage->completionTokens > 0)
        //: %1 is "70 tokens": what the last part of an answer took.
        line.items.append(
            said(Transcript::tr("last part: %1").arg(tokensText(run->usage->completionTokens))));
    const QList<app::MessageId> beside = m_source.siblings(last.id);
    if (beside.size() > 1)
        line.items += {offered(u"‹"_s, SliceAction::PreviousPiece),
                       said(u"%1 / %2"_s.arg(beside.indexOf(last.id) + 1).arg(beside.size())),
                       offered(u"›"_s, SliceAction::NextPiece)};
    line.items += {offered(Transcript::tr("Retry this part"), SliceAction::RetryPiece),
                   offered(Transcript::tr("Drop this part"), SliceAction::DropPiece)};
    return Segment{Kind::Line, {}, {line}, true};
}

/// What stands before a joint does not change: its lines are counted once.
void MessageContent::takeJoints(Part &part, const Segment &segment)
{
    if (part.joints == segment.joints)
        return;
    part.joints = segment.joints;
    part.places.clear();
    Joint place;
    qsizetype bytes = 0;
    bool endsLine = true;
    const auto note = [&] {
        while (part.places.size() < part.joints.size()
               && part.joints.at(part.places.size()) == bytes)
            part.places.append(place);
    };
    for (const QByteArrayView piece : segment.text) {
        note();
        for (const char byte : piece) {
            const bool wasLineEnd = std::exchange(endsLine, byte == '\n');
            place.line += endsLine ? 1 : 0;
            place.isBehindBlank = endsLine && wasLineEnd;
        }
        bytes += piece.size();
    }
    note();
}

/// The first slice of a joint: of its block, list item or run of code lines.
SliceKey MessageContent::keyOf(const Joint &joint, const app::Blocks &blocks, int part)
{
    const int number = blockAt(blocks, joint.line);
    if (number < 0)
        return {part, 0, 0, 0};
    const app::Block &block = blocks.at(number);
    const bool beginsHere = block.firstLine == joint.line;
    if (!beginsHere && joint.isBehindBlank && endsAtBlank(block))
        return {part, number + 1, 0, 0};
    if (block.kind == app::Block::Kind::List)
        return {part, number, std::max(blockAt(block.children, joint.line), 0), 0};
    if (block.kind != app::Block::Kind::Code)
        return {part, number, 0, 0};
    const auto line = std::max(joint.line - block.firstLine - 1, 0);
    return line > block.lines.size() ? SliceKey{part, number + 1, 0, 0}
                                     : SliceKey{part, number, line / slice_limits::kCodeLines, 0};
}

void MessageContent::markAdded(std::vector<Slice> &slices, const Part &part, int number)
{
    if (part.places.isEmpty())
        return;
    QList<SliceKey> seams;
    for (const Joint &place : part.places)
        seams.append(keyOf(place, part.document.blocks(), number));
    for (Slice &slice : slices) {
        slice.isAdded = seams.constFirst() <= slice.key;
        const qsizetype seam = seams.indexOf(slice.key);
        slice.isSeam = seam >= 0;
        if (slice.isSeam)
            slice.seamAt = seamIn(slice, part.document.text(), part.joints.at(seam));
    }
}

} // namespace ui
