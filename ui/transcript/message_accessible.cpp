// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/message_accessible.h"

#include "ui/transcript/pressable_accessible.h"
#include "ui/transcript/transcript_reader.h"
#include "ui/transcript/transcript_words.h"
#include "ui/wording/error_wording.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QWindow>

namespace ui {

namespace {
/// A name is spoken in one go; the text is there for the rest.
constexpr int kLongestName = 600;
} // namespace

MessageAccessible::MessageAccessible(TranscriptAccessible &transcript, app::MessageId message)
    : m_transcript(transcript), m_message(message)
{
}

MessageAccessible::~MessageAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_pressable))
        QAccessible::deleteAccessibleInterface(id);
}

bool MessageAccessible::isValid() const
{
    return reader().shown(m_message) != nullptr;
}

QWindow *MessageAccessible::window() const
{
    return m_transcript.window();
}

int MessageAccessible::childCount() const
{
    if (!isValid())
        return 0;
    return int(reader().pressable(m_message).size())
           + (m_transcript.announcementOn(m_message) ? 1 : 0);
}

QAccessibleInterface *MessageAccessible::child(int index) const
{
    if (!isValid() || index < 0)
        return nullptr;
    const QList<PressableItem> &items = reader().pressable(m_message);
    if (index >= items.size())
        return index == items.size() ? m_transcript.announcementOn(m_message) : nullptr;
    for (const QAccessible::Id id : std::as_const(m_pressable)) {
        auto *known = static_cast<PressableAccessible *>(QAccessible::accessibleInterface(id));
        if (known->item().isSameAs(items[index]))
            return known;
    }
    auto *made = new PressableAccessible(m_transcript, m_message, items[index]);
    m_pressable.append(QAccessible::registerAccessibleInterface(made));
    return made;
}

int MessageAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (!isValid() || !child)
        return -1;
    const QList<PressableItem> &items = reader().pressable(m_message);
    if (child == m_transcript.announcementOn(m_message))
        return int(items.size());
    const auto *pressable = dynamic_cast<const PressableAccessible *>(child);
    if (!pressable || pressable->message() != m_message)
        return -1;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items[i].isSameAs(pressable->item()))
            return int(i);
    }
    return -1;
}

QAccessibleInterface *MessageAccessible::childAt(int x, int y) const
{
    if (!isValid())
        return nullptr;
    const QList<PressableItem> &items = reader().pressable(m_message);
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (reader().rectOf(m_message, items[i]).contains(x, y))
            return child(int(i));
    }
    return nullptr;
}

QString MessageAccessible::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    if (kind == QAccessible::Description)
        return reader().remarks(m_message);
    if (kind != QAccessible::Name)
        return {};
    const MessageText &read = reader().text(m_message);
    const QString body =
        shortened(read.text().mid(read.bodyStart(), 2 * kLongestName), kLongestName);
    //: What a screen reader says of a message: %1 is "You" or "Answer", %2 its text
    return Transcript::tr("%1: %2").arg(reader().author(m_message), body);
}

QRect MessageAccessible::rect() const
{
    return reader().rectOf(m_message);
}

QAccessible::State MessageAccessible::state() const
{
    QAccessible::State state;
    const TranscriptView *view = isValid() ? reader().view() : nullptr;
    state.invalid = !view;
    if (!view)
        return state;
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    state.focusable = true;
    state.focused = view->hasFocus() && view->focusedMessage() == m_message;
    state.selectable = true;
    const auto [from, to] = selected();
    state.selected = from != to;
    state.busy = reader().isBeingWritten(m_message);
    const QRect seen(view->viewport()->mapToGlobal(QPoint()), view->viewport()->size());
    state.offscreen = !seen.intersects(rect());
    state.invisible = !view->isVisible();
    return state;
}

void *MessageAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

TextPosition MessageAccessible::positionAt(int offset) const
{
    return {m_message, reader().text(m_message).positionAt(offset)};
}

std::pair<int, int> MessageAccessible::selected() const
{
    const TranscriptView *view = reader().view();
    const auto [from, to] = view->selection();
    const TranscriptLayout *layout = view->layout();
    const std::optional<int> number = layout->numberOf(m_message);
    const std::optional<int> first = layout->numberOf(from.message);
    const std::optional<int> last = layout->numberOf(to.message);
    if (from == to || !number || !first || !last || *number < *first || *number > *last)
        return {0, 0};
    if (*number != *first && *number != *last)
        return {0, characterCount()};
    const MessageText &read = reader().text(m_message);
    return {*number == *first ? read.offsetOf(from.at) : 0,
            *number == *last ? read.offsetOf(to.at) : int(read.text().size())};
}

void MessageAccessible::selection(int index, int *start, int *end) const
{
    const auto [from, to] = isValid() && index == 0 ? selected() : std::pair(0, 0);
    *start = from;
    *end = to;
}

int MessageAccessible::selectionCount() const
{
    const auto [from, to] = isValid() ? selected() : std::pair(0, 0);
    return from == to ? 0 : 1;
}

