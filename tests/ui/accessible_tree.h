// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QHash>
#include <QStringList>
#include <QWidget>

namespace tests {

/// Walks the whole accessible tree below a window and says what a screen reader could not tell:
/// what takes the focus or can be pressed and has no name, or has no role.
class AccessibleTree
{
public:
    explicit AccessibleTree(QWidget *window)
    {
        walk(QAccessible::queryAccessibleInterface(window), {});
    }

    [[nodiscard]] const QStringList &faults() const { return m_faults; }
    /// Objects that were looked at.
    [[nodiscard]] int count() const { return m_count; }

private:
    void walk(QAccessibleInterface *object, const QString &path)
    {
        if (!object || !object->isValid() || object->state().invisible)
            return;
        ++m_count;
        const QString here = path + u'/' + label(object);
        check(object, here);
        for (int i = 0; i < object->childCount(); ++i) {
            QAccessibleInterface *child = object->child(i);
            walk(child, here);
        }
    }

    void check(QAccessibleInterface *object, const QString &path)
    {
        const QAccessible::Role role = object->role();
        const bool isUsed = role == QAccessible::Button || role == QAccessible::CheckBox
                            || role == QAccessible::RadioButton || role == QAccessible::Link
                            || role == QAccessible::ButtonMenu || role == QAccessible::ListItem
                            || role == QAccessible::TreeItem || role == QAccessible::Slider
                            || role == QAccessible::ComboBox || role == QAccessible::SpinBox;
        const auto *widget = qobject_cast<QWidget *>(object->object());
        const bool isReached = widget && widget->isVisible()
                               && (widget->focusPolicy() & Qt::TabFocus) && !isInner(widget);
        if ((isUsed || isReached) && object->text(QAccessible::Name).trimmed().isEmpty())
            m_faults += QStringLiteral("no name: ") + path;
        if (role == QAccessible::Slider && !object->valueInterface())
            m_faults += QStringLiteral("no value: ") + path;
        if (isReached && (role == QAccessible::NoRole || role == QAccessible::Client))
            m_faults += QStringLiteral("no role: ") + path;
    }

    /// The focus of what Qt puts together is that of the whole.
    static bool isInner(const QWidget *widget)
    {
        return widget->focusProxy() || widget->objectName().startsWith(QLatin1String("qt_"));
    }

    static QString label(QAccessibleInterface *object)
    {
        const QString type = object->object()
                                 ? QString::fromLatin1(object->object()->metaObject()->className())
                                 : QString::number(object->role());
        const QString name = object->text(QAccessible::Name);
        return name.isEmpty() ? type : type + QStringLiteral(" \"%1\"").arg(name.left(20));
    }

    QStringList m_faults;
    int m_count = 0;
};

} // namespace tests
