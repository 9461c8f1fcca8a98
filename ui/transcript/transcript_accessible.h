// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QAccessibleWidget>
#include <QHash>

namespace ui {

class TranscriptView;

/// The transcript for screen readers: a list with one child per message, whose name says who wrote
/// it and whose value is its text. Children are made when they are asked for and go with the view.
class TranscriptAccessible : public QAccessibleWidget
{
public:
    explicit TranscriptAccessible(TranscriptView *view);
    ~TranscriptAccessible() override;

    /// Makes Qt use it for every TranscriptView; call once before the first is made.
    static void install();

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;

private:
    mutable QHash<app::MessageId, QAccessible::Id> m_children;
};

} // namespace ui
