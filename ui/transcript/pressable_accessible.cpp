// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/pressable_accessible.h"

#include "ui/transcript/transcript_reader.h"

#include <QWindow>

namespace ui {

PressableAccessible::PressableAccessible(TranscriptAccessible &transcript, app::MessageId message,
                                         PressableItem item)
    : m_transcript(transcript), m_message(message), m_item(std::move(item))
{
}

const PressableItem *PressableAccessible::now() const
{
    if (!m_transcript.reader().shown(m_message))
        return nullptr;
    const QList<PressableItem> &all = m_transcript.reader().pressable(m_message);
    const auto found = std::find_if(all.begin(), all.end(), [this](const PressableItem &item) {
        return item.isSameAs(m_item);
    });
    return found == all.end() ? nullptr : &*found;
}

const Slice *PressableAccessible::slice() const
{
    return m_transcript.reader().text(m_message).slice(m_item.slice);
}

QWindow *PressableAccessible::window() const
{
    return m_transcript.window();
}

QAccessibleInterface *PressableAccessible::parent() const
{
    return m_transcript.interfaceOf(m_message);
}

QString PressableAccessible::text(QAccessible::Text kind) const
{
    const PressableItem *item = now();
    if (!item)
        return {};
    if (kind == QAccessible::Name)
        return item->name;
    if (kind == QAccessible::Value || kind == QAccessible::Description)
        return QString::fromUtf8(item->link);
    return {};
}

QRect PressableAccessible::rect() const
{
    const PressableItem *item = now();
    return item ? m_transcript.reader().rectOf(m_message, *item) : QRect();
}

QAccessible::Role PressableAccessible::role() const
{
    if (!m_item.link.isEmpty())
        return QAccessible::Link;
    switch (m_item.item.action) {
    case SliceAction::OpenImage:
        return QAccessible::Graphic;
    case SliceAction::WrapCode:
        return QAccessible::CheckBox;
    default:
        return QAccessible::Button;
    }
}

QAccessible::State PressableAccessible::state() const
{
    QAccessible::State state;
    const Slice *where = isValid() ? slice() : nullptr;
    state.invalid = !where;
    if (!where)
        return state;
    const TranscriptReader &reader = m_transcript.reader();
    state.linked = !m_item.link.isEmpty();
    if (m_item.item.action == SliceAction::Fold && m_item.link.isEmpty()) {
        state.expandable = true;
        state.expanded = !where->isLast;
        state.collapsed = where->isLast;
    }
    if (role() == QAccessible::CheckBox) {
        state.checkable = true;
        state.checked = reader.layout()->lookOf(m_message, *where).wraps;
    }
    const QWidget *viewport = reader.view()->viewport();
    const QRect seen(viewport->mapToGlobal(QPoint()), viewport->size());
    state.offscreen = !seen.intersects(rect());
    return state;
}

void *PressableAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                : nullptr;
}

QStringList PressableAccessible::actionNames() const
{
    if (role() == QAccessible::CheckBox)
        return {toggleAction(), pressAction()};
    return {pressAction()};
}

void PressableAccessible::doAction(const QString &name)
{
    const PressableItem *item = now();
    if (!item || !actionNames().contains(name))
        return;
    TranscriptView *view = m_transcript.reader().view();
    if (!item->link.isEmpty())
        return view->activateLink(item->link);
    const Slice where = *slice(); // pressing may replace what was read
    view->activateItem(m_message, where, item->item);
}

} // namespace ui
