// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QMetaProperty>
#include <QStringList>
#include <QToolTip>
#include <QWidget>

namespace tests {

/// Every word that the windows of the program show or tell now: the texts, tool tips and titles of
/// all widgets in sight, and what assistive programs read of them.
class WindowWords
{
public:
    WindowWords()
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (!window->isVisible())
                continue;
            read(QAccessible::queryAccessibleInterface(window));
            read(*window);
            for (const QWidget *widget : window->findChildren<QWidget *>()) {
                if (widget->isVisible())
                    read(*widget);
            }
        }
    }

    /// Those among which a part occurs; for the message of a test that fails.
    [[nodiscard]] QStringList with(const QString &part) const
    {
        return m_words.filter(part, Qt::CaseInsensitive);
    }
    [[nodiscard]] qsizetype count() const { return m_words.size(); }

private:
    void add(const QString &words)
    {
        if (!words.isEmpty())
            m_words.append(words);
    }

    void read(const QWidget &widget)
    {
        const QMetaObject *type = widget.metaObject();
        for (int i = 0; i < type->propertyCount(); ++i) {
            const QMetaProperty property = type->property(i);
            if (property.typeId() == QMetaType::QString
                && qstrcmp(property.name(), "styleSheet") != 0)
                add(property.read(&widget).toString());
        }
        readToolTip(widget);
    }

    /// Some are made when they are asked for.
    void readToolTip(const QWidget &widget)
    {
        const QPoint middle = widget.rect().center();
        QHelpEvent help(QEvent::ToolTip, middle, widget.mapToGlobal(middle));
        QCoreApplication::sendEvent(const_cast<QWidget *>(&widget), &help);
        add(QToolTip::text());
        QToolTip::hideText();
    }

    void read(QAccessibleInterface *object)
    {
        if (!object || !object->isValid() || object->state().invisible)
            return;
        for (const auto kind :
             {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            add(object->text(kind));
        if (QAccessibleTextInterface *text = object->textInterface())
            add(text->text(0, text->characterCount()));
        for (int i = 0; i < object->childCount(); ++i)
            read(object->child(i));
    }

    QStringList m_words;
};

} // namespace tests
