// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/accessible_updates.h"

#include "app/markdown/plain_text.h"
#include "ui/transcript/transcript_accessible.h"
#include "ui/transcript/transcript_reader.h"
#include "ui/transcript/transcript_words.h"
#include "ui/wording/error_wording.h"

#include <QEvent>
#include <QSet>
#include <QTimerEvent>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kTellMs = 1000;
constexpr int kTellAddedMs = 50;
constexpr qsizetype kMostTold = 16; ///< messages at a time
constexpr int kLongestEnding = 300;

AccessibleUpdates::Handler handler = &QAccessible::updateAccessibility;

void tell(QAccessibleInterface *interface, QAccessible::Event what)
{
    if (!interface)
        return;
    QAccessibleEvent event(interface, what);
    handler(&event);
}

void tellBusy(QAccessibleInterface *interface)
{
    if (!interface)
        return;
    QAccessible::State changed;
    changed.busy = true;
    QAccessibleStateChangeEvent event(interface, changed);
    handler(&event);
}

} // namespace

AccessibleUpdates::AccessibleUpdates(TranscriptView *view)
    : QObject(view), m_view(view), m_active(QAccessible::isActive())
{
    QAccessible::installActivationObserver(this);
    view->installEventFilter(this);
    connect(view, &TranscriptView::selectionChanged, this, &AccessibleUpdates::tellSelection);
    connect(view, &TranscriptView::focusedMessageChanged, this, &AccessibleUpdates::tellFocus);
}

AccessibleUpdates::~AccessibleUpdates()
{
    QAccessible::removeActivationObserver(this);
}

void AccessibleUpdates::setHandler(Handler replacement)
{
    handler = replacement;
}

TranscriptAccessible *AccessibleUpdates::list() const
{
    return m_active ? TranscriptAccessible::of(m_view) : nullptr;
}

void AccessibleUpdates::follow(TranscriptSource *source)
{
    m_source = source; // the one before is gone, and its connections with it
    m_writing.clear();
    m_finished.clear();
    m_added.clear();
    m_tick.stop();
    m_addedTick.stop();
    m_shown = m_view->layout() ? m_view->layout()->shown() : QList<ShownMessage>();
    if (TranscriptAccessible *known = list())
        known->dropForeign();
    if (!source)
        return;
    // A short answer can come whole within one frame: how it began is seen here only.
    connect(source, &TranscriptSource::pathChanged, this, [this] {
        if (m_active && !m_source->path().isEmpty())
            noteWriting(m_source->path().constLast());
    });
    connect(source, &TranscriptSource::messageGrew, this, &AccessibleUpdates::noteWriting);
    connect(source, &TranscriptSource::messageChanged, this, &AccessibleUpdates::noteChange);
}

void AccessibleUpdates::noteWriting(app::MessageId message)
{
    if (!m_active || m_writing.contains(message))
        return;
    const app::Message *written = m_source->message(message);
    if (!written || written->state != app::MessageState::Streaming)
        return;
    m_writing.insert(message, {});
    if (!m_tick.isActive())
        m_tick.start(kTellMs, this);
}

void AccessibleUpdates::noteChange(app::MessageId message)
{
    const app::Message *changed = m_source->message(message);
    if (changed && changed->state == app::MessageState::Streaming)
        return noteWriting(message);
    if (changed && m_writing.contains(message) && !m_finished.contains(message))
        m_finished.append(message);
}

void AccessibleUpdates::takeFrame()
{
    tellPath();
    for (const app::MessageId message : std::exchange(m_finished, {}))
        tellFinished(message);
    if (m_writing.isEmpty())
        m_tick.stop();
}

void AccessibleUpdates::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_addedTick.timerId())
        return tellNextAdded();
    if (event->timerId() != m_tick.timerId())
        return QObject::timerEvent(event);
    const QList<app::MessageId> writing = m_writing.keys();
    for (const app::MessageId message : writing)
        tellText(message);
}

/// Messages that were added are told one by one; those of a long branch a few at a time, for each
/// goes over a bus. Another conversation is another list: nothing of it is told.
void AccessibleUpdates::tellPath()
{
    const QList<ShownMessage> &now = m_view->layout()->shown();
    if (now.isSharedWith(m_shown))
        return;
    const QList<ShownMessage> before = std::exchange(m_shown, now);
    TranscriptAccessible *known = list();
    if (!known)
        return;
    known->dropForeign();
    const auto [first, other] = std::mismatch(
        now.cbegin(), now.cend(), before.cbegin(), before.cend(),
        [](const ShownMessage &a, const ShownMessage &b) { return a.id() == b.id(); });
    QSet<app::MessageId> added;
    for (auto message = first; message != now.cend(); ++message)
        added.insert(message->id());
    m_added.removeIf([&](app::MessageId id) { return added.contains(id); });
    for (auto message = first; message != now.cend(); ++message)
        m_added.append(message->id());
    tellNextAdded();
}

