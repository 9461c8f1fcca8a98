// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_accessible.h"

#include "ui/transcript/message_accessible.h"
#include "ui/transcript/transcript_reader.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// A sentence to be spoken. It is on the screen only for those who listen.
class AnnouncementAccessible : public QAccessibleInterface
{
public:
    AnnouncementAccessible(TranscriptAccessible &transcript, app::MessageId message, QString text)
        : m_transcript(transcript), m_message(message), m_text(std::move(text))
    {
    }

    [[nodiscard]] bool isValid() const override
    {
        return m_transcript.reader().shown(m_message) != nullptr;
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return m_transcript.window(); }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return m_transcript.interfaceOf(m_message);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Notification; }
    [[nodiscard]] QAccessible::State state() const override { return {}; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_text : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override { return m_transcript.reader().rectOf(m_message); }

private:
    TranscriptAccessible &m_transcript; ///< owns it
    const app::MessageId m_message;
    const QString m_text;
};

QAccessibleInterface *transcriptFactory(const QString &, QObject *object)
{
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new TranscriptAccessible(view) : nullptr;
}

} // namespace

TranscriptAccessible::TranscriptAccessible(TranscriptView *view)
    : QAccessibleWidget(view, QAccessible::List, view->accessibleName()),
      m_reader(std::make_unique<TranscriptReader>(view))
{
}

TranscriptAccessible::~TranscriptAccessible()
{
    if (m_announcement)
        QAccessible::deleteAccessibleInterface(m_announcement);
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

void TranscriptAccessible::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(&transcriptFactory);
        return true;
    }();
    Q_UNUSED(installed)
}

TranscriptAccessible *TranscriptAccessible::of(TranscriptView *view)
{
    return dynamic_cast<TranscriptAccessible *>(QAccessible::queryAccessibleInterface(view));
}

QAccessibleInterface *TranscriptAccessible::interfaceOf(app::MessageId message) const
{
    if (!m_reader->shown(message))
        return nullptr;
    if (QAccessibleInterface *known = knownInterfaceOf(message))
        return known;
    auto *made = new MessageAccessible(const_cast<TranscriptAccessible &>(*this), message);
    m_children.insert(message, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessibleInterface *TranscriptAccessible::knownInterfaceOf(app::MessageId message) const
{
    const auto known = m_children.constFind(message);
    return known == m_children.cend() ? nullptr : QAccessible::accessibleInterface(*known);
}

void TranscriptAccessible::dropForeign()
{
    if (m_announcement && !m_reader->shown(m_announcedOn))
        dropAnnouncement();
    m_children.removeIf([this](const std::pair<const app::MessageId &, QAccessible::Id &> &child) {
        if (m_reader->shown(child.first))
            return false;
        QAccessible::deleteAccessibleInterface(child.second);
        return true;
    });
}

QAccessibleInterface *TranscriptAccessible::announce(app::MessageId message, const QString &text)
{
    dropAnnouncement();
    if (!m_reader->shown(message))
        return nullptr;
    m_announcedOn = message;
    auto *spoken = new AnnouncementAccessible(*this, message, text);
    m_announcement = QAccessible::registerAccessibleInterface(spoken);
    return spoken;
}

void TranscriptAccessible::dropAnnouncement()
{
    if (!m_announcement)
        return;
    QAccessible::deleteAccessibleInterface(std::exchange(m_announcement, 0));
    m_announcedOn = {};
}

QAccessibleInterface *TranscriptAccessible::announcementOn(app::MessageId message) const
{
    return m_announcement && message == m_announcedOn
               ? QAccessible::accessibleInterface(m_announcement)
               : nullptr;
}

int TranscriptAccessible::messageCount() const
{
    const TranscriptLayout *layout = m_reader->layout();
    return layout ? int(layout->shown().size()) : 0;
}

QWidgetList TranscriptAccessible::floating() const
{
    QWidgetList found;
    const TranscriptView *view = m_reader->view();
    if (!view)
        return found;
    const auto widgets = view->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (QWidget *widget : widgets) {
        const bool isOurs = !widget->objectName().startsWith("qt_scrollarea_"_L1);
        if (isOurs && !widget->isWindow() && !widget->isHidden())
            found.append(widget);
    }
    return found;
}

int TranscriptAccessible::childCount() const
{
    return messageCount() + int(floating().size());
}

QAccessibleInterface *TranscriptAccessible::child(int index) const
{
    const int messages = messageCount();
    if (index < 0)
        return nullptr;
    if (index < messages)
        return interfaceOf(m_reader->layout()->shown()[index].id());
    return QAccessible::queryAccessibleInterface(floating().value(index - messages));
}

int TranscriptAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (const auto *message = dynamic_cast<const MessageAccessible *>(child)) {
        const bool isShown = m_reader->shown(message->message());
        return isShown ? m_reader->layout()->numberOf(message->message()).value_or(-1) : -1;
    }
    const qsizetype other =
        child ? floating().indexOf(qobject_cast<QWidget *>(child->object())) : -1;
    return other < 0 ? -1 : messageCount() + int(other);
}

QAccessibleInterface *TranscriptAccessible::childAt(int x, int y) const
{
    const TranscriptView *view = m_reader->view();
    const QPoint point(x, y);
    if (!view || !m_reader->layout())
        return nullptr;
    const QWidgetList above = floating();
    for (QWidget *widget : above) {
        if (widget->rect().contains(widget->mapFromGlobal(point)))
            return QAccessible::queryAccessibleInterface(widget);
    }
    const QPoint onViewport = view->viewport()->mapFromGlobal(point);
    if (!view->viewport()->rect().contains(onViewport))
        return nullptr;
    const int inLayout = onViewport.y() - view->toViewport({0, 0}).y();
    QAccessibleInterface *message = interfaceOf(m_reader->layout()->anchorAt(inLayout).message);
    return message && message->rect().contains(point) ? message : nullptr;
}

QAccessibleInterface *TranscriptAccessible::focusChild() const
{
    const TranscriptView *view = m_reader->view();
    return view && view->hasFocus() ? interfaceOf(view->focusedMessage()) : nullptr;
}

} // namespace ui
