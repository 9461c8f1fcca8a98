// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>

#include <chrono>
#include <deque>

namespace app {

/// Shares the GUI thread between streams: all readers together work for at most one slice of time
/// per turn of the event loop, in rotation; what is left goes on in the next turn, after the
/// window had its own.
class ReadScheduler : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kSlice{4};

    /// Something with bytes to read. Removes itself before it dies, at any moment.
    class Reader
    {
    public:
        /// Does a small piece of work; true where more is left.
        virtual bool readSome() = 0;

    protected:
        ~Reader() = default;
    };

    /// Gives `reader` its share from the next turn on, until it has nothing left.
    void add(Reader *reader);
    void remove(Reader *reader);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    std::deque<Reader *> m_waiting;
    Reader *m_reading = nullptr; ///< null again when it was removed by its own work
    QBasicTimer m_turn;
};

} // namespace app