void AccessibleUpdates::tellNextAdded()
{
    TranscriptAccessible *known = list();
    const qsizetype count = qMin(kMostTold, m_added.size());
    for (const app::MessageId message : m_added.first(count)) {
        if (known)
            tell(known->interfaceOf(message), QAccessible::ObjectCreated);
    }
    m_added.remove(0, count);
    if (m_added.isEmpty())
        m_addedTick.stop();
    else if (!m_addedTick.isActive())
        m_addedTick.start(kTellAddedMs, this);
}

/// What was written since the last time. Nobody who has not asked for the message needs to know.
void AccessibleUpdates::tellText(app::MessageId message)
{
    TranscriptAccessible *known = list();
    QAccessibleInterface *item = known ? known->knownInterfaceOf(message) : nullptr;
    if (!item)
        return;
    const QString now = known->reader().text(message).text();
    QString &told = m_writing[message];
    if (told.isEmpty())
        tellBusy(item);
    if (now == told)
        return;
    if (now.startsWith(told)) {
        QAccessibleTextInsertEvent event(item, int(told.size()), now.sliced(told.size()));
        handler(&event);
    } else {
        // Markdown may have become something else, but what stands before it is the same.
        const auto [from, to] = std::mismatch(told.cbegin(), told.cend(), now.cbegin(), now.cend());
        const auto same = from - told.cbegin();
        QAccessibleTextUpdateEvent event(item, int(same), told.sliced(same), now.sliced(same));
        handler(&event);
    }
    told = now;
}

void AccessibleUpdates::tellFinished(app::MessageId message)
{
    tellText(message);
    m_writing.remove(message);
    TranscriptAccessible *known = list();
    const TranscriptLayout *layout = m_view->layout();
    const std::optional<int> number = layout->numberOf(message);
    if (!known || !number)
        return;
    const app::MessageId item = layout->shown()[*number].id();
    tellBusy(known->knownInterfaceOf(item));
    if (const QString sentence = ending(message); !sentence.isEmpty())
        tell(known->announce(item, sentence), QAccessible::ObjectShow);
}

/// Empty when the turn goes on with a tool.
QString AccessibleUpdates::ending(app::MessageId message) const
{
    const app::Message *finished = m_source->message(message);
    if (!finished || finished->finishReason == "tool_calls"_L1)
        return {};
    const QString text =
        shortened(app::toPlainText(m_view->layout()->blocksOf(message)), kLongestEnding);
    switch (finished->state) {
    case app::MessageState::Complete:
        //: Spoken by screen readers; %1 is how the answer begins
        return Transcript::tr("Answer complete: %1").arg(text);
    case app::MessageState::Cancelled:
        return Transcript::tr("Answer stopped.");
    case app::MessageState::Streaming:
        return {};
    default:
        break;
    }
    const app::Run *run = m_source->run(finished->run);
    const QString reason = run && run->error
                               ? errorSentence(*run->error, run->providerName, run->model).text
                               : QString();
    return Transcript::tr("The answer failed. %1").arg(reason).trimmed();
}

bool AccessibleUpdates::eventFilter(QObject *watched, QEvent *event)
{
    // Qt tells of the focus of the view after this; the message in it comes behind that.
    if (event->type() == QEvent::FocusIn && m_active)
        QMetaObject::invokeMethod(this, &AccessibleUpdates::tellFocus, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void AccessibleUpdates::tellFocus()
{
    TranscriptAccessible *known = m_view->hasFocus() ? list() : nullptr;
    if (known)
        tell(known->interfaceOf(m_view->focusedMessage()), QAccessible::Focus);
}

void AccessibleUpdates::tellSelection()
{
    TranscriptAccessible *known = list();
    QAccessibleInterface *item = known ? known->interfaceOf(m_view->caret().message) : nullptr;
    if (!item)
        return;
    int from = 0;
    int to = 0;
    item->textInterface()->selection(0, &from, &to);
    if (from != to) {
        QAccessibleTextSelectionEvent event(item, from, to);
        event.setCursorPosition(item->textInterface()->cursorPosition());
        handler(&event);
    }
    QAccessibleTextCursorEvent event(item, item->textInterface()->cursorPosition());
    handler(&event);
}

} // namespace ui