void MessageAccessible::addSelection(int start, int end)
{
    setSelection(0, start, end); // there is one
}

void MessageAccessible::removeSelection(int index)
{
    if (index == 0 && selectionCount() > 0)
        reader().view()->clearSelection();
}

void MessageAccessible::setSelection(int index, int start, int end)
{
    if (isValid() && index == 0)
        reader().view()->setSelection(positionAt(start), positionAt(end));
}

int MessageAccessible::cursorPosition() const
{
    const TextPosition caret = isValid() ? reader().view()->caret() : TextPosition();
    const ShownMessage *shown = reader().shown(m_message);
    if (!shown || !shown->messages.contains(caret.message))
        return -1;
    return reader().text(m_message).offsetOf(caret.at);
}

void MessageAccessible::setCursorPosition(int position)
{
    if (!isValid())
        return;
    setSelection(0, position, position);
    scrollToSubstring(position, position);
}

QString MessageAccessible::text(int start, int end) const
{
    if (!isValid())
        return {};
    const QString &text = reader().text(m_message).text();
    const int to = end < 0 ? int(text.size()) : qMin(end, int(text.size()));
    const int from = qBound(0, start, to);
    return text.mid(from, to - from);
}

int MessageAccessible::characterCount() const
{
    return isValid() ? int(reader().text(m_message).text().size()) : 0;
}

std::pair<int, int> MessageAccessible::unitAround(int offset,
                                                  QAccessible::TextBoundaryType type) const
{
    const MessageText &read = reader().text(m_message);
    switch (type) {
    case QAccessible::CharBoundary:
        return read.unitAround(offset, MessageText::Unit::Character);
    case QAccessible::WordBoundary:
        return read.unitAround(offset, MessageText::Unit::Word);
    case QAccessible::SentenceBoundary:
        return read.unitAround(offset, MessageText::Unit::Sentence);
    case QAccessible::ParagraphBoundary:
        return read.unitAround(offset, MessageText::Unit::Paragraph);
    case QAccessible::LineBoundary:
        return reader().lineAround(m_message, offset);
    case QAccessible::NoBoundary:
        break;
    }
    return {0, int(read.text().size())};
}

QString MessageAccessible::cut(std::pair<int, int> range, int *start, int *end) const
{
    *start = range.first;
    *end = range.second;
    return range.first < range.second ? text(range.first, range.second) : QString();
}

QString MessageAccessible::textAtOffset(int offset, QAccessible::TextBoundaryType type, int *start,
                                        int *end) const
{
    if (offset == -1) // where the caret is, in the words of IAccessible2
        offset = cursorPosition();
    if (!isValid() || offset < 0 || offset > characterCount())
        return cut({-1, -1}, start, end);
    return cut(unitAround(offset, type), start, end);
}

QString MessageAccessible::textBeforeOffset(int offset, QAccessible::TextBoundaryType type,
                                            int *start, int *end) const
{
    if (offset == -1)
        offset = cursorPosition();
    if (!isValid() || offset < 0 || offset > characterCount())
        return cut({-1, -1}, start, end);
    const int from = unitAround(offset, type).first;
    return cut(from > 0 ? unitAround(from - 1, type) : std::pair(-1, -1), start, end);
}

QString MessageAccessible::textAfterOffset(int offset, QAccessible::TextBoundaryType type,
                                           int *start, int *end) const
{
    if (offset == -1)
        offset = cursorPosition();
    if (!isValid() || offset < 0 || offset > characterCount())
        return cut({-1, -1}, start, end);
    const int behind = unitAround(offset, type).second;
    return cut(behind < characterCount() ? unitAround(behind, type) : std::pair(-1, -1), start,
               end);
}

QRect MessageAccessible::characterRect(int offset) const
{
    return isValid() ? reader().characterRect(m_message, offset) : QRect();
}

int MessageAccessible::offsetAtPoint(const QPoint &point) const
{
    return reader().offsetAt(m_message, point);
}

void MessageAccessible::scrollToSubstring(int start, int)
{
    if (isValid())
        reader().view()->showPosition(positionAt(start));
}

QString MessageAccessible::attributes(int offset, int *start, int *end) const
{
    *start = *end = 0;
    return isValid() ? reader().text(m_message).attributesAt(offset, start, end) : QString();
}

QStringList MessageAccessible::actionNames() const
{
    return {setFocusAction(), showMenuAction()};
}

void MessageAccessible::doAction(const QString &name)
{
    TranscriptView *view = isValid() ? reader().view() : nullptr;
    if (!view || !actionNames().contains(name))
        return;
    view->setFocus(Qt::OtherFocusReason);
    view->focusMessage(m_message);
    if (name != showMenuAction())
        return;
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, view->mapToGlobal(QPoint()));
    QCoreApplication::sendEvent(view, &event);
}

QStringList MessageAccessible::keyBindingsForAction(const QString &name) const
{
    return name == showMenuAction() ? QStringList{QKeySequence(Qt::Key_Return).toString()}
                                    : QStringList();
}

} // namespace ui
