// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/end_signals.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace app {

namespace {

// A signal handler has no other way to reach the pipe.
volatile std::sig_atomic_t s_pipe = -1;

extern "C" void noteEndSignal(int)
{
    const int before = errno; // of what was interrupted, which may be about to read it
    const char byte = 0;
    [[maybe_unused]] const auto written = write(s_pipe, &byte, 1);
    errno = before;
}

bool isIgnored(int signalNumber)
{
    struct sigaction known = {};
    return sigaction(signalNumber, nullptr, &known) == 0 && known.sa_handler == SIG_IGN;
}

} // namespace

EndSignals::EndSignals(std::initializer_list<int> signalNumbers, QObject *parent) : QObject(parent)
{
    if (pipe(m_pipe) != 0)
        return;
    for (const int end : m_pipe) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    s_pipe = m_pipe[1];
    auto *notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        emit arrived();
    });
    struct sigaction action = {};
    action.sa_handler = noteEndSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    for (const int number : signalNumbers) {
        if (!isIgnored(number) && sigaction(number, &action, nullptr) == 0)
            m_taken.append(number);
    }
}

EndSignals::~EndSignals()
{
    for (const int number : std::as_const(m_taken))
        std::signal(number, SIG_DFL);
    for (const int end : m_pipe) {
        if (end >= 0)
            close(end);
    }
}

} // namespace app
