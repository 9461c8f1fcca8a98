// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt_signal.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace app {

namespace {

// A signal handler has no other way to reach the pipe.
volatile std::sig_atomic_t s_pipe = -1;

extern "C" void noteInterrupt(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = write(s_pipe, &byte, 1);
}

} // namespace

InterruptSignal::InterruptSignal(QObject *parent) : QObject(parent)
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
        emit interrupted();
    });
    struct sigaction action = {};
    action.sa_handler = noteInterrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
}

InterruptSignal::~InterruptSignal()
{
    std::signal(SIGINT, SIG_DFL);
    for (const int end : m_pipe) {
        if (end >= 0)
            close(end);
    }
}

} // namespace app
