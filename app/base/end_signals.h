// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <initializer_list>

namespace app {

/// Signals of the system that ask the program to end (SIGINT, SIGTERM, SIGHUP), as a Qt signal.
/// Each is taken once: its next one ends the program as usual, so that nobody is ever trapped. What
/// the process was started to ignore (nohup) stays ignored. One object per process.
class EndSignals : public QObject
{
    Q_OBJECT
public:
    explicit EndSignals(std::initializer_list<int> signalNumbers, QObject *parent = nullptr);
    ~EndSignals() override;

signals:
    /// Once, through the event loop.
    void arrived();

private:
    int m_pipe[2] = {-1, -1}; ///< a handler may only do what is async-signal-safe: write a byte
    QList<int> m_taken;
};

} // namespace app
