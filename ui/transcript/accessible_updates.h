// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/shown_message.h"

#include <QAccessible>
#include <QBasicTimer>
#include <QHash>
#include <QObject>
#include <QSet>

namespace ui {

class TranscriptAccessible;
class TranscriptView;

/// Tells screen readers what happens in a transcript: focus, caret, selection, messages that come
/// and go, text that is written (once a second, and only of messages that somebody reads), and one
/// sentence when an answer is finished. Does nothing while no assistive technology is active. Owned
/// by its view.
class AccessibleUpdates : public QObject, private QAccessible::ActivationObserver
{
    Q_OBJECT
public:
    explicit AccessibleUpdates(TranscriptView *view);
    ~AccessibleUpdates() override;

    /// What the view shows from now on; null: nothing. The view has laid it out already.
    void follow(TranscriptSource *source);
    /// The view shows what its source has.
    void takeFrame();

    /// What events are given to; QAccessible::updateAccessibility() if not a test, which Qt would
    /// tell nothing on a platform without assistive technologies.
    using Handler = void (*)(QAccessibleEvent *event);
    static void setHandler(Handler handler);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void accessibilityActiveChanged(bool active) override { m_active = active; }
    /// Null while nobody listens.
    [[nodiscard]] TranscriptAccessible *list() const;
    void noteWriting(app::MessageId message);
    void noteChange(app::MessageId message);
    void tellPath();
    void tellNextAdded();
    void tellText(app::MessageId message);
    void tellFocus();
    void tellSelection();
    void tellFinished(app::MessageId message);
    [[nodiscard]] QString ending(app::MessageId message) const;

    TranscriptView *m_view;
    TranscriptSource *m_source = nullptr;
    bool m_active; ///< somebody listens
    QList<ShownMessage> m_shown; ///< as it was told; shares the list of the layout
    QHash<app::MessageId, QString> m_writing; ///< with the text that was told so far
    QList<app::MessageId> m_finished; ///< since the last frame
    QBasicTimer m_tick;
    QList<app::MessageId> m_added; ///< that still have to be told, in order
    QBasicTimer m_addedTick;
};

} // namespace ui
