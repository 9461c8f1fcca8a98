// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of a place: of the pointer, or of the message that has the focus.
#include "app/schema/answer_json.h"
#include "ui/transcript/link_opener.h"
#include "ui/transcript/transcript_view.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>

namespace ui {

namespace {

bool isBranchStep(SliceAction action)
{
    return action == SliceAction::PreviousBranch || action == SliceAction::NextBranch;
}

} // namespace

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_layout)
        return;
    if (event->reason() == QContextMenuEvent::Keyboard)
        return showFocusedMenu();
    const Hit hit = hitAt(event->pos());
    if (hit.message)
        m_focused = hit.message;
    showMenu(hit, event->globalPos());
}

/// At the caret where it is in sight, else at the top of the message.
void TranscriptView::showFocusedMenu()
{
    const std::optional<QRect> rect = m_layout ? m_layout->rectOf(m_focused) : std::nullopt;
    if (!rect)
        return;
    Hit hit;
    hit.message = m_focused;
    QPoint at(metrics::kStep4, qMax(0, toViewport(rect->topLeft()).y() + metrics::kStep5));
    m_layout->visit(top(), top() + viewport()->height(),
                    [&](const TranscriptLayout::Visible &visible) {
                        const TextPosition &caret = m_selection.caret();
                        if (visible.message != caret.message || visible.slice.key != caret.at.key)
                            return;
                        const QRectF place = visible.layout.caretRect(caret.at.offset);
                        hit.slice = &visible.slice;
                        at = toViewport((place.bottomLeft() + QPointF(0, visible.top)).toPoint());
                    });
    showMenu(hit, viewport()->mapToGlobal(at));
}

void TranscriptView::showMenu(const Hit &hit, QPoint globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copySelection =
        menu->addAction(tr("Copy"), QKeySequence::Copy, this, &TranscriptView::copy);
    copySelection->setEnabled(hasSelection());
    if (const QUrl link = openableLink(hit.link); !link.isEmpty()) {
        menu->addAction(tr("Copy link address"), this, [link] {
            QApplication::clipboard()->setText(QString::fromUtf8(link.toEncoded()));
        });
    }
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &TranscriptView::selectAll);
    if (hit.slice && hit.slice->kind == Slice::Kind::Code)
        addCodeActions(*menu, hit);
    if (const ShownMessage *shown = hit.message ? shownMessage(hit.message) : nullptr)
        addMessageActions(*menu, *shown);
    menu->popup(globalPosition);
}

void TranscriptView::addCodeActions(QMenu &menu, const Hit &hit)
{
    menu.addSeparator();
    const auto add = [&, message = hit.message, slice = *hit.slice](const QString &text,
                                                                    SliceAction what) {
        menu.addAction(text, this,
                       [this, message, slice, what] { activateCodeAction(message, slice, what); });
    };
    add(tr("Copy code"), SliceAction::CopyCode);
    add(tr("Wrap long lines"), SliceAction::WrapCode);
    add(tr("Save code…"), SliceAction::SaveCode);
}

/// What its heading and its footer offer, in words.
void TranscriptView::addMessageActions(QMenu &menu, const ShownMessage &shown)
{
    menu.addSeparator();
    const auto add = [&, id = shown.id()](const QString &text, const SliceItem &item) {
        return menu.addAction(text, this, [this, id, item] {
            if (const ShownMessage *now = shownMessage(id))
                activateReplyAction(*now, item);
        });
    };
    add(tr("Copy message"), {{}, SliceItem::Look::Action, SliceAction::Copy, 0});
    menu.addAction(tr("Copy message as Markdown"), this,
                   [this, id = shown.id()] { copySource(id); });
    if (!shown.isPrompt) {
        menu.addAction(tr("Compare with…"), this,
                       [this, id = shown.id()] { emit comparisonRequested(id); });
    }
    const app::Message *first = m_source->message(shown.id());
    if (!shown.isPrompt && m_offersJson && first && app::looksLikeJson(app::textOf(first->parts))) {
        menu.addAction(tr("Show the JSON as a tree"), this,
                       [this, id = shown.id()] { emit jsonRequested(id); });
    }
    const app::MessageId branch = shown.isPrompt ? shown.id() : shown.turnStart;
    const QList<app::MessageId> siblings = m_source->siblings(branch);
    const QList<SliceItem> items = m_layout->actionsOf(shown.id());
    for (const SliceItem &item : items) {
        if (item.action == SliceAction::Copy || item.action == SliceAction::Fold)
            continue;
        if (item.action == SliceAction::Tokens) {
            add(tr("Token probabilities…"), item);
            continue;
        }
        if (item.action == SliceAction::PreviousPiece) {
            add(tr("Previous version of this part"), item);
            continue;
        }
        if (item.action == SliceAction::NextPiece) {
            add(tr("Next version of this part"), item);
            continue;
        }
        if (!isBranchStep(item.action)) {
            add(item.text, item);
            continue;
        }
        const bool back = item.action == SliceAction::PreviousBranch;
        const app::MessageId end = back ? siblings.constFirst() : siblings.constLast();
        add(back ? tr("Previous branch") : tr("Next branch"), item)->setEnabled(branch != end);
    }
    if (!m_amongOthers || shown.isPrompt)
        return;
    menu.addAction(tr("Go on with this answer in all lanes"), this,
                   [this, id = shown.id()] { emit goOnRequested(id); });
    menu.addAction(tr("Retry this round in all lanes"), this,
                   [this, id = shown.id()] { emit retryRoundRequested(id); });
}

} // namespace ui
