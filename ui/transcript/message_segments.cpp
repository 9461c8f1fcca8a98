// SPDX-License-Identifier: GPL-3.0-or-later
// What a message consists of, from its parts and its run: the words around its text.
#include "ui/transcript/message_content.h"
#include "ui/transcript/transcript_words.h"

#include "ui/wording/error_wording.h"
#include "ui/wording/finish_wording.h"
#include "ui/wording/number_wording.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kPartSpace = 12;

bool canContinue(const app::Message &message)
{
    switch (message.state) {
    case app::MessageState::CutOff:
    case app::MessageState::Interrupted:
    case app::MessageState::Cancelled:
        return !textOf(message.parts).isEmpty();
    case app::MessageState::Complete:
        return message.finishReason == "length"_L1 && !textOf(message.parts).isEmpty();
    case app::MessageState::Streaming:
    case app::MessageState::Failed:
        break;
    }
    return false;
}

/// A reply that is being written has none that its text does not name.
bool isNamedIn(const app::Message &message, const app::ImagePart &image)
{
    return message.state == app::MessageState::Streaming
           || textOf(message.parts).contains("sha256-" + image.sha256);
}

Slice lineSlice(Slice::Kind kind, int spaceAbove)
{
    Slice slice;
    slice.kind = kind;
    slice.spaceAbove = spaceAbove;
    return slice;
}

qsizetype bytesIn(const QList<QByteArrayView> &pieces)
{
    qsizetype bytes = 0;
    for (const QByteArrayView piece : pieces)
        bytes += piece.size();
    return bytes;
}

SliceItem action(const QString &text, SliceAction what, int value = 0)
{
    return {text, SliceItem::Look::Action, what, value};
}

SliceItem onHover(const QString &text, SliceAction what)
{
    return {text, SliceItem::Look::OnHover, what, 0};
}

} // namespace

std::vector<MessageContent::Segment> MessageContent::segments(const QSet<int> &unfolded) const
{
    std::vector<Segment> segments;
    const app::Message *last = nullptr;
    const auto add = [&](const std::optional<Segment> &segment) {
        if (segment)
            segments.push_back(*segment);
    };
    add(m_shown.isPrompt ? leftOutLine() : choicesLine());
    if (m_shown.isPrompt)
        segments.push_back(heading());
    for (const app::MessageId id : m_shown.messages) {
        const app::Message *message = m_source.message(id);
        if (!message)
            continue;
        addReply(segments, *message, unfolded);
        if (message->role != app::Role::Tool) // whose pictures are shown, and its text in the cards
            last = message;
    }
    if (!last || m_shown.isPrompt)
        return segments;
    add(error(*last));
    add(emptyAnswer(*last));
    add(restart(*last));
    add(pieces(*last));
    if (m_shown.endsTurn && !m_streaming)
        segments.push_back(footer(*last));
    return segments;
}

void MessageContent::addReply(std::vector<Segment> &segments, const app::Message &message,
                              const QSet<int> &unfolded) const
{
    const bool ended = message.state != app::MessageState::Streaming;
    QList<SliceImage> pictures;
    for (const app::Part &part : message.parts) {
        const bool complete = ended || &part != &message.parts.back(); // only the last one grows
        if (const auto *text = std::get_if<app::TextPart>(&part)) {
            // A continuation goes on in the middle of a block.
            const bool joins =
                message.continues && !segments.empty() && segments.back().kind == Kind::Text;
            if (!joins)
                segments.push_back({m_shown.isPrompt ? Kind::Prompt : Kind::Text, {}, {}, false});
            if (message.continues)
                segments.back().joints.append(bytesIn(segments.back().text));
            if (!text->text.isEmpty())
                segments.back().text.append(text->text);
            segments.back().complete = complete;
        } else if (const auto *thought = std::get_if<app::ReasoningPart>(&part)) {
            if (m_source.isVeiled(message.id))
                continue;
            segments.push_back(
                reasoning(*thought, message, unfolded.contains(int(segments.size()))));
            segments.back().complete = complete;
        } else if (const auto *call = std::get_if<app::ToolCallPart>(&part)) {
            const int number = int(segments.size());
            segments.push_back(toolCall(*call, number, unfolded.contains(number)));
        } else if (const auto *image = std::get_if<app::ImagePart>(&part)) {
            // Those of a reply stand where its text has them.
            if (m_shown.isPrompt || !isNamedIn(message, *image))
                pictures.append({*image, {}});
        }
    }
    if (!pictures.isEmpty())
        segments.push_back(images(pictures));
}

MessageContent::Segment MessageContent::heading() const
{
    Slice line = lineSlice(Slice::Kind::Heading, 0);
    line.text = Transcript::tr("You");
    line.items = branchItems(m_shown.id());
    line.items.append(onHover(Transcript::tr("Copy"), SliceAction::Copy));
    if (m_source.isEditable())
        line.items.append(onHover(Transcript::tr("Edit"), SliceAction::Edit));
    return {Kind::Heading, {}, {line}, true};
}

