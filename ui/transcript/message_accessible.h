// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/transcript_accessible.h"
#include "ui/transcript/transcript_layout.h"

namespace ui {

/// A message of the transcript: an item of its list, with its whole text, and its buttons, links
/// and images as children. Found by its id every time it is asked, as it may be gone.
class MessageAccessible : public QAccessibleInterface,
                          public QAccessibleTextInterface,
                          public QAccessibleActionInterface
{
public:
    MessageAccessible(TranscriptAccessible &transcript, app::MessageId message);
    ~MessageAccessible() override;

    [[nodiscard]] app::MessageId message() const { return m_message; }

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override { return &m_transcript; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] void *interface_cast(QAccessible::InterfaceType type) override;

    // The text. A selection may go beyond the message; here it is the share of this one.
    void selection(int index, int *start, int *end) const override;
    [[nodiscard]] int selectionCount() const override;
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    [[nodiscard]] int cursorPosition() const override;
    void setCursorPosition(int position) override;
    [[nodiscard]] QString text(int start, int end) const override;
    [[nodiscard]] QString textBeforeOffset(int offset, QAccessible::TextBoundaryType type,
                                           int *start, int *end) const override;
    [[nodiscard]] QString textAfterOffset(int offset, QAccessible::TextBoundaryType type,
                                          int *start, int *end) const override;
    [[nodiscard]] QString textAtOffset(int offset, QAccessible::TextBoundaryType type, int *start,
                                       int *end) const override;
    [[nodiscard]] int characterCount() const override;
    [[nodiscard]] QRect characterRect(int offset) const override;
    [[nodiscard]] int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int start, int end) override;
    [[nodiscard]] QString attributes(int offset, int *start, int *end) const override;

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &name) const override;

private:
    [[nodiscard]] TranscriptReader &reader() const { return m_transcript.reader(); }
    [[nodiscard]] TextPosition positionAt(int offset) const;
    /// Of the selection in this message; equal: none.
    [[nodiscard]] std::pair<int, int> selected() const;
    [[nodiscard]] std::pair<int, int> unitAround(int offset,
                                                 QAccessible::TextBoundaryType type) const;
    [[nodiscard]] QString cut(std::pair<int, int> range, int *start, int *end) const;

    TranscriptAccessible &m_transcript; ///< owns it
    const app::MessageId m_message;
    mutable QList<QAccessible::Id> m_pressable; ///< those that were asked for
};

} // namespace ui
