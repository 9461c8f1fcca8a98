// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_accessible.h"

#include "app/markdown/plain_text.h"
#include "ui/transcript/transcript_view.h"
#include "ui/transcript/transcript_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// One message. Finds it anew by its id every time: it may be gone.
class MessageAccessible : public QAccessibleInterface
{
public:
    MessageAccessible(TranscriptView *view, app::MessageId message)
        : m_view(view), m_message(message)
    {
    }

    [[nodiscard]] app::MessageId message() const { return m_message; }
    [[nodiscard]] bool isValid() const override { return m_view && shown(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.multiLine = true;
        state.offscreen = !m_view || !m_view->viewport()->rect().intersects(onViewport());
        return state;
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const ShownMessage *message = shown();
        if (!message)
            return {};
        if (kind == QAccessible::Name)
            return message->isPrompt ? Transcript::tr("You") : Transcript::tr("Answer");
        if (kind == QAccessible::Value || kind == QAccessible::Description)
            return app::toPlainText(m_view->layout()->blocksOf(m_message));
        return {};
    }

    [[nodiscard]] QRect rect() const override
    {
        const QRect seen = onViewport();
        return m_view ? QRect(m_view->viewport()->mapToGlobal(seen.topLeft()), seen.size())
                      : QRect();
    }

private:
    [[nodiscard]] const ShownMessage *shown() const
    {
        if (!m_view || !m_view->layout())
            return nullptr;
        const QList<ShownMessage> &all = m_view->layout()->shown();
        const auto found =
            std::find_if(all.begin(), all.end(),
                         [this](const ShownMessage &message) { return message.id() == m_message; });
        return found == all.end() ? nullptr : &*found;
    }
    [[nodiscard]] QRect onViewport() const
    {
        const auto rect =
            m_view && m_view->layout() ? m_view->layout()->rectOf(m_message) : std::nullopt;
        return rect ? QRect(m_view->toViewport(rect->topLeft()), rect->size()) : QRect();
    }

    QPointer<TranscriptView> m_view;
    app::MessageId m_message;
};

QAccessibleInterface *transcriptFactory(const QString &, QObject *object)
{
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new TranscriptAccessible(view) : nullptr;
}

const QList<ShownMessage> &shownBy(const QWidget *widget)
{
    static const QList<ShownMessage> none;
    const auto *view = qobject_cast<const TranscriptView *>(widget);
    return view && view->layout() ? view->layout()->shown() : none;
}

} // namespace

TranscriptAccessible::TranscriptAccessible(TranscriptView *view)
    : QAccessibleWidget(view, QAccessible::List, view->accessibleName())
{
}

TranscriptAccessible::~TranscriptAccessible()
{
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

int TranscriptAccessible::childCount() const
{
    return int(shownBy(widget()).size());
}

QAccessibleInterface *TranscriptAccessible::child(int index) const
{
    const QList<ShownMessage> &shown = shownBy(widget());
    if (index < 0 || index >= shown.size())
        return nullptr;
    const app::MessageId id = shown[index].id();
    const auto known = m_children.constFind(id);
    if (known != m_children.cend())
        return QAccessible::accessibleInterface(*known);
    auto *child = new MessageAccessible(qobject_cast<TranscriptView *>(widget()), id);
    m_children.insert(id, QAccessible::registerAccessibleInterface(child));
    return child;
}

int TranscriptAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *message = dynamic_cast<const MessageAccessible *>(child);
    if (!message)
        return -1;
    const QList<ShownMessage> &shown = shownBy(widget());
    for (int i = 0; i < shown.size(); ++i) {
        if (shown[i].id() == message->message())
            return i;
    }
    return -1;
}

QAccessibleInterface *TranscriptAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        QAccessibleInterface *message = child(i);
        if (message && message->rect().contains(x, y))
            return message;
    }
    return nullptr;
}

} // namespace ui