MessageContent::Segment MessageContent::reasoning(const app::ReasoningPart &part,
                                                  const app::Message &message, bool open) const
{
    const bool thinking = message.state == app::MessageState::Streaming && part.durationMs == 0
                          && textOf(message.parts).isEmpty();
    Slice line = lineSlice(Slice::Kind::Reasoning, kPartSpace);
    line.inReasoning = true;
    line.isLast = !open;
    line.text = thinking ? Transcript::tr("Thinking…")
                : part.durationMs > 0
                    //: %1 is a duration such as "2.4 s"
                    ? Transcript::tr("Thought for %1")
                          .arg(durationText(std::chrono::milliseconds(part.durationMs)))
                    : Transcript::tr("Thought");
    line.text += reasoningFigures(message);
    Segment segment{Kind::Reasoning, {}, {line}, false};
    if (open)
        segment.text.append(part.text);
    return segment;
}

MessageContent::Segment MessageContent::images(const QList<SliceImage> &images)
{
    Slice row = lineSlice(Slice::Kind::Images, 8);
    row.images = images;
    return {Kind::Images, {}, {row}, true};
}

std::optional<MessageContent::Segment> MessageContent::error(const app::Message &last) const
{
    const app::Run *run = m_source.run(last.run);
    const bool failed =
        last.state == app::MessageState::Failed || last.state == app::MessageState::CutOff;
    if (failed && m_source.isVeiled(last.id))
        return veiledError();
    if (!failed || !run || !run->error || run->error->kind == app::ErrorKind::Cancelled)
        return std::nullopt;
    ErrorSentence sentence = errorSentence(*run->error, run->providerName, run->model);
    // What the user has taken out meanwhile, or what nobody can name, is no button.
    if (sentence.actions.contains(ErrorAction::GoOnWithout) && !m_source.canLeaveOut(last.id))
        sentence.actions = {ErrorAction::ChooseModel, ErrorAction::Retry};
    if (!m_source.isEditable())
        sentence.actions.removeAll(ErrorAction::ChooseModel);
    Slice strip = lineSlice(Slice::Kind::Error, kPartSpace);
    strip.text = sentence.text;
    strip.items = remedyItems(last.id);
    for (const ErrorAction what : std::as_const(sentence.actions)) {
        if (const QString label = actionLabel(what); !label.isEmpty())
            strip.items.append(action(label, SliceAction::SolveError, int(what)));
    }
    return Segment{Kind::Error, {}, {strip}, true};
}

/// What servers say may hold names.
MessageContent::Segment MessageContent::veiledError()
{
    Slice strip = lineSlice(Slice::Kind::Error, kPartSpace);
    strip.text = Transcript::tr("There is no whole answer. The reason shows with the names.");
    strip.items.append(
        action(actionLabel(ErrorAction::Retry), SliceAction::SolveError, int(ErrorAction::Retry)));
    return {Kind::Error, {}, {strip}, true};
}

MessageContent::Segment MessageContent::footer(const app::Message &last) const
{
    Slice line = lineSlice(Slice::Kind::Footer, kPartSpace);
    const auto add = [&](const QString &text, SliceItem::Look look) {
        if (!text.isEmpty())
            line.items.append(SliceItem{text, look, SliceAction::Copy, 0});
    };
    const bool cut = last.finishReason == "length"_L1;
    add(finishReasonText(last.finishReason),
        cut ? SliceItem::Look::Warning : SliceItem::Look::Plain);
    add(messageStateText(last.state), SliceItem::Look::Warning);
    add(otherModel(last), SliceItem::Look::Plain);
    if (last.edited)
        add(Transcript::tr("edited"), SliceItem::Look::Plain);
    add(momentText(last.createdMs, QDateTime::currentMSecsSinceEpoch()), SliceItem::Look::Plain);
    line.items += branchItems(m_shown.turnStart);
    if (canContinue(last) && m_source.isEditable())
        line.items.append(action(Transcript::tr("Continue"), SliceAction::Continue));
    line.items.append(onHover(Transcript::tr("Copy"), SliceAction::Copy));
    line.items.append(onHover(Transcript::tr("Retry"), SliceAction::Retry));
    if (m_source.isEditable())
        line.items.append(onHover(Transcript::tr("Edit"), SliceAction::Edit));
    if (!m_source.isVeiled(last.id))
        line.items.append(onHover(Transcript::tr("Details"), SliceAction::Details));
    if (std::ranges::any_of(m_shown.messages,
                            [this](app::MessageId id) { return m_source.hasTokens(id); }))
        line.items.append(onHover(Transcript::tr("Tokens"), SliceAction::Tokens));
    return {Kind::Footer, {}, {line}, true};
}

/// "‹ 2 / 3 ›"; nothing where there is one only.
QList<SliceItem> MessageContent::branchItems(app::MessageId message) const
{
    const QList<app::MessageId> siblings = m_source.siblings(message);
    if (siblings.size() < 2)
        return {};
    const int position = int(siblings.indexOf(message)) + 1;
    return {action(u"‹"_s, SliceAction::PreviousBranch),
            {u"%1 / %2"_s.arg(position).arg(siblings.size()), SliceItem::Look::Plain,
             SliceAction::Copy, 0},
            action(u"›"_s, SliceAction::NextBranch)};
}

} // namespace ui
