// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QAccessibleWidget>
#include <QHash>

#include <memory>

namespace ui {

class TranscriptReader;
class TranscriptView;

/// The transcript for screen readers: a list with one item per message, in reading order, and
/// behind them what floats above the messages. Items are made when they are asked for, keep their
/// identity as long as their message is shown, and go with the view. Counting and finding them
/// costs nothing that grows with the history.
class TranscriptAccessible : public QAccessibleWidget
{
public:
    explicit TranscriptAccessible(TranscriptView *view);
    ~TranscriptAccessible() override;

    /// Makes Qt use it for every TranscriptView; call once before the first is made.
    static void install();
    /// Of a view; null where Qt has none.
    [[nodiscard]] static TranscriptAccessible *of(TranscriptView *view);

    [[nodiscard]] TranscriptReader &reader() const { return *m_reader; }
    /// Of a message; null when it is not shown.
    [[nodiscard]] QAccessibleInterface *interfaceOf(app::MessageId message) const;
    /// The same, if somebody asked for it before.
    [[nodiscard]] QAccessibleInterface *knownInterfaceOf(app::MessageId message) const;
    /// Lets go of the items whose messages are gone.
    void dropForeign();

    /// Puts a sentence below a message instead of the one before, for the event that it is shown.
    /// Qt 6.4 has no announcements and keeps alerts from AT-SPI; what Orca speaks is a notification
    /// that comes into view. Null when the message is not shown.
    QAccessibleInterface *announce(app::MessageId message, const QString &text);
    [[nodiscard]] QAccessibleInterface *announcementOn(app::MessageId message) const;

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

private:
    [[nodiscard]] int messageCount() const;
    /// What floats above the messages: buttons, bars.
    [[nodiscard]] QWidgetList floating() const;
    void dropAnnouncement();

    std::unique_ptr<TranscriptReader> m_reader;
    mutable QHash<app::MessageId, QAccessible::Id> m_children;
    app::MessageId m_announcedOn;
    QAccessible::Id m_announcement = 0; ///< 0: none
};

} // namespace ui
