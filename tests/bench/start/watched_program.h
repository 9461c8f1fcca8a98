// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QProcess>
#include <QRect>

namespace bench {

/// A program on the display of this process, and what a person in front of it would notice.
class WatchedProgram
{
public:
    /// `typing`: where a typed letter shows and the caret does not blink, in pixels of the display.
    WatchedProgram(QString program, QStringList arguments, QRect typing);
    ~WatchedProgram();
    WatchedProgram(const WatchedProgram &) = delete;
    WatchedProgram &operator=(const WatchedProgram &) = delete;

    /// What is seen there when the window is ready, and after a letter was typed.
    struct Sight
    {
        QImage ready;
        QImage typed;
    };
    /// Starts it and takes all the time it needs to learn how it looks.
    [[nodiscard]] Sight learn();

    /// Milliseconds from the start of the process until the window looks ready, and until a letter
    /// typed then is seen; negative when that did not happen.
    struct Start
    {
        double readyMs = -1;
        double typedMs = -1;
    };
    [[nodiscard]] Start start(const Sight &sight);

    /// Proportional share of memory, in kilobytes.
    [[nodiscard]] qint64 pssKilobytes() const;
    /// Voluntary context switches of all threads since they began.
    [[nodiscard]] qint64 wakeUps() const;

private:
    void type();
    [[nodiscard]] double waitFor(const QImage &sight, const QElapsedTimer &clock) const;
    [[nodiscard]] QImage look() const;

    const QString m_program;
    const QStringList m_arguments;
    const QRect m_typing;
    QProcess m_process;
    QProcess m_keyboard; ///< one xdotool that reads commands: starting one takes too long
};

} // namespace bench
