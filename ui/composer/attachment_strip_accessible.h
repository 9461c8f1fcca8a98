// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace ui {

class AttachmentStrip;

/// The thumbnails of a prompt for screen readers: a list of images, each with its name, its size
/// and an action that removes it.
class AttachmentStripAccessible : public QAccessibleWidget
{
public:
    explicit AttachmentStripAccessible(AttachmentStrip *strip);
    ~AttachmentStripAccessible() override;

    /// Makes Qt use it for every strip; call once before the first is made.
    static void install();
    /// Another image has the keyboard.
    static void tellFocus(AttachmentStrip *strip);

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

private:
    mutable QList<QAccessible::Id>
        m_children; ///< by place; those behind the last image are invalid
};

} // namespace ui
