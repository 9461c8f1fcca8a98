// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_reader.h"

#include "ui/transcript/transcript_words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr size_t kMostReadings = 4;

QString nameOf(const Slice &slice, const SliceItem &item)
{
    switch (item.action) {
    case SliceAction::Fold:
        //: A button of the card of a call: "More" or "Less", and the name of the tool.
        return slice.kind == Slice::Kind::ToolCall
                   ? Transcript::tr("%1: %2").arg(item.text, slice.text)
                   : slice.text;
    case SliceAction::CopyCode:
        return Transcript::tr("Copy code");
    case SliceAction::WrapCode:
        return Transcript::tr("Wrap long lines");
    case SliceAction::OpenImage:
        return Transcript::tr("Image: %1").arg(item.text);
    case SliceAction::PreviousBranch:
        return Transcript::tr("Previous branch");
    case SliceAction::NextBranch:
        return Transcript::tr("Next branch");
    case SliceAction::PreviousPiece:
        return Transcript::tr("Previous version of this part");
    case SliceAction::NextPiece:
        return Transcript::tr("Next version of this part");
    default:
        return item.text;
    }
}

bool canBePressed(const SliceItem &item)
{
    // The look of a switch that is on is Strong.
    return item.look == SliceItem::Look::Action || item.look == SliceItem::Look::OnHover
           || (item.look == SliceItem::Look::Strong && item.action == SliceAction::WrapCode);
}

QRectF united(const QList<QRectF> &rects)
{
    QRectF all;
    for (const QRectF &rect : rects)
        all |= rect;
    return all;
}

} // namespace

const TranscriptLayout *TranscriptReader::layout() const
{
    return m_view ? m_view->layout() : nullptr;
}

const ShownMessage *TranscriptReader::shown(app::MessageId message) const
{
    const std::optional<int> number = layout() ? layout()->numberOf(message) : std::nullopt;
    const ShownMessage *found = number ? &layout()->shown()[*number] : nullptr;
    return found && found->id() == message ? found : nullptr;
}

bool TranscriptReader::isBeingWritten(app::MessageId message) const
{
    const ShownMessage *found = shown(message);
    const app::Message *last =
        found ? m_view->source()->message(found->messages.constLast()) : nullptr;
    return last && last->state == app::MessageState::Streaming;
}

QString TranscriptReader::author(app::MessageId message) const
{
    const ShownMessage *found = shown(message);
    return found && found->isPrompt ? Transcript::tr("You") : Transcript::tr("Answer");
}

QString TranscriptReader::remarks(app::MessageId message)
{
    QStringList words;
    for (const Slice &slice : text(message).slices()) {
        for (const SliceItem &item : slice.items) {
            if (!canBePressed(item) && !item.text.isEmpty())
                words += item.text;
        }
    }
    return words.join(u", "_s);
}

TranscriptReader::Reading &TranscriptReader::reading(app::MessageId message)
{
    const quint64 revision = layout() ? layout()->revisionOf(message) : 0;
    const auto known =
        std::find_if(m_readings.begin(), m_readings.end(),
                     [&](const Reading &reading) { return reading.message == message; });
    if (known != m_readings.end() && known->revision == revision) {
        m_readings.splice(m_readings.begin(), m_readings, known);
        return m_readings.front();
    }
    if (known != m_readings.end())
        m_readings.erase(known);
    else if (m_readings.size() == kMostReadings)
        m_readings.pop_back();
    m_readings.push_front({message, revision, {}, {}});
    if (shown(message))
        m_readings.front().text = MessageText(layout()->slicesOf(message), author(message));
    return m_readings.front();
}

const MessageText &TranscriptReader::text(app::MessageId message)
{
    return reading(message).text;
}

const QList<PressableItem> &TranscriptReader::pressable(app::MessageId message)
{
    Reading &found = reading(message);
    if (!found.pressable) {
        found.pressable.emplace();
        for (const Slice &slice : found.text.slices())
            addPressable(*found.pressable, slice);
    }
    return *found.pressable;
}

void TranscriptReader::addPressable(QList<PressableItem> &found, const Slice &slice) const
{
    const auto add = [&](const SliceItem &item) {
        found.append({slice.key, item, {}, 0, 0, nameOf(slice, item)});
    };
    switch (slice.kind) {
    case Slice::Kind::Reasoning:
        return add({slice.text, SliceItem::Look::Action, SliceAction::Fold, slice.key.part});
    case Slice::Kind::Images:
        for (int i = 0; i < slice.images.size(); ++i)
            add({slice.images[i].part.fileName, SliceItem::Look::Action, SliceAction::OpenImage,
                 i});
        return;
    case Slice::Kind::Text:
    case Slice::Kind::Table:
        found += linksOf(slice);
        return;
    case Slice::Kind::Code: {
        if (!slice.isFirst)
            return;
        Slice head = slice; // its buttons do not depend on its lines, which can be many
        head.lines.clear();
        const SliceLayout laidOut(head, layout()->style());
        for (const SliceControl &control : laidOut.controls()) {
            if (canBePressed(control.item))
                add(control.item);
        }
        return;
    }
    default:
        for (const SliceItem &item : slice.items) {
            if (canBePressed(item))
                add(item);
        }
    }
}

