// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/message_text.h"
#include "ui/transcript/transcript_accessible.h"

namespace ui {

/// A button, a link or an image of a message. Found anew every time it is asked: what it stands for
/// may be gone.
class PressableAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PressableAccessible(TranscriptAccessible &transcript, app::MessageId message,
                        PressableItem item);

    [[nodiscard]] app::MessageId message() const { return m_message; }
    [[nodiscard]] const PressableItem &item() const { return m_item; }

    [[nodiscard]] bool isValid() const override { return now() != nullptr; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] const PressableItem *now() const;
    [[nodiscard]] const Slice *slice() const;

    TranscriptAccessible &m_transcript; ///< owns it
    const app::MessageId m_message;
    const PressableItem m_item;
};

} // namespace ui
