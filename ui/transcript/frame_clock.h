// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ui {

/// One clock for all lanes: what arrives is gathered and shown at most once per frame. Silent while
/// nobody asks, so that an idle window has no wake-ups. GUI thread.
class FrameClock : public QObject
{
    Q_OBJECT
public:
    explicit FrameClock(QObject *parent = nullptr);

    /// frameDue() will come: in the next turn of the event loop after a pause, else when the frame
    /// that is going on is over. Asking twice gives one frame.
    void request();

signals:
    void frameDue();

private:
    void fire();

    QTimer m_timer;
    QElapsedTimer m_sinceFrame;
};

} // namespace ui
