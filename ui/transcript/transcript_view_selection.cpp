// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected, and where it is copied to.
#include "ui/transcript/transcript_view.h"

#include "app/markdown/plain_text.h"
#include "ui/transcript/long_copy.h"
#include "ui/transcript/text_mapping.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

namespace ui {

void TranscriptView::startSelection(QPoint onViewport, TranscriptSelection::Unit unit)
{
    const std::optional<TextPosition> position = m_layout->positionAt(toLayout(onViewport));
    if (!position)
        return;
    m_selecting = true;
    m_selection.start(*m_layout, *position, unit);
    takeSelection();
}

void TranscriptView::extendSelection(QPoint onViewport)
{
    const std::optional<TextPosition> position = m_layout->positionAt(toLayout(onViewport));
    if (!position)
        return;
    m_selection.extend(*m_layout, *position);
    takeSelection();
}

/// The selection is another one; its head stands in the message that has the focus.
void TranscriptView::takeSelection()
{
    m_caretMover.forget();
    if (m_selection.hasCaret())
        m_focused = m_selection.caret().message;
    viewport()->update();
    emit selectionChanged();
}

std::pair<TextPosition, TextPosition> TranscriptView::selection() const
{
    return m_layout ? m_selection.range(*m_layout) : std::pair<TextPosition, TextPosition>();
}

void TranscriptView::setSelection(const TextPosition &anchor, const TextPosition &caret)
{
    m_selection.set(anchor, caret);
    takeSelection();
}

bool TranscriptView::hasSelection() const
{
    return m_layout && !m_selection.isEmpty(*m_layout);
}

void TranscriptView::selectAll()
{
    if (m_layout)
        setSelection(m_layout->start(), m_layout->end());
}

void TranscriptView::clearSelection()
{
    const TextPosition caret = m_selection.caret();
    setSelection(caret, caret);
}

/// The words that are selected stay selected when what they stand in is understood differently: a
/// marker was closed, a reference was defined. Gives where the message changed.
std::optional<int> TranscriptView::updateMessage(app::MessageId message)
{
    const std::optional<int> number = m_layout->numberOf(message);
    QList<std::pair<TextPosition *, QString>> held;
    for (TextPosition *place : m_selection.places()) {
        if (number && m_selection.hasCaret() && m_layout->numberOf(place->message) == number)
            held.append({place, m_layout->textOf(*place)});
    }
    const std::optional<int> changedAt = m_layout->update(message);
    for (const auto &[place, before] : std::as_const(held)) {
        const QString now = m_layout->textOf(*place);
        if (!before.isEmpty() && !now.isEmpty() && now != before)
            place->at.offset = mappedOffset(before, now, place->at.offset);
    }
    return changedAt;
}

/// After the path changed: what is no more in it is not selected.
void TranscriptView::dropForeignSelection()
{
    const bool known = m_layout->contains(m_selection.caret().message)
                       && m_layout->contains(m_selection.anchor().message);
    if (m_selection.hasCaret() && !known)
        m_selection.clear();
    if (!m_layout->contains(m_focused))
        m_focused = {};
}

QString TranscriptView::selectedText() const
{
    const auto [from, to] = selection();
    return from == to ? QString() : app::toPlainText(m_layout->blocksBetween(from, to));
}

void TranscriptView::copy()
{
    copyTo(*m_longCopy, QClipboard::Clipboard, selection());
}

/// Whole, with the list or quote that it may be.
void TranscriptView::copyMessage(app::MessageId message)
{
    if (!m_layout)
        return;
    const TextPosition from{message, m_layout->start().at};
    const TextPosition to{message, m_layout->end().at};
    if (m_layout->isLong(from, to))
        m_longCopy->start(m_layout->excerpts(from, to));
    else
        put(m_layout->blocksOf(message), QClipboard::Clipboard);
}

/// What the middle button of the mouse pastes, where there is such a thing.
void TranscriptView::offerSelection()
{
    if (hasSelection() && QApplication::clipboard()->supportsSelection())
        copyTo(*m_longSelection, QClipboard::Selection, selection());
}

void TranscriptView::copyTo(LongCopy &worker, QClipboard::Mode mode,
                            const std::pair<TextPosition, TextPosition> &stretch)
{
    const auto &[from, to] = stretch;
    if (!m_layout || from == to)
        return;
    if (m_layout->isLong(from, to))
        return worker.start(m_layout->excerpts(from, to));
    put(m_layout->blocksBetween(from, to), mode);
}

void TranscriptView::put(const app::Blocks &blocks, QClipboard::Mode mode) const
{
    if (!blocks.isEmpty())
        QApplication::clipboard()->setMimeData(clipboardData(copiedText(blocks)).release(), mode);
}

/// As it was written, for programs that take text alone.
void TranscriptView::copySource(app::MessageId message)
{
    const ShownMessage *shown = m_layout ? shownMessage(message) : nullptr;
    if (!shown)
        return;
    QString text;
    for (const app::MessageId id : shown->messages) {
        const app::Message *part = m_source->message(id);
        if (part && part->role != app::Role::Tool)
            text += QString::fromUtf8(app::textOf(part->parts));
    }
    QApplication::clipboard()->setText(text);
}

} // namespace ui