const SliceLayout &TranscriptReader::layoutOf(app::MessageId message, const Slice &slice)
{
    if (const SliceLayout *seen = layout()->laidOut(message, slice.key))
        return *seen;
    const quint64 revision = layout()->revisionOf(message);
    const CodeLook look = layout()->lookOf(message, slice);
    const bool same = m_spare.layout && m_spare.message == message && m_spare.revision == revision
                      && m_spare.key == slice.key && m_spare.look == look;
    if (!same) {
        m_spare = {message, revision, slice.key, look,
                   std::make_unique<SliceLayout>(slice, layout()->style(), look)};
    }
    return *m_spare.layout;
}

std::pair<int, int> TranscriptReader::lineAround(app::MessageId message, int offset)
{
    const MessageText &read = text(message);
    const std::pair<int, int> paragraph = read.unitAround(offset, MessageText::Unit::Paragraph);
    const MessageText::Place place = read.placeAt(qMin(offset, paragraph.second - 1));
    const Slice *slice = place.slice < 0 ? nullptr : &read.slices()[size_t(place.slice)];
    if (!slice || slice->kind == Slice::Kind::Table || !holdsText(*slice))
        return paragraph;
    // Words before the text stand on its first line, if not on one of their own.
    const auto [from, to] = layoutOf(message, *slice).lineAround(place.offset);
    const int first =
        from == 0 ? paragraph.first : read.offsetOf(MessageText::Place{place.slice, from, false});
    int behind = qMax(offset, read.offsetOf(MessageText::Place{place.slice, to, false})) + 1;
    if (behind < read.text().size() && read.text()[behind] == u'\n')
        ++behind;
    return {qMax(paragraph.first, first), qMin(paragraph.second, behind)};
}

int TranscriptReader::offsetAt(app::MessageId message, QPoint onScreen)
{
    if (!shown(message))
        return -1;
    const QPoint onViewport = m_view->viewport()->mapFromGlobal(onScreen);
    const QPoint point = onViewport - m_view->toViewport({0, 0});
    const std::optional<TextPosition> position = layout()->positionAt(point);
    return position && position->message == message ? text(message).offsetOf(position->at) : -1;
}

QRect TranscriptReader::onScreen(app::MessageId message, const SliceKey &slice, QRectF rect) const
{
    const std::optional<int> top = layout()->topOf(message, slice);
    const QRect placed = rect.translated(0, top.value_or(0)).toAlignedRect();
    const QPoint corner = m_view->toViewport(placed.topLeft());
    return {m_view->viewport()->mapToGlobal(corner), placed.size()};
}

QRect TranscriptReader::rectOf(app::MessageId message) const
{
    const std::optional<QRect> rect = shown(message) ? layout()->rectOf(message) : std::nullopt;
    if (!rect)
        return {};
    const QPoint corner = m_view->toViewport(rect->topLeft());
    return {m_view->viewport()->mapToGlobal(corner), rect->size()};
}

QRect TranscriptReader::characterRect(app::MessageId message, int offset)
{
    if (!shown(message))
        return {};
    const MessageText &read = text(message);
    const MessageText::Place place = read.placeAt(offset);
    if (place.slice < 0) {
        QRect line = rectOf(message);
        line.setHeight(qMin(line.height(), layout()->style().captionLineHeight));
        return line;
    }
    const Slice &slice = read.slices()[size_t(place.slice)];
    const SliceLayout &laidOut = layoutOf(message, slice);
    if (!holdsText(slice))
        return onScreen(message, slice.key,
                        QRectF(0, 0, layout()->style().width, laidOut.height()));
    const QList<QRectF> rects =
        place.inWords ? QList<QRectF>() : laidOut.selectionRects(place.offset, place.offset + 1);
    return onScreen(message, slice.key,
                    rects.isEmpty() ? laidOut.caretRect(place.offset) : rects.constFirst());
}

QRect TranscriptReader::rectOf(app::MessageId message, const PressableItem &item)
{
    const Slice *slice = shown(message) ? text(message).slice(item.slice) : nullptr;
    if (!slice)
        return {};
    const SliceLayout &laidOut = layoutOf(message, *slice);
    if (!item.link.isEmpty())
        return onScreen(message, item.slice,
                        united(laidOut.selectionRects(item.start, item.start + item.length)));
    for (const SliceControl &control : laidOut.controls()) {
        if (control.item.action == item.item.action && control.item.value == item.item.value
            && canBePressed(control.item))
            return onScreen(message, item.slice, control.rect);
    }
    return {};
}

} // namespace ui
