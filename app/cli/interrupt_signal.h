// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace app {

/// SIGINT as a Qt signal, once: the next one ends the program as usual, so that nobody is ever
/// trapped. One object per process.
class InterruptSignal : public QObject
{
    Q_OBJECT
public:
    explicit InterruptSignal(QObject *parent = nullptr);
    ~InterruptSignal() override;

signals:
    void interrupted();

private:
    int m_pipe[2] = {-1, -1}; ///< a handler may only do what is async-signal-safe: write a byte
};

} // namespace app
