// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/attachment_strip_accessible.h"

#include "ui/composer/attachment_strip.h"

#include <QPointer>

namespace ui {

namespace {

class ThumbnailAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ThumbnailAccessible(AttachmentStrip *strip, int index) : m_strip(strip), m_index(index) { }

    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] bool isValid() const override
    {
        return m_strip && m_index < m_strip->images().size();
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override
    {
        return m_strip ? parent()->window() : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_strip);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_strip->description(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Graphic; }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect tile = m_strip->tile(m_index);
        return {m_strip->mapToGlobal(tile.topLeft()), tile.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.focusable = true;
        state.focused = isValid() && m_strip->hasFocus() && m_strip->currentIndex() == m_index;
        return state;
    }
    [[nodiscard]] void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
                   ? static_cast<QAccessibleActionInterface *>(this)
                   : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        return {removeAction(), pressAction()};
    }
    [[nodiscard]] QString localizedActionName(const QString &name) const override
    {
        if (name == pressAction())
            return AttachmentStrip::tr("Show what the model will see");
        return name == removeAction() ? AttachmentStrip::tr("Remove") : QString();
    }
    void doAction(const QString &name) override
    {
        if (isValid() && name == removeAction())
            m_strip->removeAt(m_index);
        else if (isValid() && name == pressAction())
            m_strip->activate(m_index);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &name) const override
    {
        if (name == pressAction())
            return {QKeySequence(Qt::Key_Return).toString()};
        return name == removeAction() ? QStringList{QKeySequence(Qt::Key_Delete).toString()}
                                      : QStringList();
    }

private:
    static QString removeAction() { return QStringLiteral("Remove"); }

    QPointer<AttachmentStrip> m_strip;
    const int m_index;
};

QAccessibleInterface *stripFactory(const QString &, QObject *object)
{
    auto *strip = qobject_cast<AttachmentStrip *>(object);
    return strip ? new AttachmentStripAccessible(strip) : nullptr;
}

AttachmentStrip *stripOf(const QWidget *widget)
{
    return qobject_cast<AttachmentStrip *>(const_cast<QWidget *>(widget));
}

} // namespace

AttachmentStripAccessible::AttachmentStripAccessible(AttachmentStrip *strip)
    : QAccessibleWidget(strip, QAccessible::List)
{
}

AttachmentStripAccessible::~AttachmentStripAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

void AttachmentStripAccessible::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(&stripFactory);
        return true;
    }();
    Q_UNUSED(installed)
}

void AttachmentStripAccessible::tellFocus(AttachmentStrip *strip)
{
    QAccessibleInterface *list =
        QAccessible::isActive() ? QAccessible::queryAccessibleInterface(strip) : nullptr;
    QAccessibleInterface *image = list ? list->focusChild() : nullptr;
    if (!image)
        return;
    QAccessibleEvent event(image, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

int AttachmentStripAccessible::childCount() const
{
    const AttachmentStrip *strip = stripOf(widget());
    return strip ? int(strip->images().size()) : 0;
}

QAccessibleInterface *AttachmentStripAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    while (m_children.size() <= index) {
        auto *made = new ThumbnailAccessible(stripOf(widget()), int(m_children.size()));
        m_children.append(QAccessible::registerAccessibleInterface(made));
    }
    return QAccessible::accessibleInterface(m_children.at(index));
}

int AttachmentStripAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *image = dynamic_cast<const ThumbnailAccessible *>(child);
    return image && image->isValid() ? image->index() : -1;
}

QAccessibleInterface *AttachmentStripAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (child(i)->rect().contains(x, y))
            return child(i);
    }
    return nullptr;
}

QAccessibleInterface *AttachmentStripAccessible::focusChild() const
{
    const AttachmentStrip *strip = stripOf(widget());
    return strip && strip->hasFocus() ? child(strip->currentIndex()) : nullptr;
}

} // namespace ui
